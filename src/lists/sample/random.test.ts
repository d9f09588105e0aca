/**
 * Seeded randomness: repeatable, even, unrelated between neighbouring seeds.
 */
import { describe, expect, it } from "vitest";
import { Random, Weighted, readTable } from "./random.ts";

describe("Random", () => {
  it("repeats for a seed and differs for the next", () => {
    const draw = (...seed: number[]): number[] => {
      const random = new Random(...seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draw(7, 1)).toEqual(draw(7, 1));
    expect(draw(7, 1)).not.toEqual(draw(7, 2));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("spreads evenly within its bounds", () => {
    const random = new Random(3);
    const counts = Array.from({ length: 6 }, () => 0);
    for (let i = 0; i < 6000; i++) {
      const at = random.between(0, 5);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("has nothing to pick from an empty list", () => {
    expect(() => new Random(1).pick([])).toThrow(RangeError);
    expect(() => new Weighted([]).draw(new Random(1))).toThrow(RangeError);
  });
});

describe("Weighted", () => {
  it("draws in proportion to the weights", () => {
    const table = new Weighted(readTable("a 3 b 1"));
    const random = new Random(5);
    let a = 0;
    for (let i = 0; i < 4000; i++) if (table.draw(random) === "a") a++;
    expect(a / 4000).toBeCloseTo(0.75, 1);
  });
});
