/**
 * Many answers at once, as a form brings them: each is read by its own question's reader, so that it means here what
 * it means when asked alone. Nothing is taken while one of them reads as nothing, or two ways.
 */
import { Turn, type Moment, type Step } from "./step.ts";
import type { Conversation, Flow, Json, Question, Reading } from "./types.ts";

/** One line of a form: the question it answers, and what was written or chosen. An empty text is no answer. */
export interface FormField {
  question: string;
  text?: string;
  choice?: string;
}

/** A line that could not be taken; `options` where it reads two ways. */
export interface Unclear {
  question: string;
  options?: Json[];
}

export interface Filled {
  step: Step;
  unclear: Unclear[];
}

/**
 * Takes a form as one turn and does what falls due.
 * @param fields in the flow's order: how a name is read may rest on the number before it.
 * @param given answers logged as they are: what the form itself asks, such as agreement.
 * @param goOn false: the answers are read and kept, and nothing falls due.
 * @returns the step; with anything unclear, one that took nothing.
 */
export function fillForm(
  flow: Flow,
  conversation: Conversation,
  fields: readonly FormField[],
  given: { [question: string]: Json },
  moment: Moment,
  goOn = true,
): Filled {
  const turn = new Turn(flow, conversation, moment);
  turn.conversation.turn += 1;
  turn.conversation.lastAt = moment.now;
  for (const [question, value] of Object.entries(given)) turn.log(question, value);
  const unclear: Unclear[] = [];
  for (const field of fields) {
    const question = flow.questions.find(({ id }) => id === field.question);
    if (question === undefined) continue;
    const reading = readField(turn, question, field);
    if (reading.kind === "value" && reading.value !== undefined) {
      const accepted = question.accept?.(reading.value, turn.situation, {});
      turn.log(question.id, accepted?.value === undefined ? reading.value : accepted.value);
    } else if (reading.kind === "ambiguous") {
      unclear.push({ question: question.id, options: reading.options ?? [] });
    } else unclear.push({ question: question.id });
  }
  if (goOn && unclear.length === 0) turn.goOn();
  return { step: turn.finish(), unclear };
}

function readField(turn: Turn, question: Question, { text = "", choice }: FormField): Reading {
  const s = turn.situation;
  const none: Reading =
    question.unsure === undefined ? { kind: "unknown" } : { kind: "value", value: question.unsure };
  if (choice !== undefined && choice !== "") {
    const offered = question.choices?.(s).includes(choice) === true;
    return offered ? { kind: "value", value: choice } : { kind: "unknown" };
  }
  if (text.trim() === "") return none;
  const reading = question.read(text, s);
  return reading.kind === "command" && reading.command === "skip" ? none : reading;
}
