/**
 * The doctor tells staff which help entries have grown old, by the clock it is given.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { databaseMaker } from "../../test/support/database.ts";
import { makeServices, type TestServices } from "../../test/support/services.ts";
import { publicDefender } from "../law/resources.ts";
import { examine } from "./examine.ts";

describe("examine", () => {
  const makeDatabase = databaseMaker("pglite");
  let services: TestServices;
  beforeAll(async () => {
    services = makeServices({ database: await makeDatabase() });
  });
  const helpEntries = async (date: string) => {
    services.runtime.time = Date.parse(`${date}T20:00:00Z`);
    return (await examine(services)).find((finding) => finding.what.startsWith("help entries"));
  };

  it("passes help entries for 180 days after their check, and names them from then on", async () => {
    expect((await helpEntries("2027-05-21"))?.good).toBe(true);
    const late = await helpEntries("2027-05-22");
    expect(late?.good).toBe(false);
    expect(late?.what).toContain(publicDefender.id);
  });
});
