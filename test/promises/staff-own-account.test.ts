/**
 * What people who work here change about their own account: each asks for the password, is audited, and ends what it should.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { confirmLimit } from "../../src/acts/staff/confirm.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { codeOf, datesStandStill, joinStaff, signedIn, staffBrowser } from "../support/staff.ts";

const email = "zenobia@quaxworthy.example";
const password = "heron lamp quiet harbour";
const next = "otter bell slow meadow";
const pin = "4827";
const account = "/staff/account";

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

  const join = async () => {
    const { link } = await inviteStaff(app.services, { email, role: "worker", locale: "en" }, "operator");
    return joinStaff(app, new URL(link).pathname, { password, pin });
  };
  /** Another browser of the same person. */
  const elsewhere = async (code: string, secret = password) => {
    const browser = staffBrowser(app);
    await browser.post("/staff/sign-in", { email, password: secret });
    const done = await browser.post(
      "/staff/sign-in/code",
      { code },
      { "user-agent": "Firefox/132.0 (Windows)" },
    );
    return { browser, in: done.headers.get("location") === "/outreach" };
  };
  const events = async () =>
    (await database.query<{ event: string }>("select event from audit order by id"))
      .map((row) => row.event)
      .filter((event) => !["staff_added", "staff_joined", "staff_signed_in"].includes(event));

  it("the password: the old one is asked, the new one counts, every other session and half-made sign-in ends", async () => {
    const { browser, backupCodes } = await join();
    const [first = "", second = "", third = ""] = backupCodes;
    const other = await elsewhere(first);
    const halfway = staffBrowser(app);
    await halfway.post("/staff/sign-in", { email, password });
    for (const [current, chosen, status] of [
      ["not the password", next, 400],
      [password, "short", 400],
      ["", next, 400],
    ] as const)
      expect((await browser.post(`${account}/password`, { current, password: chosen })).status).toBe(status);
    expect((await other.browser.get("/outreach")).status).toBe(200);

    const done = await browser.post(`${account}/password`, { current: password, password: next });
    expect(done.headers.get("location")).toBe(`${account}?did=password`);
    expect((await browser.get(account)).status).toBe(200);
    expect((await other.browser.get("/outreach")).status).toBe(303);
    expect((await halfway.post("/staff/sign-in/code", { code: second })).headers.get("location")).toBeNull();
    expect((await elsewhere(second)).in).toBe(false);
    expect((await elsewhere(third, next)).in).toBe(true);
    expect(await events()).toContain("staff_password_changed");
  });

  it("the PIN: the new one opens the lock, the old one does not", async () => {
    const { browser } = await join();
    for (const [current, chosen] of [
      ["not the password", "1357"],
      [password, "12a4"],
      [password, ""],
    ] as const)
      expect((await browser.post(`${account}/pin`, { current, pin: chosen })).status).toBe(400);
    expect((await browser.post(`${account}/pin`, { current: password, pin: "135790" })).status).toBe(303);
    await browser.post("/staff/lock");
    expect((await browser.get(account)).status).toBe(423);
    expect((await browser.post("/staff/unlock", { pin })).status).toBe(423);
    expect((await browser.post("/staff/unlock", { pin: "135790" })).status).toBe(303);
    expect(await events()).toContain("staff_pin_changed");
  });

  const fieldsIn = (page: string) => ({
    secret: /<code class="staff-secret">([^<]+)</.exec(page)?.[1]?.replaceAll(" ", "") ?? "",
    sealed: /name="sealed" value="([\w-]+)"/.exec(page)?.[1] ?? "",
  });

  it("the phone: the old one works until the new one showed a code, and not after", async () => {
    const { browser, secret: old, backupCodes } = await join();
    const other = await elsewhere(backupCodes[0] ?? "");
    expect((await browser.post(`${account}/phone`, { current: "not the password" })).status).toBe(400);
    const { secret, sealed } = fieldsIn(
      await (await browser.post(`${account}/phone`, { current: password })).text(),
    );
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const wrong = await browser.post(`${account}/phone/code`, { sealed, code: codeOf(old) });
    expect(wrong.status).toBe(400);
    // The same key again, so that the phone that scanned it is still good.
    expect(fieldsIn(await wrong.text()).secret).toBe(secret);
    expect((await other.browser.get("/outreach")).status).toBe(200);

    const code = codeOf(secret);
    const done = await browser.post(`${account}/phone/code`, {
      sealed,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(done.headers.get("location")).toBe(`${account}?did=phone`);
    expect((await other.browser.get("/outreach")).status).toBe(303);
    expect((await elsewhere(codeOf(old))).in).toBe(false);
    // The code that confirmed the phone opens no session (RFC 6238 §5.2).
    expect((await elsewhere(code)).in).toBe(false);
    expect((await elsewhere(codeOf(secret, Date.now() + 30_000))).in).toBe(true);
    expect((await elsewhere(backupCodes[1] ?? "")).in).toBe(true);
    expect(await events()).toContain("staff_phone_changed");
    const dump = (await dumpDatabase(database)).join("\n");
    expect(`${dump}\n${app.services.logged.join("\n")}`).not.toContain(secret);
  });

  it("a new phone's key is of one session, one person, and ten minutes", async () => {
    const { browser } = await join();
    const begun = async () =>
      fieldsIn(await (await browser.post(`${account}/phone`, { current: password })).text());
    const { secret, sealed } = await begun();
    const stranger = await signedIn(app, "admin");
    const ask = (who: Pick<typeof stranger, "post">, fields: { sealed: string; code: string }) =>
      who.post(`${account}/phone/code`, fields);
    expect((await ask(stranger, { sealed, code: codeOf(secret) })).status).toBe(410);
    for (const other of ["", "AAAA", sealed.slice(0, -2), `${sealed}AA`])
      expect((await ask(browser, { sealed: other, code: codeOf(secret) })).status).toBe(410);
    app.services.runtime.advance(10 * 60_000);
    expect((await ask(browser, { sealed, code: codeOf(secret) })).status).toBe(410);
  });

  it("backup codes: ten new ones, and the old ones open nothing", async () => {
    const { browser, backupCodes } = await join();
    expect((await browser.post(`${account}/codes`, { current: "not the password" })).status).toBe(400);
    const page = await (await browser.post(`${account}/codes`, { current: password })).text();
    const fresh = Array.from(page.matchAll(/<code>([^<]+)<\/code>/g), (match) => match[1] ?? "");
    expect(new Set(fresh).size).toBe(10);
    for (const code of fresh) expect(code).toMatch(/^[a-km-np-z2-9]{5}-[a-km-np-z2-9]{5}$/);
    expect((await elsewhere(backupCodes[0] ?? "")).in).toBe(false);
    expect((await elsewhere(fresh[9] ?? "")).in).toBe(true);
    expect((await elsewhere(fresh[9] ?? "")).in).toBe(false);
    expect(await events()).toContain("staff_codes_renewed");
    const dump = (await dumpDatabase(database)).join("\n");
    for (const code of fresh) expect(dump).not.toContain(code);
  });

  it("sessions: shows one's own, in two words each, and ends all but this one", async () => {
    const { browser, backupCodes } = await join();
    const stranger = await signedIn(app, "worker");
    const other = await elsewhere(backupCodes[0] ?? "");
    const page = await (await browser.get(account)).text();
    expect(page.match(/Last used/g)).toHaveLength(2);
    expect(page).toContain("Firefox, Windows");
    expect(page).not.toContain("132.0");
    expect((await browser.post(`${account}/sessions`)).headers.get("location")).toBe(
      `${account}?did=sessions`,
    );
    expect((await other.browser.get("/outreach")).status).toBe(303);
    expect((await stranger.get("/outreach")).status).toBe(200);
    expect(await (await browser.get(account)).text()).toContain("signed in nowhere else");
    await browser.post(`${account}/sessions`);
    expect((await events()).filter((event) => event === "staff_sessions_ended")).toHaveLength(1);
  });

  it("the language: kept, audited when it changes", async () => {
    const { browser } = await join();
    await browser.post(`${account}/language`, { locale: "es" });
    await browser.post(`${account}/language`, { locale: "es" });
    expect(await (await browser.get(account)).text()).toContain("Mi cuenta");
    expect(await events()).toEqual(["staff_language_changed"]);
  });

  it("guessing the own password on a screen left open ends soon, and is on record", async () => {
    const { browser } = await join();
    const attempt = (current: string) => browser.post(`${account}/pin`, { current, pin: "1357" });
    const replies = await Promise.all(
      Array.from({ length: confirmLimit.max }, (_, n) => attempt(`not the password ${n}`)),
    );
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 400));
    expect((await attempt(password)).status).toBe(429);
    expect((await browser.post(`${account}/codes`, { current: password })).status).toBe(429);
    expect(await events()).toEqual(replies.map(() => "staff_sign_in_failed"));
    app.services.runtime.advance(confirmLimit.windowMs);
    await browser.get(account);
    await browser.post("/staff/unlock", { pin });
    expect((await attempt(password)).status).toBe(303);
  });

  it("nobody else's: not signed in, locked, or from another site", async () => {
    const { browser } = await join();
    const posts = ["password", "pin", "phone", "phone/code", "codes", "language", "sessions"];
    for (const path of posts) {
      expect((await staffBrowser(app).post(`${account}/${path}`)).status, path).toBe(303);
      const foreign = { origin: "https://evil.example" };
      expect((await browser.post(`${account}/${path}`, {}, foreign)).status, path).toBe(403);
    }
    await browser.post("/staff/lock");
    for (const path of posts) expect((await browser.post(`${account}/${path}`)).status, path).toBe(423);
    expect(await events()).toEqual([]);
  });

  it("a change whose audit fails is none", async () => {
    const { browser, secret: old } = await join();
    const { secret, sealed } = fieldsIn(
      await (await browser.post(`${account}/phone`, { current: password })).text(),
    );
    await database.query("alter table audit add constraint none check (event is null) not valid");
    try {
      for (const [path, fields] of [
        ["password", { current: password, password: next }],
        ["pin", { current: password, pin: "1357" }],
        ["phone/code", { sealed, code: codeOf(secret) }],
        ["codes", { current: password }],
        ["language", { locale: "es" }],
      ] as const)
        expect((await browser.post(`${account}/${path}`, fields)).status, path).toBe(500);
    } finally {
      await database.query("alter table audit drop constraint none");
    }
    expect((await elsewhere(codeOf(old))).in).toBe(true);
    expect(await (await browser.get(account)).text()).toContain("My account");
  });
});
