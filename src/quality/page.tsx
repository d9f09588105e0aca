/**
 * The report on one list, for the organisation that holds it: one HTML document that prints well and loads nothing.
 * Totals and rates alone; small counts are left out here, whatever the act measured.
 */
import type { Child } from "hono/jsx";
import { shown, shownRow, type ListQuality, type Recall, type Shown } from "../acts/read-quality.ts";
import { Bars } from "../review/bars.tsx";
import { printedSheet } from "../review/printedSheet.tsx";
import { GapTable } from "./gapTable.tsx";
import { ReviewedPart } from "./reviewed.tsx";
import { percent, type QualityWords } from "./words.ts";

interface Rate {
  opened: number | undefined;
  confirmed: number | undefined;
}

/** Rates of those who asked as filed, and of all who made a mistake together; undefined where nobody asked. */
export function shares(recall: readonly Recall[]): { clean: Rate; mistaken: Rate } {
  const rate = (some: readonly Recall[]): Rate => {
    const sum = (of: (one: Recall) => number) => some.reduce((total, one) => total + of(one), 0);
    const asked = sum((one) => one.asked);
    if (asked === 0) return { opened: undefined, confirmed: undefined };
    return { opened: sum((one) => one.opened) / asked, confirmed: sum((one) => one.confirmed) / asked };
  };
  return {
    clean: rate(recall.filter(({ kind }) => kind === "clean")),
    mistaken: rate(recall.filter(({ kind }) => kind !== "clean")),
  };
}

/** A count with its share of the whole, or that it is too small to show. */
function valueOf(words: QualityWords, count: Shown, whole: number): string {
  const text = words.number(count);
  return count === null ? text : `${text} (${percent(whole === 0 ? 0 : count / whole)})`;
}

function Part({ title, lead, children }: { title: string; lead: string; children: Child }) {
  return (
    <section class="part">
      <h2>{title}</h2>
      <p class="lead">{lead}</p>
      {children}
    </section>
  );
}

/** Counts whose total is known, as bars. */
function Counts(props: {
  title: string;
  labels: readonly string[];
  counts: readonly number[];
  whole: number;
  words: QualityWords;
}) {
  const row = shownRow(props.counts);
  const bars = props.labels.map((label, i) => ({
    label,
    share: props.whole === 0 ? 0 : (row[i] ?? 0) / props.whole,
    value: valueOf(props.words, row[i] ?? null, props.whole),
  }));
  return <Bars title={props.title} bars={bars} />;
}

interface Told {
  quality: ListQuality;
  words: QualityWords;
}

function Front({ quality, today, words }: Told & { today: string }) {
  const { word, day } = words;
  const { list, holdings, recall, strangers } = quality;
  const clean = shares(recall).clean.confirmed;
  const facts: [string, string][] = [
    [words.number(shown(holdings.records)), word("quality.records")],
    [
      holdings.records === 0 || shownRow(Object.values(holdings.confirmable))[0] === null
        ? "–"
        : percent(holdings.confirmable.nameAndDate / holdings.records),
      word("quality.reachable"),
    ],
    [clean === undefined ? "–" : percent(clean), word("quality.recallClean")],
    [strangers.recombined.per10000.toFixed(2), word("quality.falsely")],
  ];
  return (
    <header class="front">
      <h1>{word("quality.title")}</h1>
      <p class="which">
        <strong>{list.title}</strong> · {list.id}, {word("quality.version", { n: quality.version })} ·{" "}
        {word("quality.announced", { listDate: day(list.announced) })} ·{" "}
        {word("quality.imported", { day: day(quality.importedDay) })} ·{" "}
        {word("quality.made", { day: day(today) })}
      </p>
      {list.sample ? <p class="warning">{word("quality.sample")}</p> : null}
      <p class="lead">{word("quality.lead")}</p>
      <ul class="figures">
        {facts.map(([figure, what]) => (
          <li>
            <strong>{figure}</strong> {what}
          </li>
        ))}
      </ul>
    </header>
  );
}

function RecallPart({ quality, words: { word } }: Told) {
  const asked = quality.recall.filter((one) => one.asked > 0);
  const bars = asked.map((one) => ({
    label: word(`quality.asker.${one.kind}`),
    share: one.confirmed / one.asked,
    outline: one.opened / one.asked,
    value: `${percent(one.opened / one.asked)} / ${percent(one.confirmed / one.asked)}`,
  }));
  return (
    <Part title={word("quality.recall.title")} lead={word("quality.recall.lead")}>
      <Bars title={word("quality.recall.title")} bars={bars} />
      <p class="small">
        {word("quality.recall.cap", { n: quality.openedPerLookup })}{" "}
        {asked
          .map((one) =>
            word("quality.recall.asked", { kind: word(`quality.asker.${one.kind}`), count: one.asked }),
          )
          .join(" · ")}
      </p>
    </Part>
  );
}

function StrangersPart({ quality: { strangers }, words: { word } }: Told) {
  const most = Math.max(1e-9, strangers.namesake.to, strangers.recombined.to);
  const bars = (["recombined", "namesake"] as const).map((kind) => {
    const { per10000, from, to } = strangers[kind];
    return {
      label: kind === "recombined" ? "A" : "B",
      share: per10000 / most,
      from: from / most,
      to: to / most,
      value: `${per10000.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`,
    };
  });
  return (
    <Part title={word("quality.strangers.title")} lead={word("quality.strangers.lead")}>
      <Bars title={word("quality.strangers.title")} bars={bars} />
      <p class="small">
        {word("quality.strangers.recombined")} {word("quality.strangers.namesake")}
      </p>
    </Part>
  );
}

const cases = ["one", "two", "three", "four"] as const;
const ways = ["nameAndDate", "numberOnly", "never"] as const;
const twice = ["repeated", "conflicting", "firstOfJanuary"] as const;

/**
 * Writes the report.
 * @param today YYYY-MM-DD. @param words see `qualityWords`. @returns a whole HTML document.
 */
export async function listQualityPage(
  quality: ListQuality,
  today: string,
  words: QualityWords,
): Promise<string> {
  const { holdings } = quality;
  const { word } = words;
  const people = holdings.peopleByCases.reduce((sum, count) => sum + count, 0);
  const body = (
    <>
      <Front quality={quality} today={today} words={words} />
      <Part title={word("quality.confirmable.title")} lead={word("quality.confirmable.lead")}>
        <Counts
          title={word("quality.confirmable.title")}
          labels={ways.map((way) => word(`quality.way.${way}`))}
          counts={ways.map((way) => holdings.confirmable[way])}
          whole={holdings.records}
          words={words}
        />
      </Part>
      <RecallPart quality={quality} words={words} />
      <StrangersPart quality={quality} words={words} />
      <ReviewedPart reviewed={quality.reviewed} word={word} />
      <Part title={word("quality.gaps.title")} lead={word("quality.gaps.lead")}>
        <GapTable holdings={holdings} words={words} />
      </Part>
      <Part title={word("quality.people.title")} lead={word("quality.people.lead")}>
        <Counts
          title={word("quality.people.title")}
          labels={cases.map((one) => word(`quality.cases.${one}`))}
          counts={holdings.peopleByCases}
          whole={people}
          words={words}
        />
      </Part>
      <Part title={word("quality.twice.title")} lead={word("quality.twice.lead")}>
        <table class="twice">
          <tbody>
            {twice.map((what) => (
              <tr>
                <th scope="row">{word(`quality.twice.${what}`)}</th>
                <td>{valueOf(words, shown(holdings[what]), holdings.records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </>
  );
  return printedSheet({
    lang: words.locale,
    title: `${word("quality.title")} · ${quality.list.id}`,
    style: "listQuality.css",
    name: "quality",
    body,
  });
}
