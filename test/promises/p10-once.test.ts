/**
 * P10: one MessageSid, or one (conversation, turn id), is one turn ever, however often and wherever it is delivered.
 */
import { beforeAll, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newAddress, newPhone, postChat, postText, untilLookup, webTalk } from "../support/talk.ts";

const hourMs = 3_600_000;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  /** A second server process over the same rows. */
  let other: TestApp;
  let runtime: TestRuntime;

  beforeAll(async () => {
    database = await makeDatabase();
    runtime = new TestRuntime();
    app = await makeApp({ database, runtime });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
    other = await makeApp({ database: { ...database }, runtime: new TestRuntime({ seed: "other" }) });
  });

  const turns = async () =>
    (await database.query<{ n: number }>("select count(*)::int as n from turn"))[0]?.n ?? 0;
  const lookups = async () =>
    (
      await database.query<{ n: number }>("select count(*)::int as n from audit where event = 'lookup_made'")
    )[0]?.n ?? 0;

  for (const copies of [1, 2, 50]) {
    it(`a text delivered ${copies} times at once, to two servers, is one turn and one lookup with one reply`, async () => {
      const phone = newPhone();
      const said = untilLookup("sms", "en", marcus);
      for (const [n, text] of said.entries()) {
        const isLookup = n === said.length - 1;
        const before = [await turns(), await lookups()] as const;
        const sid = `SM${phone}${n}`;
        const replies = await Promise.all(
          Array.from({ length: copies }, (_, c) => postText(c % 2 === 0 ? app : other, phone, text, sid)),
        );
        expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
        expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
        expect(await turns()).toBe(before[0] + 1);
        // Copies at once may each spend a lookup before one of them commits; none is told more than the one.
        if (!isLookup) expect(await lookups()).toBe(before[1]);
      }
    });

    it(`a chat turn delivered ${copies} times at once is one turn with one reply`, async () => {
      const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
      const before = await turns();
      const json = { conversation: talk.token, turn: "the-same", choice: "agree" };
      const replies = await Promise.all(
        Array.from({ length: copies }, (_, c) => postChat(c % 2 === 0 ? app : other, json)),
      );
      expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
      expect(await turns()).toBe(before + 1);
    });
  }

  it("the same turn id in another conversation is another turn", async () => {
    const [one, two] = [await webTalk(app), await webTalk(app)];
    const first = await one.send({ choice: "agree", turn: "turn-1" });
    const second = await two.send({ choice: "stepsOnly", turn: "turn-1" });
    expect(first.texts).not.toEqual(second.texts);
  });

  it("a copy after a restart gets the same bytes for 24 hours, then an empty 200, and changes nothing", async () => {
    const phone = newPhone();
    const first = await postText(app, phone, "hello", "SMlate");
    await postText(app, phone, "1", "SMlate2");
    const count = await turns();
    const restarted = await makeApp({ database: { ...database }, runtime });
    runtime.advance(24 * hourMs - 1);
    expect(await postText(restarted, phone, "hello", "SMlate")).toEqual(first);
    runtime.advance(1);
    for (const step of ["before purge", "after purge"]) {
      const late = await postText(restarted, phone, "hello", "SMlate");
      expect(late, step).toMatchObject({ status: 200, texts: [] });
      await purge(restarted.services);
    }
    runtime.advance(89 * 24 * hourMs - 2);
    await purge(restarted.services);
    expect((await postText(restarted, phone, "hello", "SMlate")).texts).toEqual([]);
    expect(count).toBeGreaterThan(0);
  });

  it("a chat turn whose reply is gone with its token opens anew, and does not happen twice", async () => {
    const talk = await webTalk(app);
    await talk.send({ choice: "agree", turn: "turn-x" });
    const { token } = talk;
    await talk.say("delete my data");
    const again = await postChat(app, { conversation: token, turn: "turn-x", choice: "agree" });
    expect(again.status).toBe(200);
    expect(again.body).not.toContain(token);
  });
});
