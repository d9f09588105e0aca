/**
 * P16: the audit holds a closed set of events and a keyed subject at most, in the same transaction as the act, and is
 * append-only.
 */
import { beforeEach, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { auditEvents } from "../../src/privacy/audit.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs } from "../support/lookUps.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, smsTalk, untilLookup } from "../support/talk.ts";

forBothDatabases((kind, makeDatabase) => {
  let real: TestDatabase;
  let app: TestApp;
  let runtime: TestRuntime;
  beforeEach(async () => {
    real ??= await makeDatabase();
    await emptyDatabase(real);
    runtime = new TestRuntime();
    app = await makeApp({ database: { ...real }, runtime });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
  });

  interface Entry {
    event: string;
    actor: string;
    subject: string | null;
    detail: Record<string, unknown> | null;
  }
  const entries = () =>
    real.query<Entry>(
      "select event, actor, encode(subject, 'hex') as subject, detail from audit order by id",
    );

  it("every entry is of the closed set, by a person, operator or job, with no free text", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of [...untilLookup("sms", "en", marcus), "STOP", "START", "delete my data"])
      await talk.say(text);
    await purge(app.services);
    const all = await entries();
    expect(all.map((entry) => entry.event)).toEqual(
      expect.arrayContaining(["lookup_made", "opted_out", "opted_in", "answers_erased"]),
    );
    for (const { event, actor, subject, detail } of all) {
      expect(auditEvents).toContain(event);
      expect(["person", "operator", "job"]).toContain(actor);
      if (subject !== null) expect(subject).toMatch(/^[0-9a-f]{64}$/);
      for (const value of Object.values(detail ?? {}))
        if (typeof value === "string") expect(value).toMatch(/^[\w .:@,-]{1,80}$/);
    }
  });

  it("a lookup's subject is keyed by the day: the same conversation shows as another the next day, and the key dies", async () => {
    const subjects: (string | null)[] = [];
    for (let day = 0; day < 2; day++) {
      for (let n = 0; n < 2; n++) await lookUpAs(app.services, { conversation: "the same" });
      subjects.push(
        ...(await entries())
          .filter((e) => e.event === "lookup_made")
          .slice(-2)
          .map((e) => e.subject),
      );
      runtime.advance(86_400_000);
    }
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[2]).toBe(subjects[3]);
    expect(subjects[0]).not.toBe(subjects[2]);
    runtime.advance(2 * 86_400_000);
    await purge(app.services);
    expect(await real.query("select 1 from secret where name like 'audit/%'")).toEqual([]);
  });

  it("no entry tells what a lookup found, nor does its order with others", async () => {
    await lookUpAs(app.services, { birthDate: "1974-05-19" });
    const hit = (await entries()).map((e) => e.event);
    await real.query("truncate audit");
    await lookUpAs(app.services, { given: ["Prudence"], family: ["Oakenshaw"], birthDate: "1974-05-19" });
    expect((await entries()).map((e) => e.event)).toEqual(hit.filter((event) => event === "lookup_made"));
  });

  it("a failing audit insert undoes the act: opting out, erasing, looking up", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of untilLookup("sms", "en", marcus).slice(0, -1)) await talk.say(text);
    await real.query("alter table audit add constraint broken check (event = 'none of them') not valid");
    const before = await real.query("select version, sealed from conversation");
    for (const text of ["STOP", "delete my data"]) {
      expect((await talk.say(text)).status, text).toBe(500);
      expect(await real.query("select version, sealed from conversation"), text).toEqual(before);
      expect(await real.query("select 1 from consent")).toEqual([]);
    }
    const counters = await real.query("select key, n from limit_counter");
    expect((await talk.say("1")).texts.join(" ")).toContain("We cannot check by");
    expect(await real.query("select key, n from limit_counter")).toEqual(counters);
    await real.query("alter table audit drop constraint broken");
    expect((await talk.say("STOP")).texts).toHaveLength(1);
  });

  it("rows of the audit are neither changed nor deleted", async () => {
    await smsTalk(app, newPhone()).say("STOP");
    await expect(real.query("update audit set event = 'purged'")).rejects.toThrow();
    await expect(real.query("delete from audit")).rejects.toThrow();
    expect((await entries()).length).toBeGreaterThan(0);
    await real.query("select audit_purge(now() + interval '10 years')");
    expect((await entries()).length).toBeGreaterThan(0);
  });

  if (kind === "postgres") {
    it("a role with no more than INSERT and SELECT on the audit runs the service, and cannot delete", async () => {
      await real.query(
        `do $$ begin create role clearline_service; exception when duplicate_object then null; end $$`,
      );
      await real.query("grant usage on schema public to clearline_service");
      await real.query("grant select, insert on audit to clearline_service");
      const rows = await real.drizzle.transaction(async (tx) => {
        const { sql } = await import("drizzle-orm");
        await tx.execute(sql`set local role clearline_service`);
        await tx.execute(sql`insert into audit (at, event, actor) values (now(), 'purged', 'job')`);
        const results: boolean[] = [];
        for (const attempt of [
          sql`delete from audit`,
          sql`truncate audit`,
          sql`drop trigger audit_append_only on audit`,
        ]) {
          results.push(
            await tx
              .transaction((inner) => inner.execute(attempt))
              .then(
                () => true,
                () => false,
              ),
          );
        }
        return results;
      });
      expect(rows).toEqual([false, false, false]);
      await real.query("drop owned by clearline_service");
    });
  }
});
