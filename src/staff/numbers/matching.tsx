/**
 * How well matching judges: what reviewers decided, who said that a case is not theirs, and what was expected.
 */
import { verdicts } from "../../acts/handoff/decide-match.ts";
import {
  readMatching,
  type Expectation,
  type Matching,
  type VerdictLine,
} from "../../acts/numbers/read-matching.ts";
import type { Word } from "../layout.tsx";
import { Figures } from "../office/charts.tsx";
import { hidden, type Drawing, type Part, type Speaking } from "./part.ts";

const sorts = ["machine", "kinds", "differs", "weights"] as const;
type Sort = (typeof sorts)[number];

function nameOf(sort: Sort, id: string, word: Word): string {
  if (sort === "machine") return word(`queue.near.machine.${id}`);
  if (sort === "weights") return word("numbers.matching.weight", { from: id, to: String(Number(id) + 3) });
  return word(`numbers.matching.${sort === "kinds" ? "kind" : "differ"}.${id}`);
}

/** The verdicts of one line side by side: the whole is as long as the row. Without a count that is hidden there is none. */
function Stack({ line, word, formats }: Speaking & { line: VerdictLine }) {
  const { all, counts } = line;
  if (all === null || all === 0 || verdicts.some((verdict) => counts[verdict] === null)) return null;
  let from = 0;
  return (
    <svg
      class="numbers-stack"
      role="img"
      aria-label={verdicts
        .map((verdict) => `${word(`queue.decide.${verdict}`)}: ${formats.count(counts[verdict])}`)
        .join(", ")}
    >
      {verdicts.map((verdict) => {
        const width = (100 * (counts[verdict] ?? 0)) / all;
        const x = from;
        from += width;
        return <rect class={verdict} x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="100%" />;
      })}
    </svg>
  );
}

function Verdicts({ sort, lines, word, formats }: Speaking & { sort: Sort; lines: VerdictLine[] }) {
  const title = word(`numbers.matching.by.${sort}`);
  return (
    <section class="office-scroll" role="region" aria-label={title} tabindex={0}>
      <table class="office-table numbers-verdicts">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{word(`numbers.matching.head.${sort}`)}</th>
            {verdicts.map((verdict) => (
              <th scope="col">
                <span class={`numbers-key ${verdict}`} aria-hidden="true"></span>
                {word(`queue.decide.${verdict}`)}
              </th>
            ))}
            <th scope="col">{word("numbers.matching.all")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                {nameOf(sort, line.id, word)}
                <Stack line={line} word={word} formats={formats} />
              </th>
              {verdicts.map((verdict) => (
                <td>{formats.count(line.counts[verdict])}</td>
              ))}
              <td>{formats.count(line.all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What it comes to, in sentences. */
export function sayMatching(read: Matching, { word, formats }: Speaking): string[] {
  const { all, open, machine, denied } = read;
  const sentences: string[] = [];
  const say = (key: string, params: Record<string, string | number>) =>
    sentences.push(word(`numbers.matching.${key}`, params));
  if (all.all === 0) return [word("numbers.matching.none")];
  say("looked", { n: formats.count(all.all) });
  const share = (part: number | null, whole: number | null) =>
    part === null || whole === null || whole === 0 ? null : formats.percent(part / whole);
  const found = share(open.counts.theirs, open.all);
  if (found !== null) say("found", { status: found, n: formats.count(open.all) });
  const sure = machine.find(({ id }) => id === "confirmed");
  const wrong = sure && share(sure.counts.notTheirs, sure.all);
  if (sure && wrong != null) say("wrong", { status: wrong, n: formats.count(sure.all) });
  if (denied.per1000 !== null) say("denied", { n: formats.rate(denied.per1000) });
  return sentences;
}

function Expected({
  expected,
  word,
  formats,
  role,
}: Pick<Drawing, "word" | "formats" | "role"> & { expected: Expectation[] }) {
  const columns = ["list", "clean", "mistaken", "strangers", "made"] as const;
  const title = word("numbers.matching.expected.title");
  return (
    <section>
      <h2>{title}</h2>
      <p>{word("numbers.matching.expected.what")}</p>
      {expected.length === 0 ? (
        <p>{word("numbers.matching.expected.none")}</p>
      ) : (
        <div class="office-scroll" role="region" aria-label={title} tabindex={0}>
          <table class="office-table">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th scope="col">{word(`numbers.matching.expected.${name}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {expected.map((one) => (
                <tr>
                  <th scope="row">
                    {one.title}
                    {one.sample ? ` (${word("numbers.matching.expected.sample")})` : ""}
                  </th>
                  <td>{one.clean === null ? "–" : formats.percent(one.clean)}</td>
                  <td>{one.mistaken === null ? "–" : formats.percent(one.mistaken)}</td>
                  <td>
                    {formats.rate(one.strangers.per10000)} ({formats.rate(one.strangers.from)}–
                    {formats.rate(one.strangers.to)})
                  </td>
                  <td>
                    {formats.instant(one.at)}
                    {one.old ? ` ${word("numbers.matching.expected.old")}` : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {role === "admin" ? (
        <p>
          <a class="button quiet" href="/staff/lists">
            {word("numbers.matching.expected.measure")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function rowsOf(read: Matching, { word, formats }: Speaking): (string | number)[][] {
  const line = (part: string, one: VerdictLine, name: string) => [
    [part, one.id, name, one.all ?? hidden],
    ...verdicts.map((verdict) => [
      `${part}_${verdict}`,
      one.id,
      `${name}: ${word(`queue.decide.${verdict}`)}`,
      one.counts[verdict] ?? hidden,
    ]),
  ];
  const { denied } = read;
  return [
    ...line("verdicts", read.all, word("office.numbers.all")),
    ...line("verdicts_open", read.open, word("numbers.matching.openName")),
    ...sorts.flatMap((sort) =>
      read[sort].flatMap((one) => line(`verdicts_${sort}`, one, nameOf(sort, one.id, word))),
    ),
    ["confirmed", "all", word("numbers.matching.confirmed"), denied.confirmed ?? hidden],
    ["denied", "all", word("office.wish.handOff_notMine"), denied.denied ?? hidden],
    ["denied_per_1000", "all", word("numbers.matching.per1000"), denied.per1000?.toFixed(2) ?? hidden],
    ...read.expected.flatMap((one) =>
      (
        [
          ["clean", one.clean],
          ["mistaken", one.mistaken],
          ["strangers_per_10000", one.strangers.per10000],
        ] as const
      ).map(([name, n]) => [
        `expected_${name}`,
        one.list,
        `${one.title}, ${formats.instant(one.at)}`,
        n === null ? "" : n.toFixed(4),
      ]),
    ),
  ];
}

export const matching: Part = {
  id: "matching",
  path: "/matching",
  async read({ services, days, word, formats, role }: Drawing) {
    const speaking = { word, formats };
    const read = await readMatching(services, days);
    const { denied } = read;
    const figures: [string, string][] = [
      [formats.count(read.open.counts.theirs), word("numbers.matching.foundFigure")],
      [formats.rate(denied.per1000), word("numbers.matching.per1000")],
      [formats.count(denied.denied), word("office.wish.handOff_notMine")],
      [formats.count(denied.confirmed), word("numbers.matching.confirmed")],
    ];
    return {
      rows: rowsOf(read, speaking),
      page: (
        <>
          {sayMatching(read, speaking).map((sentence) => (
            <p>{sentence}</p>
          ))}
          <Figures figures={figures} />
          {read.all.all === 0
            ? null
            : sorts.map((sort) => <Verdicts sort={sort} lines={read[sort]} {...speaking} />)}
          <Expected expected={read.expected} word={word} formats={formats} role={role} />
        </>
      ),
    };
  },
};
