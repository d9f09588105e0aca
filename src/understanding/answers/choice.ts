/**
 * The choice questions: by number, else by words; two different choices are asked back.
 */
import { readNumbers } from "../choices.ts";
import type { Extras } from "../extras.ts";
import { readDisposition } from "../questions/disposition.ts";
import { readOffense } from "../questions/offense.ts";
import { readAnotherTry, readForWhom } from "../questions/people.ts";
import { readPlace } from "../questions/place.ts";
import { readTopics } from "../questions/topics.ts";
import { phraseSet, plain, readable, withoutCourtesy } from "../text.ts";
import type { QuestionId, Reading, ReadingContext } from "../types.ts";
import { leadingYesNo, readYesNo } from "../yesNo.ts";
import { alsoAnswered, withAlso } from "./also.ts";

/** The questions answered by a choice and nothing else. */
export type ChoiceQuestion = Extract<
  QuestionId,
  "forWhom" | "anotherTry" | "place" | "offense" | "disposition" | "topics" | "watch"
>;

const wantsTexts =
  /\b(?:text me|message me|let me know|notify me|tell me|send (?:me|it)|avise\w*|avisen\w*|mande\w*|manden\w*|escriba\w*|me avisa|me avisan|notifiqu\w*|keep me (?:posted|updated)|i want to (?:know|hear)|quiero (?:saber|que me avisen))\b/;
const wantsNone =
  /\b(?:dont|do not|no need|asi (?:esta|dejelo|dejalo)|esta bien asi|no hace falta|no es necesario|no me (?:avise|mande)|not necessary)\b/;

function readWatch(words: string): string[] {
  const whole = readYesNo(words);
  if (whole !== undefined) return [whole ? "yes" : "no"];
  if (wantsNone.test(words)) return ["no"];
  const lead = leadingYesNo(words);
  if (lead !== undefined) return [lead.yes ? "yes" : "no"];
  return wantsTexts.test(words) ? ["yes"] : [];
}

const nothingMore = phraseSet(
  "no|nope|nah|nel|none|nothing|nada|ninguno|ninguna|no thanks|no gracias|no thank you|no im good",
);

function readWords(question: ChoiceQuestion, text: string, words: string): string[] {
  switch (question) {
    case "forWhom":
      return readForWhom(words);
    case "anotherTry":
      return readAnotherTry(words);
    case "place":
      return readPlace(text, words);
    case "offense":
      return readOffense(text, words);
    case "disposition":
      return readDisposition(words);
    case "topics":
      return nothingMore.has(words) ? ["finish"] : readTopics(words);
    case "watch":
      return readWatch(words);
    default:
      return [];
  }
}

/** A "no," or "yes," before the answer says nothing about it, and would deny what follows. */
function withoutLeadingAnswer(text: string): string {
  return readable(text)
    .replace(/^\s*no (?=(?:i|it|we|they|he|she) )/i, "")
    .replace(/^\s*(?:no|nope|nah|yes|yeah|s[ií]|ok|well|pues|bueno)\s*[,.;:!]\s*(?=\S)/i, "");
}

function fromNumbers(
  question: ChoiceQuestion,
  text: string,
  choices: readonly string[],
  context: ReadingContext,
): Reading | undefined {
  // El Segundo is also a city of the county.
  if (question === "place" && plain(text) === "el segundo") {
    return context.locale === "en"
      ? { kind: "value", value: "laCounty" }
      : { kind: "ambiguous", options: ["laCounty", "otherCounty"] };
  }
  const chosen = readNumbers(text);
  if (chosen === undefined) return undefined;
  const values = chosen.numbers.map((number) => choices[number - 1]);
  const [first, second] = values;
  if (first === undefined || (values.length > 1 && second === undefined)) return { kind: "unknown" };
  if (values.length > 1) return { kind: "ambiguous", options: values.filter((value) => value !== undefined) };
  if (chosen.rest === undefined) return { kind: "value", value: first };
  const said = readWords(question, chosen.rest, withoutCourtesy(chosen.rest)).filter((choice) =>
    choices.includes(choice),
  );
  if (said.length === 0 && chosen.rest.split(" ").length > 3) return undefined;
  const other = said.find((choice) => choice !== first);
  if (said.includes(first) || other === undefined) return { kind: "value", value: first };
  return { kind: "ambiguous", options: [first, other] };
}

/** Reads a choice among those offered now. */
export function readChoiceAnswer(
  question: ChoiceQuestion,
  text: string,
  choices: readonly string[],
  extras: Extras,
  context: ReadingContext,
): Reading {
  const also = alsoAnswered(question, extras, context);
  const numbered = fromNumbers(question, text, choices, context);
  if (numbered !== undefined) return withAlso(numbered, also);
  const source = question === "watch" ? text : withoutLeadingAnswer(text);
  const isNothing = question === "topics" && nothingMore.has(plain(text));
  const said = (isNothing ? ["finish"] : readWords(question, source, plain(source))).filter((choice) =>
    choices.includes(choice),
  );
  const [only] = said;
  if (only === undefined) {
    // A name or a birth date told after "not confirmed" is another one to try.
    const isRetry = question === "anotherTry" && (also.name !== undefined || also.birthDate !== undefined);
    return withAlso(
      isRetry && choices.includes("again") ? { kind: "value", value: "again" } : { kind: "unknown" },
      also,
    );
  }
  return withAlso(
    said.length > 1 ? { kind: "ambiguous", options: said } : { kind: "value", value: only },
    also,
  );
}
