/**
 * One reminder by text, for who asks for it: when it could go is handed in, that it shall go is an effect. Any further
 * turn ends it, so that nobody who has come back is reminded.
 */
import type { ReminderTime, Reminders, Turn } from "./step.ts";
import type { Say, Wish } from "./types.ts";

/** Questions at which "later" puts the talk off; at others (when to call?) it is an answer. */
const putOff = new Set("start caseNumber name birthDate year confirm place offense disposition".split(" "));

/**
 * Does what a wish asks.
 * @param reminders the times at which one could go.
 * @returns false when the words are an answer here, or there is nothing to offer.
 */
export function takeWish(turn: Turn, wish: Wish, reminders: Reminders, text: string): boolean {
  const question = turn.question?.id;
  if (question === undefined) return false;
  const { soon, tomorrow } = reminders;
  if (wish === "remind") {
    remind(turn, soon ?? tomorrow, text);
    return true;
  }
  if (wish === "remindTomorrow") {
    remind(turn, tomorrow ?? soon, text);
    return true;
  }
  if (!putOff.has(question) || (wish === "search" && question === "start")) return false;
  if (!soon && !tomorrow) return false;
  turn.say({ key: question === "caseNumber" ? "commands.laterPaper" : "commands.later" });
  return true;
}

function remind(turn: Turn, time: ReminderTime | undefined, text: string): void {
  if (!time) return turn.say({ key: "commands.reminderNone" });
  const told: Say = {
    key: time.tomorrow ? "commands.reminderTomorrow" : "commands.reminderToday",
    params: { time: { kind: "clock", at: time.at } },
  };
  turn.conversation.remindAt = time.at;
  turn.effects.push({ type: "remind", at: time.at, text, told });
  turn.say(told);
}

/**
 * Ends a reminder that was asked for, at the person's next turn. One that has gone out asks whether to go on, so the
 * answer to it is the answer to that question.
 */
export function endReminder(turn: Turn): void {
  const { conversation, moment } = turn;
  const { remindAt } = conversation;
  if (remindAt === undefined) return;
  delete conversation.remindAt;
  if (!conversation.done && moment.now >= remindAt) turn.log("pause", true);
}
