/**
 * Two charts in one SVG: how the best weights of people on the list and of strangers are distributed, and
 * precision and recall of `confirmed` by threshold.
 */

export interface ChartData {
  /** Best weights among records whose names agree on an equal or swapped date; absent ones are -Infinity. */
  own: readonly number[];
  other: readonly number[];
  /** Best weights of all candidates. */
  ownAny: readonly number[];
  otherAny: readonly number[];
  thresholds: { confirmed: number; possible: number };
}

const width = 820;
const panel = { left: 60, right: 790, height: 220 };
const range = { from: -10, to: 60 };

function x(weight: number): number {
  const at = (weight - range.from) / (range.to - range.from);
  return panel.left + Math.min(1, Math.max(0, at)) * (panel.right - panel.left);
}

function number(value: number): string {
  return value.toFixed(1);
}

/** Share of values per bit of weight, over all askers. */
function histogram(values: readonly number[]): number[] {
  const bins = Array.from({ length: range.to - range.from }, () => 0);
  for (const value of values) {
    if (value < range.from || !Number.isFinite(value)) continue;
    const i = Math.min(bins.length - 1, Math.floor(value - range.from));
    bins[i] = (bins[i] ?? 0) + 1;
  }
  return bins.map((count) => count / Math.max(1, values.length));
}

function steps(bins: readonly number[], top: number, scale: number): string {
  const points = bins.flatMap((share, i) => {
    const y = top + panel.height - Math.sqrt(share / scale) * panel.height;
    return [`${number(x(range.from + i))},${number(y)}`, `${number(x(range.from + i + 1))},${number(y)}`];
  });
  return points.join(" ");
}

function axis(top: number, title: string): string {
  const ticks: string[] = [];
  for (let weight = range.from; weight <= range.to; weight += 10) {
    ticks.push(
      `<line x1="${number(x(weight))}" x2="${number(x(weight))}" y1="${top + panel.height}" y2="${top + panel.height + 5}" class="axis"/>`,
      `<text x="${number(x(weight))}" y="${top + panel.height + 18}" text-anchor="middle">${weight}</text>`,
    );
  }
  return [
    `<text x="${panel.left}" y="${top - 10}" class="title">${title}</text>`,
    `<line x1="${panel.left}" x2="${panel.right}" y1="${top + panel.height}" y2="${top + panel.height}" class="axis"/>`,
    ...ticks,
  ].join("\n");
}

function threshold(top: number, weight: number, label: string, side: "start" | "end", labelAt = 12): string {
  const at = number(x(weight));
  const away = side === "start" ? 4 : -4;
  return `<line x1="${at}" x2="${at}" y1="${top}" y2="${top + panel.height}" class="threshold"/><text x="${at}" y="${top + labelAt}" dx="${away}" text-anchor="${side}">${label}</text>`;
}

function atLeast(values: readonly number[], weight: number): number {
  return values.filter((value) => value >= weight).length;
}

function curve(top: number, y: (weight: number) => number): string {
  const points: string[] = [];
  for (let weight = range.from; weight <= range.to; weight += 0.5) {
    points.push(`${number(x(weight))},${number(top + panel.height - y(weight) * panel.height)}`);
  }
  return points.join(" ");
}

/** Draws the chart; the text of an SVG file. */
export function chart(data: ChartData): string {
  const [first, second] = [40, 340];
  const own = histogram(data.ownAny);
  const other = histogram(data.otherAny);
  const scale = Math.max(...own, ...other);
  const precision =
    (right: readonly number[], wrong: readonly number[]) =>
    (weight: number): number => {
      const count = atLeast(right, weight);
      const all = count + atLeast(wrong, weight);
      return all === 0 ? 1 : count / all;
    };
  const recall =
    (right: readonly number[]) =>
    (weight: number): number =>
      atLeast(right, weight) / Math.max(1, right.length);
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${panel.left - 8}" y="${number(second + panel.height - share * panel.height + 4)}" text-anchor="end">${share * 100}%</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 600" font-family="system-ui, sans-serif" font-size="12">
<style>text{fill:#333}.title{font-size:14px;font-weight:600}.axis{stroke:#888}.threshold{stroke:#888;stroke-dasharray:4 3}polyline{fill:none;stroke-width:2}.own{stroke:#1b6e53}.other{stroke:#b4451f}</style>
<rect width="${width}" height="600" fill="#fff"/>
${axis(first, "Best weight of an asker, in bits (share of askers, square-root scale)")}
<polyline class="own" points="${steps(own, first, scale)}"/>
<polyline class="other" points="${steps(other, first, scale)}"/>
<text x="690" y="${first + 40}" style="fill:#1b6e53">on the list</text>
<text x="690" y="${first + 58}" style="fill:#b4451f">not on the list</text>
${threshold(first, data.thresholds.possible, "possible", "end")}
${threshold(first, data.thresholds.confirmed, "confirmed", "start")}
${axis(second, "Precision and recall by threshold: names and date agree (lines), weight alone (dashes)")}
${grid.join("\n")}
<polyline class="own" points="${curve(second, recall(data.own))}"/>
<polyline class="other" points="${curve(second, precision(data.own, data.other))}"/>
<polyline class="own" stroke-dasharray="5 4" points="${curve(second, recall(data.ownAny))}"/>
<polyline class="other" stroke-dasharray="5 4" points="${curve(second, precision(data.ownAny, data.otherAny))}"/>
<text x="690" y="${second + 60}" style="fill:#1b6e53">recall</text>
<text x="690" y="${second + 78}" style="fill:#b4451f">precision</text>
${threshold(second, data.thresholds.possible, "possible", "end", panel.height - 10)}
${threshold(second, data.thresholds.confirmed, "confirmed", "start", panel.height - 10)}
</svg>
`;
}
