/**
 * What small counts may be worked out from what is shown: nothing, by whatever adding and subtracting. The attacker here
 * knows every shown cell and looks for another world in which all of them hold and the small count is a different one.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Shown } from "../../lists/quality/suppress.ts";
import { largestFirst, showStretches, type Stretch } from "./stretches.ts";
import { showTable, type Table } from "./table.ts";

const small = (n: number) => n >= 1 && n <= 10;

/** A sum of unknowns that was published, or that nobody may learn. */
type Sum = readonly number[];

/**
 * Can the count of `secret` be anything but what it is, while every published sum stays and nothing falls below zero? Tries
 * every world in which each unknown differs by one at most.
 */
function canDiffer(world: readonly number[], published: readonly Sum[], secret: Sum): boolean {
  const shift = new Map<number, number>();
  const total = (sum: Sum) => sum.reduce((all, i) => all + (shift.get(i) ?? 0), 0);
  const last = new Map(published.map((sum) => [sum, Math.max(...sum, -1)]));
  const search = (at: number): boolean => {
    const n = world[at];
    if (n === undefined) return total(secret) !== 0;
    for (const by of n > 0 ? [0, 1, -1] : [0, 1]) {
      shift.set(at, by);
      // A sum whose unknowns are all set must stand.
      const holds = published.every((sum) => last.get(sum) !== at || total(sum) === 0);
      if (holds && search(at + 1)) return true;
    }
    shift.delete(at);
    return false;
  };
  return search(0);
}

describe("stretches of time that overlap", () => {
  const counts = (...days: number[]) => new Map(days.map((n, day) => [day, n]));

  it("hide one to ten, and what would tell them by the whole", () => {
    const days = counts(4, 40, 300);
    const each = [0, 1, 2].map((from) => ({ from, to: from + 1 }));
    const order = [{ from: 0, to: 3 }, ...largestFirst(days, each)];
    expect(showStretches(days, order)).toEqual([344, 300, null, null]);
  });

  it("hide a longer time that a shorter one and few more make up", () => {
    const days = counts(7, 300);
    expect(
      showStretches(days, [
        { from: 1, to: 2 },
        { from: 0, to: 2 },
      ]),
    ).toEqual([300, null]);
    expect(
      showStretches(counts(0, 300), [
        { from: 1, to: 2 },
        { from: 0, to: 2 },
      ]),
    ).toEqual([300, 300]);
  });

  it("hide a day that the month shows and a week would tell", () => {
    // The week: 5 and 300 and 40. The month has another 4, beside which 40 alone would do.
    const days = counts(4, 200, 12, 5, 300, 40);
    const each = [0, 1, 2, 3, 4, 5].map((from) => ({ from, to: from + 1 }));
    const order = [{ from: 0, to: 6 }, { from: 3, to: 6 }, ...largestFirst(days, each)];
    const shown = new Map(showStretches(days, order).map((n, i) => [order[i], n]));
    const of = (from: number) => [...shown].find(([s]) => s?.from === from && s.to === from + 1)?.[1];
    expect(of(4)).toBe(300);
    expect([of(3), of(5)]).toEqual([null, null]);
  });

  it("give away no small count, whatever days, weeks and months are asked for", () => {
    const day = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }));
    const stretch = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => ({
      from: Math.min(a, b),
      to: Math.max(a, b) + 1,
    }));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 8, maxLength: 8 }),
        fc.array(stretch, { maxLength: 12 }),
        (days, asked) => {
          const map = counts(...days);
          const shown = showStretches(map, asked);
          const places = ({ from, to }: Stretch) => days.map((_, i) => i).filter((i) => i >= from && i < to);
          const published = asked.filter((_, i) => shown[i] !== null).map(places);
          for (const [i, stretchAsked] of asked.entries()) {
            const n = places(stretchAsked).reduce((sum, at) => sum + (days[at] ?? 0), 0);
            if (shown[i] !== null) expect(shown[i]).toBe(n);
          }
          for (let from = 0; from < 8; from++) {
            for (let to = from + 1; to <= 8; to++) {
              const secret = places({ from, to });
              const n = secret.reduce((sum, at) => sum + (days[at] ?? 0), 0);
              if (small(n)) expect(canDiffer(days, published, secret)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a table over several times", () => {
  /** Parts by name, each with its counts by time: what is new in the week, in the month, in the year. */
  const tableOf = (parts: Record<string, readonly number[]>, order: readonly number[]): Table => {
    const names = Object.keys(parts);
    return {
      counts: names.flatMap((atom) => (parts[atom] ?? []).map((n, time) => ({ atom, time, n }))),
      times: order.length,
      order,
      cells: new Map<string, string[]>([
        ["all", names],
        ...names.map((name) => [name, [name]] as [string, string[]]),
      ]),
      families: [{ whole: "all", parts: names }],
    };
  };
  const cells = (table: Table, time: number) =>
    Object.fromEntries([...showTable(table)].map(([cell, row]) => [cell, row[time]]));

  it("hides what the total tells", () => {
    const table = tableOf({ sms: [340], web: [4] }, [0]);
    expect(cells(table, 0)).toEqual({ all: 344, sms: null, web: null });
    expect(cells(tableOf({ sms: [340], web: [4], table: [20] }, [0]), 0)).toEqual({
      all: 364,
      sms: 340,
      web: null,
      table: null,
    });
  });

  it("hides what one time tells beside another", () => {
    // Ten by web in the week; five more in the rest of the month.
    const table = tableOf({ sms: [100, 200], web: [30, 5], table: [50, 70] }, [1, 0]);
    expect(cells(table, 1)).toEqual({ all: 455, sms: 300, web: 35, table: 120 });
    const week = cells(table, 0);
    expect(week["all"]).toBe(180);
    expect(week["web"]).toBeNull();
    expect(Object.values(week).filter((n) => n === null).length).toBeGreaterThan(1);
  });

  it("shows everything where nothing is small", () => {
    const table = tableOf({ sms: [100, 20], web: [30, 0], table: [0, 11] }, [1, 0]);
    expect([...showTable(table).values()].flat()).not.toContain(null);
  });

  it("hides what matters less", () => {
    const table = tableOf({ sms: [340], web: [4], table: [20] }, [0]);
    const rank = (cell: string) => (cell === "table" ? -1 : 0);
    expect(cells({ ...table, rank }, 0)).toEqual({ all: 364, table: 20, sms: null, web: null });
  });

  it("shows nothing that was hidden elsewhere", () => {
    const table = { ...tableOf({ sms: [100], web: [40] }, [0]), may: (cell: string) => cell !== "all" };
    expect(cells(table, 0)).toEqual({ all: null, sms: 100, web: 40 });
  });

  it("gives away no small count, in two splits of one total over three times", { timeout: 120_000 }, () => {
    const some = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 11 }), fc.integer({ min: 5, max: 90 }));
    const atoms = ["sms/en", "sms/es", "web/en", "web/es"];
    const cellsOf = new Map<string, string[]>([
      ["all", atoms],
      ["sms", ["sms/en", "sms/es"]],
      ["web", ["web/en", "web/es"]],
      ["en", ["sms/en", "web/en"]],
      ["es", ["sms/es", "web/es"]],
    ]);
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 12, maxLength: 12 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
        (world, order) => {
          const shown = showTable({
            counts: world.map((n, i) => ({ atom: atoms[i % 4] ?? "", time: Math.floor(i / 4), n })),
            times: 3,
            order,
            cells: cellsOf,
            families: [
              { whole: "all", parts: ["sms", "web"] },
              { whole: "all", parts: ["en", "es"] },
            ],
          });
          const places = (cell: string, from: number, to: number) =>
            world
              .map((_, i) => i)
              .filter(
                (i) =>
                  Math.floor(i / 4) > from &&
                  Math.floor(i / 4) <= to &&
                  (cellsOf.get(cell) ?? []).includes(atoms[i % 4] ?? ""),
              );
          const sum = (at: Sum) => at.reduce((total, i) => total + (world[i] ?? 0), 0);
          const published: Sum[] = [];
          for (const [cell, row] of shown) {
            row.forEach((n: Shown, time) => {
              if (n === null) return;
              expect(n).toBe(sum(places(cell, -1, time)));
              expect(small(n)).toBe(false);
              published.push(places(cell, -1, time));
            });
          }
          for (const cell of cellsOf.keys()) {
            for (let to = 0; to < 3; to++) {
              for (let from = -1; from < to; from++) {
                const secret = places(cell, from, to);
                if (small(sum(secret))) expect(canDiffer(world, published, secret)).toBe(true);
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
