/**
 * What those decided who looked again, in the report on a list: the real answers beside the simulated ones.
 */
import type { Matching, VerdictLine } from "../acts/read-quality.ts";
import { Bars, type Bar } from "../review/bars.tsx";

export type Word = (key: string) => string;

/** A share of a line as a bar; none where either count is not shown. */
function barOf(label: string, part: "theirs" | "notTheirs", line: VerdictLine | undefined, few: string): Bar {
  const [n, all] = [line?.counts[part] ?? null, line?.all ?? null];
  if (n === null || all === null) return { label, share: 0, value: few };
  const share = all === 0 ? 0 : n / all;
  return { label, share, value: `${n} / ${all} (${(100 * share).toFixed(1)} %)` };
}

/** What the section says, as bars and one rate. */
export function reviewedFigures(
  { open, machine, denied }: Matching,
  word: Word,
): { bars: Bar[]; denied: string } {
  const few = word("numbers.reviewed.few");
  const sure = machine.find(({ id }) => id === "confirmed");
  return {
    bars: [
      barOf(word("numbers.reviewed.open"), "theirs", open, few),
      barOf(word("numbers.reviewed.sure"), "notTheirs", sure, few),
    ],
    denied: denied.per1000 === null ? few : denied.per1000.toFixed(1),
  };
}

/** @param word gives the words of `numbers.reviewed` in the report's language. */
export function ReviewedPart({ reviewed, word }: { reviewed: Matching; word: Word }) {
  const { bars, denied } = reviewedFigures(reviewed, word);
  const title = word("numbers.reviewed.title");
  return (
    <section class="part">
      <h2>{title}</h2>
      <p class="lead">{word("numbers.reviewed.lead")}</p>
      {reviewed.all.all === 0 ? (
        <p>{word("numbers.reviewed.none")}</p>
      ) : (
        <>
          <Bars title={title} bars={bars} />
          <p class="small">{word("numbers.reviewed.hint")}</p>
        </>
      )}
      <p>
        {word("numbers.reviewed.denied")}: {denied}
      </p>
    </section>
  );
}
