/**
 * The engine over a small flow of its own: what it guarantees whatever the questions are.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "./limits.ts";
import { newConversation, progressOf, situationOf } from "./position.ts";
import { step, type Step } from "./step.ts";
import type { Conversation, Flow, Input, Question, Reading } from "./types.ts";

const hour = 3_600_000;
const moment = { now: 1_000_000_000_000, today: "2026-03-02" };

/** Words that work everywhere here: "cmd:<name>". "k=v" answers another question beside. */
function read(text: string): Reading {
  if (text.startsWith("cmd:")) return { kind: "command", command: text.slice(4) };
  const [value, extra] = text.split("+");
  const [id = "", v = ""] = extra?.split("=") ?? [];
  const also = extra === undefined ? {} : { also: { [id]: v } };
  return value === "" || value === "?"
    ? { kind: "unknown", ...also }
    : { kind: "value", value: value ?? "", ...also };
}

const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  since: 1,
  counts: true,
  applies: () => true,
  ask: () => [{ key: `questions.${id}.ask` }],
  read,
  ...more,
});

const flow: Flow = {
  version: 2,
  questions: [
    question("reach", {
      counts: false,
      aside: ["wish"],
      yields: true,
      choices: () => ["leave"],
      applies: (s) => s.answers.has("wish"),
      read: (text) => (text === "leave" || text.startsWith("cmd:") ? read(text) : { kind: "unknown" }),
      accept: (_value, s) => ({ keep: false, drop: ["wish"], done: s.answers.get("wish") === "over" }),
    }),
    question("resume", {
      counts: false,
      onStart: "yes",
      unsure: "yes",
      applies: (s) => s.conversation.log.some((a) => a.q === "pause"),
      accept: () => ({ keep: false, drop: ["pause"] }),
    }),
    question("start", { onlyWhenAsked: true, choices: () => ["agree"] }),
    question("colour", { unsure: "any", invalidates: ["look", "lookup", "told"] }),
    question("size", { since: 2 }),
    question("look", {
      onlyWhenAsked: true,
      choices: () => ["search", "again"],
      accept: (value) => ({ keep: value === "search" }),
    }),
    question("topics", {
      counts: false,
      applies: (s) => s.answers.has("told"),
      choices: () => ["finish"],
      accept: (value) => ({ keep: value === "finish" }),
    }),
  ],
  due: (s) => {
    if (s.answers.has("wish")) return undefined;
    if (s.answers.get("look") === "search" && !s.answers.has("lookup")) {
      return {
        effects: [{ type: "lookUp", query: { colour: s.answers.get("colour") ?? null } }],
        wait: true,
      };
    }
    if (s.answers.has("lookup") && !s.answers.has("told")) {
      return {
        answers: { told: true },
        effects: [
          { type: "say", key: "told" },
          { type: "outcome", id: "notConfirmed" },
        ],
      };
    }
    if (s.answers.get("topics") === "finish") return { effects: [{ type: "say", key: "bye" }], done: true };
    return undefined;
  },
  detectLocale: (text) => (text === "hola" ? "es" : undefined),
  eventCode: () => undefined,
  fallbackLocale: "en",
  readAlone: read,
  person: (_text, s) =>
    s.answers.has("wish")
      ? { effects: [{ type: "say", key: "person" }] }
      : {
          effects: [{ type: "say", key: "person" }],
          answers: { wish: s.conversation.done ? "over" : "open" },
        },
};

const fresh = () => newConversation(flow, "web", moment.now, { locale: "en", opened: true });
const keys = (s: Step) => s.effects.flatMap((effect) => (effect.type === "say" ? [effect.key] : []));

function play(inputs: readonly (Input | string)[], from: Conversation = fresh(), at = moment): Step {
  let last: Step = { conversation: from, effects: [], question: null };
  for (const input of inputs) {
    // Every state goes through JSON, as it does between turns.
    const conversation = JSON.parse(JSON.stringify(last.conversation)) as Conversation;
    last = step(flow, conversation, typeof input === "string" ? { kind: "text", text: input } : input, at);
    const query = last.effects.find((effect) => effect.type === "lookUp");
    if (query) last = step(flow, last.conversation, { kind: "lookup", result: { kind: "notConfirmed" } }, at);
  }
  return last;
}

describe("step", () => {
  it("asks each question in its order and does the lookup when it is due", () => {
    expect(play(["agree"]).question).toBe("colour");
    expect(play(["agree", "red", "xl"]).question).toBe("look");
    const told = play(["agree", "red", "xl", "search"]);
    expect(keys(told)).toEqual(["told", "questions.topics.ask"]);
    expect(told.conversation.attempts).toBe(1);
    expect(told.conversation.told).toEqual(["notConfirmed"]);
  });

  it("keeps what a message answered beside, and asks nothing twice", () => {
    const stepped = play(["agree", "red+size=xl"]);
    expect(stepped.question).toBe("look");
  });

  it("never takes agreement from an extra", () => {
    expect(play(["?+start=agree"]).question).toBe("start");
    expect(play(["agree", "?+look=search"]).conversation.attempts).toBe(0);
  });

  it("takes back one message with all it answered, and no lookup with it", () => {
    expect(play(["agree", "red+size=xl", "cmd:back"]).question).toBe("colour");
    const back = play(["agree", "red", "xl", "search", "cmd:back"]);
    expect(back.question).toBe("look");
    expect(back.conversation.attempts).toBe(1);
    expect(back.conversation.told).toEqual(["notConfirmed"]);
  });

  it("says so when there is nothing to take back", () => {
    expect(keys(play(["cmd:back"]))).toEqual(["commands.noBack", "questions.start.ask"]);
  });

  it("gives no lookup back on restart", () => {
    const again = play(["agree", "red", "xl", "search", "cmd:restart"]);
    expect(again.question).toBe("start");
    expect(again.conversation.attempts).toBe(1);
    expect(again.conversation.log).toEqual([]);
  });

  it("ignores a choice that does not stand", () => {
    const ignored = play(["agree", { kind: "choice", id: "search" }]);
    expect(ignored.question).toBe("colour");
    expect(ignored.conversation.log.map((a) => a.q)).toEqual(["start"]);
  });

  it("changes an earlier answer by edit, and what rested on it falls", () => {
    const edited = play(["agree", "red", "xl", "search", { kind: "edit", question: "colour" }]);
    expect(edited.question).toBe("colour");
    expect(edited.conversation.log.map((a) => a.q)).toEqual(["start", "size"]);
  });

  it("never edits agreement or what was not answered", () => {
    expect(play(["agree", { kind: "edit", question: "start" }]).question).toBe("colour");
    expect(play(["agree", { kind: "edit", question: "size" }]).question).toBe("colour");
  });

  it("rewords a question on the second and third miss, and forgets the misses with an answer", () => {
    expect(keys(play(["agree", "?"]))).toEqual(["questions.colour.retry1"]);
    expect(keys(play(["agree", "?", "?"]))).toEqual(["questions.colour.retry2"]);
    expect(keys(play(["agree", "?", "?", "?", "?"]))).toEqual(["questions.colour.retry3"]);
    expect(keys(play(["agree", "?", "red", "?"]))).toEqual(["questions.size.retry1"]);
  });

  it("skips where a question can do without, and says so where it cannot", () => {
    expect(play(["agree", "cmd:skip"]).question).toBe("size");
    expect(keys(play(["cmd:skip"]))).toEqual(["commands.noSkip", "questions.start.ask"]);
  });

  it("asks whether to go on after an hour of silence, and takes that message for no answer", () => {
    const before = play(["agree"]).conversation;
    const later = play(["red"], before, { ...moment, now: moment.now + hour + 1 });
    expect(later.question).toBe("resume");
    expect(later.conversation.log.some((a) => a.q === "colour")).toBe(false);
    expect(play(["yes"], later.conversation, { ...moment, now: moment.now + hour + 2 }).question).toBe(
      "colour",
    );
  });

  it("after an hour of silence repeats no answer before going on was asked for, whatever comes", () => {
    const before = play(["agree", "red"]).conversation;
    const later = { ...moment, now: moment.now + hour + 1 };
    const commands = ["help", "again", "why", "back", "skip", "start", "english"];
    const texts = [...commands.map((command) => `cmd:${command}`), "x".repeat(2_000), "?", "xl"];
    const others: Input[] = [{ kind: "choice", id: "search" }, { kind: "media" }];
    for (const input of [...texts, ...others]) {
      const taken = play([input], before, later);
      expect(taken.question, JSON.stringify(input).slice(0, 40)).toBe("resume");
      expect(taken.conversation.log.map((a) => a.q)).toEqual(["start", "colour", "pause"]);
      const said = keys(taken).at(-1) ?? "";
      expect(said).toMatch(/^questions\.resume\./);
    }
    // What ends it or begins anew needs no word on going on.
    expect(play(["cmd:restart"], before, later).question).toBe("start");
    expect(play(["cmd:finish"], before, later).conversation.done).toBe(true);
    expect(play(["cmd:delete"], before, later).conversation.done).toBe(true);
    const person = play(["cmd:person"], before, later);
    expect(keys(person)).toEqual(["person", "questions.reach.ask"]);
    expect(play(["leave"], person.conversation, later).question).toBe("resume");
  });

  it("takes START for going on where that is asked, and for no answer where it is not yet", () => {
    const before = play(["agree"]).conversation;
    const later = { ...moment, now: moment.now + hour + 1 };
    const asked = play(["?"], before, later).conversation;
    expect(play(["cmd:start"], asked, later).question).toBe("colour");
    expect(play(["cmd:start"], before, later).question).toBe("resume");
  });

  it("does not ask a conversation a question newer than itself", () => {
    const old = { ...fresh(), flow: 1 };
    expect(play(["agree", "red"], old).question).toBe("look");
  });

  it("erases at once and is over", () => {
    const erased = play(["agree", "red", "cmd:delete"]);
    expect(erased.effects.map((e) => e.type)).toContain("erase");
    expect(erased.conversation.log).toEqual([]);
    expect(erased.conversation.done).toBe(true);
    expect(erased.question).toBeNull();
  });

  it("starts a new conversation with the next message after the end", () => {
    const done = play(["agree", "red", "xl", "search", "finish"]);
    expect(done.conversation.done).toBe(true);
    expect(play(["hello"], done.conversation).question).toBe("start");
  });

  it("begins anew with START after the end, and meets no command with silence there", () => {
    const over = { ...newConversation(flow, "sms", moment.now), turn: 3, lastAt: moment.now, done: true };
    const started = step(flow, over, { kind: "text", text: "cmd:start" }, moment);
    expect(started.conversation.done).toBe(false);
    expect(started.effects.map((effect) => effect.type)).toEqual(["optIn", "say"]);
    for (const command of ["again", "why", "back", "skip", "help", "finish", "english"]) {
      const { effects } = step(flow, over, { kind: "text", text: `cmd:${command}` }, moment);
      expect(effects.length, command).toBeGreaterThan(0);
    }
  });

  it("takes the language from the first message alone", () => {
    const sms = newConversation(flow, "sms", moment.now);
    expect(play(["hola"], sms).conversation.locale).toBe("es");
    expect(play(["agree", "hola"]).conversation.locale).toBe("en");
  });

  it("does not read the first message on a message channel as an answer", () => {
    const sms = newConversation(flow, "sms", moment.now);
    const first = play(["agree"], sms);
    expect(first.question).toBe("start");
    expect(first.conversation.log).toEqual([]);
  });

  it("shows progress that counts answered questions and those that stand", () => {
    const { conversation } = play(["agree", "red"]);
    expect(progressOf(flow, situationOf(flow, conversation, moment.today))).toEqual({ at: 3, of: 4 });
  });

  it("asks an aside over the question, and goes on where it stood", () => {
    const asked = play(["agree", "red", "cmd:person"]);
    expect(keys(asked)).toEqual(["person", "questions.reach.ask"]);
    expect(keys(play(["cmd:person"], asked.conversation))).toEqual(["person", "questions.reach.ask"]);
    const left = play(["leave"], asked.conversation);
    expect(left.question).toBe("size");
    expect(left.conversation.log).toEqual(play(["agree", "red"]).conversation.log);
    expect(play(["cmd:back"], asked.conversation).question).toBe("size");
    expect(play(["cmd:back"], left.conversation).question).toBe("colour");
  });

  it("leaves an aside that yields with an answer to the question beneath", () => {
    const answered = play(["agree", "red", "cmd:person", "xl"]);
    expect(answered.question).toBe("look");
    expect(answered.conversation.log.map((a) => a.q)).toEqual(["start", "colour", "size"]);
    const missed = play(["agree", "red", "cmd:person", "?"]);
    expect(keys(missed)).toEqual(["questions.reach.retry1"]);
    expect(missed.conversation.log.map((a) => a.q)).toContain("wish");
  });

  it("finishes the question beneath an aside, and asks one over an end too", () => {
    const finished = play(["agree", "red", "xl", "search", "cmd:person", "cmd:finish"]);
    expect(finished.conversation.done).toBe(true);
    expect(keys(finished)).toEqual(["bye"]);
    const over = play(["cmd:person"], finished.conversation);
    expect(over.question).toBe("reach");
    expect(play(["leave"], over.conversation).conversation.done).toBe(true);
  });

  it("holds for any inputs: attempts never fall, every open conversation has a question, logs stay bounded", () => {
    const input: fc.Arbitrary<Input> = fc.oneof(
      fc
        .constantFrom(
          "agree",
          "red",
          "xl",
          "search",
          "finish",
          "?",
          "?+size=s",
          "cmd:back",
          "cmd:restart",
          "cmd:skip",
          "cmd:why",
          "cmd:help",
          "cmd:delete",
          "cmd:finish",
          "cmd:again",
          "cmd:person",
          "leave",
        )
        .map((text) => ({ kind: "text" as const, text })),
      fc.constantFrom("agree", "search", "finish").map((id) => ({ kind: "choice" as const, id })),
      fc
        .constantFrom("colour", "size", "start", "nonsense")
        .map((q) => ({ kind: "edit" as const, question: q })),
      fc.string().map((text) => ({ kind: "text" as const, text })),
      fc.constant({ kind: "media" as const }),
    );
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        let state = fresh();
        for (const one of inputs) {
          const next = play([one], state);
          const begun = next.conversation.startedAt !== state.startedAt || state.done;
          if (!begun && next.conversation.attempts < state.attempts) return false;
          if (!next.conversation.done && next.question === null) return false;
          if (next.conversation.log.length > limits.logEntries) return false;
          state = next.conversation;
        }
        return true;
      }),
    );
  });
});
