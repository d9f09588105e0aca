/**
 * What the server hands a phone that will have no signal: until when it keeps anything, and what it holds a PIN against
 * (P12, P15, P17).
 */
import { createHmac, pbkdf2Sync } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { chooseEvent } from "../../src/acts/events/choose.ts";
import { createEvent } from "../../src/acts/events/create.ts";
import { instantOf } from "../../src/acts/events/localTime.ts";
import { deviceTimes } from "../../src/acts/outreach/device-until.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { resetStaff } from "../../src/acts/staff/change.ts";
import { pinCheckFor, sessionMark } from "../../src/acts/staff/pin-check.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { TestRuntime } from "../support/runtime.ts";
import { signedIn } from "../support/staff.ts";

const hour = 3_600_000;
const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
interface Handed {
  salt: string;
  rounds: number;
  key?: string;
  tag?: string;
  bits?: number;
}

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let runtime: TestRuntime;
  let app: TestApp;
  const server = (keys: string) => makeApp({ database: { ...real }, keys, runtime });
  beforeEach(async () => {
    real ??= await makeDatabase();
    await emptyDatabase(real);
    runtime = new TestRuntime();
    app = await server(key("a", 1));
  });
  const at = (day: string, time: string) => {
    runtime.advance((instantOf(day, time) ?? 0) - runtime.now());
    return runtime.now();
  };

  it("is wiped at midnight in Los Angeles after the worker's event, and warns from the event's end on", async () => {
    const worker = await signedIn(app, "worker");
    at("2031-03-08", "15:00");
    // The clocks change in that night: the day has 24 hours still, the next has 23.
    expect(await deviceTimes(app.services, worker)).toEqual({ left: 9 * hour, soon: 8 * hour });
    const id = await createEvent(
      app.services,
      {
        code: "CLINIC42",
        place: "Pueblo Hall",
        day: "2031-03-08",
        from: "15:00",
        to: "17:00",
        languages: ["en", "es"],
        booking: "",
        shown: false,
      },
      { id: worker.id },
    );
    await chooseEvent(app.services, id, { id: worker.id });
    expect(await deviceTimes(app.services, worker)).toEqual({ left: 9 * hour, soon: 2 * hour });
    at("2031-03-08", "17:30");
    expect(await deviceTimes(app.services, worker)).toEqual({ left: 6.5 * hour, soon: 0 });
    at("2031-03-08", "23:59");
    expect((await deviceTimes(app.services, worker)).left).toBe(60_000);
    at("2031-03-09", "00:00");
    expect((await deviceTimes(app.services, worker)).left).toBe(23 * hour);
  });

  it("hands the sure check to a page alone, five bits to the shell, and none after the PIN was taken away", async () => {
    const worker = await signedIn(app, "worker", { pin: "4827" });
    const handed = async (kind: "page" | "shell") =>
      JSON.parse((await pinCheckFor(app.services, worker.id, kind)) ?? "{}") as Handed;
    const [one, two, shell] = [await handed("page"), await handed("page"), await handed("shell")];
    expect(Object.keys(one).sort()).toEqual(["key", "rounds", "salt", "tag"]);
    expect(Object.keys(shell).sort()).toEqual(["bits", "rounds", "salt"]);
    // Two pages share neither key nor tag.
    expect(one.key).not.toBe(two.key);
    expect(one.tag).not.toBe(two.tag);
    const tagOf = (pin: string, { salt, rounds, key: of = "" }: Handed) => {
      const hash = pbkdf2Sync(pin, Buffer.from(salt, "base64url"), rounds, 32, "sha256");
      return createHmac("sha256", Buffer.from(of, "base64url")).update(hash).digest("base64url");
    };
    expect(tagOf("4827", one)).toBe(one.tag);
    expect(tagOf("4828", one)).not.toBe(one.tag);
    expect(shell.bits).toBeLessThan(32);
    await resetStaff(app.services, { id: worker.id }, "operator");
    expect(await pinCheckFor(app.services, worker.id, "page")).toBeUndefined();
  });

  it("stands sealed, is read under a new master key alone, and opens for nobody else", async () => {
    const [worker, other] = [
      await signedIn(app, "worker", { pin: "4827" }),
      await signedIn(app, "worker", { pin: "4827" }),
    ];
    const rows = await real.query<{ sealed: Uint8Array }>("select pin_check as sealed from staff_user");
    const sealed = rows.map((row) => Buffer.from(row.sealed));
    expect(sealed).toHaveLength(2);
    expect(Buffer.concat(sealed).toString("latin1")).not.toContain("4827");
    expect(sealed[0]?.subarray(0, 12)).not.toEqual(sealed[1]?.subarray(0, 12));
    await rotateKeys((await server(`${key("b", 2)},${key("a", 1)}`)).services);
    const alone = await server(key("b", 2));
    expect(await pinCheckFor(alone.services, worker.id, "page")).toContain("tag");
    // Moved to another row it is nothing.
    await real.query(
      "update staff_user set pin_check = (select pin_check from staff_user where id = $1) where id = $2",
      [worker.id, other.id],
    );
    expect(await pinCheckFor(alone.services, other.id, "page")).toBeUndefined();
  });

  it("comes with the first right PIN for an account that is older than it", async () => {
    const worker = await signedIn(app, "worker", { pin: "4827" });
    await real.query("update staff_user set pin_check = null");
    expect(await (await worker.get("/outreach/form")).text()).not.toContain("data-check");
    await worker.post("/staff/lock");
    await worker.post("/staff/unlock", { pin: "0000" });
    expect(await pinCheckFor(app.services, worker.id, "page")).toBeUndefined();
    await worker.post("/staff/unlock", { pin: "4827" });
    expect(await pinCheckFor(app.services, worker.id, "page")).toContain("tag");
    expect(await (await worker.get("/outreach/form")).text()).toContain("data-check");
    await worker.post("/staff/lock");
    expect(await (await worker.get("/outreach/form")).text()).not.toMatch(/data-check|data-mark/);
    // The desk has no use for it.
    await worker.post("/staff/unlock", { pin: "4827" });
    expect(await (await worker.get("/staff")).text()).not.toContain("data-check");
  });

  it("marks a session by what says nothing of it", async () => {
    const [one, two] = [await sessionMark(app.services, "a"), await sessionMark(app.services, "b")];
    expect(one).toMatch(/^[\w-]{12}$/);
    expect(one).not.toBe(two);
    expect(await sessionMark(app.services, "a")).toBe(one);
  });
});
