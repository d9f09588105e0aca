/**
 * Reads a form of the clinic table. Anything may arrive here: what is not a short text counts as absent.
 */
import type { Answer } from "../acts/clinic/turn.ts";
import { dateText } from "../widget/dateText.ts";
import { commandWords } from "../widget/words.ts";

type Fields = (name: string) => string;

const ids = /^[\w.-]{1,64}$/;

/** What was answered; undefined for a form with nothing in it. */
function saidIn(field: Fields, locale: "en" | "es"): Answer["said"] | undefined {
  const command = field("command");
  const words = commandWords[locale];
  if (command === "back" || command === "why" || command === "person" || command === "language")
    return { text: words[command] };
  if (field("edit") !== "") return { edit: field("edit").slice(0, 64) };
  if (field("choice") !== "") return { choice: field("choice").slice(0, 64) };
  const date = dateText({ day: field("day"), month: field("month"), year: field("year") }, locale);
  const text = date === "" ? field("text").trim() : date;
  return text === "" ? undefined : { text };
}

/**
 * @param locale the person's language.
 * @returns undefined for a form that says nothing, or is none of ours.
 */
export function answerIn(field: Fields, locale: "en" | "es", forWhom: Answer["forWhom"]): Answer | undefined {
  const said = saidIn(field, locale);
  const [person, after, turn] = [field("person"), field("after"), field("turn")];
  if (!said || !ids.test(turn) || turn.length < 8) return undefined;
  return { person, after, turn, said, forWhom };
}
