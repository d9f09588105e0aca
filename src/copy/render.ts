/**
 * From effects to sentences: parameters spelled out in the person's language, choices labelled.
 */
import type { Effect, Locale, Param, Say } from "../dialog/types.ts";
import { clinicLines } from "./clinicLines.ts";
import type { Copy, CopyChannel } from "./copy.ts";

/** One message ready to be shown. */
export interface Rendered {
  key: string;
  text: string;
  /** The question it asks, if it asks one. */
  question?: string;
  choices: { id: string; label: string }[];
}

const typedCharsMax = 80;
const intlLocale = { en: "en-US", es: "es-US" } as const;

const formats = {
  date: { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  month: { month: "long", year: "numeric", timeZone: "UTC" },
  day: { day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** "1:15 PM": read alike in both languages here, and within GSM-7. */
const clock = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  hour: "numeric",
  minute: "2-digit",
});

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A calendar date in words: "July 25, 1968", "25 de julio de 1968"; `day` in digits, Spanish day first. */
export function spellDate(iso: string, locale: Locale, how: keyof typeof formats): string {
  const instant = new Date(`${iso}T00:00:00Z`);
  if (how === "day" && locale === "es") {
    return `${instant.getUTCDate()}/${instant.getUTCMonth() + 1}/${instant.getUTCFullYear()}`;
  }
  const name = `${locale}/${how}`;
  let formatter = formatters.get(name);
  if (!formatter)
    formatters.set(name, (formatter = new Intl.DateTimeFormat(intlLocale[locale], formats[how])));
  return formatter.format(instant);
}

/** What the person typed, safe to echo: one line, no control characters; on SMS in capitals as on court papers. */
function echo(text: string, channel: CopyChannel): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, typedCharsMax);
  // Unaccented capitals stay within GSM-7, and are how court papers print names.
  return channel === "sms" ? line.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase() : line;
}

function fill(copy: Copy, param: Param, locale: Locale, channel: CopyChannel): string | number {
  switch (param.kind) {
    case "typed":
      return echo(param.text, channel);
    case "number":
      return param.value;
    case "date":
    case "month":
    case "day":
      return spellDate(param.iso, locale, param.kind);
    case "clock":
      return clock.format(param.at).replaceAll("\u202F", " ");
    case "copy":
      return copy.text(param.key, locale, {}, channel);
    case "clinics":
      return clinicLines(copy, param.clinics, locale, channel);
  }
}

/** Renders one `say`; empty text means the message is woven into another on this channel and is dropped by the caller. */
export function renderSay(copy: Copy, say: Say, locale: Locale, channel: CopyChannel): Rendered {
  const params = Object.fromEntries(
    Object.entries(say.params ?? {}).map(([name, param]) => [name, fill(copy, param, locale, channel)]),
  );
  return {
    key: say.key,
    text: copy.text(say.key, locale, params, channel),
    ...(say.question === undefined ? {} : { question: say.question }),
    choices: (say.choices ?? []).map((id) => ({
      id,
      label: copy.text(`questions.${say.question ?? ""}.choice.${id}`, locale, params, channel),
    })),
  };
}

/** Every message of a step's effects, in order, without the empty ones. */
export function renderEffects(
  copy: Copy,
  effects: readonly Effect[],
  locale: Locale,
  channel: CopyChannel,
): Rendered[] {
  return effects
    .filter((effect) => effect.type === "say")
    .map((say) => renderSay(copy, say, locale, channel))
    .filter((message) => message.text !== "");
}
