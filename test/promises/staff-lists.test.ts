/**
 * Admins see the lists, whose authority they came by and what was done; go back, remove and measure; nobody else does.
 */
import { beforeEach, expect, it } from "vitest";
import type { TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { officeWorld, signedIn, staffBrowser, type StaffBrowser } from "../support/staff.ts";

const path = "/staff/lists";
const list = { id: "list-a", announced: "2020-02-13" };

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let admin: StaffBrowser;

  const world = officeWorld(makeDatabase);
  beforeEach(async () => {
    ({ database, app, admin } = world);
    await loadList(app.services, { ...list, records: [record(), ...crowd(20)] });
    await loadList(app.services, { ...list, records: crowd(30) });
  });

  const records = async () =>
    (
      await database.query<{ records: number }>(
        "select v.records from list l join list_version v on v.id = l.current where l.id = $1",
        [list.id],
      )
    )[0]?.records;
  const acted = (event: string) =>
    database.query<{ actor: string }>("select actor from audit where event = $1", [event]);

  it("shows both versions, their authority, and what was done", async () => {
    const page = await (await admin.get(path)).text();
    expect(page).toMatch(/Version \d+, in use/);
    expect(page).toMatch(/Version \d+, kept to go back to/);
    expect(page.match(/Order of 2020-02-11, test@example\.org/g)?.length).toBe(4);
    expect(page.match(/<strong>Imported<\/strong>/g)).toHaveLength(2);
    expect(page).toContain("Command line");
  });

  it("goes back after a second question, once, and says who did", async () => {
    const asked = await admin.post(path, { do: "back", list: list.id });
    expect(await asked.text()).toContain("can never be read again");
    expect(await records()).toBe(30);
    expect((await admin.post(path, { do: "back", list: list.id, sure: "yes" })).status).toBe(303);
    expect(await records()).toBe(21);
    expect(await acted("list_rolled_back")).toEqual([{ actor: admin.id }]);
    const page = await (await admin.get(path)).text();
    expect(page).toMatch(/Went back<\/strong>[^<]*list-a \d+<br\/?>[^<]*Zenobia Quaxworthy/);
    const again = await admin.post(path, { do: "back", list: list.id, sure: "yes" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("There is no version to go back to");
  });

  it("removes a list after a second question", async () => {
    await admin.post(path, { do: "remove", list: list.id });
    expect(await records()).toBe(30);
    await admin.post(path, { do: "remove", list: list.id, sure: "yes" });
    expect(await records()).toBeUndefined();
    expect(await (await admin.get(path)).text()).toContain("No list is loaded.");
    expect((await admin.post(path, { do: "remove", list: list.id, sure: "yes" })).status).toBe(409);
  });

  it("gives the quality report as a file that stands alone, audited", async () => {
    const report = await admin.post(`${path}/quality`, { list: list.id });
    expect(report.status).toBe(200);
    expect(report.headers.get("content-disposition")).toMatch(
      /^attachment; filename="quality-list-a-[\d-]+\.html"$/,
    );
    expect(await report.text()).toMatch(/^<!doctype html>[^]*<svg class="bars"/);
    expect(await acted("list_quality_read")).toEqual([{ actor: admin.id }]);
    expect((await admin.post(`${path}/quality`, { list: "list-b" })).status).toBe(409);
  });

  it("takes no other names and deeds", async () => {
    for (const fields of [{}, { do: "back" }, { do: "drop", list: list.id }, { do: "remove", list: "../x" }])
      expect((await admin.post(path, { sure: "yes", ...fields })).status).toBe(400);
    expect((await admin.post(`${path}/quality`, { list: '"\r\nx: y' })).status).toBe(400);
    expect(await records()).toBe(30);
  });

  it("is for admins alone", async () => {
    for (const who of [staffBrowser(app), await signedIn(app, "worker"), await signedIn(app, "reviewer")]) {
      for (const answer of [
        await who.get(path),
        await who.post(path, { do: "remove", list: list.id, sure: "yes" }),
        await who.post(path, { do: "back", list: list.id, sure: "yes" }),
        await who.post(`${path}/quality`, { list: list.id }),
      ])
        expect([303, 403]).toContain(answer.status);
    }
    expect(await records()).toBe(30);
    expect(await acted("list_quality_read")).toEqual([]);
  });

  it("speaks Spanish", async () => {
    const page = await (await (await signedIn(app, "admin", { locale: "es" })).get(path)).text();
    expect(page).toMatch(/Versión \d+, en uso/);
    expect(page).toContain("Línea de comandos");
  });
});
