/**
 * Comparing an asker with a record: every way a name is filed or typed, and the reasons given.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrequencyCounter, noFrequencies } from "./frequencies.ts";
import { compare, decide, prepareAsker } from "./match.ts";
import type { Comparison } from "./match.ts";
import type { Asker, ListRecord, PersonName } from "./types.ts";

/** "Given Names / Family Names, Suffix". */
function name(text: string): PersonName {
  const [names = "", suffix] = text.split(", ");
  const [given = "", family = ""] = names.split("/").map((part) => part.trim());
  const words = (part: string): string[] => (part === "" ? [] : part.split(" "));
  const one: PersonName = { given: words(given), family: words(family) };
  if (suffix !== undefined) one.suffix = suffix;
  return one;
}

const birthDate = "1970-03-14";

function asker(names: string, more: Partial<Asker> = {}): Asker {
  return { names: names.split(" ; ").map(name), birthDate, caseNumbers: [], ...more };
}

function record(names: string, more: Partial<ListRecord> = {}): ListRecord {
  const [own, ...aka] = names.split(" ; ").map(name);
  return { ...(own === undefined ? {} : { name: own }), aka, birthDate, charges: [], ...more };
}

function compared(asked: Asker, filed: ListRecord, frequencies = noFrequencies): Comparison {
  return compare(prepareAsker(asked), filed, frequencies);
}

function decided(asked: Asker, filed: ListRecord): string {
  return decide(compared(asked, filed), "date");
}

describe("one person's two spellings are confirmed with an equal birth date", () => {
  it.each([
    ["any last name against any", "Ana / Ruiz Soto", "ANA / SOTO"],
    ["surnames in the other order", "Ana / Soto Ruiz", "ANA / RUIZ SOTO"],
    ["a hyphen", "Ana / Ruiz-Soto", "ANA / RUIZ SOTO"],
    ["surnames run together", "Ana / Villegas Soto", "ANA / VILLEGASSOTO"],
    ["particles left out", "Ana / de la Cruz", "ANA / CRUZ"],
    ["particles glued on", "Ana / de la Cruz", "ANA / DELACRUZ"],
    ["particles glued on and mistyped", "Ana / De La Roza", "ANA / DELAROSA"],
    ["particles glued on by the asker", "Ana / Delacruz", "ANA / DE LA CRUZ"],
    ["an opener written apart", "Sean / Mc Donald", "SEAN / MCDONALD"],
    ["a name cut at ten letters", "Christopher / Tollesworth", "CHRISTOPHE / TOLLESWORT"],
    ["two surnames cut at ten letters", "Ana / Villegas Soto", "ANA / VILLEGASSO"],
    ["given and family name swapped", "Villegas / Ana", "ANA / VILLEGAS"],
    ["swapped and cut", "Villegas / Christopher", "CHRISTOPHE / VILLEGAS"],
    ["a surname among the given names", "Ana Villegas / Soto", "ANA / VILLEGAS"],
    ["an initial on file", "Evaristo / Villegas", "E / VILLEGAS"],
    ["an initial typed", "E / Villegas", "EVARISTO / VILLEGAS"],
    ["the second given name only", "José Evaristo / Villegas", "EVARISTO / VILLEGAS"],
    ["given names run together", "Maryann / Villegas", "MARY ANN / VILLEGAS"],
    ["an English nickname", "Bill / Hathermoor", "WILLIAM / HATHERMOOR"],
    ["a hypocorism", "Chuy / Villegas", "JESUS / VILLEGAS"],
    ["two hypocorisms of one name", "Chuy / Villegas", "CHUCHO / VILLEGAS"],
    ["a mistyped hypocorism", "Cheppito / Villegas", "JOSE / VILLEGAS"],
    ["an abbreviation", "Ma. / Villegas", "MARIA / VILLEGAS"],
    ["the other language", "Miguel / Villegas", "MICHAEL / VILLEGAS"],
    ["b for v", "Ana / Baldivia", "ANA / VALDIVIA"],
    ["s for z", "Ana / Gonsales", "ANA / GONZALEZ"],
    ["y for ll", "Ana / Vayejo", "ANA / VALLEJO"],
    ["g for j", "Ana / Gimenez", "ANA / JIMENEZ"],
    ["a dropped h", "Ana / Ernandez", "ANA / HERNANDEZ"],
    ["ñ", "Ana / Ibáñez", "ANA / IBANEZ"],
    ["a slip of the thumb", "Marcus / Tolleswirth", "MARCUS / TOLLESWORTH"],
    ["slips in both names", "Marcsu / Tolleswirth", "MARCUS / TOLLESWORTH"],
    ["another name of the record", "Ana / Soto", "ANA / VILLEGAS ; ANA / SOTO"],
    ["another name of the asker", "Ana / Mora ; Ana / Villegas", "ANA / VILLEGAS"],
  ])("%s: %s, %s", (_, asked, filed) => {
    expect(decided(asker(asked), record(filed))).toBe("confirmed");
  });

  it.each(["Jesús / Arellano", "Guadalupe / Arellano", "Francisco / Arellano", "Ignacio / Arellano"])(
    "day and month swapped in the date of %s",
    (asked) => {
      const swapped = { birthDate: "1970-03-04" };
      expect(decided(asker(asked, swapped), record(asked, { birthDate: "1970-04-03" }))).toBe("confirmed");
    },
  );
});

describe("another person is not confirmed", () => {
  it.each([
    ["a twin", "Marcus / Tollesworth", "DAMIAN / TOLLESWORTH"],
    ["a twin named a letter apart", "Mario / Tollesworth", "MARIA / TOLLESWORTH"],
    ["a twin named with one letter more", "Daniela / Tollesworth", "DANIEL / TOLLESWORTH"],
    ["a sister who shares the second name", "Teresa Margarita / Tollesworth", "LUZ MARGARITA / TOLLESWORTH"],
    ["the same first name and date", "Evaristo / Tollesworth", "EVARISTO / VILLEGAS"],
    ["no given name on file", "Evaristo / Tollesworth", "/ TOLLESWORTH"],
    ["no family name on file", "Evaristo / Tollesworth", "EVARISTO /"],
  ])("%s: %s, %s", (_, asked, filed) => {
    expect(decided(asker(asked), record(filed))).not.toBe("confirmed");
  });

  it.each([
    ["one digit off", "1970-03-15"],
    ["a year off", "1971-03-14"],
    ["a decade off", "1980-03-14"],
    ["the first of January", "1970-01-01"],
    ["missing", undefined],
  ])("the rarest name with a date %s", (_, date) => {
    const filed = record("EVARISTO MELQUIADES / XICOTENCATL", { convictionDate: "1995-05-05" });
    if (date === undefined) delete filed.birthDate;
    else filed.birthDate = date;
    const asked = asker("Evaristo Melquiades / Xicotencatl", { year: { from: 1995, to: 1995 } });
    expect(decided(asked, filed)).toBe("possible");
  });

  it("with another suffix weighs less than without one", () => {
    const son = compared(asker("Marcus / Reed, Jr"), record("MARCUS / REED, SR"));
    const father = compared(asker("Marcus / Reed, Sr."), record("MARCUS / REED, SR"));
    expect(son.weight).toBeLessThan(compared(asker("Marcus / Reed"), record("MARCUS / REED")).weight);
    expect(father.weight).toBeGreaterThan(son.weight);
  });
});

describe("weights", () => {
  it("agreeing on a rare name weighs more than on a common one", () => {
    const counter = new FrequencyCounter();
    for (let i = 0; i < 3000; i++) counter.add(record(i % 2 === 0 ? "JOSE / GARCIA" : `ANA / NAME${i}`));
    const frequencies = counter.finish();
    const common = compared(asker("José / García"), record("JOSE / GARCIA"), frequencies);
    const rare = compared(asker("José / Xicotencatl"), record("JOSE / XICOTENCATL"), frequencies);
    expect(rare.weight).toBeGreaterThan(common.weight + 5);
  });

  it("are the sum of the reasons, whatever is compared", () => {
    const word = fc.constantFrom(
      "Ana",
      "José",
      "María",
      "García",
      "de la Cruz",
      "Li",
      "J",
      "O'Brien",
      "",
      "李",
      "x-y",
    );
    const anyName = fc.record({
      given: fc.array(word, { maxLength: 3 }),
      family: fc.array(word, { maxLength: 3 }),
    });
    const date = fc.option(fc.constantFrom("1970-03-04", "1970-04-03", "1980-01-01", "1971-03-04"), {
      nil: undefined,
    });
    const number = fc.constantFrom("BA123456", "BA123457", "", "XCNBA123456-01");
    fc.assert(
      fc.property(
        fc.array(anyName, { maxLength: 3 }),
        fc.array(anyName, { maxLength: 3 }),
        date,
        date,
        number,
        number,
        (asked, filed, askedDate, filedDate, askedNumber, filedNumber) => {
          const one: Asker = { names: asked, caseNumbers: [askedNumber] };
          if (askedDate !== undefined) one.birthDate = askedDate;
          const [own, ...aka] = filed;
          const other: ListRecord = { aka, charges: [], caseNumber: filedNumber };
          if (own !== undefined) other.name = own;
          if (filedDate !== undefined) other.birthDate = filedDate;
          const result = compared(one, other);
          const sum = result.fields.reduce((total, reason) => total + reason.weight, 0);
          expect(result.weight).toBeCloseTo(sum, 6);
          expect(Number.isFinite(result.weight)).toBe(true);
        },
      ),
    );
  });

  it("stand against higher thresholds on a list of millions, and never against lower ones", () => {
    const raised = (records: number): number | undefined =>
      compared(asker("Ana / Soto"), record("ANA / SOTO"), { ...noFrequencies, records }).raised;
    expect(raised(2000)).toBeUndefined();
    expect(raised(124_000)).toBeUndefined();
    expect(raised(496_000)).toBeCloseTo(2);
  });

  it("do not change from one comparison to the next", () => {
    const asked = prepareAsker(asker("Lupita / de la Cruz Soto"));
    const filed = record("GUADALUPE M / DELACRUZ");
    expect(compare(asked, filed, noFrequencies)).toEqual(compare(asked, filed, noFrequencies));
    const empty: ListRecord = { aka: [], charges: [] };
    expect(compare(asked, empty, noFrequencies)).toEqual(compare(asked, empty, noFrequencies));
  });

  it("name every field that was compared", () => {
    const result = compared(
      asker("Lupe Ana / Soto, Jr", { year: { from: 1994, to: 1996 }, caseNumbers: ["ba-123456"] }),
      record("GUADALUPE A / SOTO, II", { convictionDate: "1995-02-02", caseNumber: "XCNBA123456-01" }),
    );
    expect(result.fields.map((reason) => `${reason.field} ${reason.level}`)).toEqual([
      "given form",
      "given secondInitial",
      "family equal",
      "suffix equal",
      "birthDate equal",
      "year within",
      "caseNumber equal",
    ]);
  });

  it("hold years as weak evidence", () => {
    const with_ = (year: number): number =>
      compared(
        asker("Ana / Soto", { year: { from: year, to: year } }),
        record("ANA / SOTO", { convictionDate: "1990-06-01" }),
      ).weight;
    const without = compared(
      asker("Ana / Soto"),
      record("ANA / SOTO", { convictionDate: "1990-06-01" }),
    ).weight;
    expect(with_(1990)).toBeGreaterThan(with_(1992));
    expect(with_(1992)).toBeGreaterThan(with_(1996));
    expect(with_(1996)).toBeGreaterThan(with_(2010));
    expect(Math.abs(with_(1990) - without)).toBeLessThan(6);
  });
});

describe("nearMiss", () => {
  it.each([
    ["1970-03-15", true],
    ["1970-11-28", true],
    ["1970-01-01", true],
    ["1970-03-14", false],
    ["1971-03-14", false],
  ])("a date on file of %s gives %s", (date, near) => {
    expect(compared(asker("Ana / Soto"), record("ANA / SOTO", { birthDate: date })).nearMiss).toBe(near);
  });

  it("is not one when day and month are swapped, or when a name disagrees", () => {
    const filed = record("ANA / SOTO", { birthDate: "1970-04-03" });
    expect(compared(asker("Ana / Soto", { birthDate: "1970-03-04" }), filed).nearMiss).toBe(false);
    expect(compared(asker("Ana / Villegas"), filed).nearMiss).toBe(false);
  });
});
