/**
 * Guessing is slow for strangers and keeps nobody out for long; and no reply tells, by word or by time, who works here.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { invitationLimits } from "../../src/acts/staff/join.ts";
import { codeLimits, signInLimits } from "../../src/acts/staff/sign-in.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { codeOf, datesStandStill, joinStaff, staffBrowser } from "../support/staff.ts";

const email = "zenobia@quaxworthy.example";
const password = "heron lamp quiet harbour";
const wrong = "wrong password of length";
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

  const invite = async (address = email) => {
    const { link } = await inviteStaff(
      app.services,
      { email: address, role: "admin", locale: "en" },
      "operator",
    );
    return new URL(link).pathname;
  };
  const join = async (address = email) => joinStaff(app, await invite(address), { password, pin });
  const from = (address: string) => ({ "x-forwarded-for": address });
  type Browser = ReturnType<typeof staffBrowser>;
  const enter = (who: Browser, secret: string, address: string, whom = email) =>
    who.post("/staff/sign-in", { email: whom, password: secret }, from(address));
  /** Signs in with a backup code. @returns where it led. */
  const signIn = async (who: Browser, code: string, address: string, whom = email) => {
    await enter(who, password, address, whom);
    return (await who.post("/staff/sign-in/code", { code }, from(address))).headers.get("location");
  };

  /** Many addresses spend everything that an e-mail bears, without the hashing of passwords that a test would wait for. */
  const besiege = async () => {
    const { staffAuth } = await import("../../src/acts/staff/auth.ts");
    const context = await (await staffAuth(app.services)).auth.$context;
    const { verify } = context.password;
    context.password.verify = () => Promise.resolve(false);
    const statuses: number[] = [];
    for (let n = 0; n <= signInLimits.email.max; n++)
      statuses.push((await enter(staffBrowser(app), wrong, `198.51.100.${Math.floor(n / 4)}`)).status);
    context.password.verify = verify;
    return statuses;
  };

  describe("a stranger with many addresses", () => {
    it("tries an e-mail so often and no more, and keeps its owner out nowhere they signed in before", async () => {
      const { backupCodes } = await join();
      const [first = "", second = "", third = ""] = backupCodes;
      const own = staffBrowser(app);
      expect(await signIn(own, first, "203.0.113.9")).toBe("/staff");
      await own.post("/staff/sign-out");
      const statuses = await besiege();
      // One was the owner's own first sign-in.
      const bears = signInLimits.email.max - 1;
      expect(statuses).toEqual(statuses.map((_, n) => (n < bears ? 401 : 429)));
      // On a device they never used: not before the hour is over.
      const fresh = staffBrowser(app);
      expect((await enter(fresh, password, "203.0.113.10")).status).toBe(429);
      expect(await signIn(own, second, "203.0.113.11")).toBe("/staff");
      app.services.runtime.advance(signInLimits.email.windowMs);
      expect(await signIn(fresh, third, "203.0.113.10")).toBe("/staff");
    });

    it("has no use for a device's mark: it is another's, altered, or spent", async () => {
      const other = "wren@staff.example";
      const mine = await join();
      const theirs = await join(other);
      const shared = staffBrowser(app);
      await signIn(shared, mine.backupCodes[0] ?? "", "203.0.113.9");
      const cookieOf = () => /__Secure-clearline_device=([^;]*)/.exec(shared.cookie())?.[1] ?? "";
      const alone = cookieOf();
      await shared.post("/staff/sign-out");
      await besiege();
      const known = (value: string) => {
        const browser = staffBrowser(app, { "__Secure-clearline_device": value });
        return enter(browser, wrong, "203.0.113.12").then(({ status }) => status);
      };
      expect(await known(alone)).toBe(401);
      for (const value of [
        "",
        "~~~",
        alone.replace(/^./, (sign) => (sign === "A" ? "B" : "A")),
        alone.replace(/.$/, (sign) => (sign === "A" ? "B" : "A")),
        `${"A".repeat(16)}.${app.services.runtime.now().toString(36)}.${"A".repeat(43)}`,
      ])
        expect(await known(value), value).toBe(429);
      // Two people on one device: both are known there.
      expect(await signIn(shared, theirs.backupCodes[0] ?? "", "203.0.113.9", other)).toBe("/staff");
      expect(await known(cookieOf())).toBe(401);
      const statuses = [];
      for (let n = 0; n < signInLimits.device.max; n++) statuses.push(await known(alone));
      expect(statuses.at(-1)).toBe(429);
      const dump = (await dumpDatabase(database)).join("\n");
      expect(dump).not.toContain(alone.slice(0, 16));
    });

    it("who has the password too spends codes, and not those of the owner's device", async () => {
      const { backupCodes, secret } = await join();
      const own = staffBrowser(app);
      await signIn(own, backupCodes[0] ?? "", "203.0.113.9");
      await own.post("/staff/sign-out");
      const bad = codeOf(secret) === "000000" ? "111111" : "000000";
      for (let n = 0; n < codeLimits.person.max;) {
        const thief = staffBrowser(app);
        expect((await enter(thief, password, `198.51.100.${n}`)).status).toBe(303);
        for (let tries = 0; tries < 5; tries++, n++)
          expect((await thief.post("/staff/sign-in/code", { code: bad })).status).not.toBe(303);
      }
      expect(await signIn(staffBrowser(app), backupCodes[1] ?? "", "203.0.113.10")).toBeNull();
      expect(await signIn(own, codeOf(secret), "203.0.113.9")).toBe("/staff");
    });
  });

  it("a password's reply leaves at the same mark, whoever it was asked for and however it ends", async () => {
    await join();
    await invite("invited@staff.example");
    const { runtime } = app.services;
    const { staffAuth } = await import("../../src/acts/staff/auth.ts");
    const context = await (await staffAuth(app.services)).auth.$context;
    const { verify, hash } = context.password;
    const marks: number[] = [];
    for (const [whom, secret, takes] of [
      [email, password, 120],
      [email, wrong, 350],
      ["nobody@staff.example", password, 3],
      ["invited@staff.example", password, 90],
      ["no e-mail at all", password, 0],
    ] as const) {
      context.password.verify = async (data) => (runtime.advance(takes), verify(data));
      context.password.hash = async (text) => (runtime.advance(takes), hash(text));
      const arrived = runtime.elapsed();
      await enter(staffBrowser(app), secret, "203.0.113.9", whom);
      marks.push((runtime.waits.at(-1) ?? 0) - arrived);
    }
    expect(marks).toEqual(marks.map(() => 500));
  });

  it("a link nobody was given: few tries an address, and whoever holds the right one still gets in", async () => {
    const path = await invite();
    const guess = (n: number) => staffBrowser(app).get(`/staff/invitation/guess-${n}`, from("203.0.113.9"));
    for (let n = 0; n < invitationLimits.wrong.max; n++) expect((await guess(n)).status).toBe(410);
    expect((await guess(0)).status).toBe(429);
    expect((await staffBrowser(app).post("/staff/invitation/guess", {}, from("203.0.113.9"))).status).toBe(
      429,
    );
    expect((await staffBrowser(app).get("/staff/invitation/other", from("203.0.113.10"))).status).toBe(410);
    expect((await staffBrowser(app).get(path, from("203.0.113.9"))).status).toBe(200);
    app.services.runtime.advance(invitationLimits.wrong.windowMs);
    expect((await guess(1)).status).toBe(410);
  });

  it("a link that is sent again and again is not worked on for ever", async () => {
    const path = await invite();
    for (let n = 0; n < invitationLimits.forms.max; n++)
      expect((await staffBrowser(app).post(path, { name: "", password })).status).toBe(400);
    expect((await staffBrowser(app).post(path, { name: "Wren", password })).status).toBe(429);
    app.services.runtime.advance(invitationLimits.forms.windowMs);
    expect((await staffBrowser(app).post(path, { name: "Wren", password })).status).toBe(200);
  });

  it("a device's mark is a cookie that scripts cannot read, for the sign-in alone", async () => {
    const { backupCodes } = await join();
    const browser = staffBrowser(app);
    await enter(browser, password, "203.0.113.9");
    const done = await browser.post("/staff/sign-in/code", { code: backupCodes[0] ?? "" });
    const line = done.headers.getSetCookie().find((cookie) => cookie.includes("clearline_device")) ?? "";
    const attributes = line.toLowerCase().split("; ");
    expect(line).toMatch(/^__Secure-clearline_device=/);
    expect(attributes).toEqual(
      expect.arrayContaining(["httponly", "secure", "samesite=lax", "path=/staff/sign-in"]),
    );
    expect(line).not.toMatch(/domain=|quaxworthy|zenobia/i);
  });
});
