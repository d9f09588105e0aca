/**
 * A passkey signs its owner in and nobody else: every part of its answer counts, once.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { passkeyLimit } from "../../src/acts/staff/passkey-sign-in.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { makeApp, publicUrl, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { testKeys } from "../support/services.ts";
import { softPasskey, type Lie } from "../support/softPasskey.ts";
import { datesStandStill, joinStaff, signedIn, staffBrowser } from "../support/staff.ts";

const password = "heron lamp quiet harbour";
const passkeys = "/staff/account/passkeys";
type Browser = Pick<ReturnType<typeof staffBrowser>, "get" | "post">;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  datesStandStill();

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database: { ...database } });
  });

  const join = async (email = "zenobia@quaxworthy.example") => {
    const { link } = await inviteStaff(app.services, { email, role: "worker", locale: "en" }, "operator");
    return (await joinStaff(app, new URL(link).pathname, { password, pin: "4827" })).browser;
  };
  const challengeFor = async (who: Browser, path: string, fields = {}) => {
    const reply = await who.post(path, fields, { accept: "application/json" });
    const { options } = (await reply.json()) as { options?: { challenge: string } };
    return options?.challenge ?? "";
  };
  const toAdd = (who: Browser) => challengeFor(who, `${passkeys}/options`, { current: password });
  const toSignIn = (who: Browser) => challengeFor(who, "/staff/sign-in/passkey/options");
  const add = async (who: Browser, key: ReturnType<typeof softPasskey>, lie: Lie = {}) => {
    const response = key.create(await toAdd(who), lie);
    return (await who.post(passkeys, { name: "Quaxworthy's phone", response })).headers.get("location");
  };
  const enter = async (who: Browser, response: string) =>
    (await who.post("/staff/sign-in/passkey", { response })).headers.get("location");
  const lies: Lie[] = [
    { origin: "https://evil.example" },
    { rpID: "evil.example" },
    { challenge: Buffer.alloc(32).toString("base64url") },
    { type: "payment.get" },
    { unverified: true },
  ];

  it("is kept when all of it is right, sealed by name, on record", async () => {
    const browser = await join();
    const key = softPasskey(publicUrl);
    for (const lie of lies) expect(await add(browser, key, lie), JSON.stringify(lie)).toBeNull();
    expect(await add(browser, key)).toBe(`${passkeys}?did=added`);
    expect(await add(browser, key)).toBeNull();
    const dump = (await dumpDatabase(database)).join("\n");
    for (const canary of ["Quaxworthy's phone", Buffer.from("Quaxworthy's phone").toString("hex")])
      expect(dump).not.toContain(canary);
    const events = await database.query<{ event: string }>(
      "select event from audit where event like 'staff_passkey%'",
    );
    expect(events).toEqual([{ event: "staff_passkey_added" }]);
  });

  it("is added by nobody without the password, nor with a question asked for another session", async () => {
    const [browser, other] = [await join(), await join("wren@staff.example")];
    const key = softPasskey(publicUrl);
    expect(await challengeFor(browser, `${passkeys}/options`, { current: "not the password" })).toBe("");
    const challenge = await toAdd(browser);
    const made = { name: "Phone", response: key.create(challenge) };
    expect((await other.post(passkeys, made)).status).toBe(400);
    expect(
      (await browser.post(passkeys, { name: "Phone", response: key.create(await toSignIn(browser)) })).status,
    ).toBe(400);
    for (const response of [
      "",
      "null",
      "{}",
      "[1]",
      '{"id":"A","rawId":"A","type":"public-key","response":{}}',
    ])
      expect((await browser.post(passkeys, { name: "Phone", response })).status, response).toBe(400);
    expect(await database.query("select 1 as one from staff_passkey")).toEqual([]);
  });

  it("signs in when all of it is right, once; the session before has ended", async () => {
    const browser = await join();
    const key = softPasskey(publicUrl);
    await add(browser, key);
    const fresh = staffBrowser(app);
    for (const lie of lies)
      expect(await enter(fresh, key.get(await toSignIn(fresh), lie)), JSON.stringify(lie)).toBeNull();
    expect(await enter(fresh, key.get(await toAdd(browser)))).toBeNull();
    const response = key.get(await toSignIn(fresh));
    expect(await enter(fresh, response)).toBe("/outreach");
    expect(await (await fresh.get("/outreach")).text()).toContain("Zenobia Quaxworthy");
    expect(await enter(staffBrowser(app), response)).toBeNull();
    // A planted session does not live on.
    const planted = await signedIn(app, "worker");
    const [name = "", ...value] = planted.cookie().split("=");
    const victim = staffBrowser(app, { [name]: value.join("=") });
    expect(await enter(victim, key.get(await toSignIn(victim)))).toBe("/outreach");
    expect((await planted.get("/outreach")).status).toBe(303);
    // A copy of the key has counted less.
    key.rewind();
    expect(await enter(fresh, key.get(await toSignIn(fresh)))).toBeNull();
  });

  it("gives a cookie as every sign-in does, and one answer to one question also when it comes twice at once", async () => {
    const browser = await join();
    const key = softPasskey(publicUrl);
    await add(browser, key);
    const challenge = await toSignIn(browser);
    const response = key.get(challenge);
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => staffBrowser(app).post("/staff/sign-in/passkey", { response })),
    );
    const [done, ...more] = replies.filter(({ status }) => status === 303);
    expect(more).toEqual([]);
    const cookie =
      done?.headers.getSetCookie().find((line) => line.startsWith("__Host-clearline_staff=")) ?? "";
    const attributes = cookie.toLowerCase().split("; ");
    expect(attributes).toEqual(expect.arrayContaining(["httponly", "secure", "samesite=lax", "path=/"]));
  });

  it("is asked about so often from one address, and no more", async () => {
    const who = staffBrowser(app);
    const from = { "x-forwarded-for": "203.0.113.9", accept: "application/json" };
    const ask = async () => (await who.post("/staff/sign-in/passkey/options", {}, from)).status;
    for (let n = 0; n < passkeyLimit.max; n++) expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    expect((await who.post("/staff/sign-in/passkey/options")).status).toBe(200);
    expect(
      (await who.post("/staff/sign-in/passkey/options", {}, { origin: "https://evil.example" })).status,
    ).toBe(403);
  });

  it("keeps its name through a rotation of the master key, and an act whose audit fails changes nothing", async () => {
    const browser = await join();
    const key = softPasskey(publicUrl);
    await add(browser, key);
    await database.query("alter table audit add constraint none check (event is null) not valid");
    try {
      const fresh = staffBrowser(app);
      const response = key.get(await toSignIn(fresh));
      expect((await fresh.post("/staff/sign-in/passkey", { response })).status).toBe(500);
      expect((await fresh.get("/outreach")).status).toBe(303);
    } finally {
      await database.query("alter table audit drop constraint none");
    }
    const [first = "", second = ""] = testKeys.split(",");
    const turned = await makeApp({ database: { ...database }, keys: `${second},${first}` });
    expect((await rotateKeys(turned.services)).unreadable).toBe(0);
    app = await makeApp({ database: { ...database }, keys: second });
    const fresh = staffBrowser(app);
    expect(await enter(fresh, key.get(await toSignIn(fresh)))).toBe("/outreach");
    expect(await (await fresh.get(passkeys)).text()).toContain("Quaxworthy&#39;s phone");
  });
});
