/**
 * What every message costs and how it reads, as a table: message, language, channel, characters, encoding,
 * segments, grade (English) or INFLESZ (Spanish).
 */
import { foldPunctuation, segments } from "../../src/copy/segments.ts";
import type { Entry } from "./catalogue.ts";
import { readingLevel } from "./copyRules.ts";
import { pathCosts } from "./paths.ts";
import { smsMessages } from "./smsRules.ts";
import { fill, longest } from "./values.ts";

/** The table as text, widest column first; text messages with their choices, at their longest. */
export function table(entries: readonly Entry[]): string {
  const rows = [["message", "language", "channel", "characters", "encoding", "segments", "grade"]];
  for (const { entry, text, count } of smsMessages(entries))
    rows.push(row(entry, "sms", text.length, count.encoding, `${count.segments}`));
  for (const entry of entries.filter((e) => !e.sms)) {
    const text = foldPunctuation(fill(entry.text, longest[entry.locale]));
    rows.push(row(entry, "web", text.length, segments(text).encoding, "-"));
  }
  for (const cost of pathCosts())
    rows.push([`(${cost.name})`, cost.locale, "sms", "-", "-", `${cost.segments}`, cost.turns.join("+")]);
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function row(entry: Entry, channel: string, characters: number, encoding: string, count: string): string[] {
  return [
    entry.fullKey,
    entry.locale,
    channel,
    `${characters}`,
    encoding,
    count,
    readingLevel(entry).toFixed(1),
  ];
}
