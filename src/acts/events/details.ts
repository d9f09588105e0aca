/**
 * What staff typed about an event, read and held to what a text message can carry and a lock screen may show.
 */
import { isEventCode } from "../../flow/eventCode.ts";
import { instantOf } from "./localTime.ts";
import { eventLanguages, EventRefusal, type EventDetails, type EventProblem } from "./types.ts";

/** Up to these the next clinics fit into a text message. */
export const eventChars = { place: 60, booking: 50 } as const;
const years = { min: 2020, max: 2099 };

/** As the fields of a form hold it. */
export interface TypedEvent {
  code: string;
  place: string;
  /** YYYY-MM-DD, HH:MM, HH:MM in Los Angeles; an event ends on the day it starts. */
  day: string;
  from: string;
  to: string;
  languages: readonly string[];
  booking: string;
  shown: boolean;
}

/** Words that would tell whoever reads the phone over a shoulder what the text is about (P21). */
const telling =
  /\b(cannabis|marij?h?uana|weed|mota|prop(?:osition|uesta)? ?64|convict\w*|conden\w*|felon\w*|misdemeanors?|delit\w*|criminal\w*|antecedentes|expunge\w*|records?|jail|prison|c[áa]rcel|prisi[óo]n)\b/i;

/** @throws EventRefusal naming everything that is wrong. */
export function readDetails(typed: TypedEvent): EventDetails {
  const problems: EventProblem[] = [];
  const code = typed.code.replace(/[\s-]/g, "").toUpperCase();
  if (!isEventCode(code)) problems.push("code");
  const place = typed.place
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
  if (place.length < 3 || place.length > eventChars.place || telling.test(place)) problems.push("place");
  const year = Number(typed.day.slice(0, 4));
  const startsAt = instantOf(typed.day, typed.from);
  const endsAt = instantOf(typed.day, typed.to);
  if (instantOf(typed.day, "12:00") === undefined || year < years.min || year > years.max)
    problems.push("day");
  else if (startsAt === undefined || endsAt === undefined || startsAt >= endsAt) problems.push("hours");
  const languages = eventLanguages.filter((one) => typed.languages.includes(one));
  if (languages.length === 0) problems.push("languages");
  const booking = bookingOf(typed.booking);
  if (booking === undefined) problems.push("booking");
  if (problems.length > 0 || startsAt === undefined || endsAt === undefined || booking === undefined)
    throw new EventRefusal(problems);
  return { code, place, startsAt, endsAt, languages, booking, shown: typed.shown };
}

/** Details as a statement takes them after the id, $2 to $8: code, place, times, languages, booking, shown. */
export function detailParameters(
  d: EventDetails,
): [string, string, number, number, string, string | null, boolean] {
  return [d.code, d.place, d.startsAt, d.endsAt, `{${d.languages.join(",")}}`, d.booking, d.shown];
}

/** A short https address, null for none, undefined for anything else. */
function bookingOf(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  if (
    text.length > eventChars.booking ||
    !/^https:\/\/[\w.-]+\.[a-z]{2,}(?:[/?#][\w\-./?=&%+#~]*)?$/i.test(text)
  )
    return undefined;
  return telling.test(text) ? undefined : text;
}
