/**
 * People who work here get in by invitation, password and second factor, and nobody else does.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { disableStaff } from "../../src/acts/staff/change.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { signInLimits } from "../../src/acts/staff/sign-in.ts";
import type { Role } from "../../src/acts/staff/types.ts";
import { makeApp, publicUrl, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import {
  codeOf,
  datesStandStill,
  decodeBase32,
  joinStaff,
  signedIn,
  staffBrowser,
} from "../support/staff.ts";

const email = "zenobia@quaxworthy.example";
const password = "heron lamp quiet harbour";
const pin = "4827";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  datesStandStill();

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database });
  });

  const invite = async (role: Role = "worker", address = email) => {
    const { link } = await inviteStaff(app.services, { email: address, role, locale: "en" }, "operator");
    return new URL(link).pathname;
  };

  const joinBy = (path: string) => joinStaff(app, path, { password, pin });

  const events = async () =>
    (await database.query<{ event: string }>("select event from audit order by id")).map((row) => row.event);

  it("an invitation leads to an account with password, second factor and PIN, and lands where the role works", async () => {
    const { browser, secret, backupCodes, status } = await joinBy(await invite());
    expect(status).toBe(200);
    expect(backupCodes).toHaveLength(10);
    expect((await browser.get("/outreach")).status).toBe(200);

    await browser.post("/staff/sign-out");
    expect((await browser.get("/outreach")).headers.get("location")).toBe("/staff/sign-in?to=%2Foutreach");

    const first = await browser.post("/staff/sign-in", { email: ` ${email.toUpperCase()} `, password });
    expect(first.headers.get("location")).toBe("/staff/sign-in/code");
    expect((await browser.get("/outreach")).status).toBe(303);
    const second = await browser.post("/staff/sign-in/code", { code: codeOf(secret) });
    expect(second.headers.get("location")).toBe("/outreach");
    expect((await browser.get("/outreach")).status).toBe(200);
    expect(await events()).toEqual(["staff_added", "staff_joined", "staff_signed_in"]);
  });

  it("a backup code signs in once", async () => {
    const { browser, backupCodes } = await joinBy(await invite("reviewer"));
    for (const [code, where] of [
      [backupCodes[0] ?? "", "/staff"],
      [backupCodes[0] ?? "", null],
      [backupCodes[1] ?? "", "/staff"],
    ] as const) {
      await browser.post("/staff/sign-in", { email, password });
      expect((await browser.post("/staff/sign-in/code", { code })).headers.get("location")).toBe(where);
    }
  });

  it("a code that opened a session opens no second one", async () => {
    const { secret, browser } = await joinBy(await invite());
    const code = codeOf(secret);
    await browser.post("/staff/sign-in", { email, password });
    expect((await browser.post("/staff/sign-in/code", { code })).status).toBe(303);
    const other = staffBrowser(app);
    await other.post("/staff/sign-in", { email, password });
    expect((await other.post("/staff/sign-in/code", { code })).status).not.toBe(303);
    expect((await other.get("/outreach")).status).toBe(303);
  });

  it("an invitation works once, for 48 hours, and an unknown one looks the same", async () => {
    const path = await invite();
    await joinBy(path);
    const used = await staffBrowser(app).get(path);
    expect(used.status).toBe(410);
    const old = await invite("worker", "other@staff.example");
    app.services.runtime.advance(48 * 60 * 60_000);
    const unknown = await staffBrowser(app).get("/staff/invitation/no-such-invitation-token");
    const pages = await Promise.all(
      [used, await staffBrowser(app).get(old), unknown].map((page) => page.text()),
    );
    const plain = (html: string) => html.replaceAll(/\/staff\/invitation\/[\w-]+/g, "");
    expect(new Set(pages.map(plain)).size).toBe(1);
    expect((await staffBrowser(app).post(path, { name: "Someone", password })).status).toBe(410);
  });

  it("a half-finished invitation opens nothing, not even with the right password", async () => {
    const path = await invite("admin");
    const browser = staffBrowser(app);
    expect((await browser.post(path, { name: "Zenobia", language: "en", password })).status).toBe(200);
    expect((await browser.get("/staff/people")).status).toBe(303);
    const other = staffBrowser(app);
    expect((await other.post("/staff/sign-in", { email, password })).status).toBe(401);
    expect((await other.get("/staff/people")).status).toBe(303);
  });

  it("refuses a short password and a PIN that is none", async () => {
    const path = await invite();
    const browser = staffBrowser(app);
    expect((await browser.post(path, { name: "Zenobia", password: "short" })).status).toBe(400);
    const page = await (await browser.post(path, { name: "Zenobia", password })).text();
    const secret = /name="secret" value="(\w+)"/.exec(page)?.[1] ?? "";
    for (const wrong of ["", "123", "1234567", "12a4"])
      expect((await browser.post(`${path}/code`, { secret, code: codeOf(secret), pin: wrong })).status).toBe(
        400,
      );
    expect((await browser.post(`${path}/code`, { secret, code: "000000", pin })).status).toBe(400);
    expect((await browser.get("/outreach")).status).toBe(303);
  });

  describe("who should not be let in", () => {
    it("gets the same reply for an unknown e-mail, a wrong password, a closed account and an unfinished one", async () => {
      await joinBy(await invite());
      const closed = "closed@staff.example";
      await joinBy(await invite("worker", closed));
      await disableStaff(app.services, { email: closed }, "operator");
      await invite("worker", "invited@staff.example");
      const replies = [];
      for (const [who, secret] of [
        [email, "wrong password of length"],
        ["nobody@staff.example", password],
        ["no e-mail at all", password],
        [closed, password],
        ["invited@staff.example", password],
      ] as const) {
        const reply = await staffBrowser(app).post("/staff/sign-in", { email: who, password: secret });
        replies.push(`${reply.status} ${reply.headers.get("set-cookie")} ${await reply.text()}`);
      }
      expect(new Set(replies).size).toBe(1);
      expect(replies[0]).toMatch(/^401 null/);
    });

    it("hashes a password for an unknown e-mail as for a known one", async () => {
      await joinBy(await invite());
      const { staffAuth } = await import("../../src/acts/staff/auth.ts");
      const context = await (await staffAuth(app.services)).auth.$context;
      const done: string[] = [];
      const { hash, verify } = context.password;
      context.password.hash = (text) => (done.push("scrypt"), hash(text));
      context.password.verify = (data) => (done.push("scrypt"), verify(data));
      await staffBrowser(app).post("/staff/sign-in", { email, password: "wrong password of length" });
      await staffBrowser(app).post("/staff/sign-in", { email: "nobody@staff.example", password });
      expect(done).toEqual(["scrypt", "scrypt"]);
    });

    it("may try a password so often and no more, right or wrong, and others still may", async () => {
      await joinBy(await invite());
      const from = (address: string) => ({ "x-forwarded-for": address });
      const attempt = (who: string, address: string, secret = "wrong password of length") =>
        staffBrowser(app).post("/staff/sign-in", { email: who, password: secret }, from(address));
      for (let n = 0; n < signInLimits.together.max; n++)
        expect((await attempt(email, "203.0.113.9")).status).toBe(401);
      expect((await attempt(email, "203.0.113.9", password)).status).toBe(429);
      expect((await attempt("nobody@staff.example", "203.0.113.9")).status).toBe(401);
      expect((await attempt(email, "198.51.100.7", password)).status).toBe(303);
      app.services.runtime.advance(signInLimits.together.windowMs);
      expect((await attempt(email, "203.0.113.9", password)).status).toBe(303);
    });

    it("may try five codes, and then needs the password again", async () => {
      const { secret } = await joinBy(await invite());
      const browser = staffBrowser(app);
      await browser.post("/staff/sign-in", { email, password });
      const wrong = codeOf(secret) === "000000" ? "111111" : "000000";
      for (let n = 0; n < 5; n++)
        expect((await browser.post("/staff/sign-in/code", { code: wrong })).status).not.toBe(303);
      expect((await browser.post("/staff/sign-in/code", { code: codeOf(secret) })).status).not.toBe(303);
      expect((await browser.get("/outreach")).status).toBe(303);
    });

    it("is not given a session by a cookie planted before", async () => {
      const { secret } = await joinBy(await invite());
      const planted = await signedIn(app, "worker");
      const browser = staffBrowser(app, {
        "__Host-clearline_staff": planted.cookie().split("=").slice(1).join("="),
      });
      await browser.post("/staff/sign-in", { email, password });
      await browser.post("/staff/sign-in/code", { code: codeOf(secret) });
      expect(browser.cookie()).not.toBe(planted.cookie());
      expect(await (await browser.get("/outreach")).text()).toContain("Zenobia Quaxworthy");
      // The one it came with has ended.
      expect((await planted.get("/outreach")).status).toBe(303);
    });

    it("cannot make a cookie from what a dump holds", async () => {
      const worker = await signedIn(app, "admin");
      const [row] = await database.query<{ token: string }>("select token from staff_session");
      const name = worker.cookie().split("=")[0] ?? "";
      for (const value of [row?.token ?? "", `${row?.token}.`, `${row?.token}.${"A".repeat(43)}%3D`])
        expect((await staffBrowser(app, { [name]: value }).get("/staff")).status).toBe(303);
    });

    it("cannot send a form from another site", async () => {
      const admin = await signedIn(app, "admin");
      for (const path of [
        "/staff/people",
        "/staff/lock",
        "/staff/sign-out",
        "/staff/sign-in",
        "/staff/language",
      ]) {
        const reply = await admin.post(path, { do: "invite", email }, { origin: "https://evil.example" });
        expect(reply.status, path).toBe(403);
      }
      expect((await admin.post("/staff/people", { do: "invite", email }, { origin: "null" })).status).toBe(
        403,
      );
      expect((await admin.get("/staff/people")).status).toBe(200);
    });

    it("is not sent on to another site after signing in", async () => {
      for (const to of [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/staff/../../evil",
        "/staff//evil.example",
        "/staff@evil.example",
        "/staff/sign-out",
        "/en",
        "javascript:alert(1)",
        "/staff\r\nset-cookie:a=b",
      ]) {
        const browser = staffBrowser(app);
        const page = await (await browser.get(`/staff/sign-in?to=${encodeURIComponent(to)}`)).text();
        expect(page, to).toContain('action="/staff/sign-in"');
        const worker = await signedIn(app, "worker");
        const locked = await worker.post("/staff/lock", { to });
        expect(["/staff", "/evil"], to).toContain(locked.headers.get("location"));
      }
    });

    it("cannot open pages of another role, as a page or as JSON", async () => {
      for (const [role, path, status] of [
        ["worker", "/staff/people", 403],
        ["reviewer", "/staff/people", 403],
        ["admin", "/staff/people", 200],
        ["worker", "/outreach", 200],
      ] as const) {
        const someone = await signedIn(app, role);
        expect((await someone.get(path)).status, `${role} ${path}`).toBe(status);
        if (status === 403) {
          const json = await someone.get(path, { accept: "application/json" });
          expect([json.status, await json.json()]).toEqual([403, { code: "forbidden" }]);
          const post = await someone.post(path, { do: "invite", email });
          expect(post.status).toBe(403);
        }
      }
      const nobody = staffBrowser(app);
      expect((await nobody.get("/staff/people", { accept: "application/json" })).status).toBe(401);
      expect(await events()).not.toContain("staff_added");
    });
  });

  it("an admin invites, sends a new link and closes accounts from the page, but not the own one", async () => {
    const admin = await signedIn(app, "admin");
    const page = await (
      await admin.post("/staff/people", { do: "invite", email, role: "reviewer", locale: "es" })
    ).text();
    const path = new URL(/https:\/\/[^<\s]*\/staff\/invitation\/[\w-]+/.exec(page)?.[0] ?? publicUrl)
      .pathname;
    expect(await (await staffBrowser(app).get(path)).text()).toContain("Contraseña nueva");
    expect((await admin.post("/staff/people", { do: "invite", email })).status).toBe(400);
    const list = await (await admin.get("/staff/people")).text();
    const id = /name="id" value="([\w-]+)"/.exec(list)?.[1] ?? "";
    const again = await (await admin.post("/staff/people", { do: "reset", id })).text();
    expect(again).toContain("/staff/invitation/");
    expect((await staffBrowser(app).get(path)).status).toBe(410);
    await admin.post("/staff/people", { do: "disable", id });
    expect(await (await admin.get("/staff/people")).text()).toContain("Closed");
    await admin.post("/staff/people", { do: "disable", id: admin.id });
    expect((await admin.get("/staff/people")).status).toBe(200);
    expect(await events()).toEqual(["staff_added", "staff_invited", "staff_disabled"]);
  });

  it("a dump holds no name, e-mail, password, PIN, invitation, key or backup code in clear, and the log none at all", async () => {
    const path = await invite();
    const { secret, backupCodes, browser } = await joinBy(path);
    await browser.post("/staff/sign-in", { email, password: "wrong password of length" });
    const raw = decodeBase32(secret).toString();
    const dump = (await dumpDatabase(database)).join("\n");
    const log = app.services.logged.join("\n");
    for (const canary of [
      email,
      "zenobia",
      "quaxworthy",
      password,
      secret,
      raw,
      path.split("/").at(-1) ?? "",
      ...backupCodes,
    ])
      expect(`${dump}\n${log}`.toLowerCase(), canary).not.toContain(canary.toLowerCase());
    expect(dump.match(/^staff_user:.*$/m)?.[0]).not.toMatch(new RegExp(`[(,]${pin}[,)]`));
  });

  it("an act whose audit fails changes nothing", async () => {
    const admin = await signedIn(app, "admin");
    const worker = await signedIn(app, "worker");
    await database.query("alter table audit add constraint none check (event is null) not valid");
    try {
      expect((await admin.post("/staff/people", { do: "invite", email })).status).toBe(500);
      expect((await admin.post("/staff/people", { do: "disable", id: worker.id })).status).toBe(500);
    } finally {
      await database.query("alter table audit drop constraint none");
    }
    expect((await worker.get("/outreach")).status).toBe(200);
    expect(await database.query("select 1 as one from staff_user")).toHaveLength(2);
  });
});
