/**
 * Canonical identities: the same for the same facts, however they are spelled or imported.
 */
import { describe, expect, it } from "vitest";
import { askerDateTag, askerNameTag, recordIdentity } from "./match.ts";
import type { Asker, ListRecord } from "./types.ts";

const record: ListRecord = {
  caseNumber: "BA123456",
  name: { given: ["JOSE"], family: ["DE LA CRUZ"] },
  aka: [],
  birthDate: "1970-03-04",
  charges: ["11359 HS"],
  convictionDate: "1993-05-05",
  status: "filed",
};

function asker(given: string, family: string, birthDate?: string): Asker {
  return {
    names: [{ given: [given], family: [family] }],
    caseNumbers: [],
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

describe("recordIdentity", () => {
  it("stays when status, charges, court or spelling change", () => {
    const later: ListRecord = {
      ...record,
      caseNumber: "ba-123456-01",
      name: { given: ["José"], family: ["de", "la", "Cruz"] },
      status: "dismissed",
      charges: [],
      court: "Compton",
    };
    expect(recordIdentity(later)).toBe(recordIdentity(record));
  });

  it("differs between cases and between people", () => {
    expect(recordIdentity({ ...record, caseNumber: "BA123457" })).not.toBe(recordIdentity(record));
    expect(recordIdentity({ ...record, birthDate: "1970-03-05" })).not.toBe(recordIdentity(record));
    const other = { ...record, name: { given: ["JUAN"], family: ["CRUZ"] } };
    expect(recordIdentity(other)).not.toBe(recordIdentity(record));
  });

  it("tells two cases without numbers apart by their conviction", () => {
    const { caseNumber: _, ...bare } = record;
    expect(recordIdentity({ ...bare, convictionDate: "1999-01-01" })).not.toBe(recordIdentity(bare));
  });
});

describe("askerDateTag", () => {
  it("is one for a date and its swapped form, since one guess covers both", () => {
    expect(askerDateTag(asker("A", "B", "1970-03-04"))).toBe(askerDateTag(asker("A", "B", "1970-04-03")));
    expect(askerDateTag(asker("A", "B", "1970-03-14"))).not.toBe(askerDateTag(asker("A", "B", "1970-03-15")));
    expect(askerDateTag(asker("A", "B"))).toBe("");
  });
});

describe("askerNameTag", () => {
  it("is one over spellings and orders of a name", () => {
    expect(askerNameTag(asker("José", "Valdez"))).toBe(askerNameTag(asker("JOSE", "Baldes")));
    expect(askerNameTag(asker("Valdez", "José"))).toBe(askerNameTag(asker("José", "Valdez")));
    expect(askerNameTag(asker("Ana", "Valdez"))).not.toBe(askerNameTag(asker("José", "Valdez")));
    expect(askerNameTag({ names: [], caseNumbers: [] })).toBe("");
  });
});
