/**
 * The simulations' parts: a fair sample, one mistake at a time, and rates that can be worked out by hand.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noFrequencies } from "../../matching/frequencies.ts";
import type { Asker, ListRecord } from "../../matching/types.ts";
import { Random } from "../sample/random.ts";
import { mistakes, withMistake } from "./mistakes.ts";
import { Reservoir } from "./reservoir.ts";
import { falseConfirmations } from "./strangers.ts";

describe("a sample of a stream", () => {
  it("holds every item about equally often, and the whole of a short stream", () => {
    const counts = Array.from({ length: 20 }, () => 0);
    for (let seed = 0; seed < 2000; seed++) {
      const kept = new Reservoir<number>(5, new Random(seed));
      for (let n = 0; n < 20; n++) kept.offer(n);
      for (const n of kept.items) counts[n] = (counts[n] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(100);
    const short = new Reservoir<number>(5, new Random(1));
    for (const n of [1, 2, 3]) short.offer(n);
    expect(short.items).toEqual([1, 2, 3]);
  });
});

describe("a mistake", () => {
  const asker: Asker = {
    names: [{ given: ["Rosalinda", "Maria"], family: ["Hernandez", "Lopez"] }],
    birthDate: "1968-07-05",
    caseNumbers: [],
  };

  it("changes the name or the date, never both, and the date stays a date", () => {
    fc.assert(
      fc.property(fc.constantFrom(...mistakes), fc.nat(), (mistake, seed) => {
        const changed = withMistake(asker, mistake, new Random(seed));
        if (!changed) return;
        const name = JSON.stringify(changed.names) !== JSON.stringify(asker.names);
        const date = changed.birthDate !== asker.birthDate;
        expect([name, date].filter(Boolean)).toHaveLength(1);
        const at = new Date(`${changed.birthDate}T00:00:00Z`);
        expect(at.toISOString().slice(0, 10)).toBe(changed.birthDate);
      }),
    );
  });

  it("that cannot be made is none: no second family name, no middle name, a day above 12", () => {
    const plain: Asker = {
      names: [{ given: ["Ana"], family: ["Rios"] }],
      birthDate: "1968-07-25",
      caseNumbers: [],
    };
    const random = new Random(3);
    for (const mistake of ["oneFamilyName", "noMiddleName", "slipInGiven", "dayAndMonthSwapped"] as const)
      expect(withMistake(plain, mistake, random), mistake).toBeUndefined();
  });
});

describe("false confirmations of strangers", () => {
  const filed = (n: number, given: string, birthDate: string): ListRecord => ({
    name: { given: [given], family: [`Wex${"abcdefghij".charAt(n % 10)}moor`] },
    aka: [],
    charges: [],
    birthDate,
  });
  const input = (records: ListRecord[]) => {
    const dates = new Map<string, number>();
    for (const { birthDate = "" } of records) dates.set(birthDate, (dates.get(birthDate) ?? 0) + 1);
    return {
      records,
      dates,
      frequencies: noFrequencies,
      rule: "date" as const,
      random: new Random(5),
      names: 300,
    };
  };

  it("are expected everywhere on a list of one name and one date, and nowhere where all names differ", async () => {
    const twins = Array.from({ length: 20 }, () => filed(0, "Evaristo", "1960-05-25"));
    const all = await falseConfirmations(input(twins), "recombined");
    // Each of 20 records would confirm each stranger; per 10,000 lookups, and the name's own record counts as another.
    expect(all.per10000).toBeGreaterThan(150_000);
    const names = ["Evaristo", "Bruno", "Quintina", "Maximiliano", "Olga", "Tiburcio"];
    const unlike = names.map((given, n) => filed(n, given, `196${n}-05-25`));
    const none = await falseConfirmations(input(unlike), "namesake");
    expect(none).toEqual({ per10000: 0, from: 0, to: 0 });
  });

  it("are none on a list too short to draw strangers from", async () => {
    expect((await falseConfirmations(input([]), "namesake")).per10000).toBe(0);
  });
});
