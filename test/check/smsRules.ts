/**
 * Rules for text messages: what each costs with its choices and the longest values, that it stays within GSM-7,
 * and that a lock screen gives nothing away.
 */
import { foldPunctuation, outsideGsm, type SegmentCount, segments } from "../../src/copy/segments.ts";
import { questionChoices } from "../../src/understanding/types.ts";
import { type Entry, smsEntries } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import { fill, longest } from "./values.ts";
import { lockScreen } from "./words.ts";

/** Segments a message may cost, by key; the first that fits. */
const budgets: readonly { keys: RegExp; segments: number }[] = [
  { keys: /^questions\.start\.ask/, segments: 4 },
  { keys: /^outcomes\./, segments: 4 },
  { keys: /./, segments: 2 },
];

/** Texts of a question that its choices stand beneath. */
const askForm = /^questions\.(?<question>\w+)\.(?:ask\w*|ambiguous|retry\d)$/;

/** Where the choices beneath a text are not all of the question's. */
const offered: Readonly<Record<string, readonly string[]>> = {
  "start.askUnknown": ["english", "spanish"],
  "start.askUnknownCalled": ["english", "spanish"],
  "confirm.askChange": ["name", "birthDate", "year", "caseNumber"],
};
const open: readonly string[] = ["caseNumber", "name", "year"];

function choicesUnder(key: string, labelled: readonly string[]): readonly string[] {
  const question = askForm.exec(key)?.groups?.["question"];
  if (question === undefined || open.includes(question)) return [];
  if (question === "birthDate" && !key.endsWith("ambiguous")) return [];
  const standard: Readonly<Record<string, readonly string[]>> = questionChoices;
  return offered[key.replace("questions.", "")] ?? standard[question] ?? labelled;
}

export interface SmsMessage {
  entry: Entry;
  /** As sent: values filled in, punctuation folded, choices on lines of their own. */
  text: string;
  count: SegmentCount;
  budget: number;
}

/** Every message a phone may get, as sent at its longest. */
export function smsMessages(entries: readonly Entry[]): SmsMessage[] {
  const texts = smsEntries(entries);
  const labels = new Map(texts.map((e) => [`${e.locale}/${e.key}`, e]));
  return texts
    .filter((entry) => !/\.(?:choice|status)\./.test(entry.key))
    .map((entry) => {
      const { locale, key } = entry;
      const prefix = `${locale}/questions.${askForm.exec(key)?.groups?.["question"] ?? ""}.choice.`;
      const labelled = [...labels.keys()]
        .filter((k) => k.startsWith(prefix))
        .map((k) => k.slice(prefix.length));
      const lines = choicesUnder(key, labelled).map(
        (id, index) => `${index + 1} ${labels.get(`${prefix}${id}`)?.text ?? id}`,
      );
      const text = foldPunctuation(fill([entry.text, ...lines].join("\n"), longest[locale]));
      const budget = budgets.find((b) => b.keys.test(key))?.segments ?? 2;
      return { entry, text, count: segments(text), budget };
    });
}

/** GSM-7 alone, within budget, nothing a lock screen may not show. */
export function checkSms(entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = [];
  for (const { entry, text, count, budget } of smsMessages(entries)) {
    const where = `${entry.locale} ${entry.fullKey}`;
    const foreign = outsideGsm(text);
    if (foreign.length > 0) findings.push({ where, what: `has ${foreign.join(" ")}, which GSM-7 lacks` });
    if (count.segments > budget)
      findings.push({ where, what: `costs ${count.segments} segments (${count.units}), over ${budget}` });
    for (const pattern of lockScreen) {
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) findings.push({ where, what: `shows “${found}” on a lock screen` });
    }
  }
  return findings;
}

/** A variant that says what the web says is one text too many. */
export function checkVariants(entries: readonly Entry[]): Finding[] {
  const web = new Map(entries.filter((e) => !e.sms).map((e) => [`${e.locale}/${e.key}/${e.plural}`, e.text]));
  return entries
    .filter((e) => e.sms && e.plural === undefined && web.get(`${e.locale}/${e.key}/${e.plural}`) === e.text)
    .map((e) => ({ where: `${e.locale} ${e.fullKey}`, what: "repeats the web's text" }));
}
