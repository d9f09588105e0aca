/**
 * `clearline lists quality ID`: a summary on the terminal, and with --out a page to look at and print.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readQuality, shown, type ListQuality } from "../acts/read-quality.ts";
import { createCopy } from "../copy/copy.ts";
import { losAngelesDate } from "../runtime.ts";
import { UsageError, type CommandContext } from "./command.ts";
import { progressBar } from "./progress.ts";
import { listQualityPage, shares } from "../quality/page.tsx";
import { reviewedFigures, type Word } from "../quality/reviewed.tsx";

const n = (count: number) => shown(count)?.toLocaleString("en-US") ?? "fewer than 11";

export async function runQuality(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: "string" } },
  });
  const [list, ...others] = positionals;
  if (list === undefined || others.length > 0)
    throw new UsageError("lists quality takes one ID; see lists show");
  const services = await context.services();
  const bar = progressBar(context, () => services.runtime.elapsed(), "records");
  let quality;
  try {
    quality = await readQuality(services, {
      list,
      actor: "operator",
      signal: context.signal,
      onProgress: (share, records) => bar.at(share, records),
    });
  } finally {
    bar.stop();
  }
  const copy = createCopy(services.config.org);
  const word = (key: string) => copy.text(key, "en");
  for (const line of [...summary(quality), ...reviewedSummary(quality, word)]) context.out(`${line}\n`);
  if (values.out === undefined) return 0;
  const file = path.resolve(context.cwd, values.out);
  try {
    await writeFile(file, await listQualityPage(quality, losAngelesDate(services.runtime.now()), word));
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? "failed"}`);
  }
  context.err(`${file} is written: open it in a browser to look at it or print it\n`);
  return 0;
}

/** What those decided who looked again; nothing where nobody has. */
function reviewedSummary({ reviewed }: ListQuality, word: Word): string[] {
  const { bars, denied } = reviewedFigures(reviewed, word);
  if (reviewed.all.all === 0) return [];
  return [
    ...bars.map(({ label, value }) => `  ${label}: ${value}`),
    `  ${word("numbers.reviewed.denied")}: ${denied}`,
  ];
}

function summary({ list, version, holdings, strangers, recall, openedPerLookup }: ListQuality): string[] {
  const { confirmable, peopleByCases } = holdings;
  const rates = shares(recall);
  const percent = (rate: number | undefined) =>
    rate === undefined ? "unknown" : `${(100 * rate).toFixed(1)} %`;
  return [
    `${list.id}, version ${version}${list.sample ? " (an invented sample)" : ""}: ${n(holdings.records)} records`,
    `  can be confirmed by name and birth date: ${n(confirmable.nameAndDate)}`,
    `  by case number only: ${n(confirmable.numberOnly)}; not at all: ${n(confirmable.never)}`,
    `  rows that repeat another: ${n(holdings.repeated)}; case numbers under two names: ${n(holdings.conflicting)}`,
    `  people with more than one case: ${n(peopleByCases[1] + peopleByCases[2] + peopleByCases[3])}`,
    `  asked for as filed: ${percent(rates.clean.opened)} met among ${openedPerLookup} opened, ${percent(rates.clean.confirmed)} confirmed`,
    `  asked for with one mistake: ${percent(rates.mistaken.opened)} met, ${percent(rates.mistaken.confirmed)} confirmed`,
    `  strangers told of a case, of 10,000: ${strangers.recombined.per10000.toFixed(2)} expected, ${strangers.namesake.per10000.toFixed(2)} if all were namesakes`,
    ...(holdings.unreadable > 0
      ? [`  ! rows that do not open: ${holdings.unreadable}; import the file again`]
      : []),
  ];
}
