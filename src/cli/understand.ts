/**
 * `clearline understand QUESTION "TEXT"`: how a message is read, as one JSON line.
 */
import { parseArgs } from "node:util";
import { systemRuntime, losAngelesDate } from "../runtime.ts";
import { locales, questionIds, type Locale, type QuestionId, type Reading } from "../understanding/types.ts";
import { understand } from "../understanding/understand.ts";
import { UsageError, type Command } from "./command.ts";

export const understandCommand: Command = {
  name: "understand",
  usage: 'understand QUESTION "TEXT" [--locale es] | --jsonl   how a message is read, as JSON',
  local: true,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        locale: { type: "string" },
        jsonl: { type: "boolean", default: false },
        channel: { type: "string" },
      },
    });
    const today = losAngelesDate(systemRuntime.now());
    const channel = values.channel === "web" ? "web" : "sms";
    const one = (question: QuestionId, text: string, locale: Locale): string =>
      JSON.stringify(ordered(understand(question, text, { locale, channel, today })));
    if (values.jsonl) {
      let number = 0;
      for await (const line of context.stdin) {
        number += 1;
        if (line.trim() === "") continue;
        const { question, locale, text } = parseLine(line, number);
        context.out(`${one(questionOf(question), text, localeOf(locale))}\n`);
      }
      return 0;
    }
    const [question, text, ...more] = positionals;
    if (question === undefined || text === undefined || more.length > 0) {
      throw new UsageError("understand takes a question and a text in quotes");
    }
    context.out(`${one(questionOf(question), text, localeOf(values.locale))}\n`);
    return 0;
  },
};

/** Every field stands, as the seam has it: absent ones as null. */
function ordered(reading: Reading): Record<keyof Reading, unknown> {
  return {
    kind: reading.kind,
    value: reading.value ?? null,
    options: reading.options ?? null,
    command: reading.command ?? null,
    also: reading.also ?? null,
  };
}

function questionOf(text: unknown): QuestionId {
  const question = questionIds.find((id) => id === text);
  if (!question)
    throw new UsageError(`"${String(text)}" is no question; there are ${questionIds.join(", ")}`);
  return question;
}

function localeOf(text: unknown): Locale {
  const locale = locales.find((id) => id === (text ?? "en"));
  if (!locale) throw new UsageError(`"${String(text)}" is no language; there are ${locales.join(", ")}`);
  return locale;
}

function parseLine(line: string, number: number): { question: unknown; locale: unknown; text: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new UsageError(`line ${number} is not JSON`);
  }
  const { question, locale, text } = (parsed ?? {}) as Record<string, unknown>;
  if (typeof text !== "string") throw new UsageError(`line ${number} has no "text"`);
  return { question, locale, text };
}
