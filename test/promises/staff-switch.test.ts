/**
 * Admins turn lookups off in an incident and release records that were guessed at; nobody else does, and both are told.
 */
import { beforeEach, expect, it } from "vitest";
import { spendRecordBudget } from "../../src/privacy/limits.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { officeWorld, signedIn, staffBrowser, type StaffBrowser } from "../support/staff.ts";

const path = "/staff/switch";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let admin: StaffBrowser;

  const world = officeWorld(makeDatabase);
  beforeEach(() => {
    ({ database, app, admin } = world);
  });

  const audited = (event: string) =>
    database.query<{ actor: string }>("select actor from audit where event = $1 order by id", [event]);
  const setting = async () =>
    (await database.query<{ value: string }>("select value from setting where key = 'lookups'"))[0]?.value;
  const frozen = async () =>
    (
      await database.query<{ tag: string }>(
        "select tag::text as tag from record_budget where frozen_at is not null order by tag",
      )
    ).map((row) => row.tag);

  /** Wrong guesses until a record freezes. */
  async function freeze(tag: bigint, from = 0n, guesses = 5) {
    const { runtime } = app.services;
    for (let n = 0n; n < BigInt(guesses); n++) {
      const guess = { tag, guess: from + n };
      await spendRecordBudget(database, [guess], [], runtime.now(), (length) => runtime.bytes(length));
    }
  }

  it("turns lookups off after a second question, and says who did and when", async () => {
    const asked = await admin.post(path, { do: "turn", mode: "off" });
    expect(await asked.text()).toContain("Yes, turn off");
    expect(await setting()).toBeUndefined();

    const done = await admin.post(path, { do: "turn", mode: "off", sure: "yes" });
    expect(done.headers.get("location")).toBe(`${path}?turned`);
    expect(await setting()).toBe("off");
    expect(await audited("lookups_switched")).toEqual([{ actor: admin.id }]);
    const page = await (await admin.get(path)).text();
    expect(page).toContain("Lookups are off.");
    expect(page).toContain("Zenobia Quaxworthy");
  });

  it("says what the setup allows when that is less", async () => {
    app = await makeApp({ database, config: { lookups: "number" } });
    const page = await (await (await signedIn(app, "admin")).get(path)).text();
    expect(page).toContain("Lookups go by case number only.");
    expect(page).toContain("The setup allows no more than: Case number only.");
  });

  it("releases one record or all, audited, and keeps what was guessed", async () => {
    await freeze(71n);
    await freeze(-72n);
    await freeze(73n);
    expect(await frozen()).toEqual(["-72", "71", "73"]);
    expect(await (await admin.get(path)).text()).toContain("3 records are frozen.");

    await admin.post(path, { do: "release", tag: "-72" });
    expect(await frozen()).toHaveLength(3);
    const one = await admin.post(path, { do: "release", tag: "-72", sure: "yes" });
    expect(one.headers.get("location")).toBe(`${path}?released=1`);
    expect(await frozen()).toEqual(["71", "73"]);
    // The same wrong dates cost nothing; a new one freezes it again.
    await freeze(-72n, 0n, 5);
    expect(await frozen()).toEqual(["71", "73"]);
    await freeze(-72n, 99n, 1);
    expect(await frozen()).toEqual(["-72", "71", "73"]);

    await admin.post(path, { do: "release", tag: "all", sure: "yes" });
    expect(await frozen()).toEqual([]);
    expect(await audited("record_released")).toEqual(Array.from({ length: 4 }, () => ({ actor: admin.id })));
    expect(await (await admin.get(path)).text()).toContain("No record is frozen.");
  });

  it("does nothing for what it does not know", async () => {
    await freeze(71n);
    for (const fields of [
      {},
      { do: "turn", mode: "sideways", sure: "yes" },
      { do: "release", tag: "", sure: "yes" },
      { do: "release", tag: "71 or true", sure: "yes" },
      { do: "release", tag: "99999999999999999999", sure: "yes" },
      { do: "drop", tag: "all", sure: "yes" },
    ] as Record<string, string>[]) {
      expect((await admin.post(path, fields)).status).toBe(303);
    }
    for (const query of ["?released=x", "?released=", "?released=1e99"])
      expect((await admin.get(path + query)).status).toBe(200);
    expect(await frozen()).toEqual(["71"]);
    expect(await setting()).toBeUndefined();
    expect(await audited("record_released")).toEqual([]);
  });

  it("is for admins alone", async () => {
    await freeze(71n);
    for (const who of [staffBrowser(app), await signedIn(app, "worker"), await signedIn(app, "reviewer")]) {
      expect([303, 403]).toContain((await who.get(path)).status);
      expect([303, 403]).toContain((await who.post(path, { do: "turn", mode: "off", sure: "yes" })).status);
      expect([303, 403]).toContain((await who.post(path, { do: "release", tag: "all", sure: "yes" })).status);
    }
    // A form of another site is none of ours.
    const foreign = await admin.post(
      path,
      { do: "turn", mode: "off", sure: "yes" },
      { origin: "https://else.example" },
    );
    expect(foreign.status).toBe(403);
    expect(await setting()).toBeUndefined();
    expect(await frozen()).toEqual(["71"]);
  });

  it("speaks Spanish", async () => {
    await freeze(71n);
    const page = await (await (await signedIn(app, "admin", { locale: "es" })).get(path)).text();
    expect(page).toContain("Las búsquedas están activas.");
    expect(page).toContain("Hay 1 registro congelado.");
  });
});
