/**
 * What turns count about time and limits: totals alone, the same for a hit and a miss.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../../test/support/database.ts";
import { crowd, loadList, marcus, record, type Person } from "../../../test/support/list.ts";
import { newPhone, newTalk, smsTalk, untilLookup, type Talk } from "../../../test/support/talk.ts";
import { lookupLimits } from "../../privacy/limits.ts";
import type { Conversation } from "../../dialog/types.ts";
import { bucketName, resultBounds, resultBucket } from "./resultTime.ts";

const absent = { ...marcus, name: "Wilhelmina Quorndale" };

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, config: { lookupsPerHour: 3 } });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
  });

  const counted = async (pattern: string) => {
    const rows = await database.query<{ row: string }>(
      `select name || ' ' || channel || ' ' || locale || ' ' || sum(n)::text as row from tally
       where name like $1 group by name, channel, locale order by 1`,
      [pattern],
    );
    return rows.map(({ row }) => row);
  };
  const ask = async (talk: Talk, person: Person, seconds: number, channel: "sms" | "web" = "sms") => {
    for (const [i, text] of untilLookup(channel, "en", person).entries()) {
      if (i > 0) app.services.runtime.advance(1000 * seconds);
      await talk.say(text);
    }
  };

  it("count a conversation once, by how long it took to its first result, found or not", async () => {
    const talk = smsTalk(app, newPhone());
    await ask(talk, marcus, 15);
    // Six answers after the first message, fifteen seconds each.
    expect(await counted("time\\_%")).toEqual(["time_90 sms en 1"]);
    for (const text of ["BACK", "1"]) await talk.say(text);
    await ask(smsTalk(app, newPhone()), absent, 15);
    expect(await counted("time\\_%")).toEqual(["time_90 sms en 2"]);
    await ask(await newTalk(app, "web", "en", ""), absent, 20, "web");
    expect(await counted("time\\_%")).toEqual(["time_120 web en 1", "time_90 sms en 2"]);
  });

  it("count what stood in the way by what it was, and no time where nobody was told", async () => {
    const from = newPhone();
    for (let n = 0; n <= lookupLimits.perPhoneDay; n++) {
      // Another conversation each time, so that the phone's limit is the one that is met.
      await ask(smsTalk(app, from), absent, 0);
      await database.query("delete from conversation");
      app.services.runtime.advance(1);
    }
    expect(await counted("limit\\_%")).toEqual(["limit_phone sms en 1"]);
    const before = await counted("time\\_%");
    await ask(smsTalk(app, from), absent, 1);
    expect(await counted("time\\_%")).toEqual(before);
    expect(await counted("limit\\_%")).toEqual(["limit_phone sms en 2"]);
  });

  it("count lookups over the hour's ceiling on the web alone, hit and miss alike", async () => {
    for (let n = 0; n < 3; n++) await ask(smsTalk(app, newPhone()), absent, 0);
    expect(await counted("limit\\_%")).toEqual([]);
    await ask(await newTalk(app, "web", "en", ""), marcus, 0, "web");
    await ask(await newTalk(app, "web", "en", ""), absent, 0, "web");
    await ask(smsTalk(app, newPhone()), marcus, 0);
    expect(await counted("limit\\_%")).toEqual(["limit_hour web en 2"]);
  });
});

describe("the bucket of a conversation", () => {
  const conversation = (seconds: number, told: string[], log: Conversation["log"] = []) =>
    ({ startedAt: 0, lastAt: 1000 * seconds, told, log }) as unknown as Conversation;
  const was = conversation(0, []);

  it("holds its upper bound, and the last holds the rest", () => {
    for (const bound of resultBounds) {
      expect(resultBucket(was, conversation(bound, ["dismissed"]))).toBe(bucketName(bound));
      expect(resultBucket(was, conversation(bound + 0.001, ["dismissed"]))).not.toBe(bucketName(bound));
    }
    expect(resultBucket(was, conversation(86_400, ["listed"]))).toBe("time_more");
    // A clock that went back.
    expect(resultBucket(was, conversation(-5, ["listed"]))).toBe("time_15");
  });

  it("is none without a result, after the first, and for a slip", () => {
    expect(resultBucket(was, conversation(60, []))).toBeUndefined();
    expect(resultBucket(was, conversation(60, ["callUs"]))).toBeUndefined();
    expect(resultBucket(conversation(30, ["callUs"]), conversation(60, ["callUs", "listed"]))).toBe(
      "time_60",
    );
    expect(
      resultBucket(conversation(30, ["listed"]), conversation(60, ["listed", "listed"])),
    ).toBeUndefined();
    const slip = conversation(30, [], [{ q: "slipOpen", v: true, turn: 0 }]);
    expect(resultBucket(slip, conversation(60, ["listed"]))).toBeUndefined();
  });
});
