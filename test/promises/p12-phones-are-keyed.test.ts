/**
 * P12: phones stand under keyed hashes and sealed, and keys rotate in the middle of a conversation.
 */
import { beforeEach, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { openConsentEvent } from "../../src/acts/consentEvents.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs } from "../support/lookUps.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, postText, smsTalk, untilLookup, webTalk } from "../support/talk.ts";

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const [a, b] = [key("a", 1), key("b", 2)];

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let database: TestDatabase;
  let runtime: TestRuntime;
  beforeEach(async () => {
    real ??= await makeDatabase();
    await emptyDatabase(real);
    // What a process remembers hangs on its database object: each test, and each server in it, has its own.
    database = { ...real };
    runtime = new TestRuntime();
  });
  const server = (keys: string): Promise<TestApp> => makeApp({ database: { ...database }, keys, runtime });
  const list = (app: TestApp) =>
    loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });

  it("a conversation goes on under each step of a rotation, by text and on the web", async () => {
    const rings = [a, `${a},${b}`, `${b},${a}`, `${b},${a}`];
    await list(await server(a));
    const phone = newPhone();
    const said = untilLookup("sms", "en", marcus);
    let last = "";
    for (const [n, text] of said.entries()) {
      const app = await server(rings[Math.min(rings.length - 1, Math.floor(n / 2))] ?? a);
      last = (await postText(app, phone, text)).texts.join(" ");
    }
    expect(last).toContain("February 2020");
    const talk = await webTalk(await server(a));
    await talk.send({ choice: "agree" });
    const under = await server(`${b},${a}`);
    const answer = await under.request("/webhooks/chat", {
      method: "POST",
      body: JSON.stringify({ conversation: talk.token, turn: "later", choice: "me" }),
    });
    expect(await answer.json()).toMatchObject({ conversation: talk.token, question: "caseNumber" });
  });

  it("a STOP under the old key holds under the new, and a START under the new lifts it, before and after re-keying", async () => {
    for (const rekey of [false, true]) {
      const [phone, quiet] = [newPhone(), newPhone()];
      const old = await server(a);
      for (const each of [phone, quiet]) expect((await postText(old, each, "STOP")).texts).toHaveLength(1);
      runtime.advance(25 * 3_600_000);
      await purge(old.services);
      const next = await server(`${b},${a}`);
      if (rekey) expect((await rotateKeys(next.services)).unreadable).toBe(0);
      expect((await postText(next, phone, "hello")).texts).toEqual([]);
      runtime.advance(1000);
      expect((await postText(next, phone, "START")).texts.length).toBeGreaterThan(0);
      expect((await postText(next, phone, "1")).texts.length).toBeGreaterThan(0);
      if (!rekey) expect((await rotateKeys(next.services)).unreadable).toBe(0);
      expect((await postText(next, phone, "1")).texts.length).toBeGreaterThan(0);
      const alone = await server(b);
      expect((await postText(alone, quiet, "hello")).texts).toEqual([]);
    }
  });

  it("`keys rotate` says when the old key may go, may run again, and lists read under the new key alone", async () => {
    const old = await server(a);
    await list(old);
    await postText(old, newPhone(), "hello");
    const gone = newPhone();
    await postText(old, gone, "STOP");
    const both = await server(`${b},${a}`);
    const first = await rotateKeys(both.services);
    expect(first.resealed).toBeGreaterThan(0);
    expect(first.waiting).toBeGreaterThan(0);
    expect(await rotateKeys(both.services)).toMatchObject({ resealed: 0, unreadable: 0 });
    runtime.advance(25 * 3_600_000);
    await purge(both.services);
    expect(await rotateKeys(both.services)).toEqual({ resealed: 0, unreadable: 0, waiting: 0 });
    const alone = await server(b);
    const { sealer } = alone.services;
    const [event] = await alone.services.database.query<{ id: string; sealed: Uint8Array }>(
      "select encode(id, 'hex') as id, sealed from consent_event where address = $1::bytea",
      [sealer.hash("phones", gone)],
    );
    expect(event && openConsentEvent(sealer, event.id, event.sealed)).toMatchObject({ text: "STOP" });
    const talk = smsTalk(alone, newPhone());
    for (const text of untilLookup("sms", "en", marcus)) await talk.say(text);
    expect(talk.heard.at(-1)?.texts.join(" ")).toContain("February 2020");
  });

  it("limits spent before a rotation are spent after it", async () => {
    const old = await server(a);
    await list(old);
    const phone = newPhone();
    for (let n = 0; n < 5; n++) await lookUpAs(old.services, { from: phone, birthDate: "1974-05-19" });
    const next = await server(`${b},${a}`);
    expect((await lookUpAs(next.services, { from: phone, birthDate: "1974-05-19" })).kind).toBe(
      "unavailable",
    );
    await rotateKeys(next.services);
    const alone = await server(b);
    expect((await lookUpAs(alone.services, { from: phone, birthDate: "1974-05-19" })).kind).toBe(
      "unavailable",
    );
  });
});
