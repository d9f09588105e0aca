/**
 * The wishes that work at every question. The words themselves are read by understanding; what they do is here.
 */
import { limits } from "./limits.ts";
import type { When } from "./hear.ts";
import type { Turn } from "./step.ts";
import type { Locale, Reading } from "./types.ts";

/** Wishes that leave what was started, or end it: they need no word on going on. */
const leaving: readonly (string | undefined)[] = ["stop", "restart", "delete", "finish"];

/** Does what a command asks. After a silence going on is asked for first: no answer is repeated before. */
export function carryOut(turn: Turn, reading: Reading, text: string, { first, silent }: When): void {
  const { conversation } = turn;
  const standing = turn.question;
  if (silent && (reading.kind === "ambiguous" || !leaving.includes(reading.command))) {
    turn.log("pause", true);
    // They were meant for the question that stood, which is not shown yet.
    if (reading.command === "back" || reading.command === "skip") return turn.goOn();
  }
  if (reading.kind === "ambiguous") {
    // "BORRAR" alone: the answers here, or a record at court?
    turn.log("deleteAsked", true);
    turn.goOn();
    return;
  }
  switch (reading.command) {
    case "stop":
      turn.effects.push({ type: "optOut", text: text.slice(0, limits.textChars) });
      turn.say({ key: "commands.stopped" });
      return;
    case "start":
      turn.effects.push({ type: "optIn", text: text.slice(0, limits.textChars) });
      // After the end there is nothing to go on with: the goodbye offers START to begin a new one.
      if (conversation.done) return turn.startNew();
      return !silent && standing?.onStart !== undefined
        ? turn.accept(standing, standing.onStart)
        : turn.goOn();
    case "help":
      turn.say({ key: "commands.help" });
      return turn.goOn();
    case "who":
      turn.say({ key: "commands.who" });
      return turn.goOn();
    case "person":
      return person(turn, text);
    case "english":
      return speak(turn, "en", first);
    case "spanish":
      return speak(turn, "es", first);
    case "back":
      return back(turn);
    case "again":
      return turn.goOn();
    case "why": {
      const question = turn.question;
      if (question) turn.say({ key: `questions.${question.id}.why` });
      return turn.goOn();
    }
    case "skip":
      return skip(turn);
    case "restart":
      turn.restart();
      return turn.goOn();
    case "delete":
      turn.restart();
      conversation.done = true;
      turn.effects.push({ type: "erase" });
      turn.say({ key: "commands.erased" });
      return;
    case "finish":
      return finish(turn);
    default:
      turn.goOn();
  }
}

/** Says how to reach a person; what the flow asks then stands over the question, also over an end. */
function person(turn: Turn, text: string): void {
  const { conversation } = turn;
  const { answers, effects } = turn.flow.person(text, turn.situation);
  turn.effects.push(...effects);
  if (answers) {
    for (const [id, value] of Object.entries(answers)) turn.log(id, value);
    conversation.misses = 0;
    conversation.done = false;
  }
  turn.goOn();
}

function speak(turn: Turn, locale: Locale, first: boolean): void {
  turn.conversation.locale = locale;
  if (!first) turn.say({ key: "commands.switched" });
  turn.goOn();
}

/** Takes back the newest message's answers. Lookups spent and outcomes told are not given back. */
function back(turn: Turn): void {
  const { conversation } = turn;
  const newest = conversation.log.at(-1)?.turn;
  if (newest === undefined) turn.say({ key: "commands.noBack" });
  else {
    conversation.log = conversation.log.filter((answer) => answer.turn !== newest);
    conversation.done = false;
    conversation.misses = 0;
  }
  turn.goOn();
}

function skip(turn: Turn): void {
  const question = turn.question;
  if (question?.unsure !== undefined) {
    turn.accept(question, question.unsure);
    return;
  }
  turn.say({ key: "commands.noSkip" });
  turn.goOn();
}

function finish(turn: Turn): void {
  const { conversation } = turn;
  if (conversation.done) {
    turn.say({ key: "commands.goodbyeAgain" });
    return;
  }
  // An aside does not stand in the way: what is finished is the question beneath.
  turn.drop(turn.question?.aside ?? []);
  const question = turn.question;
  const offered = question?.choices?.(turn.situation);
  if (question && offered?.includes("finish")) {
    turn.accept(question, "finish");
    return;
  }
  conversation.done = true;
  turn.say({ key: "commands.goodbye" });
}
