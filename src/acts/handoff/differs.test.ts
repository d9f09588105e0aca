/**
 * The one word for what kept an asker and a record apart, from real comparisons.
 */
import { expect, it } from "vitest";
import { record } from "../../../test/support/list.ts";
import { noFrequencies } from "../../matching/frequencies.ts";
import { compare, prepareAsker } from "../../matching/match.ts";
import type { Asker } from "../../matching/types.ts";
import { differenceOf } from "./differs.ts";

const asker: Asker = {
  names: [{ given: ["Marcus"], family: ["Tollesworth"] }],
  birthDate: "1974-05-19",
  caseNumbers: [],
};
const apart = (asked: Partial<Asker>, filed = record()) =>
  differenceOf(compare(prepareAsker({ ...asker, ...asked }), filed, noFrequencies).fields);

it.each([
  ["nothing", {}],
  ["birthDate", { birthDate: "1974-05-13" }],
  ["name", { names: [{ given: ["Marcos"], family: ["Tollesworth"] }] }],
  ["name", { names: [{ given: ["Marcus"], family: ["Tolesworth"] }] }],
  ["caseNumber", { caseNumbers: ["BA999999"] }],
  ["year", { year: { from: 1970, to: 1971 } }],
  ["more", { birthDate: "1974-05-13", names: [{ given: ["Marcos"], family: ["Tollesworth"] }] }],
] as const)("%s differs", (difference, asked) => {
  expect(apart(asked as unknown as Partial<Asker>)).toBe(difference);
});

it("there is no birth date to compare where either side has none", () => {
  const { birthDate: _, ...undated } = asker;
  const reasons = compare(prepareAsker(undated), record(), noFrequencies).fields;
  expect(differenceOf(reasons)).toBe("noBirthDate");
  expect(differenceOf([])).toBe("noBirthDate");
});
