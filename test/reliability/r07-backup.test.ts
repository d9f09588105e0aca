/**
 * R7: a backup restored elsewhere carries on, with the keys that were kept apart; without them it tells nothing.
 */
import { describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { databaseMaker, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { newPhone, postText, untilLookup } from "../support/talk.ts";

/** Parents before the tables that refer to them. */
async function copyRows(from: TestDatabase, to: TestDatabase): Promise<void> {
  const tables = await from.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename <> 'list', tablename",
  );
  for (const { name } of tables) {
    const rows = await from.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    for (const { row } of rows) {
      await to.query(
        `insert into ${name} overriding system value select * from jsonb_populate_record(null::public.${name}, $1::text::jsonb)`,
        [row],
      );
    }
  }
  // As a dump does: numbering goes on after what was copied.
  await to.query(`select setval(pg_get_serial_sequence('audit', 'id'), (select max(id) from audit))`);
  await to.query(
    `select setval(pg_get_serial_sequence('list_version', 'id'), (select max(id) from list_version))`,
  );
}

describe.each(["pglite", "postgres"] as const)("a backup from PostgreSQL restored on %s", (kind) => {
  const source = databaseMaker("postgres");
  const target = databaseMaker(kind);

  it("conversations, opt-outs, lists, limits and copies of turns all carry on; another key reads none of it", async () => {
    const from = await source();
    const to = await target();
    const before: TestApp = await makeApp({ database: from });
    await loadList(before.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
    const [phone, quiet] = [newPhone(), newPhone()];
    const said = untilLookup("sms", "en", marcus);
    for (const text of said.slice(0, 4)) await postText(before, phone, text);
    const answered = await postText(before, phone, said[4] ?? "", "SMbackup");
    await postText(before, quiet, "STOP");
    await copyRows(from, to);

    const after = await makeApp({ database: to });
    expect((await postText(after, phone, said[4] ?? "", "SMbackup")).body).toBe(answered.body);
    let last;
    for (const text of said.slice(5)) last = await postText(after, phone, text);
    expect(last?.texts.join(" ")).toContain("February 2020");
    expect((await postText(after, quiet, "hello")).texts).toEqual([]);

    const thief = await makeApp({ database: { ...to }, keys: `z:${Buffer.alloc(32, 9).toString("base64")}` });
    const nothing = await postText(thief, phone, "again");
    expect(nothing.status).toBe(200);
    expect(nothing.body).not.toMatch(/TOLLESWORTH|February/);
    expect((await thief.request("/readyz")).status).toBe(503);
  });
});
