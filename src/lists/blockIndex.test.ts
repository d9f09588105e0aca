import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TestRuntime } from "../../test/support/runtime.ts";
import { BlockIndex } from "./blockIndex.ts";
import { idsPerLabel } from "./labelKey.ts";
import { RandomNumbers } from "./random.ts";
import { RecordWindow } from "./recordWindow.ts";

const labelOf = (n: bigint) => {
  const label = Buffer.alloc(8);
  label.writeBigUInt64BE(n);
  return label;
};

function drained(entries: readonly (readonly [bigint, number])[]): { label: bigint; ids: number[] }[] {
  const index = new BlockIndex();
  for (const [label, id] of entries) index.add(labelOf(label), id);
  expect(index.size).toBe(entries.length);
  const random = new RandomNumbers(new TestRuntime());
  return [...index.drain(random)].flat().map(({ label, ids }) => ({ label: label.readBigUInt64BE(0), ids }));
}

describe("the block index", () => {
  it("gives each label once, in order, with the ids that were filed under it", () => {
    // Few labels, so that they meet, and both ends of the range.
    const label = fc.constantFrom(0n, 1n, 2n ** 32n, 2n ** 32n + 1n, 2n ** 63n, 2n ** 64n - 1n);
    fc.assert(
      fc.property(fc.array(fc.tuple(label, fc.integer()), { maxLength: 40 }), (entries) => {
        const blocks = drained(entries);
        const labels = blocks.map((block) => block.label);
        expect(labels).toEqual([...new Set(entries.map(([l]) => l))].toSorted((a, b) => (a < b ? -1 : 1)));
        for (const { label: one, ids } of blocks) {
          const filed = entries.filter(([l]) => l === one).map(([, id]) => id);
          expect(ids.length).toBe(Math.min(filed.length, idsPerLabel));
          expect(filed).toEqual(expect.arrayContaining(ids));
        }
      }),
    );
  });

  it("keeps any twelve of a larger block, not the first twelve of the file", () => {
    const entries = Array.from({ length: 200 }, (_, id) => [7n, id] as const);
    const [block] = drained(entries);
    expect(new Set(block?.ids).size).toBe(idsPerLabel);
    expect(block?.ids.some((id) => id >= idsPerLabel)).toBe(true);
  });

  it("grows with thousands of entries and is empty afterwards", () => {
    const index = new BlockIndex();
    for (let n = 0; n < 20_000; n++) index.add(labelOf(BigInt(n) * 922_337_203_685_477n), n);
    const random = new RandomNumbers(new TestRuntime());
    expect([...index.drain(random)].flat()).toHaveLength(20_000);
    expect(index.size).toBe(0);
    expect([...index.drain(random)].flat()).toHaveLength(0);
  });
});

describe("the window of waiting records", () => {
  it("gives every record once, in another order than it came", () => {
    const window = new RecordWindow();
    for (let n = 0; n < 1000; n++) window.add(n, Buffer.from(`record ${n}`));
    const out = [...window.drain(new RandomNumbers(new TestRuntime()))].map(({ id, encoded }) => {
      expect(Buffer.from(encoded).toString()).toBe(`record ${id}`);
      return id;
    });
    expect(out.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
    expect(out.filter((id, place) => id === place).length).toBeLessThan(20);
    expect(window.length).toBe(0);
  });

  it("grows beyond its first memory without losing a byte", () => {
    const window = new RecordWindow();
    for (let n = 0; n < 3000; n++) window.add(n, Buffer.alloc(1000, n % 251));
    for (const { id, encoded } of window.drain(new RandomNumbers(new TestRuntime()))) {
      expect(encoded.length).toBe(1000);
      expect(encoded.every((byte) => byte === id % 251)).toBe(true);
    }
  });
});

describe("random numbers", () => {
  it("stay below their bound and reach all of it", () => {
    const random = new RandomNumbers(new TestRuntime());
    const drawn = new Set(Array.from({ length: 2000 }, () => random.below(10)));
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
