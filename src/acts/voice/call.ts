/**
 * A phone call as a function: what was keyed or spoken goes in, what to say and do comes out. Nobody is looked up here
 * and no name is asked: a call is heard by others, and a number on the display proves nothing.
 */
import { decideOutcome, type Facts } from "../../law/outcomes.ts";
import { understand } from "../../understanding/understand.ts";
import { questionChoices } from "../../understanding/types.ts";
import { menuWish } from "./wishes.ts";

export type CallLocale = "en" | "es";
type Fact = "place" | "offense" | "disposition";
const factNames: readonly Fact[] = ["place", "offense", "disposition"];

/** Where a call stands: what was asked last. */
export interface Call {
  at: "language" | "menu" | Fact | "told" | "ownNumber" | "number" | "confirmNumber";
  locale: CallLocale;
  /** Times in a row that nothing was understood. */
  misses: number;
  facts: Partial<Record<Fact, string>>;
  /** Keyed in for a call back, ten digits. */
  number?: string;
}

export interface Heard {
  digits: string;
  speech: string;
}

/** What surrounds a call. */
export interface Around {
  /** The caller's ten digits, where the network shows them. */
  caller: string | undefined;
  /** Texts can be sent from here. */
  canText: boolean;
  /** Local date in Los Angeles. */
  today: string;
}

/** A sentence: its key under `voice`, and a number to be read digit by digit. */
export interface Spoken {
  key: string;
  number?: string;
  /** Said in this language whatever the call's. */
  locale?: CallLocale;
}

export interface CallTurn {
  say: Spoken[];
  /** Goes on from here; absent: the call ends once all is said. */
  next?: Call;
  /** Put the caller through. */
  connect?: boolean;
  /** Leave this number for a person to call. */
  callBack?: string;
  /** Text the caller's phone. */
  text?: boolean;
}

const missesMax = 3;
/** North American numbers: neither area code nor exchange begins with 0 or 1. */
const tenDigits = /^1?([2-9]\d{2}[2-9]\d{6})$/;

/** The ten digits of a North American number in any form, or undefined. */
export function phoneDigits(text: string): string | undefined {
  return tenDigits.exec(text.replace(/\D/g, ""))?.[1];
}

/** The first thing a caller hears: who this is, in both languages. */
export function answerCall(): CallTurn {
  return {
    say: [
      { key: "greeting", locale: "en" },
      { key: "greeting", locale: "es" },
      { key: "language", locale: "en" },
      { key: "language", locale: "es" },
    ],
    next: { at: "language", locale: "en", misses: 0, facts: {} },
  };
}

/** Takes one answer of the caller. Pure. */
export function stepCall(call: Call, heard: Heard, around: Around): CallTurn {
  const fresh = { ...call, misses: 0 };
  if (heard.digits === "9" && call.at !== "number" && call.at !== "language")
    return ask({ ...fresh, locale: call.locale === "en" ? "es" : "en" }, around);
  if (heard.digits === "0" && call.at !== "number" && call.at !== "language") return ask(fresh, around);
  switch (call.at) {
    case "language": {
      const locale = languageOf(heard, around);
      return locale ? menu({ ...fresh, locale }, around) : miss(call, around);
    }
    case "menu":
      return takeMenu(fresh, heard, around) ?? miss(call, around);
    case "ownNumber":
      // Confirmed by keypad alone, as below: the network may show a number that is not the caller's.
      if (heard.digits === "1" && around.caller !== undefined) return callBackTo(fresh, around.caller);
      return heard.digits === "2" ? ask({ ...fresh, at: "number" }, around) : miss(call, around);
    case "number": {
      const number = phoneDigits(heard.digits === "" ? heard.speech : heard.digits);
      return number === undefined
        ? miss(call, around)
        : ask({ ...fresh, at: "confirmNumber", number }, around);
    }
    case "confirmNumber":
      // Confirmed by keypad alone: a wrong number rings at a stranger's.
      if (heard.digits === "1" && call.number !== undefined) return callBackTo(fresh, call.number);
      return heard.digits === "2" ? ask({ ...fresh, at: "number" }, around) : miss(call, around);
    case "told":
      if (choice(heard, call, around) === 1) return tellSteps(fresh, around);
      return choice(heard, call, around) === 2 ? menu(fresh, around) : miss(call, around);
    case "place":
    case "offense":
    case "disposition": {
      const value = factOf(call.at, heard, call.locale, around);
      if (value === undefined) return miss(call, around);
      return tellSteps({ ...fresh, facts: { ...call.facts, [call.at]: value } }, around);
    }
  }
}

function takeMenu(call: Call, heard: Heard, around: Around): CallTurn | undefined {
  switch (heard.digits === "" ? menuWish(heard.speech) : heard.digits) {
    case "1":
    case "person":
      return { say: [{ key: "person" }], connect: true };
    case "2":
    case "callBack":
      return ask({ ...call, at: around.caller === undefined ? "number" : "ownNumber" }, around);
    case "3":
    case "steps":
      return ask({ ...call, at: "place", facts: {} }, around);
    case "4":
    case "text":
      if (!around.canText) return undefined;
      if (around.caller !== undefined) return { say: [{ key: "textSent" }, { key: "goodbye" }], text: true };
      return again(call, around, { key: "textNoNumber" });
    default:
      return undefined;
  }
}

/** Asks for the next fact that decides, or says what it comes to. */
function tellSteps(call: Call, around: Around): CallTurn {
  const decision = decideOutcome(call.facts as Facts);
  if ("needs" in decision) return ask({ ...call, at: decision.needs }, around);
  const next: Call = { ...call, at: "told" };
  const steps = [{ key: `steps.${decision.outcome}` }, { key: "closing" }];
  return { say: [...steps, ...question(next, around)], next };
}

function callBackTo(call: Call, number: string): CallTurn {
  return { say: [{ key: "callBackKept", number }, { key: "goodbye" }], callBack: number };
}

function menu(call: Call, around: Around): CallTurn {
  return ask({ ...call, at: "menu", facts: {} }, around);
}

function again(call: Call, around: Around, first: Spoken): CallTurn {
  const asked = menu(call, around);
  return { ...asked, say: [first, ...asked.say] };
}

function miss(call: Call, around: Around): CallTurn {
  // Told the number, not put through: machines that call and stay silent must not ring at the help line.
  if (call.misses + 1 >= missesMax)
    return { say: [{ key: "notUnderstood" }, { key: "person" }, { key: "goodbye" }] };
  const next = { ...call, misses: call.misses + 1 };
  return { say: [{ key: "notUnderstood" }, ...question(next, around)], next };
}

function ask(call: Call, around: Around): CallTurn {
  return call.at === "told" ? tellSteps(call, around) : { say: question(call, around), next: call };
}

/** The sentences that ask what stands. */
function question(call: Call, around: Around): Spoken[] {
  switch (call.at) {
    case "language":
      return [
        { key: "language", locale: "en" },
        { key: "language", locale: "es" },
      ];
    case "menu":
      return [
        { key: "menu" },
        ...(around.canText ? [{ key: "menuText" }] : []),
        { key: "menuAgain" },
        { key: "otherLanguage", locale: call.locale === "en" ? "es" : "en" },
      ];
    case "confirmNumber":
      return [{ key: "confirmNumber", ...(call.number === undefined ? {} : { number: call.number }) }];
    case "ownNumber":
      return [{ key: call.at, ...(around.caller === undefined ? {} : { number: around.caller }) }];
    case "number":
    case "told":
      return [{ key: call.at }];
    case "place":
    case "offense":
    case "disposition":
      return [{ key: `ask.${call.at}` }];
  }
}

function languageOf(heard: Heard, around: Around): CallLocale | undefined {
  if (heard.digits === "1") return "en";
  if (heard.digits === "2") return "es";
  const context = { locale: "en", channel: "web", today: around.today } as const;
  const { command } = understand("topics", heard.speech, context);
  return command === "english" ? "en" : command === "spanish" ? "es" : undefined;
}

/** "1" or "2", keyed or said. */
function choice(heard: Heard, call: Call, around: Around): number | undefined {
  if (heard.digits !== "") return Number(heard.digits);
  const context = {
    locale: call.locale,
    channel: "web",
    today: around.today,
    choices: ["yes", "no"],
  } as const;
  const { value } = understand("watch", heard.speech, context);
  return value === "yes" ? 1 : value === "no" ? 2 : undefined;
}

function factOf(fact: Fact, heard: Heard, locale: CallLocale, around: Around): string | undefined {
  const choices: readonly string[] = questionChoices[fact];
  if (heard.digits !== "") return choices[Number(heard.digits) - 1];
  const { value } = understand(fact, heard.speech, { locale, channel: "web", today: around.today });
  return typeof value === "string" && choices.includes(value) ? value : undefined;
}

/** Is this a call as one that was sealed here? */
export function isCall(value: unknown): value is Call {
  if (typeof value !== "object" || value === null) return false;
  const { at, locale, misses, facts } = value as Record<string, unknown>;
  const known = ["language", "menu", ...factNames, "told", "ownNumber", "number", "confirmNumber"];
  return (
    known.includes(String(at)) &&
    (locale === "en" || locale === "es") &&
    typeof misses === "number" &&
    typeof facts === "object" &&
    facts !== null
  );
}
