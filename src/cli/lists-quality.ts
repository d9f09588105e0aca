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
import { reviewedFigures } from "../quality/reviewed.tsx";
import { percent, qualityWords, type QualityWords } from "../quality/words.ts";

export async function runQuality(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: "string" }, locale: { type: "string", default: "en" } },
  });
  const [list, ...others] = positionals;
  if (list === undefined || others.length > 0)
    throw new UsageError("lists quality takes one ID; see lists show");
  const { locale } = values;
  if (locale !== "en" && locale !== "es")
    throw new UsageError(`"${locale}" is no language; there are en, es`);
  const services = await context.services();
  const words = qualityWords(createCopy(services.config.org), locale);
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
  for (const line of [...summary(quality, words), ...reviewedSummary(quality, words)])
    context.out(`${line}\n`);
  if (values.out === undefined) return 0;
  const file = path.resolve(context.cwd, values.out);
  try {
    await writeFile(file, await listQualityPage(quality, losAngelesDate(services.runtime.now()), words));
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? "failed"}`);
  }
  context.err(`${words.word("quality.summary.written", { file })}\n`);
  return 0;
}

/** What those decided who looked again; nothing where nobody has. */
function reviewedSummary({ reviewed }: ListQuality, { word }: QualityWords): string[] {
  const { bars, denied } = reviewedFigures(reviewed, word);
  if (reviewed.all.all === 0) return [];
  return [
    ...bars.map(({ label, value }) => `  ${label}: ${value}`),
    `  ${word("numbers.reviewed.denied")}: ${denied}`,
  ];
}

function summary(quality: ListQuality, { word, number }: QualityWords): string[] {
  const { list, version, holdings, strangers, recall, openedPerLookup } = quality;
  const { confirmable, peopleByCases } = holdings;
  const rates = shares(recall);
  const count = (exact: number) => {
    const some = shown(exact);
    return some === null ? word("quality.summary.few") : number(some);
  };
  const rate = (one: number | undefined) =>
    one === undefined ? word("quality.summary.unknown") : percent(one);
  const head = word("quality.summary.head", { name: list.id, n: version, records: count(holdings.records) });
  const lines = [
    word("quality.summary.nameAndDate", { count: count(confirmable.nameAndDate) }),
    word("quality.summary.others", { count: count(confirmable.numberOnly), n: count(confirmable.never) }),
    word("quality.summary.twice", { count: count(holdings.repeated), n: count(holdings.conflicting) }),
    word("quality.summary.people", { count: count(peopleByCases[1] + peopleByCases[2] + peopleByCases[3]) }),
    word("quality.summary.clean", {
      met: rate(rates.clean.opened),
      n: openedPerLookup,
      told: rate(rates.clean.confirmed),
    }),
    word("quality.summary.mistaken", {
      met: rate(rates.mistaken.opened),
      told: rate(rates.mistaken.confirmed),
    }),
    word("quality.summary.strangers", {
      met: strangers.recombined.per10000.toFixed(2),
      told: strangers.namesake.per10000.toFixed(2),
    }),
    ...(holdings.unreadable > 0 ? [word("quality.summary.unreadable", { n: holdings.unreadable })] : []),
  ];
  const sample = list.sample ? ` ${word("quality.summary.sample")}` : "";
  return [`${head}${sample}`, ...lines.map((line) => `  ${line}`)];
}
