import { describe, expect, it } from "vitest";
import { databaseMaker } from "./database.ts";
import { makeServices } from "./services.ts";

describe("services for tests", () => {
  const makeDatabase = databaseMaker("postgres");

  it("keep the log in memory, take configuration over the defaults, and start with no list", async () => {
    const services = makeServices({ database: await makeDatabase(), config: { lookups: "number" } });
    services.log.warn("happened", { code: "X" });
    expect(services.logged).toHaveLength(1);
    expect(services.config).toMatchObject({ lookups: "number", confirm: "date" });
    expect(await services.versions.current()).toEqual([]);
    expect(await services.versions.ready()).toBe(true);
  });
});
