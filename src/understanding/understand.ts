/**
 * Reads one message as an answer to the question that stands: a value, several readings, a wish that works
 * at any question, or nothing. Pure and total; the order is opt-out, person, language, the other commands,
 * then the question.
 */
import { readChoiceAnswer } from "./answers/choice.ts";
import { readConfirmAnswer } from "./answers/confirm.ts";
import { readBirthDate, readCaseNumber, readName, readYear } from "./answers/facts.ts";
import { readStartAnswer } from "./answers/start.ts";
import { readCommand, readLateCommand, saysUnsure } from "./commands.ts";
import type { WholeMessage } from "./data/commandPhrases.ts";
import { wantsToSkip } from "./data/commandSentences.ts";
import { findExtras } from "./extras.ts";
import { asksToStop } from "./optOut.ts";
import { plain, withoutCourtesy } from "./text.ts";
import { questionChoices, type QuestionId, type Reading, type ReadingContext } from "./types.ts";

export { detectLocale } from "./detectLocale.ts";

/** At these questions "done" tells how a case ended, not that the talk has. */
const endings = new Set([
  "done",
  "finished",
  "termine",
  "ya termine",
  "im done",
  "ya acabe",
  "terminado",
  "i am done",
]);

/** The choices offered now: those of the context, else the question's own; empty for open questions. */
function choicesOf(question: QuestionId, context: ReadingContext): readonly string[] {
  if (context.choices !== undefined) return context.choices;
  return question in questionChoices ? questionChoices[question as keyof typeof questionChoices] : [];
}

function commandReading(command: WholeMessage, choices: readonly string[]): Reading {
  if (command === "deleteWhich") return { kind: "ambiguous", command: "delete", options: ["erase", "clear"] };
  if (command !== "callMe") return { kind: "command", command };
  return choices.includes("person")
    ? { kind: "value", value: "person" }
    : { kind: "command", command: "person" };
}

function unsureReading(choices: readonly string[]): Reading {
  return choices.includes("unsure")
    ? { kind: "value", value: "unsure" }
    : { kind: "command", command: "skip" };
}

const unsureInside =
  /\b(?:not (?:really |too |very |100 )?sure|dont (?:really )?(?:know|remember|recall)|do not (?:know|remember|recall)|cant (?:remember|recall)|cannot remember|idk|no (?:way to|telling|way of) ?(?:know\w*)?|couldnt (?:tell|say)|cant (?:tell|say)|wouldnt know|never found out|never told me|nobody told me|didnt tell me|nunca supe|no supe|nunca me dijeron|no me (?:dijeron|avisaron|explicaron)|no idea|no clue|forgot|no (?:lo |la |me )?(?:se|acuerdo|recuerdo)(?! (?:si|que) (?:es|son))|no me (?:lo |la )?acuerdo|quien (?:sabe|sabra|se acuerda|va a saber)|(?:sabe|sabra|solo) dios|dios (?:sabe|sabra)|a saber|ni idea|ni me acuerdo|ni se|no estoy segur[oa]|se me olvido|no tengo idea|ya no (?:me acuerdo|recuerdo))\b/;

/**
 * Reads a message as an answer to a question.
 * Takes the question, the text as typed (any string) and its surroundings; gives the reading. Never throws;
 * time is bounded, since only the first `readableLength` characters are read.
 */
export function understand(question: QuestionId, text: string, context: ReadingContext): Reading {
  if (context.channel === "sms" && asksToStop(text)) return { kind: "command", command: "stop" };
  const choices = choicesOf(question, context);
  const words = plain(text);
  const command = readCommand(text);
  const isEnding = question === "disposition" && command === "finish" && endings.has(words);
  if (command !== undefined && !isEnding) return commandReading(command, choices);
  // After "not confirmed" the next thing is to go on.
  if (choices.includes("goOn") && /^(?:next|siguiente|la siguiente|lo que sigue)$/.test(words))
    return { kind: "value", value: "goOn" };
  if (saysUnsure(words)) return unsureReading(choices);
  const reading = readAnswer(question, text, words, choices, context);
  const isNothing = reading.kind === "unknown" && reading.also === undefined;
  if (
    isNothing &&
    (unsureInside.test(words) || (question !== "start" && wantsToSkip.test(withoutCourtesy(words))))
  )
    return unsureReading(choices);
  if (!isNothing) return reading;
  const late = readLateCommand(text);
  return late === undefined ? reading : commandReading(late, choices);
}

function readAnswer(
  question: QuestionId,
  text: string,
  words: string,
  choices: readonly string[],
  context: ReadingContext,
): Reading {
  const extras = findExtras(text, context);
  switch (question) {
    case "caseNumber":
      return readCaseNumber(words, extras, context);
    case "name":
      return readName(extras, context);
    case "birthDate":
      return readBirthDate(extras, context);
    case "year":
      return readYear(extras, context);
    case "start":
      return readStartAnswer(text, words, choices, extras, context);
    case "confirm":
      return readConfirmAnswer(text, words, choices, extras, context);
    case "forWhom":
    case "anotherTry":
    case "place":
    case "offense":
    case "disposition":
    case "topics":
    case "watch":
      return readChoiceAnswer(question, text, choices, extras, context);
    default:
      return { kind: "unknown" };
  }
}
