/**
 * Outbox, audit and the dates of copy, for admins alone; a search of the audit is in the audit.
 */
import { beforeEach, expect, it } from "vitest";
import { enqueueText } from "../../src/acts/enqueue-text.ts";
import { auditEvents, writeAudit } from "../../src/privacy/audit.ts";
import type { TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { officeWorld, signedIn, staffBrowser, type StaffBrowser } from "../support/staff.ts";

const hourMs = 3_600_000;
const paths = ["/staff/outbox", "/staff/copy", "/staff/copy/sheet", "/staff/audit", "/staff/audit?search=1"];

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let admin: StaffBrowser;

  const world = officeWorld(makeDatabase);
  beforeEach(() => {
    ({ database, app, admin } = world);
  });

  const noted = (n: number, event: "purged" | "keys_rotated", actor = "operator", ago = 0) =>
    Promise.all(
      Array.from({ length: n }, () =>
        writeAudit(database, app.services.runtime.now() - ago, { event, actor, detail: { staff: admin.id } }),
      ),
    );
  const searches = () =>
    database.query<{ actor: string; detail: object }>(
      "select actor, detail from audit where event = 'audit_searched' order by id",
    );
  const lines = (page: string) => page.match(/<li><strong>/g)?.length ?? 0;

  it("finds by event, by who and by day, names staff, and notes each search", async () => {
    await noted(2, "purged");
    await noted(1, "keys_rotated", admin.id);
    await noted(3, "purged", "operator", 72 * hourMs);
    const opened = await (await admin.get("/staff/audit")).text();
    expect(lines(opened)).toBe(0);
    expect(await searches()).toEqual([]);

    const found = async (query: string) => (await admin.get(`/staff/audit?search=1&${query}`)).text();
    expect(lines(await found("event=purged"))).toBe(5);
    const own = await found(`actor=${admin.id}&event=keys_rotated`);
    expect(lines(own)).toBe(1);
    expect(own).toContain("staff: Zenobia Quaxworthy");
    const day = (ago: number) =>
      new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(
        app.services.runtime.now() - ago,
      );
    expect(lines(await found(`event=purged&from=${day(0)}&to=${day(0)}`))).toBe(2);
    expect(lines(await found(`event=purged&to=${day(24 * hourMs)}`))).toBe(3);
    expect(lines(await found("event=sheet_loaded"))).toBe(0);
    expect(await searches()).toHaveLength(5);
    expect((await searches())[1]).toEqual({
      actor: admin.id,
      detail: { actor: admin.id, event: "keys_rotated" },
    });
  });

  it("has words for every event", () => {
    for (const locale of ["en", "es"] as const)
      expect(auditEvents.filter((event) => !app.copy.has(`office.event.${event}`, locale))).toEqual([]);
  });

  it("goes page by page, each line once", async () => {
    await noted(120, "purged");
    const first = await (await admin.get("/staff/audit?search=1&event=purged")).text();
    expect(lines(first)).toBe(50);
    const older = (page: string) =>
      /href="(\/staff\/audit\?[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    const second = await (await admin.get(older(first) ?? "")).text();
    expect(lines(second)).toBe(50);
    const third = await (await admin.get(older(second) ?? "")).text();
    expect(lines(third)).toBe(20);
    expect(older(third)).toBeUndefined();
  });

  it("takes what it does not understand for nothing said", async () => {
    await noted(1, "purged");
    for (const query of [
      "event=drop",
      "from=2026-02-31&to=yesterday",
      "before=x",
      "before=999999999999999999",
      "actor=%27%3B--",
      "from=9999-12-31",
    ])
      expect((await admin.get(`/staff/audit?search=1&${query}`)).status).toBe(200);
  });

  it("the outbox says what was not sent and why, and no phone", async () => {
    const { services, copy } = app;
    await enqueueText(services, copy, {
      kind: "stepsInvite",
      phone: "+13235550177",
      locale: "en",
      cause: ["a test"],
    });
    await database.query("update outbox set state = 'failed', reason = '30006', sealed = null");
    const page = await (await admin.get("/staff/outbox")).text();
    expect(page).toContain("Not sent");
    expect(page).toContain("<code>30006</code>");
    expect(page).toContain("the texting account is not set up");
    expect(page).not.toMatch(/555-?0177/);
  });

  it("held back texts stand first, and what is older than 180 days is marked", async () => {
    const fresh = await (await admin.get("/staff/copy")).text();
    const states = Array.from(
      fresh.matchAll(/<strong>(Held back|Not reviewed by an attorney)</g),
      (one) => one[1],
    );
    expect(states.length).toBeGreaterThan(20);
    expect(states.lastIndexOf("Held back")).toBeLessThan(states.indexOf("Not reviewed by an attorney"));
    const marked = (page: string) => page.match(/Check again\./g)?.length ?? 0;
    app.services.runtime.advance(Date.parse("2028-01-01") - app.services.runtime.now());
    const later = await signedIn(app, "admin");
    const old = await (await later.get("/staff/copy")).text();
    expect(marked(old)).toBeGreaterThan(marked(fresh));
    expect(marked(old)).toBeGreaterThan(states.length);
    const sheet = await later.get("/staff/copy/sheet");
    expect(sheet.headers.get("content-disposition")).toContain("attachment");
    expect(await sheet.text()).toMatch(/^<!doctype html>/);
  });

  it("are for admins alone", async () => {
    for (const who of [staffBrowser(app), await signedIn(app, "worker"), await signedIn(app, "reviewer")])
      for (const path of paths) expect([303, 403]).toContain((await who.get(path)).status);
    expect(await searches()).toEqual([]);
  });

  it("speak Spanish", async () => {
    const spanish = await signedIn(app, "admin", { locale: "es" });
    expect(await (await spanish.get("/staff/outbox")).text()).toContain("Nadie pidió un mensaje");
    expect(await (await spanish.get("/staff/audit?search=1")).text()).toContain("Auditoría");
    expect(await (await spanish.get("/staff/copy")).text()).toContain("Hoja para el abogado");
  });
});
