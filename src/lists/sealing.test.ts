import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TestRuntime } from "../../test/support/runtime.ts";
import { KeyRing } from "../privacy/keys.ts";
import { idsPerLabel } from "./labelKey.ts";
import { RecordIds } from "./recordIds.ts";
import { deriveKeys, newSecret, unwrapSecret, wrapSecret } from "./versionKeys.ts";

const runtime = new TestRuntime();
const random = (length: number) => runtime.bytes(length);
const secret = newSecret(random);
const keys = deriveKeys(secret, "2020", 1);

describe("record ids", () => {
  it("are all different, and spread over positive and negative numbers", () => {
    const ids = new RecordIds(random(32));
    const seen = new Set(Array.from({ length: 50_000 }, (_, n) => ids.at(n)));
    expect(seen.size).toBe(50_000);
    const negative = [...seen].filter((id) => id < 0).length;
    expect(negative).toBeGreaterThan(24_000);
    expect(negative).toBeLessThan(26_000);
  });

  it("are the same for the same key and others for another", () => {
    const key = random(32);
    expect(new RecordIds(key).at(7)).toBe(new RecordIds(key).at(7));
    const other = new RecordIds(random(32));
    const one = new RecordIds(key);
    const same = Array.from({ length: 1000 }, (_, n) => n).filter((n) => one.at(n) === other.at(n));
    expect(same).toEqual([]);
  });
});

describe("a sealed record", () => {
  const plain = Buffer.alloc(256, 7);
  const sealed = keys.recordKey.seal(5, plain, random(12));

  it("opens under its own id, list and version alone", () => {
    expect(keys.recordKey.open(5, sealed)).toEqual(plain);
    expect(keys.recordKey.open(6, sealed)).toBeUndefined();
    expect(keys.recordKey.open(-5, sealed)).toBeUndefined();
    expect(deriveKeys(secret, "2020", 2).recordKey.open(5, sealed)).toBeUndefined();
    expect(deriveKeys(secret, "2021", 1).recordKey.open(5, sealed)).toBeUndefined();
    expect(deriveKeys(newSecret(random), "2020", 1).recordKey.open(5, sealed)).toBeUndefined();
  });

  it("does not open with any one bit flipped, or cut short", () => {
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const flipped = Buffer.from(sealed);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(keys.recordKey.open(5, flipped)).toBeUndefined();
      }),
    );
    expect(keys.recordKey.open(5, sealed.subarray(0, 20))).toBeUndefined();
    expect(keys.recordKey.open(5, Buffer.alloc(0))).toBeUndefined();
  });
});

describe("a label row", () => {
  const ids = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), {
    minLength: 1,
    maxLength: idsPerLabel,
  });

  it("gives back the ids it hides, however many, always in 48 bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), ids), { minLength: 1, maxLength: 5 }), (blocks) => {
        const labels = blocks.map(([key]) => keys.labelKey.label(key));
        const refs = keys.labelKey.hide(
          Buffer.concat(labels),
          blocks.map(([, all]) => all),
        );
        expect(refs.length).toBe(48 * blocks.length);
        for (const [i, [, all]] of blocks.entries()) {
          const row = refs.subarray(i * 48, (i + 1) * 48);
          expect(new Set(keys.labelKey.reveal(labels[i] ?? Buffer.alloc(8), row))).toEqual(new Set(all));
        }
      }),
    );
  });

  it("hides equal ids under two labels as unlike bytes", () => {
    const labels = Buffer.concat([keys.labelKey.label("a"), keys.labelKey.label("b")]);
    const refs = keys.labelKey.hide(labels, [[42], [42]]);
    expect(refs.subarray(0, 48).equals(refs.subarray(48))).toBe(false);
    // Within a row one id stands twelve times, under twelve different pads.
    const words = Array.from({ length: 12 }, (_, i) => refs.readInt32BE(i * 4));
    expect(new Set(words).size).toBe(12);
  });

  it("under another label, or of another length, gives none of its ids", () => {
    const refs = keys.labelKey.hide(keys.labelKey.label("a"), [[1, 2, 3]]);
    expect(keys.labelKey.reveal(keys.labelKey.label("b"), refs)).not.toEqual(expect.arrayContaining([1]));
    expect(keys.labelKey.reveal(keys.labelKey.label("a"), refs.subarray(0, 24))).toEqual([]);
  });

  it("has another label in another version, for the same block key", () => {
    const other = deriveKeys(newSecret(random), "2020", 2);
    expect(other.labelKey.label("case|ba1").equals(keys.labelKey.label("case|ba1"))).toBe(false);
  });
});

describe("a version's keys", () => {
  const master = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;
  const ring = KeyRing.parse(master("new", 1));
  const wrapped = wrapSecret(ring, random, "2020", 1, secret);

  it("come back from their wrapping for their own version alone", () => {
    expect(unwrapSecret(ring, "new", "2020", 1, wrapped)).toEqual(secret);
    expect(unwrapSecret(ring, "new", "2020", 2, wrapped)).toBeUndefined();
    expect(unwrapSecret(ring, "new", "2021", 1, wrapped)).toBeUndefined();
    expect(unwrapSecret(ring, "new", "2020", 1, wrapped.subarray(1))).toBeUndefined();
  });

  it("do not come back without the master key that wrapped them", () => {
    expect(unwrapSecret(KeyRing.parse(master("other", 2)), "new", "2020", 1, wrapped)).toBeUndefined();
    expect(unwrapSecret(KeyRing.parse(master("new", 2)), "new", "2020", 1, wrapped)).toBeUndefined();
  });

  it("hold nothing of the secret in clear", () => {
    expect(wrapped.includes(secret.records)).toBe(false);
    expect(wrapped.includes(secret.labels)).toBe(false);
    expect(wrapped.length).toBe(120);
  });
});
