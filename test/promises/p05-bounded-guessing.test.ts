/**
 * P5: guessing is bounded: by conversation, phone, address and record, counted in the database, by UTC day, exactly,
 * and never refunded.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../src/acts/services.ts";
import { recordLimits } from "../../src/privacy/limits.ts";
import type { ListRecord } from "../../src/matching/types.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs, wrongDates } from "../support/lookUps.ts";
import { newAddress, newPhone, smsTalk, untilLookup, webTalk } from "../support/talk.ts";
import { makeServices } from "../support/services.ts";
import { TestRuntime } from "../support/runtime.ts";

const dayMs = 86_400_000;
const right = { birthDate: "1974-05-19" };

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let services: Services;
  let runtime: TestRuntime;
  let loaded = 0;

  beforeAll(async () => {
    database = await makeDatabase();
    runtime = new TestRuntime();
    app = await makeApp({ database, runtime });
    services = app.services;
  });

  /** A new version whose record of Marcus has a budget of its own. */
  const load = (records?: ListRecord[]) =>
    loadList(services, {
      id: "2020",
      announced: "2020-02-13",
      records: [...(records ?? [record({ caseNumber: `BA60${1000 + ++loaded}` })]), ...crowd(35)],
    });

  const made = (results: { kind: string }[]) => results.filter((r) => r.kind !== "unavailable").length;

  describe("by conversation, phone and address", () => {
    beforeAll(() => load());

    it("a conversation has three lookups, and not a fourth", async () => {
      const one = { ...right, conversation: "one conversation" };
      const results = [];
      for (let n = 0; n < 5; n++) results.push(await lookUpAs(services, one));
      expect(results.map((r) => r.kind)).toEqual([
        "confirmed",
        "confirmed",
        "confirmed",
        "unavailable",
        "unavailable",
      ]);
    });

    it("a phone has five lookups a UTC day to the last millisecond, and five again at midnight", async () => {
      runtime.time = new Date("2026-03-02T23:59:59.999Z").getTime();
      const from = newPhone();
      const results = [];
      for (let n = 0; n < 7; n++) results.push(await lookUpAs(services, { ...right, from }));
      expect(made(results)).toBe(5);
      runtime.advance(1);
      results.length = 0;
      for (let n = 0; n < 7; n++) results.push(await lookUpAs(services, { ...right, from }));
      expect(made(results)).toBe(5);
    });

    it("one message delivered thirty times at once spends one lookup, and each copy counts with it", async () => {
      const from = newPhone();
      const copies = { ...right, from, conversation: "copies", turn: "one turn" };
      const results = await Promise.all(Array.from({ length: 30 }, () => lookUpAs(services, copies)));
      expect(results.every((r) => r.kind === "confirmed")).toBe(true);
      const others = [];
      for (let n = 0; n < 6; n++) others.push(await lookUpAs(services, { ...right, from }));
      expect(made(others)).toBe(4);
    });

    it("copies of a message over the limit all find it spent", async () => {
      const from = newPhone();
      for (let n = 0; n < 5; n++) await lookUpAs(services, { ...right, from });
      const copies = { ...right, from, conversation: "late copies", turn: "late turn" };
      const results = await Promise.all(Array.from({ length: 10 }, () => lookUpAs(services, copies)));
      expect(made(results)).toBe(0);
    });

    it("an address has forty lookups a day, and not a forty-first", async () => {
      const one = { ...right, from: newAddress(), kind: "address" as const };
      const results = [];
      for (let n = 0; n < 42; n++) results.push(await lookUpAs(services, one));
      expect(made(results)).toBe(40);
      expect(results.at(39)?.kind).toBe("confirmed");
      expect(results.at(40)?.kind).toBe("unavailable");
    });

    it("fifty at once from one phone are five, and in one conversation three", async () => {
      const from = newPhone();
      const atOnce = (asking: object) =>
        Promise.all(Array.from({ length: 50 }, () => lookUpAs(services, { ...right, ...asking })));
      expect(made(await atOnce({ from }))).toBe(5);
      expect(made(await atOnce({ conversation: "fifty at once" }))).toBe(3);
    });

    it("two servers over one database share the counts", async () => {
      const other = makeServices({ database: { ...database }, runtime });
      const from = newPhone();
      const results = [];
      for (const each of [services, other, services, other, services, other])
        results.push(await lookUpAs(each, { ...right, from }));
      expect(made(results)).toBe(5);
    });
  });

  describe("by record", () => {
    it(`five distinct wrong dates in 30 days freeze a record; the same date again and its swapped twin cost nothing`, async () => {
      await load();
      const [first = "", ...others] = wrongDates(4);
      for (const birthDate of [first, first, first, ...others, "1974-03-04", "1974-04-03"]) {
        if (birthDate === "1974-03-04") expect((await lookUpAs(services, right)).kind).toBe("confirmed");
        expect((await lookUpAs(services, { birthDate })).kind).toBe("notConfirmed");
      }
      expect((await lookUpAs(services, right)).kind).toBe("notConfirmed");
    });

    it("four wrong dates every 31 days do not freeze it, twelve within 365 days do", async () => {
      await load();
      for (const [n, birthDate] of wrongDates(12).entries()) {
        if (n > 0 && n % 4 === 0) runtime.advance(31 * dayMs);
        expect((await lookUpAs(services, right)).kind, `before wrong date ${n + 1}`).toBe("confirmed");
        await lookUpAs(services, { birthDate });
      }
      expect((await lookUpAs(services, right)).kind).toBe("notConfirmed");
    });

    it("other spellings of the name and other phones count against the same record", async () => {
      await load();
      const spellings = ["Marcus", "Markus", "MARCUS D", "Marcos", "Marc"];
      for (const [n, birthDate] of wrongDates(5).entries()) {
        await lookUpAs(services, { given: [spellings[n] ?? ""], birthDate });
      }
      expect((await lookUpAs(services, right)).kind).toBe("notConfirmed");
    });

    it.each([
      ["a slip in the family name", { family: ["Tollesworht"] }],
      ["another family name's beginning", { family: ["Rollesworth"] }],
      ["a slip in the given name", { given: ["Marxus"] }],
      ["another given name's beginning", { given: ["Karcus"] }],
      ["the first letter alone", { given: ["M"] }],
      ["the names swapped", { given: ["Tollesworth"], family: ["Marcus"] }],
    ])("with %s, wrong dates are counted and the right one then confirms nothing", async (_, typed) => {
      await load();
      const fresh = await lookUpAs(services, { ...right, ...typed });
      for (const birthDate of wrongDates(5)) await lookUpAs(services, { ...typed, birthDate });
      expect(fresh.kind).toBe("confirmed");
      expect((await lookUpAs(services, { ...right, ...typed })).kind).toBe("notConfirmed");
      expect((await lookUpAs(services, right)).kind).toBe("notConfirmed");
    });

    it("what a wrong date would not be counted against, a right one does not confirm", async () => {
      await load();
      // Both names slip at once: only the date finds the record, so a guesser would be found by nothing else.
      const typed = { given: ["Mxrcsu"], family: ["Tolesvorth"] };
      expect((await lookUpAs(services, { ...right, ...typed })).kind).toBe("notConfirmed");
      expect((await lookUpAs(services, right)).kind).toBe("confirmed");
    });

    it("names around it do not hide a record from the count", async () => {
      await load();
      const others = [
        { given: ["Anna", "Berta"], family: ["Quintero", "Zavala", "Ybarra"] },
        { given: ["Carl", "Dora"], family: ["Prescott", "Vinson", "Gage"] },
      ];
      const crowded = { given: ["Marcus", "Xavier"], family: ["Norris", "Fulton", "Tollesworth"] };
      for (const birthDate of wrongDates(5)) {
        await lookUpAs(services, { ...others[0], otherNames: [others[1]!, crowded], birthDate });
      }
      const all = { ...others[0], otherNames: [others[1]!, crowded], ...right };
      const found = (await lookUpAs(services, all)).kind;
      expect(found).toBe("notConfirmed");
    });

    it("fifty wrong dates at once freeze it, and the count of distinct dates is exact", async () => {
      await load();
      const dates = wrongDates(50);
      await Promise.all(dates.map((birthDate) => lookUpAs(services, { birthDate })));
      expect((await lookUpAs(services, right)).kind).toBe("notConfirmed");
      const rows = await database.query<{ n: number }>(
        "select cardinality(guesses) as n from record_budget where frozen_at is not null order by n desc limit 1",
      );
      expect(rows[0]?.n).toBe(50);
    });

    it("the case number still confirms a frozen record, on a budget of its own", async () => {
      await load([record({ caseNumber: "BA654321" })]);
      for (const birthDate of wrongDates(5)) await lookUpAs(services, { birthDate });
      const byNumber = { caseNumbers: ["BA654321"] };
      expect((await lookUpAs(services, right)).kind).toBe("notConfirmed");
      expect((await lookUpAs(services, byNumber)).kind).toBe("confirmed");
      const strangers = ["Prudence", "Xavier", "Wilhelmina", "Octavia", "Bartholomew"];
      for (const given of strangers)
        await lookUpAs(services, { ...byNumber, given: [given], family: ["Oakenshaw"] });
      expect((await lookUpAs(services, byNumber)).kind).toBe("notConfirmed");
    });

    it("more near misses than a lookup can count confirm nobody, so that none is guessed for free", async () => {
      const others = [
        { given: ["OCTAVIA"], family: ["PEMBERLINE"] },
        { given: ["HORTENSE"], family: ["QUILLMAN"] },
      ];
      const near = wrongDates(18).map((birthDate, n) =>
        record({
          caseNumber: `BA66${1000 + n}`,
          birthDate,
          ...(others[n % 2] ? { name: others[n % 2] } : {}),
        }),
      );
      await load([...near, record({ caseNumber: "BA661999" })]);
      expect((await lookUpAs(services, right)).kind).toBe("confirmed");
      expect((await lookUpAs(services, { ...right, otherNames: others })).kind).toBe("notConfirmed");
    });

    it(
      "where a block of one name and birth year is full, none of it is guessed for free; numbers still confirm",
      { timeout: 120_000 },
      async () => {
        const dates = Array.from(
          { length: 20 },
          (_, n) => `1970-${String(1 + (n % 12)).padStart(2, "0")}-${13 + (n % 15)}`,
        );
        const jose = { given: ["JOSE"], family: ["GARCIA"] };
        await load(
          dates.map((birthDate, n) => record({ caseNumber: `BA69${1000 + n}`, name: jose, birthDate })),
        );
        for (let day = 1; day <= 9; day++)
          await lookUpAs(services, { ...jose, birthDate: `1970-02-0${day}` });
        for (const [n, birthDate] of dates.entries()) {
          expect((await lookUpAs(services, { ...jose, birthDate })).kind).toBe("notConfirmed");
          expect((await lookUpAs(services, { ...jose, caseNumbers: [`BA69${1000 + n}`] })).kind).toBe(
            "confirmed",
          );
        }
      },
    );
  });

  it(
    "a guesser who knows name and birth year succeeds for at most 10 of 365 dates in 30 days, 24 in a year",
    { timeout: 120_000 },
    async () => {
      // The best guesses: dates whose swapped twin is another date, so that each tries two.
      const guesses: string[] = [];
      for (let month = 1; month <= 12; month++) {
        for (let day = month + 1; day <= 12; day++)
          guesses.push(`1974-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
      }
      const twelve = guesses.slice(0, 14);
      const families =
        "ABERNATHY BLUNKETT CZAJKOWSKI DUVALIER EISENHOWER FITZWILLIAM GUGLIELMO HUXTABLE IZQUIERDO JORGENSEN KOWALCZYK LLEWELLYN MBAPPE NAKAMURA OYELARAN PAPADAKIS QUARRELL ROTHSCHILD SZYMANSKI THORNDIKE UNDERHILL VALENZUELA WOJTYLA XAVERIUS YAMAGUCHI ZEPHYRINE OKONJO BRACEGIRDLE".split(
          " ",
        );
      const family = (n: number) => families[n] ?? "";
      const dates = twelve.flatMap((date) => [date, date.replace(/-(\d\d)-(\d\d)/, "-$2-$1")]);
      await load(
        dates.map((birthDate, n) =>
          record({
            birthDate,
            caseNumber: `BA67${1000 + n}`,
            name: { given: ["MARCUS"], family: [family(n)] },
          }),
        ),
      );
      let inThirtyDays = 0;
      let inAYear = 0;
      const found = dates.map(() => false);
      for (const [g, birthDate] of twelve.entries()) {
        if (g === recordLimits.in30Days + 1) runtime.advance(31 * dayMs);
        for (const [n] of dates.entries()) {
          if (found[n]) continue;
          const result = await lookUpAs(services, { family: [family(n)], birthDate });
          if (result.kind !== "confirmed") continue;
          found[n] = true;
          if (g <= recordLimits.in30Days) inThirtyDays++;
          inAYear++;
        }
      }
      expect(inThirtyDays).toBe(10);
      expect(inThirtyDays / 365).toBeLessThanOrEqual(0.028);
      expect(inAYear / 365).toBeLessThanOrEqual(0.066);
    },
  );

  it("above the installation's ceiling the web confirms none by name and date, staff are told, the number still does", async () => {
    const busy = makeServices({ database, runtime, config: { lookupsPerHour: 2 } });
    await load([record({ caseNumber: "BA688888" })]);
    runtime.advance(2 * 3_600_000);
    const web = () => lookUpAs(busy, { ...right, kind: "address" });
    expect([(await web()).kind, (await web()).kind]).toEqual(["confirmed", "confirmed"]);
    expect((await web()).kind).toBe("notConfirmed");
    expect(busy.logged.join("")).toContain("lookup_ceiling_reached");
    expect((await lookUpAs(busy, { caseNumbers: ["BA688888"], kind: "address" })).kind).toBe("confirmed");
    expect((await lookUpAs(busy, right)).kind).toBe("confirmed");
    runtime.advance(3_600_000);
    expect((await web()).kind).toBe("confirmed");
  });

  describe("nothing gives a lookup back", () => {
    const wrong = { ...marcus, name: "Wilhelmina Quorndale" };
    const tried = ["Not one", "confirm a case"];

    it(
      "not Back, Restart, Delete, nor a new conversation: a phone's sixth lookup of the day is refused",
      { timeout: 120_000 },
      async () => {
        await load();
        const talk = smsTalk(app, newPhone());
        let lookups = 0;
        let refused = 0;
        for (const again of [
          "back",
          "restart",
          "delete my data",
          "finish",
          "restart",
          "delete my data",
          "back",
        ]) {
          for (const text of [...untilLookup("sms", "en", wrong), "back", "1"]) {
            const said = (await talk.say(text)).texts.join(" ");
            if (said.includes(tried[1] ?? "")) lookups++;
            if (said.includes("cannot check by")) refused++;
          }
          await talk.say(again);
        }
        expect(lookups).toBeLessThanOrEqual(5);
        expect(refused).toBeGreaterThan(0);
      },
    );

    it("not a new token each time: an address's forty-first lookup of the day is refused", async () => {
      const headers = { "x-forwarded-for": "2001:db8:7:7::1" };
      for (let n = 0; n < 40; n++)
        await lookUpAs(services, { ...right, kind: "address", from: "2001:db8:7:7::/64" });
      headers["x-forwarded-for"] = "2001:db8:7:7:ffff::2";
      const talk = await webTalk(app, { headers });
      for (const text of untilLookup("web", "en", marcus)) await talk.say(text);
      expect(talk.reply.outcome).toBe("callUs");
      const neighbour = await webTalk(app, { headers: { "x-forwarded-for": "2001:db8:7:8::1" } });
      for (const text of untilLookup("web", "en", marcus)) await neighbour.say(text);
      expect(neighbour.reply.outcome).toBe("dismissed");
    });
  });
});
