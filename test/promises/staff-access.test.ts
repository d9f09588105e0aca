/**
 * Who is let in where: every address of the app, as its router has them, by everybody who may come to it. Whoever is not
 * let in changes nothing and sees nobody; every sight of somebody who waits is an event (P16).
 */
import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../src/acts/staff/types.ts";
import { addressOf, lines, type Line } from "../support/access.ts";
import { makeApp, publicUrl, type TestApp } from "../support/app.ts";
import { dumpDatabase, forBothDatabases, wipeDatabase, type TestDatabase } from "../support/database.ts";
import { canaries, makeDeskWorld, visitors, type DeskWorld, type Visitor } from "../support/deskWorld.ts";
import { testTwilio } from "../support/sending.ts";

const methodOf = ([route]: Line) => route.slice(0, route.indexOf(" "));
const pathOf = ([route]: Line) => route.slice(route.indexOf("/"));
const guarded = lines.filter(([, access]) => Array.isArray(access));
const desk = (path: string) => /^\/(?:staff|outreach|steps)(?:\/|$)/.test(path);

/** The status a visitor gets; "in" where they are let in; undefined where everyone is. */
function expectedOf([, access]: Line, visitor: Visitor, json: boolean): number | "in" | undefined {
  if (access === "everyone") return undefined;
  if (!Array.isArray(access)) return (access as Record<Visitor, number>)[visitor];
  if (visitor === "nobody" || visitor === "disabled") return json ? 401 : 303;
  if (visitor === "locked") return 423;
  return (access as readonly Role[]).includes(visitor) ? "in" : 403;
}

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let world: DeskWorld;

  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database, config: { twilio: testTwilio, chatOrigins: [] } });
  });
  const anew = async () => {
    await wipeDatabase(database);
    world = await makeDeskWorld(app);
  };
  beforeEach(anew);

  /**
   * Everything that is kept, a digest a row, so that a difference names the table and floods nobody. Without how long a
   * session stood idle, and secrets, which are made when they are first needed.
   */
  const kept = async (without: readonly string[] = []) => {
    const tableOf = (line: string) => line.slice(0, line.indexOf(":"));
    const left = ["staff_session", "secret", ...without];
    const rows = (await dumpDatabase(database)).filter((line) => !left.includes(tableOf(line)));
    const sessions = await database.query<{ row: string }>(
      "select 'staff_session: ' || row(id, user_id, locked_at)::text as row from staff_session",
    );
    const digest = (line: string) => createHash("sha256").update(line).digest("hex").slice(0, 12);
    return [...rows, ...sessions.map(({ row }) => row)]
      .map((line) => `${tableOf(line)} ${digest(line)}`)
      .toSorted();
  };
  const views = async () =>
    (
      await database.query<{ id: string; actor: string }>(
        "select id::text as id, actor from audit order by id",
      )
    ).map(({ actor }) => actor);

  async function ask(line: Line, visitor: Visitor, headers: Record<string, string> = {}): Promise<Response> {
    const browser = world.browsers[visitor];
    const address = addressOf(line, world);
    if (methodOf(line) === "GET") return browser.get(address, headers);
    const { form = {}, json, file } = line[2] ?? {};
    if (json)
      return app.request(address, {
        method: "POST",
        headers: {
          cookie: browser.cookie(),
          origin: publicUrl,
          "content-type": "application/json",
          ...headers,
        },
        body: JSON.stringify(await json(world)),
      });
    if (file === undefined)
      return browser.post(address, typeof form === "function" ? form(world) : form, headers);
    const body = new FormData();
    body.set("file", new File([file], "sheet.csv"));
    return app.request(address, {
      method: "POST",
      headers: { cookie: browser.cookie(), origin: publicUrl, ...headers },
      body,
    });
  }

  it("the table names every route of the app, and none that is not there", () => {
    const inApp = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    expect(lines.map(([route]) => route).toSorted()).toEqual([...new Set(inApp)].toSorted());
    // Under every method stand middleware and these alone.
    const always = app.routes.filter(({ method, path }) => method === "ALL" && !path.endsWith("/*"));
    expect([...new Set(always.map(({ path }) => path))].toSorted()).toEqual(
      [
        "/",
        "/en",
        "/es",
        "/metrics",
        "/panel",
        "/webhooks/sms/fallback",
        "/webhooks/voice/fallback",
      ].toSorted(),
    );
  });

  /** What is wrong with the answer to a visitor who is not let in. */
  async function wrongWith(line: Line, visitor: Visitor, json: boolean): Promise<string[]> {
    const expected = expectedOf(line, visitor, json);
    const response = await ask(line, visitor, json ? { accept: "application/json" } : {});
    const body = await response.text();
    const away = response.headers.get("location") ?? "";
    const toSignIn = expected !== 303 || !Array.isArray(line[1]) || away.startsWith("/staff/sign-in");
    return [
      response.status === expected ? "" : `is ${response.status}`,
      canaries.test(body) ? "shows somebody" : "",
      response.headers.get("cache-control") === "no-store" ? "" : "may be stored",
      toSignIn ? "" : `goes to ${away}`,
      json && !/^\{"code":"\w+"\}$/.test(body) ? `says ${body.slice(0, 60)}` : "",
    ].flatMap((problem) => (problem === "" ? [] : [`${line[0]} ${problem}`]));
  }

  for (const visitor of visitors) {
    it(`${visitor} is let in where the table says and nowhere else, by page and by JSON`, async () => {
      const before = await kept();
      const wrong: string[] = [];
      for (const json of [false, true])
        for (const line of guarded)
          if (expectedOf(line, visitor, json) !== "in") wrong.push(...(await wrongWith(line, visitor, json)));
      expect(wrong).toEqual([]);
      expect(await kept()).toEqual(before);
    });

    it(`${visitor} gets from the lock and the handed phone what they find out, and changes nobody's work`, async () => {
      const before = await kept(["staff_session"]);
      const wrong: string[] = [];
      for (const line of lines) {
        if (Array.isArray(line[1]) || line[1] === "everyone") continue;
        await anew();
        wrong.push(...(await wrongWith(line, visitor, false)));
      }
      expect(wrong).toEqual([]);
      expect((await kept(["staff_session"])).length).toBe(before.length);
    });
  }

  it("for everyone is the same for everybody: a session opens nothing more, and no fault", async () => {
    const wrong: string[] = [];
    for (const line of lines.filter(([, access]) => access === "everyone")) {
      const seen = new Set<number>();
      for (const visitor of visitors) {
        const response = await ask(line, visitor);
        seen.add(response.status);
        if (canaries.test(await response.text())) wrong.push(`${line[0]} shows somebody`);
        if (desk(pathOf(line)) && response.headers.get("cache-control") !== "no-store")
          wrong.push(`${line[0]} may be stored`);
        if (/sign-out|staff\/hand-over/.test(line[0])) await anew();
      }
      const [status = 500] = seen;
      if (seen.size !== 1 || status >= 500 || status === 423)
        wrong.push(`${line[0]}: ${[...seen].join(" ")}`);
    }
    expect(wrong).toEqual([]);
  });

  for (const role of ["worker", "reviewer", "admin"] as const) {
    it(`${role} is let in by each GET, which changes nothing but the audit`, async () => {
      const before = await kept(["audit"]);
      const wrong: string[] = [];
      for (const line of guarded) {
        if (methodOf(line) !== "GET" || expectedOf(line, role, false) !== "in") continue;
        const events = (await views()).length;
        const response = await ask(line, role);
        const body = await response.text();
        const away = response.headers.get("location") ?? "";
        if (response.status >= 400 || /sign-in/.test(away))
          wrong.push(`${line[0]}: ${response.status} ${away}`);
        if (response.headers.get("cache-control") !== "no-store") wrong.push(`${line[0]} may be stored`);
        if (canaries.test(body) && !(await views()).slice(events).includes(world.staff[role]))
          wrong.push(`${line[0]} shows somebody, and it is no event`);
      }
      expect(wrong).toEqual([]);
      expect(await kept(["audit"])).toEqual(before);
    });

    it(`${role} does what each POST for them does, and every sight of somebody is an event`, async () => {
      const wrong: string[] = [];
      for (const line of guarded) {
        const [route, access, { before, still, answer = 303 } = {}] = line;
        if (methodOf(line) !== "POST" || expectedOf(line, role, false) !== "in") continue;
        await anew();
        await before?.(world);
        const [was, events] = [await kept(), (await views()).length];
        const response = await ask(line, role);
        const body = await response.text();
        const away = response.headers.get("location") ?? "";
        if ((response.status >= 400 && response.status !== answer) || /sign-in/.test(away))
          wrong.push(`${route}: ${response.status} ${away}`);
        const first = (access as readonly Role[])[0] === role;
        if (first && still !== true && JSON.stringify(await kept()) === JSON.stringify(was))
          wrong.push(`${route}: the form changes nothing, so it shows nothing either`);
        if (canaries.test(body) && !(await views()).slice(events).includes(world.staff[role]))
          wrong.push(`${route} shows somebody, and it is no event`);
      }
      expect(wrong).toEqual([]);
    });
  }

  it("the people who wait do show to those who are let in: the check above can fail", async () => {
    for (const [visitor, path] of [
      ["reviewer", `/staff/people-waiting/${world.handoff}`],
      ["worker", "/outreach/sheet/person"],
    ] as const)
      expect(await (await world.browsers[visitor].get(path)).text()).toMatch(canaries);
    expect(await (await world.browsers.admin.post("/staff/people-waiting/export")).text()).toMatch(canaries);
  });

  describe("from another site", () => {
    it("no form does anything, whoever is signed in", async () => {
      const before = await kept();
      const wrong: string[] = [];
      for (const line of lines.filter(
        (one) => methodOf(one) === "POST" && /^\/(?:staff|outreach)/.test(pathOf(one)),
      )) {
        if (line[2]?.json) continue;
        for (const headers of [
          { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
          { origin: "null" },
          { origin: `${publicUrl}.evil.example` },
          { origin: "http://clearline.test" },
        ]) {
          const { status } = await ask(line, "admin", headers);
          if (status !== 403) wrong.push(`${line[0]} from ${headers.origin}: ${status}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(await kept()).toEqual(before);
    });

    it("no address is a way round: other spellings of it, and other methods, open nothing", async () => {
      const before = await kept(["audit"]);
      const wrong: string[] = [];
      for (const line of guarded) {
        const address = addressOf(line, world);
        const spellings = [
          `${address}/`,
          `/${address}`,
          address.replace(/^\/(.)/, (_, c: string) => `/%${c.charCodeAt(0).toString(16)}`),
          address.toUpperCase(),
          address.replace(/^\/(\w+)/, "/$1/."),
          `${address};a=b`,
          `/en/..${address}`,
          `${address}%00`,
        ];
        for (const visitor of ["nobody", "worker"] as const) {
          for (const path of spellings) {
            const response = await world.browsers[visitor].get(path);
            const open = visitor === "worker" && expectedOf(line, "worker", false) === "in";
            const body = await response.text();
            if (response.status >= 500) wrong.push(`${path}: ${response.status}`);
            if (!open && canaries.test(body)) wrong.push(`${visitor} ${path} shows somebody`);
            if (visitor === "nobody" && response.ok) wrong.push(`nobody ${path}: ${response.status}`);
          }
        }
        for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]) {
          const { status } = await app.request(address, { method });
          if (status < 300 || status >= 500) wrong.push(`${method} ${address}: ${status}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(await kept(["audit"])).toEqual(before);
    });
  });
});
