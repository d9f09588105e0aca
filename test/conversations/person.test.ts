/**
 * A wish for a person at every question there is, on every channel and in both languages: an aside with exits, after
 * which the conversation stands exactly where it stood.
 */
import { describe, expect, it } from "vitest";
import { newConversation, situationOf } from "../../src/dialog/position.ts";
import { step, type Step } from "../../src/dialog/step.ts";
import type { Conversation, Effect, Flow, Input, LookupResult } from "../../src/dialog/types.ts";
import { createFlow } from "../../src/flow/index.ts";
import { placesOn, stepThrough, walkMoment } from "../support/positions.ts";

const hourMs = 3_600_000;
const says = ({ effects }: Step) => effects.flatMap((effect) => (effect.type === "say" ? [effect.key] : []));
const handed = (effects: readonly Effect[]) => effects.filter((effect) => effect.type === "handOff");
const text = (said: string): Input => ({ kind: "text", text: said });
const choice = (id: string): Input => ({ kind: "choice", id });

/** Takes inputs in turn. @returns the last step, and every effect on the way. */
function play(flow: Flow, from: Conversation, inputs: readonly Input[]): { last: Step; effects: Effect[] } {
  let last: Step = { conversation: from, effects: [], question: null };
  const effects: Effect[] = [];
  for (const input of inputs) {
    last = stepThrough(flow, JSON.parse(JSON.stringify(last.conversation)) as Conversation, input);
    effects.push(...last.effects);
  }
  return { last, effects };
}

const details = [choice("evening"), choice("no"), choice("yes")];
const called = [choice("callMe"), text("213 555 0142"), ...details];

/** Ways out of the aside, and whether something is handed over by them. */
const exits: Record<string, { inputs: Input[]; hands: boolean }> = {
  "I will call": { inputs: [choice("iWillCall")], hands: false },
  "2": { inputs: [text("2")], hands: false },
  "nothing more": { inputs: [text("nothing more")], hands: false },
  "nada más": { inputs: [text("nada más")], hands: false },
  skip: { inputs: [text("skip")], hands: false },
  back: { inputs: [text("back")], hands: false },
  "back, step by step": {
    inputs: [...called, ...called.map(() => text("back")), text("back")],
    hands: false,
  },
  "no number": { inputs: [choice("callMe"), text("no")], hands: false },
  "no consent": { inputs: [...called, choice("keepHere")], hands: false },
  "not sure about consent": { inputs: [...called, text("not sure")], hands: false },
  consent: { inputs: [...called, choice("handOver")], hands: true },
  "consent in words": {
    inputs: ["llámenme", "664 123 4567", "después de las 6", "sin mensaje", "corte el viernes", "sí"].map(
      text,
    ),
    hands: true,
  },
};

for (const channel of ["sms", "web", "outreach"] as const) {
  for (const locale of ["en", "es"] as const) {
    const { flow, places } = placesOn(channel, locale);
    const asides = places.filter(({ question }) => question.aside);
    const asked = places.filter(({ question }) => !question.aside);

    describe(`${channel}, ${locale}`, () => {
      it.each(asked.map((place) => ({ ...place, at: place.question.id })))(
        "at $at: every way out leads back to it, with the same answers",
        ({ before, at }) => {
          for (const [name, { inputs, hands }] of Object.entries(exits)) {
            const { last, effects } = play(flow, before, [text("PERSON"), ...inputs]);
            expect(last.question, name).toBe(at);
            expect(last.conversation.log, name).toEqual(before.log);
            expect(last.conversation.done, name).toBe(before.done);
            expect(handed(effects), name).toHaveLength(hands ? 1 : 0);
            // Back takes back what it would have taken back.
            const back = (from: Conversation) => stepThrough(flow, from, text("back")).conversation.log;
            expect(back(last.conversation), name).toEqual(back(before));
          }
        },
      );

      it("every question of the aside leads to its end by every choice, and by not understanding to words that help", () => {
        expect(asides.map(({ question }) => question.id)).toEqual(
          flow.questions.filter((question) => question.aside).map((question) => question.id),
        );
        for (const { question, before } of asides) {
          let conversation = before;
          for (const n of [1, 2, 3, 3]) {
            const missed = step(flow, conversation, text("xyzzy"), walkMoment);
            expect(says(missed)).toEqual([`questions.${question.id}.retry${n}`]);
            conversation = missed.conversation;
          }
          expect(step(flow, conversation, text("back"), walkMoment).question).not.toBe(question.id);
        }
      });
    });
  }
}

describe("on the way", () => {
  const flow = createFlow({ lookups: "full", watch: true, followUp: true });
  const begin = (channel: "sms" | "web", lookup?: LookupResult): Conversation => {
    const conversation = newConversation(flow, channel, walkMoment.now, { locale: "en", opened: true });
    const search = ["no", "Maria Lopez", "July 25, 1968", "1992", "1"];
    const inputs = lookup ? search : search.slice(0, 2);
    let last = play(flow, conversation, [
      text("1"),
      ...(channel === "web" ? [choice("me")] : []),
      ...inputs.slice(0, lookup ? -1 : undefined).map(text),
    ]).last;
    if (lookup) {
      last = step(flow, last.conversation, text("1"), walkMoment);
      last = step(flow, last.conversation, { kind: "lookup", result: lookup }, walkMoment);
    }
    return last.conversation;
  };
  const oneCase = { list: "2020", announced: "2020-02-13", copied: "2026-02-01", sample: false } as const;
  const confirmed: LookupResult = { kind: "confirmed", cases: [{ ...oneCase, status: "dismissed" }] };
  const whatOf = (effects: readonly Effect[]) => {
    const [effect] = handed(effects);
    if (effect?.type !== "handOff") throw new Error("nothing was handed over");
    return effect;
  };

  it("an answer to the question beneath is taken there, and the aside is over", () => {
    const { last } = play(flow, begin("sms"), [text("PERSON"), text("July 25, 1968")]);
    expect(last.question).toBe("year");
    expect(last.conversation.log.map((answer) => answer.q)).toEqual([
      "start",
      "caseNumber",
      "name",
      "birthDate",
    ]);
  });

  it("hands over what was answered so far, how to reach them, and what was told", () => {
    const notConfirmed: LookupResult = { kind: "notConfirmed", listDate: "2026-02-01" };
    const { effects } = play(flow, begin("sms", notConfirmed), [
      choice("person"),
      ...called,
      choice("handOver"),
    ]);
    expect(whatOf(effects)).toEqual({
      type: "handOff",
      kind: "person",
      urgent: true,
      what: {
        answers: {
          names: [{ given: ["Maria"], family: ["Lopez"] }],
          caseNumbers: [],
          birthDate: "1968-07-25",
          year: { from: 1992, to: 1992 },
        },
        outcomes: ["notConfirmed"],
        reach: { number: "+12135550142", time: "evening", message: false, urgent: true },
        afterConfirmed: false,
        wording: "questions.reachConsent.ask",
      },
    });
  });

  it("before any answer it hands over the number alone, and says that", () => {
    const fresh = newConversation(flow, "sms", walkMoment.now, { locale: "en" });
    const { last } = play(flow, fresh, [text("PERSON"), choice("callMe"), choice("thisNumber"), ...details]);
    expect(says(last)).toEqual(["questions.reachConsent.askNumber"]);
    expect(whatOf(play(flow, last.conversation, [choice("handOver")]).effects).what).toMatchObject({
      answers: { names: [], caseNumbers: [] },
      reach: { time: "evening", message: false, urgent: true },
      wording: "questions.reachConsent.askNumber",
    });
  });

  it("promises no longer that everything is erased in a day, once a call is asked for", () => {
    for (const [locale, key] of [
      ["en", "questions.start.askCalled"],
      ["es", "questions.start.askCalled"],
      [null, "questions.start.askUnknownCalled"],
    ] as const) {
      const fresh = { ...newConversation(flow, "sms", walkMoment.now, { opened: true }), locale };
      const { last } = play(flow, fresh, [
        text("PERSON"),
        choice("callMe"),
        choice("thisNumber"),
        ...details,
        choice("handOver"),
      ]);
      const spoken = { ...last.conversation, locale };
      const situation = situationOf(flow, spoken, walkMoment.today);
      const [greeting] = flow.questions.find(({ id }) => id === "start")?.ask(situation) ?? [];
      expect(greeting?.key).toBe(key);
    }
  });

  it("says the number it would hand over, as it was understood", () => {
    const { last } = play(flow, begin("web"), [text("PERSON"), ...called]);
    expect(last.effects).toEqual([
      expect.objectContaining({ params: { called: { kind: "typed", text: "(213) 555-0142" } } }),
    ]);
  });

  it("a yes pressed twice at the question before hands nothing over", () => {
    const { last, effects } = play(flow, begin("web"), [text("PERSON"), ...called, choice("yes")]);
    expect(last.question).toBe("reachConsent");
    expect(handed(effects)).toEqual([]);
  });

  it("an earlier answer touched to change it ends the aside", () => {
    const { last } = play(flow, begin("web"), [
      text("PERSON"),
      choice("callMe"),
      { kind: "edit", question: "name" },
    ]);
    expect(last.question).toBe("name");
    expect(last.conversation.log.map((answer) => answer.q)).toEqual(["start", "forWhom", "caseNumber"]);
  });

  it("a wish to be called answers its first questions at once", () => {
    const { last } = play(flow, begin("web"), [text("please call me at 213-555-0142 after 5")]);
    expect(says(last)).toEqual(["commands.person", "questions.reachMessage.ask"]);
    const number = play(flow, begin("sms"), [text("que me llamen a este número")]).last;
    expect(says(number)).toEqual(["commands.person", "questions.reachTime.ask"]);
    expect(says(play(flow, begin("sms"), [text("call me")]).last)).toEqual([
      "commands.person",
      "questions.reachPhone.ask",
    ]);
    expect(says(play(flow, begin("web"), [text("PERSON"), text("213 555 0142")]).last)).toEqual([
      "questions.reachTime.ask",
    ]);
  });

  it("records that it follows a confirmed case, and that the case is said to be another's", () => {
    const conversation = begin("sms", confirmed);
    const other = play(flow, conversation, [choice("person"), ...called, choice("handOver")]).effects;
    expect(whatOf(other)).toMatchObject({ kind: "person", what: { afterConfirmed: true } });
    const asked = play(flow, conversation, [text("PERSON")]).last;
    expect(asked.effects.at(-1)).toMatchObject({ choices: ["callMe", "iWillCall", "notMine"] });
    const chosen = play(flow, conversation, [
      text("PERSON"),
      choice("notMine"),
      ...called.slice(1),
      choice("handOver"),
    ]).effects;
    expect(whatOf(chosen)).toMatchObject({ kind: "notMine", what: { afterConfirmed: true } });
    for (const said of ["that's not my case", "no soy yo", "ese caso no es mío"]) {
      const stated = play(flow, conversation, [text(said)]).last;
      expect(says(stated), said).toEqual(["commands.person", "questions.reach.ask"]);
      expect(stated.effects.at(-1)).toMatchObject({ choices: ["callMe", "iWillCall"] });
      const told = play(flow, stated.conversation, [...called, choice("handOver")]).effects;
      expect(whatOf(told)).toMatchObject({ kind: "notMine" });
    }
  });

  it("after the end it is asked over the end, and the conversation is over again", () => {
    const over = play(flow, begin("sms", confirmed), [choice("finish"), choice("no")]).last.conversation;
    expect(over.done).toBe(true);
    const asked = play(flow, over, [text("PERSON")]).last;
    expect(asked.question).toBe("reach");
    const left = play(flow, asked.conversation, [choice("iWillCall")]).last;
    expect(says(left)).toEqual(["questions.reachLater", "commands.goodbyeAgain"]);
    expect(left.conversation.done).toBe(true);
    const handedOver = play(flow, asked.conversation, [...called, choice("handOver")]);
    expect(handed(handedOver.effects)).toHaveLength(1);
    expect(handedOver.last.conversation.done).toBe(true);
  });

  it("after an hour the aside is over where nothing was asked of us, and goes on where something was", () => {
    const silent = (conversation: Conversation) => ({
      ...conversation,
      lastAt: walkMoment.now - hourMs - 1,
    });
    const atReach = play(flow, begin("sms"), [text("PERSON")]).last.conversation;
    const paused = play(flow, silent(atReach), [text("ok")]).last;
    expect(paused.question).toBe("resume");
    expect(play(flow, paused.conversation, [text("yes")]).last.question).toBe("birthDate");
    const atTime = play(flow, atReach, called.slice(0, 2)).last.conversation;
    const late = play(flow, silent(atTime), [text("evening")]).last;
    expect(late.question).toBe("resume");
    expect(play(flow, late.conversation, [text("yes")]).last.question).toBe("reachTime");
  });

  it("within DELETE and DELETE within it, the one opened last stands", () => {
    const { last } = play(flow, begin("sms"), [text("delete"), text("PERSON")]);
    expect(last.question).toBe("reach");
    const inner = play(flow, last.conversation, [text("delete")]).last;
    expect(inner.question).toBe("deleteWhich");
  });

  it("a conversation of the version before is told number and hours, and nothing is asked", () => {
    const old = { ...begin("sms"), flow: 1 };
    for (const said of ["PERSON", "call me"]) {
      const { last } = play(flow, old, [text(said)]);
      expect(says(last)).toEqual(["commands.person", "questions.birthDate.ask"]);
      expect(last.conversation.log).toEqual(old.log);
    }
  });
});
