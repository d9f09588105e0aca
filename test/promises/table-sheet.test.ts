/**
 * A sign-up sheet at the clinic table: whoever is opened sits down with what the sheet knows, after a yes; nothing is
 * typed twice, nothing of a result is kept with the row, and DELETE takes the row (P13, P14, P16, P19).
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { chooseEvent } from "../../src/acts/events/choose.ts";
import { createEvent } from "../../src/acts/events/create.ts";
import { loadSheet } from "../../src/acts/events/load-sheet.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { TestRuntime } from "../support/runtime.ts";
import { testTwilio } from "../support/sending.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";

const details = {
  code: "CLINIC42",
  place: "Quailwood Library",
  day: "2026-12-05",
  from: "10:00",
  to: "13:00",
  languages: ["en", "es"],
  booking: "",
  shown: true,
};
const people = [
  "Marcus Tollesworth,1974-05-19,323 555 0142,en,yes",
  '"Robledal Cruz, Prudencia",1971-03-04,,es,yes',
  "Wilbur Tarn,1968-07-25,,en,yes",
];

const hiddenIn = (html: string) =>
  Object.fromEntries(
    ["person", "after", "turn"].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "",
    ]),
  );

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let worker: StaffBrowser;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    const runtime = new TestRuntime({ now: "2026-12-05T18:00:00Z" });
    app = await makeApp({ database: { ...database }, runtime, config: { twilio: testTwilio } });
    const records = [record(), ...crowd(35)];
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records });
    const id = await createEvent(app.services, details, { id: "admin" });
    const file = Buffer.from(["name,birth date,phone,language,consent", ...people].join("\n"));
    await loadSheet(app.services, id, file, { id: "admin" });
    worker = await signedIn(app, "worker");
    await chooseEvent(app.services, id, worker);
  });

  const page = async (path = "/outreach/person") => (await worker.get(path)).text();
  const go = async (path: string, fields: Record<string, string> = {}) =>
    (await worker.post(path, fields)).headers.get("location") ?? "";
  const say = async (fields: Record<string, string>) => {
    await go("/outreach/person", { ...hiddenIn(await page()), ...fields });
    return page();
  };
  const next = async (locale?: string) =>
    go("/outreach/next", {
      person: hiddenIn(await page())["person"] ?? "",
      ...(locale === undefined ? {} : { locale }),
    });
  const states = async () =>
    (await database.query<{ state: string }>("select state from sheet_person order by position")).map(
      ({ state }) => state,
    );
  const text = (key: string, locale: "en" | "es" = "en") => app.copy.text(key, locale).slice(0, 30);

  it("question by question: consent first, then what the sheet does not know, and the next on it", async () => {
    expect(await go("/outreach/sheet/next")).toBe("/outreach/sheet/person");
    expect(await go("/outreach/sheet/begin", { how: "ask" })).toBe("/outreach/person");
    const consent = await page();
    expect(consent).toContain(text("outreach.consent.say"));
    expect(consent).not.toContain("Tollesworth");
    expect(await say({ choice: "agree" })).toContain(text("questions.caseNumber.ask"));
    const year = await say({ choice: "none" });
    expect(year).toContain(text("questions.year.ask"));
    const confirm = await say({ text: "1996" });
    expect(confirm).toMatch(/Tollesworth[\s\S]*May 19, 1974/);
    const result = await say({ choice: "search" });
    expect(result).toContain("February 2020");
    expect(result).toContain('value="(323) 555-0142"');
    expect(await next("sheet")).toBe("/outreach/sheet/person");
    expect(await states()).toEqual(["done", "taken", "waiting"]);
    expect(await page("/outreach/sheet/person")).toContain("Robledal");
    const kept = await database.query("select * from sheet_person order by position limit 1");
    expect(JSON.stringify(kept)).not.toMatch(/confirmed|dismissed|2020-02/);
  });

  it("by the short form: its lines are filled in, in the person's language, and no consent is taken for granted", async () => {
    await go("/outreach/sheet/next");
    await go("/outreach/sheet/person", { state: "absent" });
    expect(await go("/outreach/sheet/begin", { how: "form" })).toBe("/outreach/form?sheet=1");
    const form = await page("/outreach/form?sheet=1");
    expect(form).toContain('value="Robledal Cruz, Prudencia"');
    expect(form).toContain('value="4 de marzo de 1971"');
    expect(form).toContain('value="CLINIC42"');
    expect(form).not.toMatch(/name="agreed" value="yes" checked/);
    const fields = {
      locale: "es",
      name: "Robledal Cruz, Prudencia",
      birthDate: "4 de marzo de 1971",
      sheet: "1",
    };
    const silent = await worker.post("/outreach/form", { turn: "sheet-form-1", ...fields });
    expect(silent.status).toBe(400);
    expect(await silent.text()).toContain('name="sheet"');
    expect(await go("/outreach/form", { turn: "sheet-form-1", agreed: "yes", ...fields })).toBe(
      "/outreach/person",
    );
    expect(await page()).toContain(text("outcomes.notConfirmed", "es"));
    expect(await next("sheet")).toBe("/outreach/sheet/person");
    expect(await states()).toEqual(["absent", "done", "taken"]);
  });

  it("who says no has left; who is left in the middle waits again; who was told is done by any way on", async () => {
    await go("/outreach/sheet/next");
    await go("/outreach/sheet/begin", { how: "ask" });
    expect(await page()).toMatch(/name="locale" value="sheetLeft"[^>]*>\s*They said no/);
    expect(await next("sheetLeft")).toBe("/outreach/sheet/person");
    expect(await states()).toEqual(["left", "taken", "waiting"]);
    await go("/outreach/sheet/begin", { how: "ask" });
    await say({ choice: "agree" });
    expect(await next("en")).toBe("/outreach/person");
    expect(await states()).toEqual(["left", "waiting", "waiting"]);
    await go("/outreach/sheet/next");
    await go("/outreach/sheet/begin", { how: "ask" });
    for (const fields of [{ choice: "agree" }, { choice: "none" }, { text: "1996" }, { choice: "search" }])
      await say(fields);
    expect(await next()).toBe("/outreach");
    expect(await states()).toEqual(["left", "done", "waiting"]);
  });

  it("whoever is being helped keeps the row for longer than half an hour, and DELETE at the table takes it", async () => {
    await go("/outreach/sheet/next");
    await go("/outreach/sheet/begin", { how: "ask" });
    await say({ choice: "agree" });
    const other = await signedIn(app, "worker");
    const [row] = await database.query<{ id: string }>("select id from clinic");
    await chooseEvent(app.services, row?.id ?? "", other);
    app.services.runtime.advance(20 * 60_000);
    await database.query("update staff_session set seen_at = seen_at + interval '20 minutes'");
    await say({ choice: "none" });
    app.services.runtime.advance(20 * 60_000);
    await database.query("update staff_session set seen_at = seen_at + interval '20 minutes'");
    await other.post("/outreach/sheet/next");
    expect(await states()).toEqual(["taken", "taken", "waiting"]);
    await say({ text: "delete my data" });
    expect(await states()).toEqual(["taken", "waiting"]);
  });

  it("a row that went meanwhile is not sat down, and nothing of it is in an address or shown when locked", async () => {
    expect(await go("/outreach/sheet/begin", { how: "ask" })).toBe("/outreach/sheet");
    expect((await worker.get("/outreach/person")).headers.get("location")).toBe("/outreach");
    expect(await page("/outreach/form?sheet=1")).not.toMatch(/Tollesworth|Robledal|Tarn/);
    await go("/outreach/sheet/next");
    await worker.post("/staff/lock");
    for (const path of ["/outreach/sheet/person", "/outreach/form?sheet=1"]) {
      const locked = await worker.get(path);
      expect(locked.status).toBe(423);
      expect(await locked.text()).not.toMatch(/Tollesworth|1974/);
    }
  });

  it("the short form begins with the code of the event that was chosen for today", async () => {
    expect(await page("/outreach/form")).toContain('value="CLINIC42"');
    expect(await page("/outreach/form?event=fair7")).toContain('value="FAIR7"');
  });

  it("every look is audited, under the worker's id", async () => {
    await go("/outreach/sheet/next");
    await go("/outreach/sheet/begin", { how: "form" });
    await page("/outreach/form?sheet=1");
    const looks = await database.query<{ actor: string }>(
      "select actor from audit where event = 'sheet_person_viewed'",
    );
    expect(looks.length).toBeGreaterThanOrEqual(3);
    expect(new Set(looks.map(({ actor }) => actor))).toEqual(new Set([worker.id]));
  });
});
