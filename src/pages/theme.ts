/**
 * An organisation's five colours instead of those of tokens.css: whether people can read what is drawn in them, and
 * every other colour as it follows from them, bright and dark.
 */

/** Each as "#rrggbb". */
export interface Theme {
  /** Buttons, links, the bar; and what is written on it. */
  brand: string;
  onBrand: string;
  /** The page, which is bright; and what is written on it. */
  ground: string;
  ink: string;
  /** Progress and notices. */
  accent: string;
}

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** Relative luminance (WCAG 2.2, definition), from 0 to 1. */
function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours (WCAG 2.2, definition), from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of the other colour in the first. */
function mix(one: string, other: string, share: number): string {
  const to = rgb(other);
  const mixed = rgb(one).map((part, i) => Math.round(part + ((to[i] ?? 0) - part) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The first mixture with `other`, in steps of a twentieth, that stands out enough on every ground. */
function until(colour: string, other: string, grounds: readonly string[], ratio: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, other, share);
    if (grounds.every((ground) => contrast(mixed, ground) >= ratio)) return mixed;
  }
  return other;
}

/** A touch of a colour, and no more of it than lets ink be read on it. */
function touched(ground: string, colour: string, share: number, ink: string): string {
  const mixed = mix(ground, colour, share);
  return share <= 0 || contrast(ink, mixed) >= 6.5 ? mixed : touched(ground, colour, share - 0.01, ink);
}

/** Text keeps 4.5:1 and what is only seen 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); ink keeps 7:1, to be read in the sun. */
const demands = [
  { of: "ink", on: "ground", ratio: 7 },
  { of: "brand", on: "ground", ratio: 4.5 },
  { of: "onBrand", on: "brand", ratio: 4.5 },
  { of: "accent", on: "ground", ratio: 3 },
] as const satisfies { of: keyof Theme; on: keyof Theme; ratio: number }[];

/** What is wrong with a theme, in a line each that begins with the colours' names as the caller spells them. */
export function themeProblems(theme: Theme, nameOf: (colour: keyof Theme) => string): string[] {
  const problems = demands.flatMap(({ of, on, ratio }) => {
    const found = contrast(theme[of], theme[on]);
    if (found >= ratio) return [];
    return [`${nameOf(of)} on ${nameOf(on)}: contrast ${found.toFixed(1)}, needed are ${ratio}`];
  });
  if (luminance(theme.ground) < luminance(theme.ink))
    problems.push(`${nameOf("ground")}: must be the bright one; the dark page follows by itself`);
  return problems;
}

const white = "#ffffff";
const black = "#000000";

/** All colours on bright screens, by their names in tokens.css. */
function bright({ brand, onBrand, ground, ink, accent }: Theme): Record<string, string> {
  const surface = mix(ground, white, 0.8);
  const tint = touched(surface, brand, 0.08, ink);
  const notice = touched(surface, accent, 0.12, ink);
  const bubble = touched(ground, ink, 0.02, ink);
  const written = [ground, surface, tint, notice, bubble];
  return {
    "theme-brand": until(brand, black, written, 4.5),
    "theme-on-brand": onBrand,
    "theme-ground": ground,
    "theme-ink": ink,
    "theme-accent": until(accent, black, [ground, surface], 3),
    surface,
    quiet: until(mix(ink, ground, 0.2), ink, written, 7),
    edge: until(mix(ink, ground, 0.5), ink, [ground, surface], 3),
    hairline: mix(ground, ink, 0.12),
    tint,
    notice,
    bubble,
    focus: ink,
  };
}

/** Dark screens keep the neutral grounds of tokens.css; brand and accent are brightened until they stand out. */
function dark({ brand, accent }: Theme): Record<string, string> {
  const surface = "#1c2526";
  const shown = until(brand, white, [surface, "#12191a", "#273234", "#3b2f1c"], 7);
  return {
    "theme-brand": shown,
    "theme-on-brand": until(mix(brand, black, 0.6), black, [shown], 7),
    "theme-accent": until(accent, white, [surface, "#12191a"], 4.5),
    tint: mix(surface, shown, 0.1),
  };
}

function replace(css: string, values: Record<string, string>): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(new RegExp(`--${name}: ?[^;}]+`), `--${name}:${value}`),
    css,
  );
}

/**
 * A bundled style sheet in the theme's colours.
 * @param css begins with tokens.css, its bright block and its dark one; any other is given back as it is
 */
export function themed(css: string, theme: Theme): string {
  if (!css.startsWith(":root{--theme-brand")) return css;
  const at = css.indexOf("@media");
  return replace(css.slice(0, at), bright(theme)) + replace(css.slice(at), dark(theme));
}
