/**
 * The short form of a worker who knows the questions by heart: its lines, and what they come to in the conversation.
 */
import type { Conversation, Flow, Json, Locale } from "../../dialog/types.ts";
import type { Moment } from "../../dialog/step.ts";
import { fillForm, type Filled, type FormField } from "../../dialog/fill.ts";
import { flowFor } from "../../flow/modes.ts";
import { questionChoices } from "../../understanding/types.ts";
import type { Services } from "../services.ts";

/** Lines that are written, and lines that are chosen, in the order in which they are read. */
export const writtenFields = ["caseNumber", "name", "birthDate", "year"] as const;
export const chosenFields = ["place", "offense", "disposition"] as const;
export const fieldNames = [...writtenFields, ...chosenFields] as const;
export type FieldName = (typeof fieldNames)[number];

/** What can be chosen in a line. */
export const fieldChoices = (name: (typeof chosenFields)[number]): readonly string[] => questionChoices[name];

/** One person's form. The worker read the consent aloud and the person said yes, or there is no form. */
export interface OutreachForm {
  /** The language the person is answered in. */
  locale: Locale;
  fields: Partial<Record<FieldName, string>>;
  /** The clinic's code, if one is known. */
  event?: string | undefined;
}

/** The conversation's rules as the switch stands now. */
export async function outreachFlow({ config, database }: Services, signal?: AbortSignal): Promise<Flow> {
  const rows = await database.query<{ value: string }>(
    "select value from setting where key = 'lookups'",
    [],
    signal,
  );
  return flowFor(config, rows[0]?.value ?? null, "outreach");
}

/**
 * Takes a form's lines as one turn.
 * @param then look up and answer, or only read and keep what was written.
 */
export function fillOutreach(
  flow: Flow,
  conversation: Conversation,
  form: OutreachForm,
  moment: Moment,
  then: "answer" | "keep" = "answer",
): Filled {
  const begun: Conversation = { ...conversation, locale: form.locale };
  const start = flow.questions.find(({ id }) => id === "start");
  const s = { answers: new Map<string, Json>(), conversation: begun, locale: form.locale };
  const offered = start?.choices?.({ ...s, channel: "outreach", today: moment.today }) ?? [];
  const agreed = offered.includes("agree");
  const fields: FormField[] = fieldNames.map((question) => {
    const text = form.fields[question] ?? "";
    return (chosenFields as readonly string[]).includes(question)
      ? { question, choice: text === "" ? "unsure" : text }
      : { question, text };
  });
  const given: { [question: string]: Json } = {
    start: agreed ? "agree" : "stepsOnly",
    // What the form asks and what it says stand on one page: there is nothing to confirm or to choose afterwards.
    ...(then === "answer" ? { forWhom: "helping", confirm: "search", anotherTry: "goOn" } : {}),
  };
  return fillForm(flow, begun, fields, given, moment, then === "answer");
}
