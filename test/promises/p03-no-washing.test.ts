/**
 * P3: no reply says which field was off. Whatever is wrong about a query, its result is that of one wrong in all.
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Services } from "../../src/acts/services.ts";
import { forBothDatabases } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { lookUpAs, wrongDates, type Asking } from "../support/lookUps.ts";
import { makeServices } from "../support/services.ts";

forBothDatabases((_kind, makeDatabase) => {
  let services: Services;
  beforeAll(async () => {
    services = makeServices({ database: await makeDatabase() });
    await loadList(services, {
      id: "2020",
      announced: "2020-02-13",
      records: [
        record(),
        record({ name: { given: ["ROSALIND"], family: ["WEXMOORE"] }, caseNumber: "BA500001" }),
        ...crowd(40),
      ],
    });
  });

  const right: Asking = { birthDate: "1974-05-19", year: { from: 1996, to: 1996 } };
  const allWrong: Asking = { given: ["Wilhelmina"], family: ["Quorndale"], birthDate: "1950-01-31" };
  const corruption: fc.Arbitrary<Asking> = fc.record(
    {
      given: fc.constantFrom<string[][]>(["Prudence"], ["Xavier"], ["Wilhelmina", "B"]),
      family: fc.constantFrom<string[][]>(["Oakenshaw"], ["Quorndale"], ["Vandermeer", "Ipswich"]),
      birthDate: fc.constantFrom(...wrongDates(4), "1973-05-19", "1974-05-18", "1974-06-19", "1947-05-19"),
      caseNumbers: fc.constantFrom<string[][]>(["BA131775"], ["TA000001"], ["BA131774X"]),
      year: fc.constantFrom({ from: 1996, to: 1996 }, { from: 1950, to: 1951 }),
    },
    { requiredKeys: [] },
  );

  it("each corruption that does not confirm gives the result of the all-wrong one", async () => {
    expect((await lookUpAs(services, right)).kind).toBe("confirmed");
    const nothing = await lookUpAs(services, allWrong);
    await fc.assert(
      fc.asyncProperty(corruption, async (wrong) => {
        const result = await lookUpAs(services, { ...right, ...wrong });
        if (result.kind !== "confirmed") expect(result).toEqual(nothing);
        const offInNameOrDate =
          wrong.given !== undefined || wrong.family !== undefined || wrong.birthDate !== undefined;
        if (offInNameOrDate) expect(result).toEqual(nothing);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it("a record whose budget is spent gives the result of the all-wrong one, asked right or wrong", async () => {
    const rosalind = { given: ["Rosalind"], family: ["Wexmoore"] };
    const nothing = await lookUpAs(services, allWrong);
    expect((await lookUpAs(services, { ...rosalind, birthDate: "1974-05-19" })).kind).toBe("confirmed");
    for (const birthDate of wrongDates(6)) {
      expect(await lookUpAs(services, { ...rosalind, birthDate })).toEqual(nothing);
    }
    expect(await lookUpAs(services, { ...rosalind, birthDate: "1974-05-19" })).toEqual(nothing);
  });
});
