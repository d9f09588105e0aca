/**
 * What a text message does: a wish that always works, an answer to the question that stands, or an early answer.
 */
import { carryOut } from "./commands.ts";
import { limits } from "./limits.ts";
import { takeWish } from "./reminder.ts";
import type { Turn } from "./step.ts";
import type { Question, Reading } from "./types.ts";

/** How a message came. */
export interface When {
  /** Nothing was asked yet in this conversation. */
  first: boolean;
  /** It was left for so long that going on is asked for first. */
  silent: boolean;
  /** With a picture, which nobody looks at. */
  media: boolean;
}

/** Takes one message as typed. */
export function hear(turn: Turn, whole: string, when: When): void {
  const { flow, conversation } = turn;
  const text = whole.slice(0, limits.textChars);
  if (conversation.locale === null) {
    const shown = flow.detectLocale(text);
    if (shown) conversation.locale = shown;
  }
  const question = turn.question;
  const reading = question ? question.read(text, turn.situation) : flow.readAlone(text, turn.situation);
  if (reading.kind === "command" || reading.command !== undefined) {
    carryOut(turn, reading, text, when);
    // Nobody is met with silence: AGAIN or WHY after the end have nothing else to say.
    if (conversation.done && turn.effects.length === 0) turn.say({ key: "commands.goodbyeAgain" });
    return;
  }
  if (conversation.done) return turn.startNew();
  if (whole.length > limits.textChars) {
    turn.say({ key: "commands.capped" });
    return turn.goOnAfter(when.silent);
  }
  if (when.first) return takeFirst(turn, text, reading, when);
  const wish = flow.readWish?.(text);
  if (wish && turn.moment.reminders && takeWish(turn, wish, turn.moment.reminders, text)) return;
  if (when.silent || !question) return turn.goOnAfter(when.silent);
  if (question.yields === true && reading.kind === "unknown" && takeBeneath(turn, question, text)) return;
  takeReading(turn, question, reading, when.media);
}

/** The first message on a channel where nothing was asked yet: it can bring answers, never agreement. */
function takeFirst(turn: Turn, text: string, reading: Reading, when: When): void {
  if (when.media) turn.sayPicture();
  const event = turn.flow.eventCode(text);
  if (event) turn.conversation.event = event;
  else if (turn.keepExtras(reading.also)) sayKept(turn);
  turn.goOn();
}

/** Leaves an aside where the message answers the question beneath. @returns whether it did. */
function takeBeneath(turn: Turn, aside: Question, text: string): boolean {
  const { log } = turn.conversation;
  turn.drop(aside.aside ?? []);
  const beneath = turn.question;
  const reading = beneath?.read(text, turn.situation);
  if (beneath && (reading?.kind === "value" || reading?.kind === "ambiguous")) {
    takeReading(turn, beneath, reading, false);
    return true;
  }
  turn.conversation.log = log;
  return false;
}

function takeReading(turn: Turn, question: Question, reading: Reading, media: boolean): void {
  switch (reading.kind) {
    case "value":
      if (reading.value === undefined) turn.miss(question);
      else turn.accept(question, reading.value, reading.also);
      return;
    case "ambiguous":
      turn.keepExtras(reading.also);
      turn.log(`${question.id}Options`, reading.options ?? []);
      turn.goOn();
      return;
    case "command":
    case "unknown":
      // Something else was answered: that is progress, not a miss; the question is asked again.
      if (turn.keepExtras(reading.also, question.corrects)) {
        if (question.onlyWhenAsked === true) sayKept(turn);
        turn.goOn();
      } else if (media) {
        turn.sayPicture();
        turn.goOn();
      } else turn.miss(question);
  }
}

/** That an early answer was kept and is no agreement; where the language is not known yet the greeting comes alone. */
function sayKept(turn: Turn): void {
  if (turn.question?.id === "start" && turn.conversation.locale !== null)
    turn.say({ key: "questions.start.kept" });
}
