/**
 * Another role counts at once; nobody takes the last admin away, nor changes their own account into trouble; and a device
 * that is handed over holds nothing of whoever had it.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeRole, disableStaff, resetStaff } from "../../src/acts/staff/change.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { joinStaff, signedIn, staffBrowser } from "../support/staff.ts";

const pin = "4827";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database });
  });

  const events = () =>
    database.query<{ event: string; actor: string; detail: object }>(
      "select event, actor, detail from audit order by id",
    );
  const roleOf = async (id: string) =>
    (await database.query<{ role: string }>("select role from staff_user where id = $1", [id]))[0]?.role;

  it("another role opens and closes pages in a running session, and is audited", async () => {
    const admin = await signedIn(app, "admin");
    const worker = await signedIn(app, "worker");
    expect((await worker.get("/staff/people-waiting")).status).toBe(403);
    const give = (role: string) => admin.post("/staff/people", { do: "role", id: worker.id, role });
    expect((await give("admin")).headers.get("location")).toBe("/staff/people?did=role");
    expect((await worker.get("/staff/people")).status).toBe(200);
    await give("reviewer");
    expect((await worker.get("/staff/people")).status).toBe(403);
    expect((await worker.get("/staff/people-waiting")).status).toBe(200);
    // The same again is nothing new.
    await give("reviewer");
    expect((await give("owner")).status).toBe(400);
    expect(await events()).toEqual(
      [
        { staff: worker.id, from: "worker", role: "admin" },
        { staff: worker.id, from: "admin", role: "reviewer" },
      ].map((detail) => ({ event: "staff_role_changed", actor: admin.id, detail })),
    );
  });

  it("nobody changes their own account from the page of accounts", async () => {
    const admin = await signedIn(app, "admin");
    await signedIn(app, "admin");
    for (const fields of [{ do: "role", role: "worker" }, { do: "disable" }, { do: "reset" }])
      expect((await admin.post("/staff/people", { ...fields, id: admin.id })).status).toBe(400);
    expect((await admin.get("/staff/people")).status).toBe(200);
    expect(await events()).toEqual([]);
  });

  it("only admins change roles", async () => {
    const worker = await signedIn(app, "worker");
    const reviewer = await signedIn(app, "reviewer");
    for (const who of [worker, reviewer, staffBrowser(app)])
      expect([303, 403]).toContain(
        (await who.post("/staff/people", { do: "role", id: worker.id, role: "admin" })).status,
      );
    expect(await roleOf(worker.id)).toBe("worker");
  });

  describe("the last admin", () => {
    const acts = [
      ["role", (id: string, by: string) => changeRole(app.services, { id }, "worker", by)],
      ["disable", (id: string, by: string) => disableStaff(app.services, { id }, by)],
      ["reset", (id: string, by: string) => resetStaff(app.services, { id }, by)],
    ] as const;

    for (const [name, act] of acts) {
      it(`stays when two admins take each other away at once: ${name}`, async () => {
        const [one, two] = [await signedIn(app, "admin"), await signedIn(app, "admin")];
        const done = await Promise.allSettled([act(one.id, two.id), act(two.id, one.id)]);
        expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        const refused = done.find((result) => result.status === "rejected");
        expect(refused?.reason).toMatchObject({ code: "lastAdmin" });
        const open = await Promise.all(
          [one, two].map(async (who) => (await who.get("/staff/people")).status),
        );
        expect(open.filter((status) => status === 200)).toHaveLength(1);
      });

      it(`stays where another is invited, closed or no admin: ${name}`, async () => {
        const [last, other] = [await signedIn(app, "admin"), await signedIn(app, "admin")];
        const invited = { email: "late@staff.example", role: "admin", locale: "en" } as const;
        await inviteStaff(app.services, invited, "operator");
        await disableStaff(app.services, { id: other.id }, last.id);
        await expect(act(last.id, other.id)).rejects.toMatchObject({ code: "lastAdmin" });
        expect((await last.get("/staff/people")).status).toBe(200);
      });
    }

    it("may be taken away by whoever holds the command line, who is told", async () => {
      const admin = await signedIn(app, "admin");
      const worker = await signedIn(app, "worker");
      const { services } = app;
      expect(await changeRole(services, { email: worker.email }, "reviewer", "operator")).toEqual({
        noAdmin: false,
      });
      expect(await changeRole(services, { email: admin.email }, "worker", "operator")).toEqual({
        noAdmin: true,
      });
      expect(await changeRole(services, { email: admin.email }, "admin", "operator")).toEqual({
        noAdmin: false,
      });
      expect(await disableStaff(services, { email: admin.email }, "operator")).toEqual({ noAdmin: true });
      expect((await resetStaff(services, { email: admin.email }, "operator")).link).toContain(
        "/staff/invitation/",
      );
      await expect(
        changeRole(services, { email: "no@staff.example" }, "admin", "operator"),
      ).rejects.toMatchObject({
        code: "unknown",
      });
    });
  });

  it("a reset or a closed account also ends a sign-in that waits for its code", async () => {
    const password = "heron lamp quiet harbour";
    for (const end of [resetStaff, disableStaff]) {
      const email = `${end.name}@staff.example`;
      const who = { email, role: "worker", locale: "en" } as const;
      const { link } = await inviteStaff(app.services, who, "operator");
      const { backupCodes } = await joinStaff(app, new URL(link).pathname, { password, pin });
      const browser = staffBrowser(app);
      await browser.post("/staff/sign-in", { email, password });
      await end(app.services, { email }, "operator");
      const done = await browser.post("/staff/sign-in/code", { code: backupCodes[0] ?? "" });
      expect(done.headers.get("location")).toBeNull();
      const waits = "select 1 as one from staff_verification where value in (select id from staff_user)";
      expect(await database.query(waits)).toEqual([]);
    }
  });

  it("somebody else on the same device: the session, its person and its cookies are gone, and it is on record", async () => {
    const worker = await signedIn(app, "worker", { pin, name: "Wren Locksley" });
    await worker.post("/outreach/start", { locale: "en" });
    await worker.post("/staff/lock");
    const lock = await (await worker.get("/outreach")).text();
    expect(lock).toContain('action="/staff/hand-over"');
    const cookie = worker.cookie();
    const left = await worker.post("/staff/hand-over");
    expect(left.headers.get("location")).toBe("/staff/sign-in?left");
    const taken = left.headers.getSetCookie();
    expect(taken).toHaveLength(2);
    for (const line of taken) expect(line).toMatch(/=; .*Max-Age=0/i);
    expect(worker.cookie()).toBe("");
    // Nor does a copy of the cookie open anything.
    const [name = "", ...value] = cookie.split("=");
    expect((await staffBrowser(app, { [name]: value.join("=") }).get("/outreach")).status).toBe(303);
    expect(await database.query("select 1 as one from staff_session")).toEqual([]);
    expect(await database.query("select 1 as one from clinic_person")).toEqual([]);
    expect((await events()).at(-1)).toEqual({ event: "staff_handed_over", actor: worker.id, detail: null });
    expect((await worker.post("/staff/hand-over", {}, { origin: "https://evil.example" })).status).toBe(403);
  });
});
