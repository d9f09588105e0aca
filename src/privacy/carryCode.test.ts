import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryCodes, carryHashes, makeCarryCode, readCarryCode, showCarryCode } from "./carryCode.ts";
import { KeyRing } from "./keys.ts";
import { Sealer } from "./seal.ts";

/** Random bytes out of chosen ones, over and over. */
function bytesOf(chosen: readonly number[]) {
  let at = 0;
  return (length: number) => Buffer.from(Array.from({ length }, () => chosen[at++ % chosen.length] ?? 0));
}

const chosenBytes = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 12, maxLength: 40 })
  // One that is fair for every alphabet, so that drawing ends.
  .map((bytes) => [...bytes, 7]);

describe("the code to carry on by", () => {
  it("there are more than 2^40 of them", () => {
    expect(Math.log2(carryCodes)).toBeGreaterThan(40);
  });

  it("every code begins with a digit, ends with a letter and holds no vowel, I, L, O or U", () => {
    fc.assert(
      fc.property(chosenBytes, (bytes) => {
        expect(makeCarryCode(bytesOf(bytes))).toMatch(/^\d[0-9B-DF-HJKMNP-TV-Z]{7}[B-DF-HJKMNP-TV-Z]$/);
      }),
    );
  });

  it("is read as it is shown, in small letters, with spaces, other dashes, and O, I and L for digits", () => {
    fc.assert(
      fc.property(chosenBytes, (bytes) => {
        const code = makeCarryCode(bytesOf(bytes));
        const shown = showCarryCode(code);
        expect(shown).toMatch(/^.{3}-.{3}-.{3}$/);
        const asRead = shown.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
        for (const text of [
          code,
          shown,
          ` ${asRead}\n`,
          shown.replaceAll("-", " "),
          shown.replaceAll("-", "–"),
        ])
          expect(readCarryCode(text)).toBe(code);
      }),
    );
  });

  it.each([
    "",
    "stop",
    "BA123456",
    "9CJ01234",
    "CLINIC42",
    "CLINIC1968",
    "July 25, 1968",
    "7/25/68",
    "no",
    "1",
  ])("%j is no code", (text) => {
    expect(readCarryCode(text)).toBeUndefined();
  });

  it("a code with words around it is no code", () => {
    expect(readCarryCode("my code is 7KX-2MP-9QT")).toBeUndefined();
    expect(readCarryCode(`7KX-2MP-9QT${" ".repeat(50)}`)).toBeUndefined();
  });

  it("its hash names its key and is another under every key", () => {
    const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
    const sealer = new Sealer(KeyRing.parse(`${key("a", 1)},${key("b", 2)}`), randomBytes);
    const hashes = carryHashes(sealer, "7KX2MP9QT").map((hash) => hash.toString("hex"));
    expect(new Set(hashes.map((hash) => hash.slice(0, 8))).size).toBe(2);
    expect(new Set(hashes.map((hash) => hash.slice(8))).size).toBe(2);
  });
});
