/**
 * A reviewer answers while they wait: whoever is handed over at a clinic table gets a number; the worker sees by it, and
 * by nothing else, that an answer is there, reads it with the person and closes it (P3, P4, P14, P16).
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { closeHandoff } from "../../src/acts/handoff/close-handoff.ts";
import { decideMatch, type Verdict } from "../../src/acts/handoff/decide-match.ts";
import { viewHandoff } from "../../src/acts/handoff/view-handoff.ts";
import { purge } from "../../src/acts/purge.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { testTwilio } from "../support/sending.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";
import { postText } from "../support/talk.ts";

const hiddenIn = (html: string, names = ["person", "after", "turn"]) =>
  Object.fromEntries(
    names.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ""]),
  );

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let worker: StaffBrowser;
  let reviewers: [StaffBrowser, StaffBrowser];

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database: { ...database }, config: { twilio: testTwilio } });
    const records = [record(), ...crowd(35)];
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records });
    worker = await signedIn(app, "worker");
    reviewers = [await signedIn(app, "reviewer"), await signedIn(app, "reviewer")];
  });

  const count = async (sql: string) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n;
  const page = async (path = "/outreach/person", who = worker) => (await who.get(path)).text();
  const say = async (fields: Record<string, string>, who = worker) => {
    await who.post("/outreach/person", { ...hiddenIn(await page(undefined, who)), ...fields });
    return page(undefined, who);
  };
  let forms = 0;
  /** A near miss by the short form, handed over with their yes. @returns the page then. */
  const handOver = async (who = worker, locale = "en", phone = "213 555 0142") => {
    const born = locale === "en" ? "May 13, 1974" : "13 de mayo de 1974";
    const form = { agreed: "yes", locale, name: "Marcus Tollesworth", birthDate: born, event: "CLINIC42" };
    await who.post("/outreach/form", { turn: `wait-form-${++forms}`, ...form });
    for (const fields of [
      { choice: "person" },
      { choice: "callMe" },
      { text: phone },
      { choice: "morning" },
      { choice: "no" },
      { choice: "no" },
    ])
      await say(fields, who);
    return say({ choice: "handOver" }, who);
  };
  const next = async (locale?: string) =>
    worker.post("/outreach/next", {
      person: hiddenIn(await page())["person"] ?? "",
      ...(locale === undefined ? {} : { locale }),
    });
  const wishes = async () =>
    (
      await database.query<{ id: string }>(
        "select encode(q.handoff, 'hex') as id from table_wait q order by q.ticket",
      )
    ).map(({ id }) => id);
  const decide = async (who: StaffBrowser, id: string, verdict: Verdict) => {
    const viewed = await viewHandoff(app.services, who, id);
    const sign = viewed?.near.matches[0]?.sign ?? "";
    return decideMatch(app.services, who, id, { sign, verdict });
  };
  const home = () => page("/outreach");
  const open = async (id: string, who = worker, turn = "open-turn-1") =>
    (await who.post("/outreach/waits/open", { id, turn })).headers.get("location");
  const ready = async () =>
    (await (await worker.get("/outreach/waits", { accept: "application/json" })).json()) as unknown;

  it("gives a number, shows how far it is after the next person, and reads the answer with the person", async () => {
    expect(await home()).not.toContain("Waiting for a reviewer");
    expect(await handOver()).toContain("Waiting number: 1.");
    const [id = ""] = await wishes();
    await next("es");
    const waiting = await home();
    expect(waiting).toContain("Nobody has looked yet.");
    expect(waiting).not.toMatch(/Tollesworth|555|1974/);
    expect(await open(id)).toBe("/outreach");
    expect(await decide(reviewers[0], id, "theirs")).toBe("proposed");
    expect(await home()).toContain("A reviewer is looking.");
    expect(await ready()).toEqual({ ready: [] });
    expect(await decide(reviewers[1], id, "theirs")).toBe("settled");
    expect(await home()).toContain("The answer is here.");
    expect(await ready()).toEqual({ ready: [1] });
    const before = await count(`audit where event = 'handoff_viewed' and actor = '${worker.id}'`);
    expect(await open(id)).toBe("/outreach/person");
    expect(await count(`audit where event = 'handoff_viewed' and actor = '${worker.id}'`)).toBe(
      (before ?? 0) + 1,
    );
    const told = await page();
    expect(told).toContain("A reviewer says that a case on the list is theirs.");
    expect(told).toContain("February 2020");
    // Nothing of the record that they did not say themselves (P4).
    expect(told).not.toMatch(/May 19|BA131774/);
    expect(await page("/outreach/print")).toContain("February 2020");
    expect(await count("limit_counter")).toBeGreaterThan(0);
    expect((await next("answer")).headers.get("location")).toBe("/outreach");
    expect(await home()).not.toContain("Waiting for a reviewer");
    expect(await count("handoff where state = 'closed'")).toBe(1);
    expect(await database.query("select actor, detail from audit where event = 'handoff_closed'")).toEqual([
      { actor: worker.id, detail: { how: "helped", table: true } },
    ]);
    expect(await count("conversation where sealed is not null")).toBe(0);
    expect(await open(id)).toBe("/outreach");
  });

  it("tells of a wish that was closed without a case in the person's language, as anybody not confirmed", async () => {
    await handOver(worker, "es");
    const [id = ""] = await wishes();
    await decide(reviewers[0], id, "notTheirs");
    expect(await home()).toContain("A reviewer is looking.");
    expect(await closeHandoff(app.services, reviewers[0], id, "helped")).toBe("done");
    expect(await home()).toContain("The answer is here.");
    expect(await open(id)).toBe("/outreach/person");
    const told = await page();
    expect(told).toContain("A reviewer looked by hand");
    expect(told).toContain(app.copy.text("outcomes.notConfirmed", "es").slice(0, 40));
    expect(told).not.toContain("{{");
    await next("answer");
    expect(await count("table_wait where closed_at is null")).toBe(0);
  });

  it("says that more must be known, and who leaves stays in the queue without a number", async () => {
    await handOver();
    const [id = ""] = await wishes();
    const queue = await page("/staff/people-waiting", reviewers[0]);
    expect(queue).toContain("Waits at a table: number 1");
    expect(await page(`/staff/people-waiting/${id}`, reviewers[0])).toContain(
      "The table sees your verdict at once.",
    );
    await decide(reviewers[0], id, "needMore");
    expect(await home()).toContain("The reviewer needs to know more.");
    expect(await open(id)).toBe("/outreach");
    await worker.post("/outreach/waits/close", { id });
    expect(await home()).not.toContain("Waiting for a reviewer");
    expect(await count("handoff where state = 'open'")).toBe(1);
    expect(await page("/staff/people-waiting", reviewers[0])).not.toContain("Waits at a table");
  });

  it("is nobody else's: another worker, an unknown id, somebody signed out, a locked screen", async () => {
    await handOver();
    const [id = ""] = await wishes();
    await closeHandoff(app.services, reviewers[0], id, "helped");
    const other = await signedIn(app, "worker");
    expect(await page("/outreach", other)).not.toContain("Waiting for a reviewer");
    expect(await open(id, other)).toBe("/outreach");
    await other.post("/outreach/waits/close", { id });
    for (const odd of ["", "zz", "00".repeat(16), `${id}00`]) expect(await open(odd)).toBe("/outreach");
    expect(await ready()).toEqual({ ready: [1] });
    await worker.post("/staff/lock");
    expect((await worker.get("/outreach")).status).toBe(423);
    expect(await page("/outreach")).not.toMatch(/Number 1|answer is here/);
    expect((await worker.get("/outreach/waits", { accept: "application/json" })).status).toBe(423);
    expect((await worker.post("/outreach/waits/open", { id })).status).toBe(423);
    expect((await app.request("/outreach/waits")).status).toBe(303);
  });

  it("a page that asks by itself keeps no session open", async () => {
    await handOver();
    for (let n = 0; n < 3; n++) {
      app.services.runtime.advance(45_000);
      await worker.get("/outreach/waits", { accept: "application/json" });
    }
    expect((await worker.get("/outreach")).status).toBe(423);
  });

  it("two who are handed over at once at one event never share a number; opened twice at once it is one person", async () => {
    const other = await signedIn(app, "worker");
    await Promise.all([handOver(worker), handOver(other, "es", "213 555 0143")]);
    const tickets = await database.query<{ ticket: number }>("select ticket from table_wait order by 1");
    expect(tickets.map(({ ticket }) => ticket)).toEqual([1, 2]);
    const ids = await database.query<{ id: string }>(
      `select encode(handoff, 'hex') as id from table_wait where user_id = '${worker.id}'`,
    );
    const id = ids[0]?.id ?? "";
    await closeHandoff(app.services, reviewers[0], id, "helped");
    await next();
    const places = await Promise.all([1, 2, 3, 4].map(() => open(id)));
    expect(new Set(places)).toEqual(new Set(["/outreach/person"]));
    expect(await page()).toContain("A reviewer looked by hand");
    expect(await count("conversation where sealed is not null")).toBe(2);
  });

  it("asked for again in one conversation it keeps its number", async () => {
    await handOver();
    for (const fields of [
      { command: "person" },
      { choice: "callMe" },
      { text: "213 555 0144" },
      { choice: "any" },
      { choice: "no" },
      { choice: "yes" },
    ])
      await say(fields);
    expect(await say({ choice: "handOver" })).toContain("Waiting number: 1.");
    expect(await count("table_wait")).toBe(1);
  });

  it("whoever erases everything while the answer is read takes the wish along", async () => {
    await handOver();
    await handOver(worker, "en", "213 555 0143");
    const [id = "", other = ""] = await wishes();
    await closeHandoff(app.services, reviewers[0], id, "helped");
    await open(id);
    await say({ text: "delete my data" });
    expect(await wishes()).toEqual([other]);
    expect(await count("handoff")).toBe(1);
  });

  it("a list that was taken back meanwhile says nothing of anybody: the reviewer is asked", async () => {
    await handOver();
    const [id = ""] = await wishes();
    await decide(reviewers[0], id, "theirs");
    await decide(reviewers[1], id, "theirs");
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: crowd(35) });
    expect(await open(id)).toBe("/outreach/person");
    const told = await page();
    expect(told).toContain("the lists cannot be read now");
    expect(told).not.toContain("February 2020");
  });

  it("goes with DELETE from the phone, and by itself after half a day; nothing of the person stands in the row", async () => {
    await handOver();
    await handOver(worker, "en", "213 555 0143");
    expect((await dumpDatabase(database)).join("\n")).not.toMatch(/Tollesworth|5550142/);
    await postText(app, "+12135550142", "DELETE MY DATA");
    expect(await count("table_wait")).toBe(1);
    app.services.runtime.advance(12 * 3_600_000 + 1);
    expect((await purge(app.services))["tableWaits"]).toBe(1);
    expect(await count("handoff")).toBe(1);
  });
});
