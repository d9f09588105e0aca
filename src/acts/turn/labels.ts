/**
 * A choice typed as it is shown: "Talleres gratis" is its choice, whatever else the words may say.
 */
import { createCopy, type Copy } from "../../copy/copy.ts";
import { renderSay } from "../../copy/render.ts";
import { situationOf, standing } from "../../dialog/position.ts";
import type { Conversation, Flow, Input } from "../../dialog/types.ts";
import type { Organisation } from "../../env.ts";
import { plain } from "../../understanding/text.ts";

/** Labels are short; a name in one makes the longest. */
const labelMax = 200;
const copies = new WeakMap<Organisation, Copy>();

function copyOf(org: Organisation): Copy {
  let copy = copies.get(org);
  if (!copy) copies.set(org, (copy = createCopy(org)));
  return copy;
}

/**
 * Takes what was typed for the choice whose label it is, where exactly one of the standing question's is.
 * Case, accents and punctuation do not matter. A conversation's first text message answers nothing.
 */
export function takeLabel(
  org: Organisation,
  flow: Flow,
  conversation: Conversation,
  input: Input,
  today: string,
): Input {
  if (input.kind !== "text" || input.text.length > labelMax || conversation.turn === 0 || conversation.done)
    return input;
  const typed = plain(input.text);
  // A digit chooses by number.
  if (!/[a-z]{2}/.test(typed)) return input;
  const s = situationOf(flow, conversation, today);
  const question = standing(flow, s);
  const choices = question?.choices?.(s) ?? [];
  const asked = choices.length > 0 ? question?.ask(s).at(-1) : undefined;
  if (!question || !asked) return input;
  const say = { ...asked, question: question.id, choices };
  const shown = renderSay(copyOf(org), say, s.locale, s.channel === "sms" ? "sms" : "web");
  const meant = shown.choices.filter(({ label }) => plain(label) === typed);
  const [only] = meant;
  return only && meant.length === 1 ? { kind: "choice", id: only.id } : input;
}
