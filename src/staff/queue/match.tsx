/**
 * One near match, so that a person can judge it: what they typed beside what the list has, and a bar for every reason.
 */
import type { Child } from "hono/jsx";
import type { FieldReason, ListRecord, NearMatch, NearMatches } from "../../acts/handoff/near-matches.ts";
import { verdicts } from "../../acts/handoff/decide-match.ts";
import type { Handoff, ViewedDecision } from "../../acts/handoff/view-handoff.ts";
import type { StaffLocale } from "../../acts/staff/types.ts";
import type { Word } from "../layout.tsx";
import { spellDate, spellWeight } from "./words.ts";

interface Name {
  given: string[];
  family: string[];
  suffix?: string;
}

export const nameText = ({ given, family, suffix }: Name): string =>
  [...given, ...family, suffix ?? ""].join(" ").trim();

const groups = {
  given: "name",
  family: "name",
  birthDate: "date",
  year: "year",
  caseNumber: "number",
  suffix: "suffix",
} as const satisfies Record<FieldReason["field"], string>;

/** Running sums: each bar begins where the one before ended. The scale holds all of them, zero and the marks. */
export function waterfall(reasons: readonly FieldReason[], marks: NearMatches["marks"]) {
  let sum = 0;
  const steps = reasons.map((reason) => {
    const from = sum;
    sum += reason.weight;
    return { ...reason, from, to: sum };
  });
  const all = [0, marks.confirmed, ...steps.map(({ to }) => to)];
  const [low, high] = [Math.min(...all) - 1, Math.max(...all) + 1];
  const at = (bits: number) => ((bits - low) / (high - low)) * 100;
  return { steps, at, sum };
}

function Bar(props: { from: number; to: number; at: (bits: number) => number; marks: NearMatches["marks"] }) {
  const { from, to, at, marks } = props;
  const [left, right] = [at(Math.min(from, to)), at(Math.max(from, to))];
  return (
    <svg class="queue-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line class="axis" x1={at(0)} x2={at(0)} y1="0" y2="10" />
      <line class="mark" x1={at(marks.possible)} x2={at(marks.possible)} y1="0" y2="10" />
      <line class="mark" x1={at(marks.confirmed)} x2={at(marks.confirmed)} y1="0" y2="10" />
      <rect
        class={to < from ? "against" : "for"}
        x={left}
        y="2"
        height="6"
        width={Math.max(right - left, 0.6)}
      />
    </svg>
  );
}

function Reasons({ match, marks, word }: { match: NearMatch; marks: NearMatches["marks"]; word: Word }) {
  const { steps, at, sum } = waterfall(match.reasons, marks);
  return (
    <ul class="queue-reasons">
      {steps.map(({ field, level, weight, from, to }) => (
        <li>
          <span>
            {word(`queue.field.${field}`)}: {word(`queue.level.${groups[field]}.${level}`)}
          </span>
          <b>{spellWeight(weight)}</b>
          <Bar from={from} to={to} at={at} marks={marks} />
        </li>
      ))}
      <li class="total">
        <span>{word("queue.near.total")}</span>
        <b>{spellWeight(sum)}</b>
        <Bar from={0} to={sum} at={at} marks={marks} />
        <small>
          {word("queue.near.mark", {
            confirmed: marks.confirmed.toFixed(1),
            possible: marks.possible.toFixed(1),
          })}
        </small>
      </li>
    </ul>
  );
}

function rowsOf(
  { answers }: Handoff,
  record: ListRecord,
  locale: StaffLocale,
  word: Word,
): [string, string, string][] {
  const date = (day: string | undefined) => (day === undefined ? "" : spellDate(day, locale));
  const years = answers.year;
  const typedYear = years ? [...new Set([years.from, years.to])].join("–") : "";
  const status = record.status === undefined ? "" : word(`queue.status.${record.status}`);
  const statusDay = record.statusDate === undefined ? "" : ` (${date(record.statusDate)})`;
  const rows: [string, string, string][] = [
    ["names", answers.names.map(nameText).join("; "), record.name ? nameText(record.name) : ""],
    ["aka", "", record.aka.map(nameText).join("; ")],
    ["birthDate", date(answers.birthDate), date(record.birthDate)],
    ["year", typedYear, record.convictionDate?.slice(0, 4) ?? ""],
    ["caseNumber", answers.caseNumbers.join("; "), record.caseNumber ?? ""],
    ["charges", "", record.charges.join("; ")],
    ["court", "", record.court ?? ""],
    ["status", "", status && status + statusDay],
  ];
  return rows.filter(([, typed, listed]) => typed !== "" || listed !== "");
}

function Compared({
  handoff,
  match,
  locale,
  word,
}: {
  handoff: Handoff;
  match: NearMatch;
  locale: StaffLocale;
  word: Word;
}) {
  const cell = (text: string): Child => (text === "" ? <i>{word("queue.near.gap")}</i> : text);
  return (
    <table class="queue-compared">
      <thead>
        <tr>
          <td></td>
          <th scope="col">{word("queue.near.typed")}</th>
          <th scope="col">{word("queue.near.listed")}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(handoff, match.record, locale, word).map(([field, typed, listed]) => (
          <tr>
            <th scope="row">{word(`queue.field.${field}`)}</th>
            <td>{cell(typed)}</td>
            <td>{cell(listed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decision({ decision, me, word }: { decision: ViewedDecision; me: string; word: Word }) {
  const { verdict, state, by, byId, second } = decision;
  if (state === "proposed")
    return (
      <p class="notice">
        {byId === me ? word("queue.decide.ownProposal") : word("queue.decide.proposed", { name: by })}
      </p>
    );
  const name = second === undefined ? by : `${by}, ${second}`;
  return <p class="notice">{word("queue.decide.now", { name, verdict: word(`queue.decide.${verdict}`) })}</p>;
}

export interface MatchProps {
  match: NearMatch;
  n: number;
  marks: NearMatches["marks"];
  handoff: Handoff;
  decision: ViewedDecision | undefined;
  /** Where verdicts go; absent when nothing can be decided any more. */
  action?: string;
  me: string;
  locale: StaffLocale;
  word: Word;
}

export function Match({ match, n, marks, handoff, decision, action, me, locale, word }: MatchProps) {
  const awaitsMe = decision?.state === "proposed" && decision.byId !== me;
  return (
    <section class="queue-match" aria-labelledby={`match-${n}`}>
      <h3 id={`match-${n}`}>
        {match.list.title}
        {match.record.caseNumber === undefined ? "" : `, ${match.record.caseNumber}`}
      </h3>
      <p class="queue-line quiet">
        <span>{word(`queue.near.machine.${match.machine}`)}</span>
        {match.list.sample ? <span>{word("queue.near.sample")}</span> : null}
      </p>
      <Compared handoff={handoff} match={match} locale={locale} word={word} />
      <Reasons match={match} marks={marks} word={word} />
      {decision ? <Decision decision={decision} me={me} word={word} /> : null}
      {action === undefined ? null : (
        <form method="post" action={action} class="queue-verdicts">
          <fieldset>
            <legend>{word("queue.decide.legend")}</legend>
            <input type="hidden" name="sign" value={match.sign} />
            {verdicts.map((verdict) => (
              <button class="button" name="verdict" value={verdict} aria-describedby={`match-${n}`}>
                {word(verdict === "theirs" && awaitsMe ? "queue.decide.agree" : `queue.decide.${verdict}`)}
              </button>
            ))}
          </fieldset>
        </form>
      )}
    </section>
  );
}
