/**
 * Nobody fills the queue of people who wait: each phone, address, caller and worker has a limit of new wishes a day, and
 * so has the queue; beyond it the answer is the number to call, what was asked before stands, and staff are told (P5, P7,
 * P10 as they are for lookups).
 */
import { beforeEach, describe, expect, it } from "vitest";
import { openHandoff } from "../../src/acts/handoff/payload.ts";
import { handoffLimits, spendHandoff, type HandoffAsked } from "../../src/privacy/handoffLimits.ts";
import { makeApp, twilioRequest, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { recordStatements } from "../support/databaseProbe.ts";
import { TestRuntime } from "../support/runtime.ts";
import { testTwilio } from "../support/sending.ts";
import { signedIn } from "../support/staff.ts";
import { newAddress, newPhone, postText, webTalk } from "../support/talk.ts";

const dayMs = 24 * 3_600_000;
const { perDay, waiting } = handoffLimits;
/** From the wish to the consent, by text and on the web. */
const here = ["PERSON", "1", "1", "3", "2", "1", "1"];
const typed = ["PERSON", "1", "213 555 0142", "in the morning", "yes", "no", "yes"];
const called = ["Ada", "Bea", "Cleo", "Dora", "Edna", "Fern"];
const done = "will call in our hours";
const full = "We cannot write down another call right now. You can call";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let runtime: TestRuntime;
  let app: TestApp;

  beforeEach(async () => {
    database ??= await makeDatabase();
    await emptyDatabase(database);
    runtime = new TestRuntime();
    app = await makeApp({ database: { ...database }, runtime, config: { twilio: testTwilio } });
  });

  const rows = () =>
    database.query<{ id: Uint8Array; sealed: Uint8Array; at: number; state: string }>(
      "select id, sealed, (extract(epoch from at) * 1000)::float8 as at, state from handoff order by at, id",
    );
  const audited = async () =>
    (await database.query("select 1 as one from audit where event = 'handoff_asked'")).length;
  const notTaken = async (channel: string) =>
    (
      await database.query<{ n: number }>(
        "select coalesce(sum(n), 0)::int as n from tally where name = 'handOffFull' and channel = $1",
        [channel],
      )
    )[0]?.n;
  /** So many who wait already. */
  const crowdIn = (n: number, channel: string) =>
    database.query(
      `insert into handoff (id, handle, sealed, kind, locale, channel, at, gone_at)
       select decode(md5($2 || i), 'hex'), decode(md5(i::text), 'hex'), '\\x00'::bytea, 'person', 'en', $2, t,
         t + interval '30 days'
       from generate_series(1, $1::int) as i, to_timestamp($3::float8 / 1000) as t`,
      [n, channel, runtime.now()],
    );

  /** One conversation by text: another person of that phone asks to be called. @returns the last answer. */
  async function askBy(phone: string, name: string, begin = "hello"): Promise<string> {
    for (const text of [begin, "1", "no", `${name} Quorndale`, "May 30, 1974"])
      await postText(app, phone, text);
    let last = "";
    for (const text of here) last = (await postText(app, phone, text)).texts.join("\n");
    await postText(app, phone, begin === "hello" ? "finish" : "terminar");
    return last;
  }

  async function askOnWeb(address: string): Promise<string> {
    const talk = await webTalk(app, { headers: { "x-forwarded-for": address } });
    for (const text of typed) await talk.say(text);
    return talk.heard.at(-1)?.texts.join("\n") ?? "";
  }

  let calls = 0;
  /** A call that keys in a number to be called back at. @returns what is heard last, and the step once more. */
  async function callIn(from: string, number: string) {
    const sid = `CA${String(++calls).padStart(32, "0")}`;
    let path = "/webhooks/voice";
    const press = async (digits?: string) => {
      const keyed: Record<string, string> = digits === undefined ? {} : { Digits: digits };
      const params = { CallSid: sid, From: from, To: "+13235550100", ...keyed };
      return (await app.request(path, twilioRequest(params, { path }))).text();
    };
    const own = !from.startsWith("+");
    for (const digits of [undefined, "1", "2", ...(own ? [] : ["2"]), number]) {
      const action = /action="([^"]+)"/.exec(await press(digits))?.[1]?.replaceAll("&amp;", "&");
      path = action?.replace("https://clearline.test", "") ?? path;
    }
    return { heard: await press("1"), again: () => press("1") };
  }

  it("a phone asks for so many people a day; one more hears the number to call, and what waits still waits", async () => {
    const phone = newPhone();
    for (const name of called.slice(0, perDay.phone)) expect(await askBy(phone, name)).toContain(done);
    const before = await rows();
    expect(before).toHaveLength(perDay.phone);
    const last = await askBy(phone, "Zora");
    expect(last).toContain(full);
    expect(last).toContain(app.services.config.org.phone);
    expect(last).not.toContain(done);
    expect(await rows()).toEqual(before);
    expect([await audited(), await notTaken("sms")]).toEqual([perDay.phone, 1]);
    // Nobody else is touched, and the next day begins anew.
    expect(await askBy(newPhone(), "Zora")).toContain(done);
    runtime.advance(dayMs);
    expect(await askBy(phone, "Zora")).toContain(done);
  });

  it("says it in Spanish", async () => {
    await crowdIn(waiting.all, "sms");
    const phone = newPhone();
    for (const text of ["hola", "2", "persona", "1", "1", "3", "2", "1"]) await postText(app, phone, text);
    const last = (await postText(app, phone, "1")).texts.join("\n");
    expect(last).toContain("Por ahora no hay lugar para otra llamada. Puede llamar al");
    expect(last).toContain(app.services.config.org.phone);
  });

  it("the same person of a phone, in another conversation, takes the place of what they asked, and keeps their turn", async () => {
    const phone = newPhone();
    await askBy(phone, "Ada");
    const [first] = await rows();
    for (let n = 0; n < perDay.phone + 2; n++) {
      runtime.advance(60_000);
      expect(await askBy(phone, "Ada")).toContain(done);
    }
    const after = await rows();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ id: first?.id, at: first?.at, state: "open" });
    const kept = after[0] && openHandoff(app.services.sealer, after[0].id, after[0].sealed);
    expect(kept?.answers.names[0]?.given).toEqual(["Ada"]);
    // Closed, it is over: what they ask now is new.
    await database.query("update handoff set state = 'closed'");
    await askBy(phone, "Ada");
    expect((await rows()).map(({ state }) => state).toSorted()).toEqual(["closed", "open"]);
  });

  it("an address asks so often a day on the web, and another one is not touched", async () => {
    const address = newAddress();
    for (let n = 0; n < perDay.address; n++) expect(await askOnWeb(address)).toContain(done);
    expect(await askOnWeb(address)).toContain(full);
    expect(await rows()).toHaveLength(perDay.address);
    expect(await askOnWeb(newAddress())).toContain(done);
  });

  it("a wish changed in its own conversation spends nothing and is kept though the queue is full", async () => {
    const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
    for (const text of typed) await talk.say(text);
    await crowdIn(waiting.all, "sms");
    for (const text of ["PERSON", "1", "213 555 0143", "in the morning", "yes", "no", "yes"])
      await talk.say(text);
    expect(talk.heard.at(-1)?.texts.join("\n")).toContain(done);
    expect(await rows()).toHaveLength(waiting.all + 1);
  });

  it("a copy of the message that asks gets the same bytes and spends once", async () => {
    const phone = newPhone();
    for (const name of called.slice(0, perDay.phone)) {
      for (const text of ["hello", "1", "no", `${name} Quorndale`, "May 30, 1974", ...here.slice(0, -1)])
        await postText(app, phone, text);
      const copies = await Promise.all([1, 2, 3, 4].map(() => postText(app, phone, "1", `SM${name}`)));
      expect(new Set(copies.map(({ body }) => body)).size).toBe(1);
      expect(copies[0]?.texts.join(" ")).toContain(done);
      await postText(app, phone, "finish");
    }
    expect(await rows()).toHaveLength(perDay.phone);
  });

  it("the counting is exact, with fifty at once, and at the day's boundary", async () => {
    const { sealer } = app.services;
    const one = (n: number, over: Partial<HandoffAsked> = {}) =>
      spendHandoff(database, sealer, {
        kind: "address",
        of: "203.0.113.9",
        channel: "web",
        cause: Buffer.from(`cause ${n}`),
        now: runtime.now(),
        ...over,
      });
    const at = await Promise.all(Array.from({ length: 50 }, (_, n) => one(n)));
    expect(at.filter(Boolean)).toHaveLength(perDay.address);
    // A worker's id, a caller's number and a phone of the same name have counters of their own.
    for (const kind of ["phone", "caller", "worker"] as const) expect(await one(99, { kind })).toBe(true);
    runtime.time = Date.parse("2026-03-02T23:59:59.999Z");
    expect(await one(100)).toBe(false);
    runtime.advance(1);
    expect(await one(101)).toBe(true);
  });

  describe("the queue itself", () => {
    it("takes so many from the web and by calls, and leaves room for texts", async () => {
      await crowdIn(waiting.web - 1, "web");
      expect(await askOnWeb(newAddress())).toContain(done);
      expect(await askOnWeb(newAddress())).toContain(full);
      await crowdIn(waiting.voice, "voice");
      expect((await callIn("+13235557001", "2135550144")).heard).toContain("help line");
      expect(await askBy(newPhone(), "Ada")).toContain(done);
    });

    it("takes nobody when it is full, from anywhere, and again once somebody is helped", async () => {
      await crowdIn(waiting.all, "sms");
      expect(await askBy(newPhone(), "Ada")).toContain(full);
      expect(await askOnWeb(newAddress())).toContain(full);
      const call = await callIn("+13235557002", "2135550144");
      expect(call.heard).toContain("We cannot write down another number right now.");
      expect(call.heard).not.toContain("will call");
      expect(await call.again()).toBe(call.heard);
      expect(await rows()).toHaveLength(waiting.all);
      expect(await audited()).toBe(0);
      await database.query(
        "update handoff set state = 'closed' where id = (select min(id::text)::bytea from handoff)",
      );
      expect(await askBy(newPhone(), "Bea")).toContain(done);
    });

    it("says so to reviewers, and how many were told to call", async () => {
      const reviewer = await signedIn(app, "reviewer");
      const page = async () => (await reviewer.get("/staff/people-waiting")).text();
      expect(await page()).not.toMatch(/The list is full|who wanted a call/);
      await crowdIn(waiting.web, "web");
      expect(await page()).toContain("The list takes no one from the web now");
      await crowdIn(waiting.all - waiting.web, "sms");
      await askBy(newPhone(), "Ada");
      await callIn("+13235557003", "2135550144");
      expect(await page()).toContain(`The list is full: ${waiting.all} wait.`);
      expect(await page()).toContain("2 people who wanted a call were told to call us");
      runtime.advance(7 * dayMs);
      const later = await signedIn(app, "reviewer");
      expect(await (await later.get("/staff/people-waiting")).text()).not.toContain("who wanted a call");
    });
  });

  describe("by a call", () => {
    it("a number that waits already is not written down twice", async () => {
      for (const from of ["+13235557004", "+13235557005", "anonymous"])
        expect((await callIn(from, "2135550145")).heard).toContain("A person will call");
      expect(await rows()).toHaveLength(1);
    });

    it("a caller leaves so many numbers a day; that spends nothing of the same phone's texts", async () => {
      const from = newPhone();
      for (let n = 0; n < perDay.caller; n++)
        expect((await callIn(from, `213555015${n}`)).heard).toContain("A person will call");
      const over = await callIn(from, "2135550159");
      expect(over.heard).toContain("We cannot write down another number right now.");
      expect(await over.again()).toBe(over.heard);
      expect(await rows()).toHaveLength(perDay.caller);
      expect(await askBy(from, "Ada")).toContain(done);
    });
  });

  it("costs the turns that ask for nobody no statement", async () => {
    const phone = newPhone();
    for (const text of ["hello", "1"]) await postText(app, phone, text);
    const recorded = recordStatements(app.services.database);
    app.services.database = recorded.database;
    await postText(app, phone, "no");
    expect(recorded.asked).toHaveLength(2);
  });
});
