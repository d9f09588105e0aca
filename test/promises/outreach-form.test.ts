/**
 * The short form of a worker at a clinic table: the same understanding and the same answers as question by question,
 * limits of the account's own, and nothing kept for the next person (P5, P10, P14, P16).
 */
import { beforeAll, expect, it } from "vitest";
import { lookupLimits, spendLookup } from "../../src/privacy/limits.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";

const personIn = (page: string) => /name="person" value="([^"]*)"/.exec(page)?.[1] ?? "";
let turns = 0;
const marcusForm = { agreed: "yes", locale: "en", name: "Marcus Tollesworth", birthDate: "May 19, 1974" };
const fresh = () => `form-turn-${++turns}`;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let worker: StaffBrowser;

  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database });
    const records = [record(), ...crowd(35)];
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records });
    worker = await signedIn(app, "worker");
  });

  const send = async (fields: Record<string, string>, who = worker) => {
    const response = await who.post("/outreach/form", { turn: fresh(), ...fields });
    const told = response.headers.get("location") === "/outreach/person";
    return {
      status: response.status,
      page: await (told ? await who.get("/outreach/person") : response).text(),
    };
  };
  const lookUps = async () => {
    const [row] = await database.query<{ n: number }>(
      "select count(*)::int as n from audit where event in ('outreach_lookup', 'lookup_made')",
    );
    return row?.n ?? 0;
  };

  it("tells a confirmed case at once, in the person's language, and the audit names the account", async () => {
    const english = await send(marcusForm);
    expect(english.status).toBe(303);
    expect(english.page).toContain("Read it together");
    expect(english.page).toContain("February 2020");
    const spanish = await send({ ...marcusForm, locale: "es", birthDate: "19 de mayo de 1974" });
    expect(spanish.page).toContain('lang="es"');
    expect(spanish.page).toContain("febrero de 2020");
    const audited = await database.query<{ actor: string }>(
      "select distinct actor from audit where event = 'outreach_lookup'",
    );
    expect(audited).toEqual([{ actor: worker.id }]);
  });

  it("tells who is not confirmed the same whoever they are, with what they can do", async () => {
    const place = { place: "laCounty", offense: "had", disposition: "convicted", year: "1994" };
    const near = await send({ ...marcusForm, ...place, birthDate: "May 20, 1974" });
    const none = await send({ ...marcusForm, ...place, name: "Prudence Oakenshaw" });
    const told = (page: string) =>
      /<div lang="en">[\s\S]*?<form/.exec(page)?.[0].replace(/name="(\w+)" value="[^"]*"/g, "$1");
    expect(told(near.page)).toBe(told(none.page));
    expect(told(near.page)).toContain(app.copy.text("outcomes.info", "en").slice(0, 38));
    expect(told(near.page)).not.toContain("Tollesworth");
  });

  it("marks what it cannot read, keeps the rest on the page, and looks nothing up", async () => {
    const before = await lookUps();
    const { status, page } = await send({
      ...marcusForm,
      locale: "es",
      birthDate: "3/4/1974",
      year: "purple",
    });
    expect(status).toBe(400);
    expect(page).toMatch(/This could be (?:March 4|April 3), 1974 or (?:March 4|April 3), 1974\./);
    expect(page).toContain('value="Marcus Tollesworth"');
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2);
    const silent = await send({ ...marcusForm, agreed: "" });
    expect(silent.status).toBe(400);
    expect(await lookUps()).toBe(before);
  });

  it("takes what people who know nothing leave empty, and odd input, without an error", async () => {
    expect((await send({ agreed: "yes", locale: "en" })).status).toBe(303);
    const odd = "\u0000<script>'; drop table turn; --";
    for (const field of ["name", "caseNumber", "place", "event", "turn", "locale"]) {
      const { status, page } = await send({ ...marcusForm, [field]: odd });
      expect([303, 400]).toContain(status);
      expect(page).not.toContain("<script>'");
    }
  });

  it("happens once, however often it is sent; after the next person nothing of it is shown or kept", async () => {
    const turn = fresh();
    const before = await lookUps();
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => send({ ...marcusForm, turn, event: "clinic42" })),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([303]));
    for (const { page } of pages) expect(page).toContain("February 2020");
    expect(await lookUps()).toBe(before + 1);
    const person = personIn(pages[0]?.page ?? "");
    const next = await worker.post("/outreach/next", { person, locale: "form" });
    expect(next.headers.get("location")).toBe("/outreach/form?event=CLINIC42");
    const again = await send({ ...marcusForm, turn });
    expect(again.page).toContain("no longer kept");
    expect(again.page).not.toContain("February 2020");
    expect(await lookUps()).toBe(before + 1);
  });

  it("offers what question by question does, and keeps nothing once the next form begins", async () => {
    const { page } = await send({ ...marcusForm, birthDate: "May 20, 1974", locale: "es" });
    expect(page).toContain("Needs a second look");
    for (const path of ["/outreach/print", "/outreach/code"]) expect(page).toContain(path);
    expect(page).toContain(app.copy.text("pages.person", "es"));
    await send({ ...marcusForm, name: "Prudence Oakenshaw" });
    const wiped = await worker.get("/outreach/person");
    expect(await wiped.text()).not.toContain("Needs a second look");
    await worker.post("/outreach/next", {
      person: personIn(await (await worker.get("/outreach/person")).text()),
    });
    const rows = await database.query<{ n: number }>(
      `select (select count(*) from conversation where sealed is not null)::int
         + (select count(*) from turn where reply is not null)::int + (select count(*) from clinic_person)::int as n`,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it("a form that cannot be read leaves whoever sits there", async () => {
    const { page } = await send(marcusForm);
    await send({ ...marcusForm, year: "purple" });
    expect(personIn(await (await worker.get("/outreach/person")).text())).toBe(personIn(page));
  });

  it("is counted by day, language and clinic, once a person", async () => {
    await send({ ...marcusForm, event: "CLINIC42" });
    const [row] = await database.query<{ n: number }>(
      "select coalesce(sum(n), 0)::int as n from tally where channel = 'outreach' and name = 'outcome_notConfirmed'",
    );
    expect(row?.n).toBeGreaterThan(0);
  });

  it("an account has a limit of its own, exactly, and others are not touched by it", async () => {
    const busy = await signedIn(app, "worker");
    const { runtime, sealer } = app.services;
    const limit = lookupLimits.perWorkerDay;
    expect(limit).toBeGreaterThan(lookupLimits.perAddressDay);
    const spend = (n: number) =>
      spendLookup(database, sealer, {
        subject: { kind: "worker", of: busy.id },
        conversation: { handle: `${busy.id} ${n}`, startedAt: 0 },
        turnId: Buffer.from(`${busy.id} ${n}`),
        byDate: true,
        now: runtime.now(),
      });
    const spent = await Promise.all(Array.from({ length: limit - 1 }, (_, n) => spend(n)));
    expect(spent.every(({ over }) => over.length === 0)).toBe(true);
    expect((await send(marcusForm, busy)).page).toContain("February 2020");
    const over = await send(marcusForm, busy);
    expect(over.page).not.toContain("February 2020");
    expect((await send(marcusForm)).page).toContain("February 2020");
  });

  it("looks nobody up while a real list waits for its legal review, as at the table and on the web", async () => {
    const closed = await makeApp({ database, config: { loopback: false } });
    const before = await lookUps();
    const who = await signedIn(closed, "worker");
    const response = await who.post("/outreach/form", { turn: fresh(), ...marcusForm });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("February 2020");
    expect(await lookUps()).toBe(before);
    const reviewed = await makeApp({
      database,
      config: { loopback: false, legalReview: "A. Counsel, 2026-02-01" },
    });
    expect((await send(marcusForm, await signedIn(reviewed, "worker"))).page).toContain("February 2020");
  });

  it("is shown to nobody who is not signed in", async () => {
    const response = await app.request("/outreach/form");
    expect(response.status).toBe(303);
  });
});
