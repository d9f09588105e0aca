/**
 * The order of precedence drawn as a ladder: each rung a condition, beside it the answer it leads to. Drawn from the
 * table of outcomes, so that it cannot differ from what decides.
 */
import type { Child } from "hono/jsx";
import type { Copy, CopyLocale } from "../copy/copy.ts";
import { listOutcomes, type OutcomeId, outcomeRules } from "../law/outcomes.ts";
import { conditionsOf } from "./lawSheet.ts";

interface Rung {
  lines: readonly string[];
  outcomes: readonly OutcomeId[];
  /** After this answer the person may go on to what stands below. */
  thenOn?: boolean;
}

/** Measures in units of the drawing; text is 12 units high and about 6.1 wide a letter. */
const width = 720;
const box = { x: 4, width: 400, line: 16, pad: 9 };
const pill = { x: 476, width: 240, height: 26, gap: 6 };
const gap = 20;
const headingHeight = 26;
const lettersMax = Math.floor((box.width - 2 * box.pad) / 6.1);

/** Breaks a line at spaces so that no part is longer than the box is wide. */
export function wrap(text: string, max = lettersMax): string[] {
  const parts: string[] = [];
  for (const word of text.split(" ")) {
    const before = parts.at(-1);
    if (before !== undefined && before.length + 1 + word.length <= max)
      parts[parts.length - 1] = `${before} ${word}`;
    else parts.push(word);
  }
  return parts;
}

const heightOf = (rung: Rung) =>
  Math.max(
    rung.lines.length * box.line + 2 * box.pad,
    rung.outcomes.length * (pill.height + pill.gap) - pill.gap,
    34,
  );

function rungs(copy: Copy, locale: CopyLocale): { heading: string; rungs: Rung[] }[] {
  const lookup = (name: string, outcomes: readonly OutcomeId[], thenOn = false): Rung => ({
    lines: wrap(copy.text(`review.whenLookup.${name}`, locale)),
    outcomes,
    ...(thenOn ? { thenOn } : {}),
  });
  return [
    {
      heading: copy.text("review.chart.lookup", locale),
      rungs: [
        lookup("cannotAsk", ["cannotAsk"]),
        lookup("callUs", ["callUs"], true),
        lookup("confirmed", listOutcomes),
        lookup("notConfirmed", ["notConfirmed"], true),
      ],
    },
    {
      heading: copy.text("review.chart.facts", locale),
      rungs: outcomeRules.map((rule) => ({
        lines: conditionsOf(rule.when, copy, locale).flatMap((line) => wrap(line)),
        outcomes: [rule.outcome],
      })),
    },
  ];
}

function Pill({ id, y, label, number }: { id: OutcomeId; y: number; label: string; number?: string }) {
  return (
    <a href={`#${id}`}>
      <rect class="pill" x={pill.x} y={y} width={pill.width} height={pill.height} rx={pill.height / 2} />
      <text class="pill-text" x={pill.x + 14} y={y + 17.5}>
        {number === undefined ? label : `${number} · ${label}`}
      </text>
    </a>
  );
}

/** The drawing, for one language. */
export function Ladder({ copy, locale }: { copy: Copy; locale: CopyLocale }) {
  const word = (key: string) => copy.text(key, locale);
  const drawn: Child[] = [];
  let y = 0;
  const groups = rungs(copy, locale);
  const order = new Map<string, number>(outcomeRules.map((rule, index) => [rule.outcome, index + 1]));
  groups.forEach((group, groupIndex) => {
    drawn.push(
      <text class="heading" x={box.x} y={y + 16}>
        {group.heading}
      </text>,
    );
    y += headingHeight;
    group.rungs.forEach((rung, index) => {
      const height = heightOf(rung);
      const middle = y + height / 2;
      const pills = rung.outcomes.length * (pill.height + pill.gap) - pill.gap;
      const textTop = middle - (rung.lines.length * box.line) / 2;
      const last = groupIndex === groups.length - 1 && index === group.rungs.length - 1;
      const below = index === group.rungs.length - 1 ? gap + headingHeight : gap;
      drawn.push(
        <rect class="box" x={box.x} y={y} width={box.width} height={height} rx="6" />,
        <text class="condition" x={box.x + box.pad} y={textTop}>
          {rung.lines.map((line, n) => (
            <tspan x={box.x + box.pad} y={textTop + (n + 1) * box.line - 4}>
              {line}
            </tspan>
          ))}
        </text>,
        <path class="arrow" d={`M${box.x + box.width} ${middle}H${pill.x - 8}`} marker-end="url(#tip)" />,
        <text class="label" x={(box.x + box.width + pill.x - 8) / 2} y={middle - 5} text-anchor="middle">
          {last ? "" : word("review.chart.yes")}
        </text>,
        ...rung.outcomes.map((id, n) => {
          const number = order.get(id);
          return (
            <Pill
              id={id}
              y={middle - pills / 2 + n * (pill.height + pill.gap)}
              label={copy.text(`review.names.${id}`, locale)}
              {...(number === undefined ? {} : { number: String(number) })}
            />
          );
        }),
      );
      if (rung.thenOn === true)
        drawn.push(
          <text class="label" x={pill.x + pill.width - 4} y={middle + pill.height / 2 + 13} text-anchor="end">
            {word("review.chart.thenOn")}
          </text>,
        );
      if (!last)
        drawn.push(
          <path
            class="arrow"
            d={`M${box.x + box.width - 40} ${y + height}V${y + height + below - 7}`}
            marker-end="url(#tip)"
          />,
          <text class="label" x={box.x + box.width - 48} y={y + height + 14} text-anchor="end">
            {word(index === group.rungs.length - 1 ? "review.chart.stepsOnly" : "review.chart.no")}
          </text>,
        );
      y += height + gap;
    });
  });
  return (
    <svg class="ladder" viewBox={`0 0 ${width} ${y}`} role="img" aria-label={word("review.chart.alt")}>
      <defs>
        <marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path class="tip" d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {drawn}
    </svg>
  );
}
