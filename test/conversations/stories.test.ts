/**
 * Stories: what is said, and which questions, messages and outcomes answer it. Each runs in both languages on every
 * channel it names, through the database between turns.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSample } from "../../src/acts/load-sample.ts";
import { handleWebTurn } from "../../src/acts/handle-web-turn.ts";
import { takeText } from "../../src/acts/take-text.ts";
import { spellDate } from "../../src/copy/render.ts";
import type { Effect } from "../../src/dialog/types.ts";
import { samplePeople } from "../../src/lists/sample/generate.ts";
import { forBothDatabases } from "../support/database.ts";
import { makeServices, type TestServices } from "../support/services.ts";

type Locale = "en" | "es";
type Channel = "sms" | "web";
/** The same words in both languages, or each its own. `{name}` and the like stand for the story's person. */
type Words = string | Record<Locale, string>;

interface StoryTurn {
  /** Only on this channel. */
  on?: Channel;
  text?: Words;
  choice?: string;
  edit?: string;
  /** Hours that pass before it. */
  after?: number;
  /** Keys of what is said, in order. */
  says?: string[];
  /** Keys among what is said. */
  includes?: string[];
  question?: string | null;
  outcome?: string | null;
  done?: boolean;
}

interface Story {
  title: string;
  channels?: Channel[];
  lookups?: "full" | "number" | "off";
  confirm?: "date" | "dateAndYear" | "caseNumber";
  /** One of the invented people on the sample list, by the outcome they meet. */
  person?: "dismissed" | "listed" | "reduced";
  turns: StoryTurn[];
}

interface Said {
  keys: string[];
  question: string | null;
  outcome: string | null;
  done: boolean;
}

const folder = path.dirname(new URL(import.meta.url).pathname);
const stories = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Story[]).map((story) => ({ file, story })),
  );

const keysOf = (effects: readonly Effect[]) => effects.flatMap((e) => (e.type === "say" ? [e.key] : []));

function words(text: Words, locale: Locale, story: Story): string {
  const raw = typeof text === "string" ? text : text[locale];
  const person = samplePeople(locale).find((p) => p.outcome === story.person);
  if (!person) return raw;
  const facts: Record<string, string> = {
    name: person.name,
    family: person.family.join(" "),
    birthDate: spellDate(person.birthDate, locale, "date"),
    year: String(person.year),
    caseNumber: person.caseNumber,
  };
  return raw.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? fact);
}

let serial = 0;

/** One person on one channel: takes turns, gives back what was said. */
function speaker(services: TestServices, channel: Channel, locale: Locale) {
  const id = ++serial;
  let token: string | undefined;
  return async (turn: StoryTurn, story: Story): Promise<Said> => {
    const text = turn.text === undefined ? undefined : words(turn.text, locale, story);
    if (channel === "sms") {
      let said: Said | undefined;
      const bytes = await takeText(
        services,
        {
          sid: `SM${id}-${++serial}`,
          from: `+1323555${String(1000 + id)}`,
          body: text ?? "",
          mediaCount: 0,
          arrived: 0,
        },
        (effects, after) => {
          said = {
            keys: keysOf(effects),
            question: after.question,
            outcome: after.outcome,
            done: after.done,
          };
          return Buffer.from("said");
        },
      );
      return bytes.length > 0 && said ? said : { keys: [], question: null, outcome: null, done: false };
    }
    const reply = await handleWebTurn(services, {
      request: {
        conversation: token,
        turn: `t${++serial}`,
        text,
        choice: turn.choice,
        edit: turn.edit,
        locale,
      },
      address: `10.${id >> 8}.${id & 255}.1`,
      arrived: 0,
      present: (effects, after) => ({
        ...after,
        messages: keysOf(effects).map((key) => ({ id: key, text: key, choices: [], sources: [] })),
      }),
    });
    token = reply.conversation;
    return {
      keys: reply.messages.map((m) => m.text),
      question: reply.question,
      outcome: reply.outcome,
      done: reply.done,
    };
  };
}

forBothDatabases((_kind, makeDatabase) => {
  let base: TestServices;
  beforeAll(async () => {
    base = makeServices({ database: await makeDatabase() });
    await loadSample(base, { records: 200 });
  });

  describe.each(stories)("$file: $story.title", ({ story }) => {
    for (const channel of story.channels ?? (["sms", "web"] as const)) {
      it.each(["en", "es"] as const)(`${channel}, %s`, async (locale) => {
        const config = { ...base.config, lookups: story.lookups ?? "full", confirm: story.confirm ?? "date" };
        const services: TestServices = { ...base, config };
        const say = speaker(services, channel, locale);
        if (channel === "web") await say({}, story);
        for (const [index, turn] of story.turns.entries()) {
          if (turn.on !== undefined && turn.on !== channel) continue;
          services.runtime.advance((turn.after ?? 0) * 3_600_000);
          const said = await say(turn, story);
          const where = `turn ${index + 1}: ${JSON.stringify(turn.text ?? turn.choice ?? turn.edit)}`;
          if (turn.says) expect(said.keys, where).toEqual(turn.says);
          if (turn.includes) expect(said.keys, where).toEqual(expect.arrayContaining(turn.includes));
          if (turn.question !== undefined) expect(said.question, where).toBe(turn.question);
          if (turn.outcome !== undefined) expect(said.outcome, where).toBe(turn.outcome);
          if (turn.done !== undefined) expect(said.done, where).toBe(turn.done);
        }
      });
    }
  });
});
