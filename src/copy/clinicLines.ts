/**
 * Clinics that are coming up, one a line: where, when, in which languages, and where a place is booked.
 */
import type { AnnouncedClinic, Locale } from "../dialog/types.ts";
import type { Copy, CopyChannel } from "./copy.ts";
import { foldPunctuation, outsideGsm, segments } from "./segments.ts";
import { spellDay, spellHours } from "./when.ts";

/** The lines of a text message cost no more, with the words above them; later clinics wait for the next time. */
const smsSegmentsMax = 2;

/** Takes one clinic at least. @returns its lines; on SMS as many as two segments hold, and one always. */
export function clinicLines(
  copy: Copy,
  clinics: readonly AnnouncedClinic[],
  locale: Locale,
  channel: CopyChannel,
): string {
  const lines = clinics.map((clinic) => line(copy, clinic, locale, channel));
  if (channel === "web") return lines.join("\n");
  const cost = (count: number) =>
    segments(copy.text("topics.clinicNext", locale, { clinics: lines.slice(0, count).join("\n") }, channel))
      .segments;
  let count = lines.length;
  while (count > 1 && cost(count) > smsSegmentsMax) count--;
  return lines.slice(0, count).join("\n");
}

function line(copy: Copy, clinic: AnnouncedClinic, locale: Locale, channel: CopyChannel): string {
  const spoken = clinic.languages.map((one) => copy.text(`events.languages.${one}`, locale)).join(", ");
  const hours = spellHours(clinic.startsAt, clinic.endsAt, locale);
  const text = `${clinic.place}: ${spellDay(clinic.startsAt, locale, channel)}, ${hours}. ${spoken}.`;
  const whole = clinic.booking === null ? text : `${text} ${clinic.booking}`;
  if (channel === "web") return whole;
  const folded = foldPunctuation(whole);
  // Letters that GSM-7 has not would cost every text more than half its room: as on court papers, plain capitals then.
  const place = foldPunctuation(clinic.place);
  return outsideGsm(place).length === 0
    ? folded
    : folded.replace(place, () => place.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase());
}
