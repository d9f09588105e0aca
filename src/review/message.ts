/**
 * One message of the catalogue as people meet it: rendered by the channels themselves, with invented values, and
 * with the choices that the flow offers beneath it.
 */
import { smsTexts } from "../channels/sms/present.ts";
import type { CatalogueEntry } from "../copy/catalogue.ts";
import { isSentByText } from "../copy/catalogue.ts";
import type { Copy, CopyLocale } from "../copy/copy.ts";
import { renderSay } from "../copy/render.ts";
import { segments, type SegmentCount } from "../copy/segments.ts";
import { newConversation, situationOf } from "../dialog/position.ts";
import type { Answer, Param, Say } from "../dialog/types.ts";
import { createFlow } from "../flow/index.ts";

/** What the pages of people who work here fill in. */
const ofThePages =
  "all cleared code column confirmed day file from hours kind line mb met org percent phone possible records size to told verdict waiting when who why".split(
    " ",
  );

/** Values of nobody, as a conversation would hold them. */
const sampleParams = (copy: Copy, locale: CopyLocale): Record<string, Param> => ({
  month: { kind: "month", iso: "2021-09-27" },
  listDate: { kind: "day", iso: "2021-12-27" },
  status: { kind: "copy", key: "outcomes.status.dismissed" },
  birthDate: { kind: "date", iso: "1968-07-25" },
  first: { kind: "date", iso: "1970-03-04" },
  second: { kind: "date", iso: "1970-04-03" },
  name: { kind: "typed", text: copy.text("review.sampleName", locale) },
  year: { kind: "typed", text: "1990-1993" },
  caseNumber: { kind: "typed", text: "BA123456" },
  number: { kind: "typed", text: "(323) 555-0142" },
  called: { kind: "typed", text: "(323) 555-0142" },
  time: { kind: "clock", at: Date.UTC(2026, 0, 5, 21) },
  clinics: { kind: "typed", text: copy.text("review.sampleClinic", locale) },
  at: { kind: "number", value: 3 },
  of: { kind: "number", value: 9 },
  n: { kind: "number", value: 12 },
  id: { kind: "typed", text: "3f2a" },
  ...Object.fromEntries(ofThePages.map((one) => [one, { kind: "typed", text: "12" } as const])),
});

/** How a text message relates to what the chat says. */
export type SmsForm = "own" | "same" | "woven" | "none";

export interface ShownMessage {
  key: string;
  locale: CopyLocale;
  chat: { text: string; choices: readonly string[] };
  sms: SmsForm;
  /** As sent: punctuation folded, choices on lines of their own, split where one message is not enough. */
  texts: readonly { text: string; count: SegmentCount }[];
}

const flow = createFlow({ lookups: "full", watch: true, followUp: true });
const asking = /^questions\.(?<question>\w+)\.(?<form>ask\w*|ambiguous|retry\d)$/;

/** What the flow offers on a channel beneath a text that asks; nothing beneath a text that asks nothing. */
function offered(key: string, channel: "web" | "sms"): Pick<Say, "question" | "choices"> | undefined {
  const { question: id, form } = asking.exec(key)?.groups ?? {};
  const question = flow.questions.find((q) => q.id === id);
  if (!question) return undefined;
  const log: Answer[] = [];
  if (form === "askChange") log.push({ q: "changing", v: true, turn: 1 });
  if (form === "ambiguous") log.push({ q: "birthDateOptions", v: ["1970-03-04", "1970-04-03"], turn: 1 });
  const conversation = { ...newConversation(flow, channel, 0), log };
  if (form?.startsWith("askUnknown") !== true) conversation.locale = "en";
  const choices = question.choices?.(situationOf(flow, conversation, "1970-01-01"));
  return { question: question.id, ...(choices && choices.length > 0 ? { choices } : {}) };
}

/**
 * Renders a key as both channels do.
 * @param count what a plural form counts
 * @throws when the key is missing in the language
 */
export function showMessage(
  copy: Copy,
  entries: readonly CatalogueEntry[],
  key: string,
  locale: CopyLocale,
  count = 2,
): ShownMessage {
  const params = { ...sampleParams(copy, locale), count: { kind: "number", value: count } as const };
  const say = (channel: "web" | "sms"): Say => ({ key, params, ...offered(key, channel) });
  const { text, choices } = renderSay(copy, say("web"), locale, "web");
  const own = entries.some((entry) => entry.locale === locale && entry.key === key && entry.sms);
  const sent = isSentByText(key) ? smsTexts(copy, [{ type: "say", ...say("sms") }], locale) : [];
  return {
    key,
    locale,
    chat: { text, choices: choices.map((choice) => choice.label) },
    sms: !isSentByText(key) ? "none" : sent.length === 0 ? "woven" : own ? "own" : "same",
    texts: sent.map((one) => ({ text: one, count: segments(one) })),
  };
}

/** Counts that show every plural form of a key in both languages once; one count for a key without. */
export function countsOf(entries: readonly CatalogueEntry[], key: string): number[] {
  if (!entries.some((entry) => entry.key === key && entry.plural !== undefined)) return [2];
  const rules = (["en", "es"] as const).map((locale) => new Intl.PluralRules(locale));
  const forms = new Map<string, number>();
  for (const count of [2, 1, 1_000_000]) {
    const form = rules.map((rule) => rule.select(count)).join("/");
    if (!forms.has(form)) forms.set(form, count);
  }
  return [...forms.values()].sort((a, b) => a - b);
}
