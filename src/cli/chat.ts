/**
 * `clearline chat`: the bot in the terminal, as a phone would see it.
 */
import { parseArgs } from "node:util";
import { takeText } from "../acts/take-text.ts";
import { smsTexts } from "../channels/sms/present.ts";
import { createCopy } from "../copy/copy.ts";
import { segments } from "../copy/segments.ts";
import { UsageError, type Command } from "./command.ts";

export const chatCommand: Command = {
  name: "chat",
  usage: "chat [--locale es]                 talk to the bot in the terminal, as by text message",
  async run(args, context) {
    const { values } = parseArgs({ args, options: { locale: { type: "string" } } });
    if (values.locale !== undefined && values.locale !== "en" && values.locale !== "es") {
      throw new UsageError(`"${values.locale}" is no language; there are en, es`);
    }
    const services = await context.services();
    const copy = createCopy(services.config.org);
    // A phone of its own for each run, so that no run meets another's answers or limits.
    const from = `terminal:${services.runtime.uuid()}`;
    const send = async (body: string) => {
      const reply = await takeText(
        services,
        { sid: services.runtime.uuid(), from, body, mediaCount: 0, arrived: services.runtime.elapsed() },
        (effects, after) => Buffer.from(JSON.stringify(smsTexts(copy, effects, after.locale))),
      );
      const texts = reply.length === 0 ? [] : (JSON.parse(reply.toString()) as string[]);
      for (const text of texts) {
        const { characters, encoding, segments: count } = describe(text);
        context.out(
          `\n${text}\n  · ${characters} characters, ${encoding}, ${count} segment${count === 1 ? "" : "s"}\n`,
        );
      }
    };
    await send(values.locale === "es" ? "hola" : values.locale === "en" ? "hi" : "CLEARLINE");
    if (context.tty) context.out("\n> ");
    for await (const line of context.stdin) {
      if (context.signal.aborted) break;
      await send(line);
      if (context.tty) context.out("\n> ");
    }
    return 0;
  },
};

function describe(text: string): { characters: number; encoding: string; segments: number } {
  const counted = segments(text);
  return { characters: text.length, encoding: counted.encoding, segments: counted.segments };
}
