/**
 * What a sign-up sheet knows of the person who has just agreed, taken as they would answer it, so that nothing is typed
 * twice. They see it before anything is looked up, and may change each line.
 */
import { fillForm } from "../../dialog/fill.ts";
import { situationOf } from "../../dialog/position.ts";
import type { Moment, Step } from "../../dialog/step.ts";
import type { Conversation, Flow } from "../../dialog/types.ts";
import type { SheetPerson } from "../events/sheetRows.ts";

/**
 * @param known only what the flow would ask now is taken, and what reads one way.
 * @param forWhom the answer to the question that stands.
 */
export function prefill(
  flow: Flow,
  conversation: Conversation,
  known: Pick<SheetPerson, "name" | "birthDate">,
  forWhom: "me" | "helping",
  moment: Moment,
): Step {
  const fields: { question: "name" | "birthDate"; text: string }[] = [];
  const fill = (goOn: boolean, more: typeof fields = []) =>
    fillForm(flow, conversation, [...fields, ...more], { forWhom }, moment, goOn);
  for (const question of ["name", "birthDate"] as const) {
    const s = situationOf(flow, fill(false).step.conversation, moment.today);
    const field = { question, text: known[question] };
    const asked = flow.questions.find(({ id }) => id === question)?.applies(s) === true;
    if (asked && fill(false, [field]).unclear.length === 0) fields.push(field);
  }
  return fill(true).step;
}
