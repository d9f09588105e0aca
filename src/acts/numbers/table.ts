/**
 * Counts of one table over several times that lie within each other: totals and their parts, by week, month and year.
 * A cell is shown only where no count from 1 to 10 follows from it and the cells shown before it, by whatever adding and
 * subtracting: between parts and totals, and between one time and another.
 */
import { leastShown, type Shown } from "../../lists/quality/suppress.ts";

export interface Table {
  /** What was counted, finest first split: by the time it falls in (0: the shortest) and by an atom's name. */
  counts: readonly { atom: string; time: number; n: number }[];
  /** How many times there are. Each holds the ones before it. */
  times: number;
  /** Which times matter most, those first. */
  order: readonly number[];
  /** Cells: the atoms each adds up. */
  cells: ReadonlyMap<string, readonly string[]>;
  /** Cells that nobody is shown, but that must not follow either. */
  secret?: ReadonlyMap<string, readonly string[]>;
  /** Cells and those they are the sum of, or more: what is left of a whole is not 1 to 10 either. */
  families: readonly { whole: string; parts: readonly string[] }[];
  /** Which cells matter more, the lowest first: where one of two must be hidden, it is the other. All alike unless told. */
  rank?: (cell: string) => number;
  /** Whether a cell may be shown at all, decided elsewhere. */
  may?: (cell: string, time: number) => boolean;
}

const small = (n: number) => n > 0 && n < leastShown;
const tiny = 1e-9;

/** @returns by cell, what may be shown of it in each time. */
export function showTable(table: Table): Map<string, Shown[]> {
  const { times, order, cells, may, rank = () => 0 } = table;
  const sums = new Sums(table);
  const shown = new Map(
    [...cells.keys()].map((cell) => [cell, Array.from({ length: times }, (): Shown => null)]),
  );
  const secrets = sums.secrets([...cells, ...(table.secret ?? [])]);
  const known = new Known(secrets);
  for (const time of order) {
    const candidates = [...cells].map(([cell, atoms]) => ({ cell, atoms, n: sums.of(atoms, time) }));
    candidates.sort((a, b) => rank(a.cell) - rank(b.cell) || b.n - a.n);
    for (const { cell, atoms, n } of candidates) {
      if (may?.(cell, time) === false) continue;
      const row = shown.get(cell) ?? [];
      row[time] = n;
      if (leavesFew(table, sums, shown, cell, time) || !known.add(sums.vector(atoms, -1, time))) {
        row[time] = null;
      }
    }
  }
  return shown;
}

/** Does showing this cell leave 1 to 10 of a family's whole, in a time or in what one time has beyond another? */
function leavesFew(
  { families, cells, times }: Table,
  sums: Sums,
  shown: ReadonlyMap<string, readonly Shown[]>,
  cell: string,
  time: number,
): boolean {
  const stands = (one: string, at: number) => at < 0 || (shown.get(one)?.[at] ?? null) !== null;
  const between = (one: string, from: number, to: number) => {
    const atoms = cells.get(one) ?? [];
    return sums.of(atoms, to) - (from < 0 ? 0 : sums.of(atoms, from));
  };
  return families.some(({ whole, parts }) => {
    if (whole !== cell && !parts.includes(cell)) return false;
    for (let to = 0; to < times; to++) {
      for (let from = -1; from < to; from++) {
        if (to !== time && from !== time) continue;
        if (!stands(whole, from) || !stands(whole, to)) continue;
        const told = parts.filter((part) => stands(part, from) && stands(part, to));
        const left = told.reduce((rest, part) => rest - between(part, from, to), between(whole, from, to));
        if (told.length > 0 && small(left)) return true;
      }
    }
    return false;
  });
}

/** The table's counts as numbers and as vectors: one place for each atom in each time, none for what is zero. */
class Sums {
  readonly #places = new Map<string, { place: number; n: number }[]>();
  readonly #size: number;
  readonly #times: number;

  constructor({ counts, times }: Table) {
    this.#times = times;
    const merged = new Map<string, { atom: string; time: number; n: number }>();
    for (const { atom, time, n } of counts) {
      const key = `${time}/${atom}`;
      merged.set(key, { atom, time, n: (merged.get(key)?.n ?? 0) + n });
    }
    let size = 0;
    for (const { atom, time, n } of merged.values()) {
      if (n === 0) continue;
      const places = this.#places.get(atom) ?? [];
      if (places.length === 0) this.#places.set(atom, places);
      places[time] = { place: size++, n };
    }
    this.#size = size;
  }

  /** The count of atoms in a whole time, with the shorter ones in it. */
  of(atoms: readonly string[], time: number): number {
    let sum = 0;
    for (const atom of atoms) {
      for (let at = 0; at <= time; at++) sum += this.#places.get(atom)?.[at]?.n ?? 0;
    }
    return sum;
  }

  /** Ones at the places of atoms in the times after `from` up to `to`. */
  vector(atoms: readonly string[], from: number, to: number): Float64Array {
    const vector = new Float64Array(this.#size);
    for (const atom of atoms) {
      for (let at = from + 1; at <= to; at++) {
        const place = this.#places.get(atom)?.[at]?.place;
        if (place !== undefined) vector[place] = 1;
      }
    }
    return vector;
  }

  /** What must not follow: every cell in every time, and in what one time has beyond another, where that is 1 to 10. */
  secrets(cells: readonly (readonly [string, readonly string[]])[]): Float64Array[] {
    const secrets: Float64Array[] = [];
    for (const [, atoms] of cells) {
      for (let to = 0; to < this.#times; to++) {
        for (let from = -1; from < to; from++) {
          const n = this.of(atoms, to) - (from < 0 ? 0 : this.of(atoms, from));
          if (small(n)) secrets.push(this.vector(atoms, from, to));
        }
      }
    }
    return secrets;
  }
}

/** What is known, as equations solved by elimination; a secret is found out when nothing of it is left unsolved. */
class Known {
  readonly #rows: { pivot: number; vector: Float64Array }[] = [];
  #secrets: Float64Array[];

  constructor(secrets: Float64Array[]) {
    this.#secrets = secrets;
  }

  /** Takes one more sum as known, unless a secret would follow from it. @returns whether it was taken. */
  add(vector: Float64Array): boolean {
    const row = vector.slice();
    for (const known of this.#rows) eliminate(row, known.vector, known.pivot);
    const pivot = row.findIndex((one) => Math.abs(one) > tiny);
    // It follows from what is known already.
    if (pivot === -1) return true;
    const left = this.#secrets.map((secret) => {
      if (Math.abs(secret[pivot] ?? 0) <= tiny) return secret;
      const rest = secret.slice();
      eliminate(rest, row, pivot);
      return rest;
    });
    if (left.some((secret) => secret.every((one) => Math.abs(one) <= tiny))) return false;
    this.#secrets = left;
    this.#rows.push({ pivot, vector: row });
    return true;
  }
}

/** Takes away as much of a solved row as leaves nothing at its pivot. */
function eliminate(vector: Float64Array, row: Float64Array, pivot: number): void {
  const factor = (vector[pivot] ?? 0) / (row[pivot] ?? 1);
  if (Math.abs(factor) <= tiny) return;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - factor * (row[i] ?? 0);
}
