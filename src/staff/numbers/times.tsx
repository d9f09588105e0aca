/**
 * How long people take to their first result, beside the two minutes that are promised.
 */
import { readTimes, type TimeLine, type Times } from "../../acts/numbers/read-times.ts";
import { BarTable, Figures } from "../office/charts.tsx";
import { channelName, hidden, languageName, type Drawing, type Part, type Speaking } from "./part.ts";

/** "Up to 30 s", "1 min to 1 min 30 s", "More than 15 min". */
function groupName(groups: Times["groups"], i: number, { word, formats }: Speaking): string {
  const from = groups[i - 1]?.to;
  const to = groups[i]?.to;
  if (from === undefined) return word("numbers.times.upTo", { to: formats.seconds(to ?? 0) });
  if (to === undefined) return word("numbers.times.more", { from: formats.seconds(from) });
  return word("numbers.times.between", { from: formats.seconds(from), to: formats.seconds(to) });
}

/** A bucket's upper bound, or beyond the last one. */
function secondsText(seconds: number | null, { word, formats }: Speaking): string {
  if (seconds === null) return "–";
  return seconds === Infinity ? word("numbers.times.long") : formats.seconds(seconds);
}

function nameOf(part: string, { id }: TimeLine, { word }: Speaking): string {
  if (part === "all") return word("office.numbers.all");
  return part === "channel" ? channelName(word, id) : languageName(word, id);
}

const linesOf = (times: Times): [part: string, line: TimeLine][] => [
  ["all", times.all],
  ...times.channels.map((line) => ["channel", line] as [string, TimeLine]),
  ...times.languages.map((line) => ["language", line] as [string, TimeLine]),
];

function TimeFigures({ times, ...speaking }: Speaking & { times: Times }) {
  const { word, formats } = speaking;
  const { all } = times;
  const figures: [string, string][] = [
    [formats.percent(all.share), word("numbers.times.within")],
    [secondsText(all.half, speaking), word("numbers.times.half")],
    [secondsText(all.nineInTen, speaking), word("numbers.times.nineInTen")],
    [formats.count(all.n), word("numbers.times.n")],
  ];
  return <Figures figures={figures} />;
}

function Lines({ times, ...speaking }: Speaking & { times: Times }) {
  const { word, formats } = speaking;
  const title = word("numbers.times.by");
  return (
    <div class="office-scroll" role="region" aria-label={title} tabindex={0}>
      <table class="office-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{word("numbers.times.who")}</th>
            {(["n", "half", "nineInTen", "within"] as const).map((name) => (
              <th scope="col">{word(`numbers.times.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(times).map(([part, line]) => (
            <tr>
              <th scope="row">{nameOf(part, line, speaking)}</th>
              <td>{formats.count(line.n)}</td>
              <td>{secondsText(line.half, speaking)}</td>
              <td>{secondsText(line.nineInTen, speaking)}</td>
              <td>{formats.percent(line.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(times: Times, speaking: Speaking): (string | number)[][] {
  return [
    ...linesOf(times).flatMap(([part, line]) => {
      const cell = (name: string, value: string | number | null) => [
        `time_${name}`,
        part === "all" ? part : line.id,
        nameOf(part, line, speaking),
        value ?? hidden,
      ];
      const seconds = (value: number | null) => (value === Infinity ? "over 3600" : value);
      return [
        cell("people", line.n),
        cell("half_within_seconds", seconds(line.half)),
        cell("nine_in_ten_within_seconds", seconds(line.nineInTen)),
        cell("within_two_minutes", line.within),
      ];
    }),
    ...times.groups.map(({ to, n }, i) => [
      "time_group",
      `${times.groups[i - 1]?.to ?? 0}-${to ?? ""}`,
      groupName(times.groups, i, speaking),
      n ?? hidden,
    ]),
  ];
}

export const times: Part = {
  id: "times",
  path: "/time",
  async read({ services, days, word, formats }: Drawing) {
    const speaking = { word, formats };
    const read = await readTimes(services, days);
    return {
      rows: rowsOf(read, speaking),
      page:
        read.all.n === 0 ? (
          <p>{word("numbers.times.none")}</p>
        ) : (
          <>
            <p>{word("numbers.times.what")}</p>
            <TimeFigures times={read} {...speaking} />
            <BarTable
              word={word}
              count={(n) => formats.count(n)}
              title={word("numbers.times.groups")}
              head={word("numbers.times.head")}
              rows={read.groups.map(({ n }, i) => ({ label: groupName(read.groups, i, speaking), n }))}
              most={read.all.n}
            />
            <Lines times={read} {...speaking} />
            <p class="aside-text">{word("numbers.times.hint")}</p>
          </>
        ),
    };
  },
};
