import { inject, beforeAll, afterAll, describe, expect, it } from "vitest";
import postgres from "postgres";
import { appliedMigrations, expectedMigrations, migratePostgres, ownsSchema } from "./migrate.ts";
import { openDatabase } from "./open.ts";
import { openPostgres } from "./postgres.ts";
import type { Database } from "./database.ts";

describe("migrations on PostgreSQL", () => {
  const names = ["migrate_four", "migrate_wait"].map((name) => `${name}_${process.pid}`);
  let admin: postgres.Sql;
  const opened: Database[] = [];
  const urlOf = (name: string | undefined, user?: string) => {
    const url = new URL(inject("postgresUrl"));
    url.pathname = `/${name}`;
    if (user !== undefined) url.username = user;
    return url.href;
  };
  const open = (url: string) => {
    const database = openPostgres({ url, poolMax: 1 });
    opened.push(database);
    return database;
  };

  beforeAll(async () => {
    admin = postgres(inject("postgresUrl"), { max: 1, onnotice() {} });
    for (const name of names) await admin.unsafe(`create database ${name}`);
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    for (const name of names) await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.unsafe("drop role if exists clearline_migrate_reader");
    await admin.end();
  });

  it("four processes at once bring one database up to date, each change made once", async () => {
    const url = urlOf(names[0]);
    await Promise.all(Array.from({ length: 4 }, () => migratePostgres(url)));
    const database = open(url);
    expect(await appliedMigrations(database)).toBe(expectedMigrations());
    expect(await ownsSchema(database)).toBe(true);
    await migratePostgres(url);
    expect(await appliedMigrations(database)).toBe(expectedMigrations());
  });

  it("a role that does not own the schema waits for the one that does, and says so when it never comes", async () => {
    await admin.unsafe("create role clearline_migrate_reader login");
    const owner = postgres(urlOf(names[1]), { max: 1, onnotice() {} });
    await owner.unsafe("revoke create on schema public from public");
    const databaseUrl = urlOf(names[1], "clearline_migrate_reader");
    let waits = 0;
    const options = { databaseUrl, dataDir: "unused", waitMs: 1500 };
    await expect(openDatabase({ ...options, sleep: () => Promise.resolve(void waits++) })).rejects.toThrow(
      "clearline migrate",
    );
    expect(waits).toBe(3);
    const { database } = await openDatabase({
      ...options,
      sleep: async () => {
        await migratePostgres(urlOf(names[1]));
        await owner.unsafe(
          "grant usage on schema public, drizzle to clearline_migrate_reader; grant select on all tables in schema drizzle to clearline_migrate_reader",
        );
      },
    });
    opened.push(database);
    expect(await appliedMigrations(database)).toBe(expectedMigrations());
    await owner.end();
  });
});
