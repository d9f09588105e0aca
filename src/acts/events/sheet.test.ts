/**
 * Sign-up sheets: read with every bad line named, sealed, worked through by one worker a person, and gone the day after.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../../test/support/app.ts";
import {
  dumpDatabase,
  emptyDatabase,
  forBothDatabases,
  type TestDatabase,
} from "../../../test/support/database.ts";
import { TestRuntime } from "../../../test/support/runtime.ts";
import { makeServices, testKeys } from "../../../test/support/services.ts";
import { purge } from "../purge.ts";
import { rotateKeys } from "../rotate-keys.ts";
import { changeEvent } from "./change.ts";
import { createEvent } from "./create.ts";
import type { TypedEvent } from "./details.ts";
import { eraseSheet } from "./erase-sheet.ts";
import { loadSheet } from "./load-sheet.ts";
import { readSheet, sheetPeopleMax, SheetRefusal } from "./sheetFile.ts";
import { callAgain, closePerson, openNext, sheetState } from "./work-sheet.ts";

const header = "Name,Birth date,Phone,Language,Consent";
const file = (...lines: string[]) => Buffer.from([header, ...lines].join("\n"));
const read = (...lines: string[]) => readSheet(file(...lines), "2026-12-01");
const marisol = "Marisol Quenby,05/19/1974,(323) 555-0142,Spanish,yes";
const wilbur = '"Tarn, Wilbur",1968-07-25,,english,Y';

describe("a sheet's file", () => {
  it("is read with columns in any order, in either language, quoted, with a byte order mark", () => {
    const spanish =
      "\ufeffIdioma;x,Nombre completo,idioma,Consentimiento,FECHA DE NACIMIENTO,Teléfono\r\n-,Íñigo Öst,Español,Sí,19 de mayo de 1974,323 555 0142\r\n";
    expect(readSheet(Buffer.from(spanish), "2026-12-01")).toEqual({
      people: [{ name: "Íñigo Öst", birthDate: "1974-05-19", phone: "+13235550142", locale: "es" }],
      bad: [],
    });
    expect(read(marisol, "", wilbur).people.map(({ name, phone }) => [name, phone])).toEqual([
      ["Marisol Quenby", "+13235550142"],
      ["Tarn, Wilbur", ""],
    ]);
  });

  it("names every bad line and why, and nothing of what stands in it", () => {
    const { people, bad } = read(
      "Ann Orwick,1974-05-19,,en,",
      "Ann Orwick,1974-05-19,,en,no",
      ",1974-05-19,,en,yes",
      "Ann Orwick,,,en,yes",
      "Ann Orwick,05/06/1974,,en,yes",
      "Ann Orwick,2030-01-01,,en,yes",
      "Ann Orwick,1974-02-30,,en,yes",
      "Ann Orwick,1974-05-19,12345,en,yes",
      "Ann Orwick,1974-05-19,,Klingon,yes",
      "Ann Orwick",
    );
    expect(people).toEqual([]);
    expect(bad).toEqual(
      [
        "consent",
        "consent",
        "name",
        "birthDate",
        "birthDate",
        "birthDate",
        "birthDate",
        "phone",
        "language",
        "consent",
      ].map((why, i) => ({ line: i + 2, why })),
    );
  });

  it.each([
    ["nothing", Buffer.alloc(0), "columns"],
    ["another table", Buffer.from("a,b,c\n1,2,3"), "columns"],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x41, 0x00]), "csv"],
    ["a quote that never closes", Buffer.from(`${header}\n"Ann`), "csv"],
  ] as const)("%s is refused", (_, bytes, problem) => {
    expect(() => readSheet(bytes, "2026-12-01")).toThrow(new SheetRefusal(problem));
  });

  it("holds as many people as it may, and names the lines beyond", () => {
    const lines = Array.from({ length: sheetPeopleMax + 2 }, (_, n) => `Person Q${n},1974-05-19,,en,yes`);
    const sheet = read(...lines);
    expect([sheet.people.length, sheet.bad.map(({ why }) => why)]).toEqual([
      sheetPeopleMax,
      ["full", "full"],
    ]);
  });
});

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let id: string;
  const [admin, ana, ben] = [{ id: "admin" }, { id: "ana" }, { id: "ben" }];
  const minute = 60_000;
  const hour = 60 * minute;
  const typed: TypedEvent = {
    code: "CLINIC42",
    place: "Quailwood Library",
    day: "2026-12-05",
    from: "10:00",
    to: "13:00",
    languages: ["en"],
    booking: "",
    shown: true,
  };

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, runtime: new TestRuntime() });
    app.services.runtime.time = Date.parse("2026-12-05T17:00:00Z");
    id = await createEvent(app.services, typed, admin);
  });

  const count = async () =>
    (await database.query<{ n: number }>("select count(*)::int as n from sheet_person"))[0]?.n;
  const audited = (event: string) =>
    database.query<{ actor: string; detail: unknown }>(
      "select actor, detail from audit where event = $1 order by id",
      [event],
    );

  it("it is loaded once, sealed, with nothing personal in a dump, the audit or the log", async () => {
    const { services } = app;
    expect(await loadSheet(services, id, file(marisol, wilbur, ",,,,"), admin)).toMatchObject({
      added: 2,
      again: 0,
    });
    expect(
      await loadSheet(services, id, file(marisol, marisol, "Ann Orwick,1950-01-31,,en,yes"), admin),
    ).toEqual({
      added: 1,
      again: 2,
      bad: [],
    });
    const dump = (await dumpDatabase(database)).join("\n") + services.logged.join("\n");
    expect(dump).not.toMatch(/Quenby|Tarn|Orwick|1974|5550142/i);
    expect(await audited("sheet_loaded")).toMatchObject([
      { actor: "admin", detail: { clinic: id, people: 2 } },
      { actor: "admin", detail: { people: 1, again: 2 } },
    ]);
    const lengths = await database.query("select distinct length(sealed) as n from sheet_person");
    expect(lengths).toHaveLength(1);
  });

  it("it is refused for an event that is unknown, over, or more than a month away", async () => {
    const { services } = app;
    const far = await createEvent(services, { ...typed, code: "FAIR1", day: "2027-02-05" }, admin);
    for (const clinic of ["none", far])
      await expect(loadSheet(services, clinic, file(marisol), admin)).rejects.toMatchObject({
        problem: "over",
      });
    services.runtime.advance(5 * hour);
    await expect(loadSheet(services, id, file(marisol), admin)).rejects.toMatchObject({ problem: "over" });
    expect(await count()).toBe(0);
  });

  it("two workers never have the same person open, each look is audited, and who was not here is called again", async () => {
    const { services } = app;
    await loadSheet(services, id, file(marisol, wilbur), admin);
    const first = await openNext(services, id, ana, true);
    expect(first).toMatchObject({
      position: 1,
      person: { name: "Marisol Quenby", birthDate: "1974-05-19", phone: "(323) 555-0142", locale: "es" },
    });
    expect((await openNext(services, id, ben, true))?.person?.name).toBe("Tarn, Wilbur");
    // Opened again it is the same one; a third worker finds nobody.
    expect((await openNext(services, id, ana, true))?.position).toBe(1);
    expect(await openNext(services, id, { id: "cleo" }, true)).toBeUndefined();
    expect(await openNext(services, id, { id: "cleo" }, false)).toBeUndefined();
    expect((await audited("sheet_person_viewed")).map(({ actor }) => actor)).toEqual(["ana", "ben", "ana"]);
    await closePerson(services, id, ana, "done");
    await closePerson(services, id, ben, "absent");
    expect(await sheetState(services, id)).toEqual({
      waiting: 0,
      taken: 0,
      done: 1,
      absent: 1,
      left: 0,
      all: 2,
    });
    await callAgain(services, id);
    expect((await openNext(services, id, ana, true))?.position).toBe(2);
    await closePerson(services, id, ana, "waiting");
    expect((await sheetState(services, id)).waiting).toBe(1);
  });

  it("who was opened and left for half an hour waits again", async () => {
    const { services } = app;
    await loadSheet(services, id, file(marisol), admin);
    await openNext(services, id, ana, true);
    services.runtime.advance(30 * minute);
    expect(await openNext(services, id, ben, true)).toBeUndefined();
    services.runtime.advance(1);
    expect((await openNext(services, id, ben, true))?.position).toBe(1);
    await closePerson(services, id, ana, "done");
    expect((await sheetState(services, id)).done).toBe(0);
  });

  it("nobody is shown when the look cannot be audited", async () => {
    const { services } = app;
    await loadSheet(services, id, file(marisol), admin);
    const refuse = { ...ana, id: null as unknown as string };
    await expect(openNext(services, id, refuse, true)).rejects.toThrow();
    expect((await sheetState(services, id)).waiting).toBe(1);
  });

  it("it goes the day after its event, audited; put off, the day after that, and never later than two months", async () => {
    const { services } = app;
    await loadSheet(services, id, file(marisol, wilbur), admin);
    // The event ends at 21:00 UTC.
    services.runtime.time = Date.parse("2026-12-06T20:59:59Z");
    await purge(services);
    expect(await count()).toBe(2);
    await changeEvent(services, id, { ...typed, day: "2026-12-07" }, admin);
    services.runtime.advance(hour);
    await purge(services);
    expect(await count()).toBe(2);
    await changeEvent(services, id, { ...typed, day: "2027-12-07" }, admin);
    services.runtime.time = Date.parse("2026-12-05T17:00:00Z") + 60 * 24 * hour + 1;
    expect(await openNext(services, id, ana, true)).toBeUndefined();
    await purge(services);
    await purge(services);
    expect(await count()).toBe(0);
    expect(await audited("sheet_purged")).toEqual([{ actor: "job", detail: { people: 2 } }]);
  });

  it("it can be erased at once, audited", async () => {
    const { services } = app;
    await loadSheet(services, id, file(marisol, wilbur), admin);
    expect([await eraseSheet(services, id, admin), await eraseSheet(services, id, admin)]).toEqual([2, 0]);
    expect(await count()).toBe(0);
    expect(await audited("sheet_purged")).toEqual([{ actor: "admin", detail: { clinic: id, people: 2 } }]);
  });

  it("it is read after a change of keys, and a moved or altered row shows nobody", async () => {
    await loadSheet(app.services, id, file(marisol, wilbur), admin);
    const [a = "", b = ""] = testKeys.split(",");
    await rotateKeys(makeServices({ database, runtime: app.services.runtime, keys: `${b},${a}` }));
    const later = makeServices({ database, runtime: app.services.runtime, keys: b });
    expect((await openNext(later, id, ana, true))?.person?.name).toBe("Marisol Quenby");
    await database.query(
      "update sheet_person set sealed = (select sealed from sheet_person where position = 1) where position = 2",
    );
    await closePerson(later, id, ana, "done");
    expect(await openNext(later, id, ana, true)).toMatchObject({ position: 2, person: undefined });
  });
});
