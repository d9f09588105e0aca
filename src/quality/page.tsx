/**
 * The report on one list, for the organisation that holds it: one HTML document that prints well and loads nothing.
 * Totals and rates alone; small counts are left out here, whatever the act measured.
 */
import type { Child } from "hono/jsx";
import { shown, shownRow, type ListQuality, type Recall, type Shown } from "../acts/read-quality.ts";
import { Bars } from "../review/bars.tsx";
import { printedSheet } from "../review/printedSheet.tsx";
import { GapTable } from "./gapTable.tsx";
import { ReviewedPart, type Word } from "./reviewed.tsx";
import { casesWords, confirmableWords, qualityWords as words, recallWords } from "./words.ts";

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

const number = (count: Shown) => (count === null ? words.gaps.hidden : count.toLocaleString("en-US"));
const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;

/** A count with its share of the whole, or that it is too small to show. */
function valueOf(count: Shown, whole: number): string {
  return count === null ? number(null) : `${number(count)} (${percent(whole === 0 ? 0 : count / whole)})`;
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
}) {
  const row = shownRow(props.counts);
  const bars = props.labels.map((label, i) => ({
    label,
    share: props.whole === 0 ? 0 : (row[i] ?? 0) / props.whole,
    value: valueOf(row[i] ?? null, props.whole),
  }));
  return <Bars title={props.title} bars={bars} />;
}

function Front({ quality, today }: { quality: ListQuality; today: string }) {
  const { list, holdings, recall, strangers } = quality;
  const clean = shares(recall).clean.confirmed;
  const facts: [string, string][] = [
    [number(shown(holdings.records)), words.records],
    [
      holdings.records === 0 || shownRow(Object.values(holdings.confirmable))[0] === null
        ? "–"
        : percent(holdings.confirmable.nameAndDate / holdings.records),
      words.reachable,
    ],
    [clean === undefined ? "–" : percent(clean), words.recallClean],
    [strangers.recombined.per10000.toFixed(2), words.falsely],
  ];
  return (
    <header class="front">
      <h1>{words.title}</h1>
      <p class="which">
        <strong>{list.title}</strong> · {list.id}, {words.version} {quality.version} · {words.announced}{" "}
        {list.announced} · {words.imported} {quality.importedDay} · {words.made} {today}
      </p>
      {list.sample ? <p class="warning">{words.sample}</p> : null}
      <p class="lead">{words.lead}</p>
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

function RecallPart({ quality }: { quality: ListQuality }) {
  const asked = quality.recall.filter((one) => one.asked > 0);
  const bars = asked.map((one) => ({
    label: recallWords[one.kind],
    share: one.confirmed / one.asked,
    outline: one.opened / one.asked,
    value: `${percent(one.opened / one.asked)} / ${percent(one.confirmed / one.asked)}`,
  }));
  return (
    <Part title={words.recall.title} lead={words.recall.lead}>
      <Bars title={words.recall.title} bars={bars} />
      <p class="small">
        {words.recall.cap} {quality.openedPerLookup}.{" "}
        {asked.map((one) => `${recallWords[one.kind]}: ${one.asked} ${words.recall.asked}`).join(" · ")}
      </p>
    </Part>
  );
}

function StrangersPart({ strangers }: { strangers: ListQuality["strangers"] }) {
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
    <Part title={words.strangers.title} lead={words.strangers.lead}>
      <Bars title={words.strangers.title} bars={bars} />
      <p class="small">
        A: {words.strangers.recombined}. B: {words.strangers.namesake}.
      </p>
    </Part>
  );
}

/**
 * Writes the report.
 * @param today YYYY-MM-DD. @param word gives the words of `numbers.reviewed`. @returns a whole HTML document.
 */
export async function listQualityPage(quality: ListQuality, today: string, word: Word): Promise<string> {
  const { holdings } = quality;
  const people = holdings.peopleByCases.reduce((sum, count) => sum + count, 0);
  const twice = ["repeated", "conflicting", "firstOfJanuary"] as const;
  const body = (
    <>
      <Front quality={quality} today={today} />
      <Part title={words.confirmable.title} lead={words.confirmable.lead}>
        <Counts
          title={words.confirmable.title}
          labels={[confirmableWords.nameAndDate, confirmableWords.numberOnly, confirmableWords.never]}
          counts={[
            holdings.confirmable.nameAndDate,
            holdings.confirmable.numberOnly,
            holdings.confirmable.never,
          ]}
          whole={holdings.records}
        />
      </Part>
      <RecallPart quality={quality} />
      <StrangersPart strangers={quality.strangers} />
      <ReviewedPart reviewed={quality.reviewed} word={word} />
      <Part title={words.gaps.title} lead={words.gaps.lead}>
        <GapTable holdings={holdings} />
      </Part>
      <Part title={words.people.title} lead={words.people.lead}>
        <Counts
          title={words.people.title}
          labels={casesWords}
          counts={holdings.peopleByCases}
          whole={people}
        />
      </Part>
      <Part title={words.twice.title} lead={words.twice.lead}>
        <table class="twice">
          <tbody>
            {twice.map((what) => (
              <tr>
                <th scope="row">{words.twice[what]}</th>
                <td>{valueOf(shown(holdings[what]), holdings.records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </>
  );
  return printedSheet({
    lang: "en",
    title: `${words.title} · ${quality.list.id}`,
    style: "listQuality.css",
    name: "quality",
    body,
  });
}
