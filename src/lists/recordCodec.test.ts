import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseStatuses, type ListRecord, type PersonName } from "../matching/types.ts";
import { decodeRecord, encodeRecord, longBytes, padRecord, shortBytes } from "./recordCodec.ts";

const word = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const words = fc.array(word, { maxLength: 4 });
const date = fc
  .date({ min: new Date("1850-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const name: fc.Arbitrary<PersonName> = fc.record(
  { given: words, family: words, suffix: word },
  { requiredKeys: ["given", "family"] },
);
const record: fc.Arbitrary<ListRecord> = fc.record(
  {
    caseNumber: word,
    name,
    aka: fc.array(name, { maxLength: 2 }),
    birthDate: date,
    charges: fc.array(word, { maxLength: 3 }),
    convictionDate: date,
    court: word,
    status: fc.constantFrom(...caseStatuses),
    statusDate: date,
  },
  { requiredKeys: ["aka", "charges"] },
);

function roundTrip(one: ListRecord): ListRecord | undefined {
  const encoded = encodeRecord(one);
  return encoded && decodeRecord(padRecord(encoded));
}

describe("the record codec", () => {
  it("gives back every record as it was, padded to one of two lengths", () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(roundTrip(one)).toEqual(one);
        expect([shortBytes, longBytes]).toContain(padRecord(encodeRecord(one) ?? Buffer.alloc(0)).length);
      }),
    );
  });

  it("keeps dates that no calendar of ours would make, as they are", () => {
    for (const birthDate of ["1900-02-29", "1850-01-01", "9999-12-31"]) {
      expect(roundTrip({ aka: [], charges: [], birthDate })).toEqual({ aka: [], charges: [], birthDate });
    }
  });

  it("cuts charges from the end when they alone make a record too long, and keeps all else", () => {
    const charges = Array.from({ length: 120 }, (_, i) => `11357(A) HS COUNT ${i}`);
    const kept = roundTrip({ aka: [], charges, caseNumber: "BA123456" });
    expect(kept?.caseNumber).toBe("BA123456");
    expect(kept?.charges.length).toBeGreaterThan(10);
    expect(charges.slice(0, kept?.charges.length)).toEqual(kept?.charges);
  });

  it("refuses a record that is too long without charges, and one of more names than a byte counts", () => {
    expect(encodeRecord({ aka: [], charges: [], court: "x".repeat(1100) })).toBeUndefined();
    expect(encodeRecord({ aka: [], charges: [], court: "x".repeat(5_000_000) })).toBeUndefined();
    const many = Array.from({ length: 300 }, () => ({ given: [], family: [] }));
    expect(encodeRecord({ aka: many, charges: [] })).toBeUndefined();
  });

  it("says that any other bytes are no record, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        decodeRecord(Buffer.from(bytes));
      }),
    );
    expect(decodeRecord(Buffer.alloc(256))).toBeUndefined();
    expect(decodeRecord(Buffer.alloc(0))).toBeUndefined();
  });
});
