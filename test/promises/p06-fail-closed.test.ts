/**
 * P6: when limits cannot be counted nothing is looked up, and STOP, HELP and DELETE work all the same.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { InjectedFault } from "../support/databaseProbe.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { ask, newPhone, smsTalk } from "../support/talk.ts";

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let app: TestApp;
  /** Statements that hold this text fail. */
  let broken: RegExp | undefined;

  beforeAll(async () => {
    real = await makeDatabase();
    const database: Database = {
      ...real,
      query: (text, values, signal) =>
        broken?.test(text) ? Promise.reject(new InjectedFault("broken")) : real.query(text, values, signal),
    };
    app = await makeApp({ database });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(40)],
    });
  });
  beforeEach(() => {
    broken = undefined;
  });

  for (const table of ["limit_counter", "record_budget", "from label", "from unnest", "secret"] as const) {
    it(`with ${table} failing, a person on the list and one who is not both hear to call, and nothing else`, async () => {
      // A fresh process has its secrets still to read.
      broken = new RegExp(table);
      const fresh = table === "secret" ? await makeApp({ database: { ...app.services.database } }) : app;
      for (const channel of ["sms", "web"] as const) {
        const listed = await ask(fresh, channel, "en", newPhone(), marcus);
        const absent = await ask(fresh, channel, "en", newPhone(), { ...marcus, name: "Prudence Oakenshaw" });
        expect(listed.answer.status).toBe(200);
        expect(listed.answer.texts.join(" ")).toContain("We cannot check by");
        expect(listed.answer.texts).toEqual(absent.answer.texts);
      }
    });
  }

  it("STOP, HELP and DELETE need no limiter", async () => {
    const talk = smsTalk(app, newPhone());
    await talk.say("hello");
    broken = /limit_counter|record_budget|secret/;
    expect((await talk.say("HELP")).texts.join(" ")).toContain("Clearline Demo");
    expect((await talk.say("DELETE MY DATA")).texts.join(" ")).toContain("erased");
    expect((await talk.say("STOP")).texts.join(" ")).toContain("no more messages");
    const rows = await real.query<{ n: number }>(
      "select count(*)::int as n from consent where state = 'out'",
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
});
