/**
 * A wish for a person: number and hours first, then the choice to be called. It is an aside: nothing of it stays in
 * the answers, and the conversation goes on where it stood, or stays over where it was over.
 */
import type { Accepted, Effect, Json, Question, Reading, Situation } from "../dialog/types.ts";
import { readCallTime, readReach, saysNotMine, saysThisNumber } from "../understanding/questions/reach.ts";
import { readPhone, type PhoneAnswer } from "../understanding/questions/phone.ts";
import { birthDateOf, caseNumbersOf, lookupOf, namesOf, yearOf } from "./answers.ts";
import { isOpen } from "./aside.ts";

/** The flow version that first asks how to be reached; older conversations are told the number alone. */
export const askedSince = 2;

/** Everything the aside writes down, and forgets when it ends. */
export const personAnswers = [
  "personAsked",
  "reach",
  "reachPhone",
  "reachTime",
  "reachMessage",
  "reachUrgent",
] as const;

/** How it came to be asked. A type, not an interface: it is kept as JSON. */
type Asked = {
  /** They said that the confirmed case is another's. */
  notMine?: true;
  /** The conversation was over, and is again afterwards. */
  over?: true;
};

const say = (key: string): Effect => ({ type: "say", key });
const wordsMax = 80;

function askedOf(s: Situation): Asked {
  return (s.answers.get("personAsked") ?? {}) as Asked;
}

/** A case was confirmed by this very search. */
export function isConfirmed(s: Situation): boolean {
  return lookupOf(s)?.kind === "confirmed";
}

/** Said, or chosen, that the confirmed case is another's. */
export function isNotMine(s: Situation): boolean {
  return askedOf(s).notMine === true || s.answers.get("reach") === "notMine";
}

/** What a wish for a person does, in whatever words. "Call me at …" answers the first questions too. */
export function wishPerson(
  text: string,
  s: Situation,
): { answers?: { [question: string]: Json }; effects: Effect[] } {
  const effects = [say("commands.person")];
  if (s.conversation.flow < askedSince || isOpen(s, "personAsked")) return { effects };
  const asked: Asked = {
    ...(isConfirmed(s) && saysNotMine(text) ? { notMine: true } : {}),
    ...(s.conversation.done ? { over: true } : {}),
  };
  const callMe = readReach(text) === "callMe" ? { reach: "callMe", ...reachIn(text, s) } : {};
  return { answers: { personAsked: asked, ...callMe }, effects };
}

/** The same wish as a choice of a question: the question stands again afterwards. */
export function choosePerson(s: Situation, also: { [question: string]: Json } = {}): Accepted {
  const { answers, effects } = wishPerson("", s);
  return { keep: false, also: { ...also, ...answers }, effects };
}

/** A choice told in words that say more than it: "call me at 213 555 0142", "that is not my case". */
export function readPersonWish(text: string, s: Situation, reading: Reading): Reading {
  if (reading.command !== undefined || s.conversation.flow < askedSince) return reading;
  const notMine = isConfirmed(s) && saysNotMine(text);
  const callMe = reading.value === "person" && readReach(text) === "callMe";
  return notMine || callMe ? { kind: "command", command: "person" } : reading;
}

/** "Call me at 213 555 0142" is a wish for a person wherever it is said. */
export function hearingCallMe(question: Question): Question {
  if (question.aside) return question;
  return {
    ...question,
    read: (text, s) => {
      const reading = question.read(text, s);
      const wished =
        reading.command === undefined &&
        s.conversation.flow >= askedSince &&
        readReach(text) === "callMe" &&
        readPhone(text) !== undefined;
      return wished ? { kind: "command", command: "person" } : reading;
    },
  };
}

/** A number and a time in a wish to be called. */
export function reachIn(text: string, s: Situation): { [question: string]: Json } {
  const phone = phoneOf(text, s, false);
  const time = timeOf(text.replace(/[+(]*\d[\d\s().+-]{6,}/g, " "));
  return {
    ...(phone === undefined ? {} : { reachPhone: phone }),
    ...(time === undefined ? {} : { reachTime: time }),
  };
}

/** The number in a message; `thisNumber` for the phone that is texting. `asked`: the message answers that question. */
export function phoneOf(text: string, s: Situation, asked: boolean): Json | undefined {
  const phone = readPhone(text);
  if (phone) return { ...phone };
  return s.channel === "sms" && saysThisNumber(text, asked) ? "thisNumber" : undefined;
}

/** The part of the day, with the words where they say more than it. */
export function timeOf(text: string): Json | undefined {
  const time = readCallTime(text);
  return time === undefined ? undefined : { time, said: text.trim().slice(0, wordsMax) };
}

/** Ends the aside. */
export function endAside(s: Situation, ...effects: Effect[]): Accepted {
  const over = askedOf(s).over === true;
  return {
    keep: false,
    drop: personAnswers,
    effects: over ? [...effects, say("commands.goodbyeAgain")] : effects,
    ...(over ? { done: true } : {}),
  };
}

/** The number typed; undefined where it is the phone that is texting. */
export function typedPhone(s: Situation): PhoneAnswer | undefined {
  const value = s.answers.get("reachPhone");
  return typeof value === "object" && value !== null ? (value as unknown as PhoneAnswer) : undefined;
}

/** What a person at the organisation could do something with: as the lookup and the steps asked for it. */
function answersSoFar(s: Situation): { [key: string]: Json } {
  const year = yearOf(s);
  const birthDate = birthDateOf(s);
  const facts = (["place", "offense", "disposition"] as const).flatMap((id) => {
    const value = s.answers.get(id);
    return typeof value === "string" ? [[id, value] as const] : [];
  });
  return {
    names: namesOf(s) as unknown as Json,
    caseNumbers: caseNumbersOf(s),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(year === undefined ? {} : { year: { from: year.from, to: year.to } }),
    ...Object.fromEntries(facts),
  };
}

/** They answered the question a month later, and had trouble. */
function hadTrouble(s: Situation): boolean {
  return s.answers.get("gotCopy") === "trouble";
}

/** Is there anything to hand over beside the number? */
export function hasAnswers(s: Situation): boolean {
  const { names, caseNumbers, ...others } = answersSoFar(s);
  const some = [names, caseNumbers].some((list) => Array.isArray(list) && list.length > 0);
  return some || Object.keys(others).length > 0 || s.conversation.told.length > 0 || hadTrouble(s);
}

/** What was agreed to be handed over, and in which words it was agreed. */
export function handOff(s: Situation, wording: string): Effect {
  const time = s.answers.get("reachTime");
  const told = typeof time === "object" && time !== null && !Array.isArray(time) ? time : undefined;
  const urgent = s.answers.get("reachUrgent") === "yes";
  const forWhom = s.answers.get("forWhom");
  return {
    type: "handOff",
    kind: isNotMine(s) ? "notMine" : "person",
    urgent,
    what: {
      answers: answersSoFar(s),
      outcomes: [...s.conversation.told],
      reach: {
        ...typedPhone(s),
        ...(told ?? { time: time ?? "any" }),
        message: s.answers.get("reachMessage") === "yes",
        urgent,
      },
      afterConfirmed: isConfirmed(s),
      ...(typeof forWhom === "string" ? { forWhom } : {}),
      ...(hadTrouble(s) ? { hadTrouble: true } : {}),
      wording,
    },
  };
}
