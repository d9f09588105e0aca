/**
 * R9: a slow or exhausted database. The webhook answers once its eight seconds are spent, by the injected clock, with
 * the try-later text, and what it began is cancelled: nothing was committed.
 */
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { turnMs } from "../../src/acts/turn/types.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import type { Database, Value } from "../../src/db/database.ts";
import { makeApp, textParams, textsOf, twilioRequest, type TestApp } from "../support/app.ts";
import { databaseMaker, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, postChat, postText, smsTalk, untilLookup, webTalk } from "../support/talk.ts";

/** Twilio waits 15 s and the promise is 10: cancelling a statement may take a second of that. */
const promisedMs = 10_000;

/** In the person's language, or in both where a message shows none. */
const tryLater = /We are slow right now|we cannot answer right now/;

describe("a slow world", () => {
  const makeDatabase = databaseMaker("postgres");
  let database: TestDatabase;
  let pool: Database;
  let admin: postgres.Sql;
  let runtime: TestRuntime;
  let app: TestApp;
  /** Called whenever the application asks the database something. */
  let asked: (text: string) => void = () => {};

  beforeAll(async () => {
    database = await makeDatabase();
    const url = database.url ?? "";
    admin = postgres(url, { max: 12, onnotice() {} });
    pool = openPostgres({ url, poolMax: 2 });
    runtime = new TestRuntime();
    const watched: Database = {
      ...pool,
      query<Row extends object>(text: string, values: readonly Value[] = [], signal?: AbortSignal) {
        const rows = pool.query<Row>(text, values, signal);
        asked(text);
        return rows;
      },
    };
    app = await makeApp({ database: watched, runtime });
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  });
  afterAll(async () => {
    await pool.close();
    await admin.end();
  });

  /** Holds a table while `run` goes on, as a slow statement of somebody else would. */
  async function holding(table: string, run: () => Promise<void>): Promise<void> {
    await admin.begin(async (sql) => {
      await sql.unsafe(`lock table ${table} in access exclusive mode`);
      await run();
    });
  }

  /** Lets the time run out as soon as the application waits for a statement on this table. */
  function timeRunsOutAt(table: string): void {
    asked = (text) => {
      if (!text.includes(table)) return;
      asked = () => {};
      // Once the statement is on its way, as a timer's end always finds it.
      setImmediate(() => runtime.advance(turnMs));
    };
  }

  for (const table of ["conversation", "turn", "tally"]) {
    it(`${table} not answering: a text is told to try later within ten seconds, and nothing was committed`, async () => {
      const phone = newPhone();
      await postText(app, phone, "hello");
      const params = textParams(phone, "1");
      const arrived = runtime.now();
      await holding(table, async () => {
        timeRunsOutAt(table);
        const response = await app.request("/webhooks/sms", twilioRequest(params));
        expect(response.status).toBe(200);
        const texts = textsOf(await response.text());
        expect(texts).toHaveLength(1);
        expect(texts[0]).toMatch(tryLater);
      });
      expect(runtime.now() - arrived).toBeLessThan(promisedMs);
      // Sent again, it is the turn that had not happened.
      const again = await app.request("/webhooks/sms", twilioRequest(params));
      expect(textsOf(await again.text()).join(" ")).toContain("case number");
    });
  }

  it("a lookup whose table does not answer is told to try later, never that nothing was found", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of untilLookup("sms", "en", marcus).slice(0, -1)) await talk.say(text);
    for (const table of ["limit_counter", "label", "record_budget"]) {
      await holding(table, async () => {
        timeRunsOutAt(table);
        expect((await talk.say("1")).texts.join(" "), table).toMatch(tryLater);
      });
    }
    expect(talk.heard.map((one) => one.body).join("")).not.toContain("could not confirm");
  });

  it("with every connection taken, a waiting turn is let go when its time is spent", async () => {
    const taken: Promise<unknown>[] = [];
    await holding("setting", async () => {
      // Two statements wait in the pool's only two connections.
      for (let n = 0; n < 2; n++) taken.push(pool.query("select count(*) from setting").catch(() => {}));
      timeRunsOutAt("conversation");
      const response = await app.request("/webhooks/sms", twilioRequest(textParams(newPhone(), "hello")));
      expect(response.status).toBe(200);
      expect(textsOf(await response.text())[0]).toMatch(tryLater);
    });
    await Promise.all(taken);
    expect((await postText(app, newPhone(), "hello")).status).toBe(200);
  });

  it("on the web the time spent gives the public sentence, and the same turn again works", async () => {
    const talk = await webTalk(app);
    const json = { conversation: talk.token, turn: "slow", choice: "agree" };
    await holding("conversation", async () => {
      timeRunsOutAt("conversation");
      const answer = await postChat(app, json);
      expect(answer.status).toBe(500);
      expect(Object.keys(JSON.parse(answer.body) as object).sort()).toEqual([
        "message",
        "phone",
        "requestId",
      ]);
    });
    expect(JSON.parse((await postChat(app, json)).body)).toMatchObject({ question: "forWhom" });
  });

  it("readiness answers no within its three seconds", async () => {
    await holding("list", async () => {
      asked = (text) => {
        if (text.includes("list_version")) setImmediate(() => runtime.advance(3_000));
      };
      expect((await app.request("/readyz")).status).toBe(503);
      asked = () => {};
    });
    expect((await app.request("/readyz")).status).toBe(200);
  });
});
