/**
 * Clinic events: what may be said of one, one code an event, who works at which, and what is counted under a code.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../../test/support/app.ts";
import {
  dumpDatabase,
  emptyDatabase,
  forBothDatabases,
  type TestDatabase,
} from "../../../test/support/database.ts";
import { crowd, loadList, marcus, record } from "../../../test/support/list.ts";
import { TestRuntime } from "../../../test/support/runtime.ts";
import { signedIn } from "../../../test/support/staff.ts";
import { newPhone, smsTalk, untilLookup } from "../../../test/support/talk.ts";
import { changeEvent } from "./change.ts";
import { chooseEvent, currentEvent, eventsNow } from "./choose.ts";
import { countEvent, suppressed } from "./count.ts";
import { createEvent } from "./create.ts";
import { readDetails, type TypedEvent } from "./details.ts";
import { listEvents, suggestCode } from "./list.ts";
import { instantOf, localTime } from "./localTime.ts";
import { EventRefusal } from "./types.ts";

const typed = (over: Partial<TypedEvent> = {}): TypedEvent => ({
  code: "clinic 42",
  place: "  Quailwood   Library, 100 Any St ",
  day: "2026-12-05",
  from: "10:00",
  to: "13:30",
  languages: ["es", "en", "tlh"],
  booking: "",
  shown: true,
  ...over,
});

const problemsOf = (over: Partial<TypedEvent>) => {
  try {
    readDetails(typed(over));
    return [];
  } catch (error) {
    return error instanceof EventRefusal ? error.problems : [String(error)];
  }
};

describe("the details of an event", () => {
  it("are read as they are meant", () => {
    expect(readDetails(typed({ booking: " https://book.example/c42 " }))).toEqual({
      code: "CLINIC42",
      place: "Quailwood Library, 100 Any St",
      startsAt: Date.parse("2026-12-05T18:00:00Z"),
      endsAt: Date.parse("2026-12-05T21:30:00Z"),
      languages: ["en", "es"],
      booking: "https://book.example/c42",
      shown: true,
    });
  });

  it.each([
    [{ code: "ABC1" }, ["code"]],
    [{ code: "CLINIC" }, ["code"]],
    [{ code: "CLINIC12345" }, ["code"]],
    [{ place: "x".repeat(61) }, ["place"]],
    [{ place: "\u0000 \u200b" }, ["place"]],
    [{ place: "Marijuana conviction clinic" }, ["place"]],
    [{ day: "2026-02-30" }, ["day"]],
    [{ day: "" }, ["day"]],
    [{ from: "13:30" }, ["hours"]],
    [{ to: "25:00" }, ["hours"]],
    [{ languages: [] }, ["languages"]],
    [{ booking: "javascript:alert(1)" }, ["booking"]],
    [{ booking: "http://book.example" }, ["booking"]],
    [{ booking: "https://book.example/a b" }, ["booking"]],
    [{ booking: "https://user@book.example" }, ["booking"]],
    [{ booking: `https://book.example/${"a".repeat(50)}` }, ["booking"]],
    [
      { code: "", place: "", day: "", languages: [], booking: "x" },
      ["code", "place", "day", "languages", "booking"],
    ],
  ] as [Partial<TypedEvent>, string[]][])("%j will not do", (over, problems) => {
    expect(problemsOf(over)).toEqual(problems);
  });

  it("an hour that the clocks skip is none, and one on the day they change is the right one", () => {
    expect(instantOf("2026-03-08", "02:30")).toBeUndefined();
    expect(instantOf("2026-03-08", "09:00")).toBe(Date.parse("2026-03-08T16:00:00Z"));
    expect(instantOf("2026-11-01", "09:00")).toBe(Date.parse("2026-11-01T17:00:00Z"));
    expect(localTime(Date.parse("2026-12-05T08:00:00Z"))).toEqual({ day: "2026-12-05", time: "00:00" });
  });
});

describe("what is too small to show", () => {
  const none = { reached: 0, completed: 0, confirmed: 0 };

  it("is left out, and what it would follow from; how many were reached stays", () => {
    const { all, byLanguage } = suppressed([
      { reached: 60, completed: 40, confirmed: 4 },
      { reached: 30, completed: 15, confirmed: 2 },
      { reached: 5, completed: 0, confirmed: 0 },
    ]);
    expect(all.reached).toBe(95);
    expect(byLanguage.unknown.reached).toBeNull();
    // With one language hidden the other follows from the total.
    expect(byLanguage.es.reached).toBeNull();
    expect([all.confirmed, byLanguage.en.confirmed, byLanguage.es.confirmed]).toEqual([null, null, null]);
  });

  it("is nothing where every count is large, or none at all", () => {
    const row = { reached: 90, completed: 60, confirmed: 30 };
    expect(suppressed([row, row, none])).toEqual({
      all: { reached: 180, completed: 120, confirmed: 60 },
      byLanguage: { en: row, es: row, unknown: none },
    });
  });

  it("never lets a single cell follow from its column", () => {
    for (let seed = 0; seed < 400; seed++) {
      const counted = [0, 1, 2].map((row) => {
        const reached = (seed * (row + 3) * 7) % 53;
        const completed = Math.floor((reached * ((seed + row) % 5)) / 4);
        return { reached, completed, confirmed: Math.floor((completed * ((seed * 3 + row) % 4)) / 3) };
      });
      const { all, byLanguage } = suppressed(counted);
      for (const column of ["reached", "completed", "confirmed"] as const) {
        const cells = Object.values(byLanguage).map((one) => one[column]);
        for (const cell of cells) expect(cell === null || cell === 0 || cell > 10).toBe(true);
        const hidden = cells.filter((cell) => cell === null).length;
        expect(all[column] === null || hidden !== 1, `${seed} ${column}`).toBe(true);
      }
    }
  });
});

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  const actor = { id: "staff-1" };
  const hour = 3_600_000;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, runtime: new TestRuntime() });
    app.services.runtime.time = Date.parse("2026-12-05T17:00:00Z");
  });

  const audited = () =>
    database.query<{ event: string; actor: string }>("select event, actor from audit order by id");

  it("an event is created, changed and listed, each with its audit; a code belongs to one", async () => {
    const { services } = app;
    expect(await suggestCode(services)).toBe("CLINIC1");
    const id = await createEvent(services, typed({ code: "CLINIC1" }), actor);
    expect(await suggestCode(services)).toBe("CLINIC2");
    await expect(createEvent(services, typed({ code: "clinic1" }), actor)).rejects.toMatchObject({
      problems: ["taken"],
    });
    const other = await createEvent(services, typed({ day: "2026-12-04" }), actor);
    await expect(changeEvent(services, other, typed({ code: "CLINIC1" }), actor)).rejects.toMatchObject({
      problems: ["taken"],
    });
    await expect(changeEvent(services, "none", typed({ code: "OTHER9" }), actor)).rejects.toMatchObject({
      problems: ["unknown"],
    });
    await changeEvent(services, id, typed({ code: "FAIR7", languages: ["es"], shown: false }), actor);
    const listed = await listEvents(services);
    expect(listed.map((one) => [one.code, one.languages, one.shown])).toEqual([
      ["FAIR7", ["es"], false],
      ["CLINIC42", ["en", "es"], true],
    ]);
    expect(await audited()).toEqual([
      { event: "event_created", actor: "staff-1" },
      { event: "event_created", actor: "staff-1" },
      { event: "event_changed", actor: "staff-1" },
    ]);
  });

  it("someone works at an event while it is on, until they choose another or it is over", async () => {
    const { services } = app;
    const staff = await signedIn(app, "worker");
    const today = await createEvent(services, typed(), actor);
    const later = await createEvent(services, typed({ code: "FAIR7", day: "2026-12-20" }), actor);
    expect((await eventsNow(services)).map((one) => one.code)).toEqual(["CLINIC42"]);
    await expect(chooseEvent(services, later, staff)).rejects.toMatchObject({ problems: ["unknown"] });
    expect(await currentEvent(services, staff)).toBeUndefined();
    await chooseEvent(services, today, staff);
    expect(await currentEvent(services, staff)).toMatchObject({ id: today, code: "CLINIC42" });
    await chooseEvent(services, "", staff);
    expect(await currentEvent(services, staff)).toBeUndefined();
    await chooseEvent(services, today, staff);
    app.services.runtime.advance(10 * hour + 31 * 60_000);
    expect(await currentEvent(services, staff)).toBeUndefined();
  });

  it("whom a worker helps at the table is counted under the event they chose", async () => {
    const staff = await signedIn(app, "worker");
    const id = await createEvent(app.services, typed(), actor);
    expect(await (await staff.get("/outreach")).text()).toContain("CLINIC42");
    await staff.post("/outreach/sheet/event", { event: id, to: "/outreach" });
    await staff.post("/outreach/start", { locale: "es" });
    const page = await (await staff.get("/outreach/person")).text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
    const hidden = { person: field("person"), after: field("after"), turn: field("turn") };
    await staff.post("/outreach/person", { ...hidden, choice: "agree" });
    expect((await countEvent(app.services, "CLINIC42")).all.reached).toBe(1);
  });

  it("people who text its code are counted as reached, answered and confirmed, by language, and nothing else is kept", async () => {
    await loadList(app.services, { id: "2021", announced: "2021-09-27", records: [record(), ...crowd(20)] });
    const people = [
      { who: marcus, locale: "en" as const },
      { who: { ...marcus, name: "Gwendolyn Aldermere" }, locale: "en" as const },
      { who: { ...marcus, name: "Gwendolyn Aldermere" }, locale: "es" as const },
    ];
    const rowsOfLookup: number[] = [];
    for (const { who, locale } of people) {
      const talk = smsTalk(app, newPhone());
      await talk.say("clinic 42");
      const answers = [locale === "en" ? "english" : "español", ...untilLookup("sms", locale, who).slice(1)];
      for (const text of answers.slice(0, -1)) await talk.say(text);
      const before = await database.query<{ n: number }>("select coalesce(sum(n), 0)::int as n from tally");
      await talk.say(answers.at(-1) ?? "");
      const after = await database.query<{ n: number }>("select sum(n)::int as n from tally");
      rowsOfLookup.push((after[0]?.n ?? 0) - (before[0]?.n ?? 0));
    }
    await smsTalk(app, newPhone()).say("CLINIC42");
    await smsTalk(app, newPhone()).say("CLINIC43");
    const tallies = await database.query<{ name: string; locale: string; n: number }>(
      "select substring(name from 23) as name, locale, sum(n)::int as n from tally where name like 'event\\_%' group by 1, 2 order by 1, 2",
    );
    expect(tallies).toEqual([
      { name: "", locale: "unknown", n: 5 },
      { name: "_confirmed", locale: "en", n: 1 },
      { name: "_language", locale: "en", n: 2 },
      { name: "_language", locale: "es", n: 1 },
      { name: "_told", locale: "en", n: 1 },
      { name: "_told", locale: "es", n: 1 },
    ]);
    // P2: whatever was told, as many totals are written.
    expect(new Set(rowsOfLookup).size).toBe(1);
    expect((await countEvent(app.services, "CLINIC42")).all).toEqual({
      reached: 4,
      completed: null,
      confirmed: null,
    });
    expect((await countEvent(app.services, "CLINIC44")).all.reached).toBe(0);
    expect((await dumpDatabase(database)).join("\n")).not.toMatch(/CLINIC42/i);
  });
});
