/**
 * Bars for printed reports, as inline SVG: no script, no request, readable in black and white.
 */
export interface Bar {
  label: string;
  /** The filled part, 0 to 1. */
  share: number;
  /** An outline around it, 0 to 1. */
  outline?: number | undefined;
  /** Ends of a line for an interval, 0 to 1. */
  from?: number;
  to?: number;
  /** Said at the end of the bar. */
  value: string;
}

const width = 640;
const labelWidth = 215;
const valueWidth = 145;
const row = 26;
const thick = 14;

/** @param title what a screen reader says of the picture; the values stand in it as text. */
export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const room = width - labelWidth - valueWidth;
  const x = (share: number) => Math.round(10 * (labelWidth + room * Math.min(1, Math.max(0, share)))) / 10;
  const height = bars.length * row + 4;
  return (
    <svg class="bars" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {bars.map((bar, i) => {
        const y = i * row + (row - thick) / 2;
        const text = i * row + row / 2 + 4;
        return (
          <g>
            <text x={labelWidth - 10} y={text} text-anchor="end">
              {bar.label}
            </text>
            <rect class="track" x={labelWidth} y={y} width={room} height={thick} rx="2" />
            {bar.outline === undefined ? null : (
              <rect
                class="outline"
                x={labelWidth}
                y={y}
                width={x(bar.outline) - labelWidth}
                height={thick}
                rx="2"
              />
            )}
            <rect class="bar" x={labelWidth} y={y} width={x(bar.share) - labelWidth} height={thick} rx="2" />
            {bar.from === undefined || bar.to === undefined ? null : (
              <path
                class="interval"
                d={`M${x(bar.from)} ${y - 2}v${thick + 4}M${x(bar.from)} ${y + thick / 2}H${x(bar.to)}M${x(bar.to)} ${y - 2}v${thick + 4}`}
              />
            )}
            <text class="value" x={width - valueWidth + 10} y={text}>
              {bar.value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
