/**
 * The words that always work, at every question there is: in both languages, on text messages and on the web.
 */
import { describe, expect, it } from "vitest";
import { createCopy } from "../../src/copy/copy.ts";
import { renderEffects } from "../../src/copy/render.ts";
import { step, type Step } from "../../src/dialog/step.ts";
import type { Conversation, Locale } from "../../src/dialog/types.ts";
import { readConfig } from "../../src/env.ts";
import { personAnswers } from "../../src/flow/person.ts";
import { type Place, placesOn, walkMoment } from "../support/positions.ts";

const copy = createCopy(readConfig({}).org);

interface Answer extends Place {
  taken: Step;
  keys: string[];
}

/** Words as people type them, and what must hold of the answer at any question. */
const commands: Record<string, { words: Record<Locale, string[]>; expected: (answer: Answer) => void }> = {
  help: { words: { en: ["HELP", "info"], es: ["AYUDA", "información"] }, expected: tells("commands.help") },
  who: {
    words: { en: ["who is this", "are you ICE?"], es: ["¿quién es?", "¿es de migración?"] },
    expected: tells("commands.who"),
  },
  person: {
    words: { en: ["PERSON", "talk to someone"], es: ["PERSONA", "licenciado"] },
    expected({ taken, keys, question, before }) {
      // Number and hours first, then the choice to be called; asked within that, the same question once more.
      const asked = question.aside ? question.id : "reach";
      expect(keys[0]).toBe("commands.person");
      expect(keys.slice(1)).toEqual([expect.stringMatching(new RegExp(`^questions\\.${asked}\\.ask`))]);
      expect(taken.question).toBe(asked);
      expect(withoutPerson(taken.conversation)).toEqual(withoutPerson(before));
      keepsAttempts(taken, before);
    },
  },
  again: {
    words: { en: ["again"], es: ["REPETIR", "otra vez"] },
    expected({ taken, keys, question, before }) {
      expect(taken.question).toBe(question.id);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(key).toMatch(new RegExp(`^questions\\.${question.id}\\.`));
      expect(taken.conversation.log).toEqual(before.log);
    },
  },
  why: {
    words: { en: ["why", "Why?"], es: ["por qué", "¿PARA QUÉ?"] },
    expected({ taken, keys, question, before }) {
      expect(keys[0]).toBe(`questions.${question.id}.why`);
      expect(taken.question).toBe(question.id);
      expect(taken.conversation.log).toEqual(before.log);
    },
  },
  back: {
    words: { en: ["back", "BACK."], es: ["atrás", "VOLVER"] },
    expected({ taken, keys, before }) {
      expect(taken.question).not.toBeNull();
      if (before.log.length === 0) expect(keys[0]).toBe("commands.noBack");
      else expect(taken.conversation.log.length).toBeLessThan(before.log.length);
      keepsAttempts(taken, before);
    },
  },
  skip: {
    words: { en: ["skip"], es: ["SALTAR", "paso"] },
    expected({ taken, keys, question, before }) {
      if (question.unsure === undefined) {
        expect(keys[0]).toBe("commands.noSkip");
        expect(taken.question).toBe(question.id);
        expect(taken.conversation.log).toEqual(before.log);
      } else expect(keys).not.toContain("commands.noSkip");
      expect(taken.conversation.misses).toBe(0);
    },
  },
  restart: {
    words: { en: ["restart"], es: ["empezar de nuevo"] },
    expected({ taken, before }) {
      expect(taken.question).toBe("start");
      expect(taken.conversation.log).toEqual([]);
      keepsAttempts(taken, before);
    },
  },
  english: { words: { en: ["english"], es: ["INGLÉS", "in english"] }, expected: switchesTo("en") },
  spanish: { words: { en: ["español"], es: ["en español por favor"] }, expected: switchesTo("es") },
  delete: {
    words: { en: ["DELETE MY DATA"], es: ["BORRAR MIS DATOS", "borrar todo"] },
    expected({ taken, keys, before }) {
      expect(taken.effects.map((effect) => effect.type)).toContain("erase");
      expect(keys).toEqual(["commands.erased"]);
      expect(taken.conversation.log).toEqual([]);
      expect(taken.conversation.done).toBe(true);
      keepsAttempts(taken, before);
    },
  },
  deleteAlone: {
    words: { en: ["DELETE"], es: ["BORRAR"] },
    expected({ taken }) {
      expect(taken.effects.map((effect) => effect.type)).not.toContain("erase");
      expect(taken.question).toBe("deleteWhich");
    },
  },
  finish: {
    words: { en: ["that's all"], es: ["es todo", "FIN"] },
    expected({ taken, keys }) {
      expect(taken.conversation.done || taken.question === "watch").toBe(true);
      if (taken.conversation.done) expect(keys.at(-1)).toBe("commands.goodbye");
    },
  },
  stop: {
    words: { en: ["STOP", "please stop texting me"], es: ["ALTO", "ya no me manden mensajes"] },
    expected({ taken, keys, channel, before }) {
      const types = taken.effects.map((effect) => effect.type);
      if (channel !== "sms") expect(types).not.toContain("optOut");
      else {
        expect(types).toEqual(["optOut", "say"]);
        expect(keys).toEqual(["commands.stopped"]);
        expect(taken.conversation.log).toEqual(before.log);
      }
    },
  },
};

/** The answers without what the wish for a person wrote down. */
function withoutPerson({ log }: Conversation): Conversation["log"] {
  return log.filter((answer) => !(personAnswers as readonly string[]).includes(answer.q));
}

function tells(key: string): (answer: Answer) => void {
  return ({ taken, keys, question, before }) => {
    expect(keys[0]).toBe(key);
    expect(taken.question).toBe(question.id);
    expect(taken.conversation.log).toEqual(before.log);
    expect(taken.conversation.misses).toBe(before.misses);
  };
}

function switchesTo(locale: Locale): (answer: Answer) => void {
  return ({ taken, keys, question, before }) => {
    expect(taken.conversation.locale).toBe(locale);
    expect(keys[0]).toBe("commands.switched");
    expect(taken.question).toBe(question.id);
    expect(taken.conversation.log).toEqual(before.log);
  };
}

/** Lookups spent and outcomes told are never given back. */
function keepsAttempts({ conversation }: Step, before: Conversation): void {
  expect(conversation.attempts).toBe(before.attempts);
  expect(conversation.told).toEqual(before.told);
}

for (const channel of ["sms", "web", "outreach"] as const) {
  for (const locale of ["en", "es"] as const) {
    const { flow, places } = placesOn(channel, locale);
    describe(`${channel}, ${locale}`, () => {
      it("stands at every question that the channel asks", () => {
        const elsewhere = channel === "sms" ? ["forWhom"] : ["watch", "slip", "followUp", "gotCopy"];
        const expected = flow.questions.map((question) => question.id);
        expect(places.map((place) => place.question.id)).toEqual(
          expected.filter((id) => !elsewhere.includes(id)),
        );
      });

      const cases = places.flatMap((place) =>
        Object.entries(commands).map(([command, { words, expected }]) => ({
          name: `${command} at ${place.question.id}`,
          place,
          // Words of either language work whichever is spoken.
          words: [...words[locale], ...words[locale === "en" ? "es" : "en"]],
          expected,
        })),
      );
      it.each(cases)("$name", ({ place, words, expected }) => {
        for (const text of words) {
          const taken = step(flow, place.before, { kind: "text", text }, walkMoment);
          const keys = taken.effects.flatMap((effect) => (effect.type === "say" ? [effect.key] : []));
          expected({ ...place, taken, keys });
          const spoken = taken.conversation.locale ?? locale;
          for (const message of renderEffects(copy, taken.effects, spoken, channel === "sms" ? "sms" : "web"))
            expect(message.text).not.toMatch(/\{\{|undefined|NaN/);
        }
      });
    });
  }
}
