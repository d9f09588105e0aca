/**
 * Working days: what an admin sets counts in due times at once; a closed wish can be taken up again and is due anew.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../../test/support/database.ts";
import { loadMarcus, waitForPerson } from "../../../test/support/queue.ts";
import { signedIn, staffBrowser, type StaffBrowser } from "../../../test/support/staff.ts";
import { closeHandoff } from "./close-handoff.ts";
import { dueBy, isOverdue } from "./due.ts";
import { addClosing, defaultHours, readHours, type OfficeHours } from "./hours.ts";
import { listHandoffs } from "./list-handoffs.ts";
import { reopenHandoff } from "./reopen-handoff.ts";

const dayMs = 24 * 3_600_000;

describe("a due day", () => {
  /** In winter time, as Los Angeles has it. */
  const at = (local: string) => Date.parse(`${local}-08:00`);
  const due = (asked: string, urgent: boolean, hours: OfficeHours = defaultHours) =>
    dueBy(at(asked), urgent, hours).day;
  const office: OfficeHours = {
    week: [
      null,
      ...Array.from({ length: 4 }, () => ({ from: "09:00", to: "17:00" })),
      { from: "09:00", to: "12:30" },
      null,
    ],
    closed: [],
  };

  it("is three working days on, or the same day; weekends count for nothing", () => {
    expect(due("2026-03-02T10:00:00", false)).toBe("2026-03-05");
    expect(due("2026-03-05T23:30:00", false)).toBe("2026-03-10");
    expect(due("2026-03-05T23:30:00", true)).toBe("2026-03-05");
    expect(due("2026-03-07T10:00:00", true)).toBe("2026-03-09");
    expect(due("2026-03-07T10:00:00", false)).toBe("2026-03-11");
    const thursday = dueBy(at("2026-03-05T10:00:00"), true, defaultHours);
    expect(isOverdue(thursday, at("2026-03-05T23:59:59"))).toBe(false);
    expect(isOverdue(thursday, at("2026-03-06T00:00:00"))).toBe(true);
  });

  it("jumps over days off, also in a row and at a weekend", () => {
    const closed = [
      { from: "2026-11-26", to: "2026-11-27", name: "Thanksgiving" },
      { from: "2026-12-24", to: "2027-01-01", name: "" },
    ];
    const off = { ...defaultHours, closed };
    expect(due("2026-11-25T10:00:00", false, off)).toBe("2026-12-02");
    expect(due("2026-11-26T10:00:00", true, off)).toBe("2026-11-30");
    expect(due("2026-12-23T10:00:00", false, off)).toBe("2027-01-06");
    expect(due("2026-12-23T10:00:00", true, off)).toBe("2026-12-23");
  });

  it("ends when the office closes; what comes in urgently after that is due on the next working day", () => {
    const early = dueBy(at("2026-03-05T16:59:00"), true, office);
    expect(early).toEqual({ day: "2026-03-05", time: "17:00", until: at("2026-03-05T17:00:00") });
    expect(isOverdue(early, at("2026-03-05T16:59:59"))).toBe(false);
    expect(isOverdue(early, at("2026-03-05T17:00:00"))).toBe(true);
    expect(dueBy(at("2026-03-05T17:00:00"), true, office)).toMatchObject({
      day: "2026-03-06",
      time: "12:30",
    });
    expect(due("2026-03-06T13:00:00", true, office)).toBe("2026-03-09");
    // Before it opens it is still today's.
    expect(due("2026-03-06T07:00:00", true, office)).toBe("2026-03-06");
    // On the day the clocks change.
    expect(dueBy(Date.parse("2026-03-06T14:00:00-08:00"), true, office).until).toBe(
      Date.parse("2026-03-09T17:00:00-07:00"),
    );
  });

  it("comes even where every day is off", () => {
    const never = { ...defaultHours, closed: [{ from: "2026-01-01", to: "2036-01-01", name: "" }] };
    expect(dueBy(at("2026-03-05T10:00:00"), false, never).until).toBeGreaterThan(at("2026-03-05T10:00:00"));
  });
});

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let admin: StaffBrowser;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database });
    admin = await signedIn(app, "admin");
  });

  const events = (event: string) =>
    database.query<{ actor: string; detail: object | null }>(
      "select actor, detail from audit where event = $1 order by id",
      [event],
    );
  const week = (fields: Record<string, string>) => admin.post("/staff/hours", { do: "week", ...fields });

  it("an admin sets week and days off, which count at once and are on record", async () => {
    await loadMarcus(app);
    await waitForPerson(app, { urgent: true });
    const due = async () => (await listHandoffs(app.services)).open[0]?.due;
    const before = await due();
    expect(before?.time).toBeUndefined();
    const day = before?.day ?? "";
    const closed = await admin.post("/staff/hours", {
      do: "closed",
      from: day,
      to: "",
      name: " Inventory\u0000 day ",
    });
    expect(closed.headers.get("location")).toBe("/staff/hours?did=closed");
    expect((await due())?.day).not.toBe(day);
    expect(await (await admin.get("/staff/hours")).text()).toContain("Inventory day");
    await admin.post("/staff/hours", { do: "open", from: day, to: day });
    expect(await due()).toEqual(before);
    const hours = Object.fromEntries(
      Array.from({ length: 7 }, (_, n) => [
        [`open${n}`, "yes"],
        [`from${n}`, "00:00"],
        [`to${n}`, "23:59"],
      ]).flat(),
    ) as Record<string, string>;
    expect((await week(hours)).status).toBe(303);
    expect(await due()).toMatchObject({ time: "23:59" });
    expect((await events("hours_changed")).map(({ detail }) => detail)).toEqual([
      { what: "closed" },
      { what: "open" },
      { what: "week" },
    ]);
  });

  it("takes no week without a day, no hours the wrong way round, and no days that are none", async () => {
    for (const fields of [
      {},
      { from1: "09:00", to1: "17:00" },
      { open1: "yes", from1: "17:00", to1: "09:00" },
      { open1: "yes", from1: "09:00" },
      { open1: "yes", from1: "9 o'clock", to1: "9 p.m." },
      { open1: "yes", from1: "09:00", to1: "24:30" },
    ] as Record<string, string>[])
      expect((await week(fields)).status, JSON.stringify(fields)).toBe(400);
    for (const [from, to] of [
      ["", ""],
      ["2026-02-30", ""],
      ["2026-03-05", "2026-03-04"],
      ["2026-03-05", "2027-03-06"],
      ["tomorrow", ""],
    ] as const)
      expect((await admin.post("/staff/hours", { do: "closed", from, to })).status, `${from} ${to}`).toBe(
        400,
      );
    expect(await readHours(app.services)).toEqual(defaultHours);
    expect(await events("hours_changed")).toEqual([]);
  });

  it("loses nothing when two add days at once, and forgets what is long over", async () => {
    const { services } = app;
    await addClosing(services, admin, { from: "2001-01-01", to: "", name: "" });
    const days = ["2031-07-04", "2031-09-01", "2031-11-27"];
    await Promise.all(days.map((from) => addClosing(services, admin, { from, to: "", name: "" })));
    expect((await readHours(services)).closed.map(({ from }) => from)).toEqual(days);
  });

  it("are for admins alone", async () => {
    for (const who of [staffBrowser(app), await signedIn(app, "worker"), await signedIn(app, "reviewer")]) {
      expect([303, 403]).toContain((await who.get("/staff/hours")).status);
      await who.post("/staff/hours", { do: "closed", from: "2031-07-04" });
    }
    expect(await readHours(app.services)).toEqual(defaultHours);
  });

  it("a stored setting that is none counts as not set", async () => {
    for (const value of ["", "[]", '{"week":[null],"closed":[]}', '{"week":"always"}']) {
      await database.query(
        "insert into setting (key, value, at) values ('officeHours', $1, now()) on conflict (key) do update set value = $1",
        [value],
      );
      expect(await readHours(app.services), value).toEqual(defaultHours);
    }
  });

  it("a closed wish can be taken up again: it is theirs, due anew, and lives no longer than it would have (P13)", async () => {
    await loadMarcus(app);
    await waitForPerson(app);
    const { services } = app;
    const { runtime } = services;
    const [one, other] = [await signedIn(app, "reviewer"), await signedIn(app, "reviewer")];
    const id = (await listHandoffs(services)).open[0]?.id ?? "";
    const goneAt = async () =>
      (
        await database.query<{ at: number }>(
          "select (extract(epoch from gone_at) * 1000)::float8 as at from handoff",
        )
      )[0]?.at;
    const first = await goneAt();
    expect(await reopenHandoff(services, other, id)).toBe("open");
    await closeHandoff(services, one, id, "helped");
    runtime.advance(6 * dayMs);
    expect(await goneAt()).toBeLessThan(first ?? 0);
    const again = await signedIn(app, "reviewer");
    const page = await (await again.get(`/staff/people-waiting/${id}`)).text();
    expect(page).toContain(`/staff/people-waiting/${id}/reopen`);
    const done = await again.post(`/staff/people-waiting/${id}/reopen`);
    expect(done.headers.get("location")).toBe(`/staff/people-waiting/${id}?did=reopened`);
    expect(await goneAt()).toBe(first);
    const [listed] = (await listHandoffs(services)).open;
    expect(listed).toMatchObject({ id, overdue: false, claim: { id: again.id } });
    expect(await events("handoff_reopened")).toEqual([{ actor: again.id, detail: null }]);
    expect((await again.post(`/staff/people-waiting/${id}/reopen`)).status).toBe(409);
    const worker = await signedIn(app, "worker");
    expect((await worker.post(`/staff/people-waiting/${id}/reopen`)).status).toBe(403);
    runtime.advance(24 * dayMs);
    expect(await reopenHandoff(services, one, id)).toBe("unknown");
  });
});
