/**
 * Sessions of people who work here: a cookie nobody else reads, locked when idle, opened by a PIN, over in time.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { disableStaff, resetStaff } from "../../src/acts/staff/change.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { purge } from "../../src/acts/purge.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { recordStaffView } from "../../src/acts/staff/view.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { testKeys } from "../support/services.ts";
import { signedIn, staffBrowser } from "../support/staff.ts";

const pin = "4827";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    // Memory of secrets goes with the database object, and the rows are gone.
    app = await makeApp({ database: { ...database } });
  });

  it("has a cookie that scripts cannot read, for this host alone, and encrypted on the way", async () => {
    const browser = staffBrowser(app);
    const who = { email: "someone@staff.example", role: "worker", locale: "en" } as const;
    const { link } = await inviteStaff(app.services, who, "operator");
    const page = await browser.post(new URL(link).pathname, {
      name: "Wren",
      password: "heron lamp quiet harbour",
    });
    const [cookie = "", ...more] = page.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^__Host-clearline_staff=/);
    const attributes = cookie.toLowerCase().split("; ");
    expect(attributes).toEqual(expect.arrayContaining(["httponly", "secure", "samesite=lax", "path=/"]));
    expect(cookie).not.toMatch(/domain=/i);
  });

  it("locks after two idle minutes at the table and ten on the desk; the PIN opens it", async () => {
    const reviewer = await signedIn(app, "reviewer", { pin, name: "Wren Locksley" });
    const { runtime } = app.services;
    await reviewer.get("/staff");
    runtime.advance(10 * 60_000);
    expect((await reviewer.get("/staff")).status).toBe(200);
    await reviewer.get("/outreach");
    runtime.advance(2 * 60_000 + 1);
    // Wherever one goes from an idle table, it is locked.
    for (const path of ["/staff", "/outreach"]) {
      const page = await reviewer.get(path);
      expect(page.status).toBe(423);
      expect(await page.text()).not.toMatch(/Locksley|staff\.example|Clinic table/);
    }
    expect((await reviewer.get("/staff", { accept: "application/json" })).status).toBe(423);
    expect((await reviewer.post("/staff/language", { locale: "es" })).status).toBe(423);
    const opened = await reviewer.post("/staff/unlock", { pin, to: "/outreach?event=CLINIC1" });
    expect(opened.headers.get("location")).toBe("/outreach?event=CLINIC1");
    expect((await reviewer.get("/outreach")).status).toBe(200);
  });

  it("locks at once by hand, and stays open while the page gives a sign of life", async () => {
    const worker = await signedIn(app, "worker", { pin });
    await worker.get("/outreach");
    for (let n = 0; n < 5; n++) {
      app.services.runtime.advance(90_000);
      expect((await worker.post("/staff/seen", { at: "/outreach" })).status).toBe(204);
    }
    expect((await worker.get("/outreach")).status).toBe(200);
    await worker.post("/staff/lock");
    expect((await worker.get("/outreach")).status).toBe(423);
    expect((await worker.post("/staff/seen", { at: "/outreach" })).status).toBe(423);
  });

  it("ends with the fifth wrong PIN, also when they come at once", async () => {
    const worker = await signedIn(app, "worker", { pin });
    await worker.post("/staff/lock");
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => worker.post("/staff/unlock", { pin: String(1000 + n) })),
    );
    expect(replies.filter((reply) => reply.status === 423)).toHaveLength(4);
    expect((await worker.post("/staff/unlock", { pin })).headers.get("location")).toBe("/staff/sign-in");
    expect((await worker.get("/outreach")).status).toBe(303);
    expect(await database.query("select event from audit")).toEqual([{ event: "staff_locked_out" }]);
  });

  it("ends after twelve hours, however busy", async () => {
    const worker = await signedIn(app, "worker");
    for (let minutes = 0; minutes < 12 * 60; minutes += 1.5) {
      app.services.runtime.advance(90_000);
      if (minutes % 60 === 0) expect((await worker.get("/outreach")).status).toBe(200);
      else await worker.post("/staff/seen", { at: "/outreach" });
    }
    expect((await worker.get("/outreach")).status).toBe(303);
  });

  it("is over at once for a closed account, and for one that is set back", async () => {
    for (const end of [disableStaff, resetStaff]) {
      const worker = await signedIn(app, "worker");
      expect((await worker.get("/outreach")).status).toBe(200);
      await end(app.services, { id: worker.id }, "operator");
      expect((await worker.get("/outreach")).status).toBe(303);
    }
  });

  it("and a sign-in or invitation half-way are purged once they are over; the account stays", async () => {
    await signedIn(app, "worker");
    await inviteStaff(
      app.services,
      { email: "late@staff.example", role: "worker", locale: "es" },
      "operator",
    );
    const count = async (table: string) => (await database.query(`select 1 as one from ${table}`)).length;
    await purge(app.services);
    expect([await count("staff_session"), await count("staff_invitation")]).toEqual([1, 1]);
    app.services.runtime.advance(49 * 60 * 60_000);
    await purge(app.services);
    await purge(app.services);
    expect([
      await count("staff_session"),
      await count("staff_invitation"),
      await count("staff_user"),
    ]).toEqual([0, 0, 2]);
  });

  it("goes on through a rotation of the master key, and the old key may go", async () => {
    const worker = await signedIn(app, "worker", { pin, name: "Wren Locksley" });
    const [first = "", second = ""] = testKeys.split(",");
    const turned = await makeApp({ database: { ...database }, keys: `${second},${first}` });
    expect((await rotateKeys(turned.services)).unreadable).toBe(0);
    // Another process, which has nothing in memory.
    const after = await makeApp({ database: { ...database }, keys: second });
    const [name = "", value = ""] = worker.cookie().split("=");
    const browser = staffBrowser(after, { [name]: value });
    expect(await (await browser.get("/outreach")).text()).toContain("Wren Locksley");
    await browser.post("/staff/lock");
    expect((await browser.post("/staff/unlock", { pin })).status).toBe(303);
  });

  it("views are events in the transaction of the read: when the event fails, so does the view", async () => {
    const { services } = app;
    const seen = () =>
      database.query<{ event: string; actor: string; bytes: number }>(
        "select event, actor, length(subject) as bytes from audit",
      );
    const view = (fails: boolean) =>
      database.drizzle.transaction(async (tx) => {
        await recordStaffView(services, tx, { id: "some-staff-id" }, "handoff_viewed", ["handoff", "0a1b"]);
        if (fails) throw new Error("the read failed");
      });
    await expect(view(true)).rejects.toThrow("the read failed");
    expect(await seen()).toEqual([]);
    await view(false);
    expect(await seen()).toEqual([{ event: "handoff_viewed", actor: "some-staff-id", bytes: 32 }]);
  });
});
