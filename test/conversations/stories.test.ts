/**
 * Stories: what is said, and which questions, messages and outcomes answer it. Each runs in both languages on every
 * channel it names, through the database between turns.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { askFollowUps } from "../../src/acts/ask-follow-ups.ts";
import { loadSample } from "../../src/acts/load-sample.ts";
import { handleWebTurn } from "../../src/acts/handle-web-turn.ts";
import type { Carrier } from "../../src/acts/outbox/carrier.ts";
import { isQuiet, untilHoursChange } from "../../src/acts/outbox/hours.ts";
import { textKinds, type TextKindId } from "../../src/acts/outbox/texts.ts";
import { sendDue } from "../../src/acts/send-due.ts";
import { takeText } from "../../src/acts/take-text.ts";
import { createCopy } from "../../src/copy/copy.ts";
import { spellDate } from "../../src/copy/render.ts";
import { foldPunctuation } from "../../src/copy/segments.ts";
import type { Effect } from "../../src/dialog/types.ts";
import type { Config } from "../../src/env.ts";
import { lineRules, outcomeIds } from "../../src/law/outcomes.ts";
import { samplePeople, type SampleRow } from "../../src/lists/sample/generate.ts";
import { forBothDatabases } from "../support/database.ts";
import { importFile, listRows, temporaryFolder, writeList } from "../support/lists.ts";
import { testTwilio } from "../support/sending.ts";
import { makeServices, type TestServices } from "../support/services.ts";

type Locale = "en" | "es";
type Channel = "sms" | "web" | "outreach";
/** The same words in both languages, or each its own. `{name}` and the like stand for the story's person. */
type Words = string | Record<Locale, string>;

interface StoryTurn {
  /** Only on this channel; what is said on the web is said to an outreach worker's screen too. */
  on?: "sms" | "web";
  text?: Words;
  choice?: string;
  edit?: string;
  /** Hours that pass before it. */
  after?: number;
  /** Keys of what is said, in order. */
  says?: string[];
  /** Keys among what is said, and keys that must not be. */
  includes?: string[];
  lacks?: string[];
  question?: string | null;
  outcome?: string | null;
  done?: boolean;
  /** What is handed over to a person: the kind, or null for nothing. */
  hands?: "person" | "notMine" | null;
  /** Kinds of the texts that this phone got in the hours that pass before. */
  sent?: TextKindId[];
}

interface Story {
  title: string;
  channels?: Channel[];
  /** Texts can be sent later, and are while hours pass. */
  texts?: boolean;
  lookups?: "full" | "number" | "off";
  confirm?: "date" | "dateAndYear" | "caseNumber";
  /** One of the invented people on the sample list, by the outcome they meet. */
  person?: "dismissed" | "listed" | "reduced";
  /**
   * Rows of our own CSV, each with the date its list was announced (YYYY-MM-DD). Stories of one file meet the lists that
   * the rows of all its stories make.
   */
  records?: StoryRecord[];
  turns: StoryTurn[];
}

type StoryRecord = Partial<SampleRow> & { announced: string };

interface Said {
  keys: string[];
  question: string | null;
  outcome: string | null;
  done: boolean;
  hands: string | null;
}

const folder = path.dirname(new URL(import.meta.url).pathname);
const stories = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Story[]).map((story) => ({ file, story })),
  );

const emptyRow: SampleRow = {
  case_number: "",
  first_name: "",
  middle_name: "",
  last_name: "",
  suffix: "",
  aka: "",
  date_of_birth: "",
  charges: "",
  conviction_date: "",
  court: "",
  status: "",
  status_date: "",
};

/** The lists of a file's stories: rows by the date of announcement, each row once. */
function listsOf(file: string): Map<string, SampleRow[]> {
  const lists = new Map<string, Map<string, SampleRow>>();
  const given = stories.filter((one) => one.file === file).flatMap(({ story }) => story.records ?? []);
  for (const { announced, ...cells } of given) {
    const rows = lists.get(announced) ?? new Map<string, SampleRow>();
    rows.set(JSON.stringify(cells), { ...emptyRow, ...cells });
    lists.set(announced, rows);
  }
  return new Map([...lists].map(([announced, rows]) => [announced, [...rows.values()]]));
}

const keysOf = (effects: readonly Effect[]) => effects.flatMap((e) => (e.type === "say" ? [e.key] : []));
const handed = (effects: readonly Effect[]) =>
  effects.flatMap((e) => (e.type === "handOff" ? [e.kind] : []))[0] ?? null;
const nothing: Said = { keys: [], question: null, outcome: null, done: false, hands: null };

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

const phoneOf = (id: number) => `+1323555${String(1000 + id)}`;

/** What repeats while hours pass. @returns the kinds of the texts that a phone was sent. */
async function sendLater(services: TestServices, phone: string): Promise<string[]> {
  const copy = createCopy(services.config.org);
  const bodies: string[] = [];
  const carrier: Carrier = {
    send: ({ to, body }) => {
      if (to === phone) bodies.push(body);
      return Promise.resolve({ kind: "accepted", sid: `SM-later-${++serial}`, status: "queued" });
    },
    sentTo: () => Promise.resolve([]),
  };
  await askFollowUps(services, copy);
  const now = services.runtime.now();
  // The night passes as well.
  if (isQuiet(now)) services.runtime.advance(untilHoursChange(now));
  await sendDue(services, carrier);
  const kindOf = (body: string) =>
    Object.entries(textKinds).find(([, { key }]) =>
      (["en", "es"] as const).some((locale) => foldPunctuation(copy.text(key, locale, {}, "sms")) === body),
    )?.[0] ?? body;
  return bodies.map(kindOf);
}

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
          from: phoneOf(id),
          ...(story.texts === true ? { copy: createCopy(services.config.org) } : {}),
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
            hands: handed(effects),
          };
          return Buffer.from("said");
        },
      );
      return bytes.length > 0 && said ? said : nothing;
    }
    let hands: string | null = null;
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
      channel,
      arrived: 0,
      present: (effects, after) => {
        hands = handed(effects);
        return {
          ...after,
          messages: keysOf(effects).map((key) => ({ id: key, text: key, choices: [], sources: [] })),
        };
      },
    });
    token = reply.conversation;
    return {
      keys: reply.messages.map((m) => m.text),
      question: reply.question,
      outcome: reply.outcome,
      done: reply.done,
      hands,
    };
  };
}

forBothDatabases((_kind, makeDatabase) => {
  const listFolder = temporaryFolder();
  /** Services by story file: those that bring lists have a database of their own, the others share the sample. */
  const bases = new Map<string, TestServices>();
  beforeAll(async () => {
    const sample = makeServices({ database: await makeDatabase() });
    await loadSample(sample, { records: 200 });
    for (const { file } of stories) {
      const lists = listsOf(file);
      if (bases.has(file)) continue;
      if (lists.size === 0) {
        bases.set(file, sample);
        continue;
      }
      const own = makeServices({ database: await makeDatabase() });
      for (const [announced, rows] of lists) {
        // People nobody asks for stand around them, so that no list is of a few records alone.
        const name = `list-${announced}`;
        const written = writeList(listFolder, `${file}-${name}.csv`, [...rows, ...listRows(60)]);
        await importFile(own, written, { list: name, announced });
      }
      bases.set(file, own);
    }
  });

  describe.each(stories)("$file: $story.title", ({ file, story }) => {
    for (const channel of story.channels ?? (["sms", "web", "outreach"] as const)) {
      it.each(["en", "es"] as const)(`${channel}, %s`, async (locale) => {
        const base = bases.get(file);
        if (!base) throw new Error(`no services for ${file}`);
        const twilio = story.texts === true ? testTwilio : base.config.twilio;
        const sending = { segmentMs: 0 };
        const config: Config = {
          ...base.config,
          twilio,
          sending,
          lookups: story.lookups ?? "full",
          confirm: story.confirm ?? "date",
        };
        const services: TestServices = { ...base, config };
        const say = speaker(services, channel, locale);
        const phone = phoneOf(serial);
        if (channel !== "sms") await say({}, story);
        for (const [index, turn] of story.turns.entries()) {
          if (turn.on !== undefined && (turn.on === "sms") !== (channel === "sms")) continue;
          services.runtime.advance((turn.after ?? 0) * 3_600_000);
          const sent = story.texts === true && turn.after ? await sendLater(services, phone) : [];
          if (turn.sent) expect(sent, `before turn ${index + 1}`).toEqual(turn.sent);
          const said = await say(turn, story);
          const where = `turn ${index + 1}: ${JSON.stringify(turn.text ?? turn.choice ?? turn.edit)}`;
          if (turn.says) expect(said.keys, where).toEqual(turn.says);
          if (turn.includes) expect(said.keys, where).toEqual(expect.arrayContaining(turn.includes));
          for (const key of turn.lacks ?? []) expect(said.keys, where).not.toContain(key);
          if (turn.question !== undefined) expect(said.question, where).toBe(turn.question);
          if (turn.outcome !== undefined) expect(said.outcome, where).toBe(turn.outcome);
          if (turn.done !== undefined) expect(said.done, where).toBe(turn.done);
          if (turn.hands !== undefined) expect(said.hands, where).toBe(turn.hands);
        }
      });
    }
  });
});

it("tells every outcome there is, and every text of a list's status, in some story", () => {
  const turns = stories.flatMap(({ story }) => story.turns);
  const told = new Set(turns.map((turn) => turn.outcome));
  expect(outcomeIds.filter((id) => !told.has(id))).toEqual([]);
  const said = new Set(turns.flatMap((turn) => [...(turn.says ?? []), ...(turn.includes ?? [])]));
  const statuses = ["dismissed", "listedEligible", "listedFiled", "listedUnknown", "reduced", "challenged"];
  expect(statuses.filter((id) => !said.has(`outcomes.${id}`))).toEqual([]);
  for (const { line } of lineRules) expect([...said]).toContain(`outcomes.${line}`);
});
