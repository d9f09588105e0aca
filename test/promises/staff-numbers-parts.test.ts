/**
 * Time to a result, verdicts, limits and later texts: counted by what people do, and no count from 1 to 10 on any page, in
 * any file, or between two of them.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readLater } from "../../src/acts/numbers/read-later.ts";
import { readLimits } from "../../src/acts/numbers/read-limits.ts";
import { readMatching } from "../../src/acts/numbers/read-matching.ts";
import { readTimes } from "../../src/acts/numbers/read-times.ts";
import { numberDays } from "../../src/acts/numbers/windows.ts";
import { readQuality } from "../../src/acts/read-quality.ts";
import { removeList } from "../../src/acts/remove-list.ts";
import { switchLookups } from "../../src/acts/switch-lookups.ts";
import { spendRecordBudget } from "../../src/privacy/limits.ts";
import { utcDay } from "../../src/runtime.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs } from "../support/lookUps.ts";
import { signedIn, staffBrowser } from "../support/staff.ts";
import { newPhone, smsTalk, untilLookup } from "../support/talk.ts";

const dayMs = 24 * 3_600_000;
const small = (n: number) => n >= 1 && n <= 10;
const pages = ["", "/time", "/matching", "/limits", "/later"].map((path) => `/staff/numbers${path}`);

/** Whole numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, config: { lookupsPerHour: 3 } });
  });

  const day = (ago: number) => utcDay(app.services.runtime.now() - ago * dayMs);

  async function counted(rows: [name: string, n: number, ago?: number, channel?: string, locale?: string][]) {
    for (const [name, n, ago = 0, channel = "sms", locale = "en"] of rows)
      await database.query(
        `insert into tally (day, name, channel, locale, shard, n) values ($1::text::date, $2, $3, $4, 0, $5)
         on conflict (day, name, channel, locale, shard) do update set n = tally.n + excluded.n`,
        [day(ago), name, channel, locale, n],
      );
  }

  async function decided(
    rows: [kind: string, machine: string, differs: string, verdict: string, n: number, ago?: number][],
  ) {
    for (const [kind, machine, differs, verdict, n, ago = 0] of rows)
      await database.query(
        `insert into verdict_count (day, kind, machine, differs, bucket, verdict, n)
         values ($1::text::date, $2, $3, $4, 12, $5, $6)
         on conflict (day, kind, machine, differs, bucket, verdict) do update set n = verdict_count.n + excluded.n`,
        [day(ago), kind, machine, differs, verdict, n],
      );
  }

  describe("time to a result", () => {
    it("is the median, the nine in ten, and the share within two minutes, by channel and language", async () => {
      await counted([
        ["time_60", 60],
        ["time_120", 30, 1, "sms", "es"],
        ["time_240", 40, 2, "web", "es"],
        ["time_more", 20, 3, "web", "en"],
        ["told", 150],
      ]);
      const times = await readTimes(app.services, 7);
      expect(times.all).toEqual({
        id: "all",
        n: 150,
        half: 120,
        nineInTen: Infinity,
        within: 90,
        share: 0.6,
      });
      expect(times.channels).toEqual([
        // All of these in time; the median of ninety, and nine of 90 are too few to tell the slowest tenth.
        { id: "sms", n: 90, half: 60, nineInTen: null, within: 90, share: 1 },
        { id: "web", n: 60, half: 240, nineInTen: null, within: 0, share: 0 },
      ]);
      expect(times.languages.map(({ id, n, within }) => [id, n, within])).toEqual([
        ["en", 80, 60],
        ["es", 70, 30],
      ]);
      expect(times.groups.map(({ n }) => n)).toEqual([0, 60, 0, 30, 0, 40, 0, 20]);
    });

    it("tells no time of few, and nothing that would tell how long few took", async () => {
      await counted([
        ["time_60", 40],
        ["time_more", 4, 0, "web"],
        ["told", 44],
      ]);
      const { all, channels, groups } = await readTimes(app.services, 30);
      expect(all).toEqual({ id: "all", n: 44, half: 60, nineInTen: null, within: null, share: null });
      expect(channels.map(({ n }) => n)).toEqual([null, null]);
      expect(groups.every(({ n }) => n === null || n === 0)).toBe(true);
    });

    it("is counted from the first message, and shown once eleven people were told", async () => {
      await loadList(app.services, {
        id: "2020",
        announced: "2020-02-13",
        records: [record(), ...crowd(35)],
      });
      for (let person = 0; person < 11; person++) {
        const talk = smsTalk(app, newPhone());
        for (const text of untilLookup("sms", "en", marcus)) {
          await talk.say(text);
          app.services.runtime.advance(10_000);
        }
      }
      const { all } = await readTimes(app.services, 7);
      expect([all.n, all.within, all.share]).toEqual([11, 11, 1]);
    });
  });

  describe("matching", () => {
    it("is read from verdicts and denials, with what was confirmed beside", async () => {
      await counted([
        ["outcome_dismissed", 900],
        ["outcome_listed", 100],
        ["outcome_notConfirmed", 400],
        ["handOff_notMine", 14],
      ]);
      await decided([
        ["person", "possible", "birthDate", "theirs", 30],
        ["person", "possible", "birthDate", "notTheirs", 70],
        ["person", "none", "more", "notTheirs", 50],
        ["notMine", "confirmed", "nothing", "notTheirs", 12],
        ["notMine", "confirmed", "nothing", "theirs", 20],
      ]);
      // From before reasons were counted.
      await database.query(
        "insert into verdict_tally (day, machine, bucket, verdict, n) values ($1::text::date, 'possible', 12, 'theirs', 11)",
        [day(0)],
      );
      const read = await readMatching(app.services, 30);
      expect(read.all).toEqual({ id: "all", all: 193, counts: { theirs: 61, notTheirs: 132, needMore: 0 } });
      expect(read.open).toEqual({
        id: "open",
        all: 161,
        counts: { theirs: 41, notTheirs: 120, needMore: 0 },
      });
      expect(read.machine.map(({ id, all }) => [id, all])).toEqual([
        ["confirmed", 32],
        ["possible", 111],
        ["none", 50],
      ]);
      expect(read.kinds.map(({ id, all }) => [id, all])).toEqual([
        ["person", 150],
        ["notMine", 32],
        ["unknown", 11],
      ]);
      expect(read.differs.map(({ id }) => id)).toEqual(["nothing", "birthDate", "more", "unknown"]);
      expect(read.denied).toEqual({ confirmed: 1000, denied: 14, per1000: 14 });
      const reviewer = await signedIn(app, "reviewer");
      const page = await (await reviewer.get("/staff/numbers/matching")).text();
      expect(page).toContain("The machine left 161 of them open. Of those, 25.5% were theirs after all.");
      expect(page).toContain("The machine was sure of 32. Of those, 37.5% were not theirs.");
      expect(page).toContain("Out of 1,000 people told of a case, 14 said it is not theirs.");
      const spanish = await signedIn(app, "reviewer", { locale: "es" });
      expect(await (await spanish.get("/staff/numbers/matching")).text()).toContain(
        "El sistema dejó 161 sin decidir.",
      );
    });

    it("stands beside what the last report of each list expected, until the list is removed", async () => {
      const { services } = app;
      await loadList(services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(60)] });
      expect((await readMatching(services, 30)).expected).toEqual([]);
      const quality = await readQuality(services, { list: "2020", actor: "operator", askers: 20 });
      const [expected, ...others] = (await readMatching(services, 30)).expected;
      expect(others).toEqual([]);
      const clean = quality.recall.find(({ kind }) => kind === "clean");
      expect(expected).toMatchObject({ list: "2020", old: false, strangers: quality.strangers.recombined });
      expect(expected?.clean).toBeCloseTo((clean?.confirmed ?? 0) / (clean?.asked ?? 1), 9);
      await loadList(services, { id: "2020", announced: "2020-02-13", records: crowd(70) });
      expect((await readMatching(services, 30)).expected[0]?.old).toBe(true);
      await removeList(services, "2020", "operator");
      expect((await readMatching(services, 30)).expected).toEqual([]);
    });
  });

  describe("limits", () => {
    it("are counted by kind and day, guesses from the audit", async () => {
      const { services } = app;
      await counted([
        ["limit_phone", 30],
        ["limit_address", 20, 3, "web"],
        ["limit_hour", 4, 3, "web"],
      ]);
      for (let tag = 0n; tag < 12n; tag++)
        for (let guess = 0n; guess < 5n; guess++)
          await spendRecordBudget(database, [{ tag: 500n + tag, guess }], [], services.runtime.now(), (n) =>
            services.runtime.bytes(n),
          );
      const read = await readLimits(services, 7);
      expect(read.all).toBe(66);
      expect(read.kinds.map(({ id, n }) => [id, n])).toEqual([
        ["phone", 30],
        ["address", 20],
        ["conversation", 0],
        ["worker", 0],
        // Four by the hour's ceiling, and what would tell them.
        ["hour", null],
        ["record", null],
      ]);
      expect(read.days.map(({ n }) => n)).toEqual([0, 0, 0, 24, 0, 0, 42]);
    });

    it("say how it stands now: the hour's ceiling, frozen records, the switch", async () => {
      const { services } = app;
      await loadList(services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
      const calm = { overCeiling: false, ceiling: 3, frozen: false, lookups: "full" };
      expect((await readLimits(services, 7)).now).toEqual(calm);
      for (let n = 0; n < 4; n++) await lookUpAs(services, { birthDate: "1980-01-02" });
      expect((await readLimits(services, 7)).now).toEqual({ ...calm, overCeiling: true });
      services.runtime.advance(3_600_000);
      expect((await readLimits(services, 7)).now).toEqual(calm);
      await switchLookups(services, "number", "operator");
      expect((await readLimits(services, 7)).now.lookups).toBe("number");
    });
  });

  it("later texts are told by month: asked, told, ended", async () => {
    app.services.runtime.time = Date.parse("2026-03-15T12:00:00Z");
    await counted([
      ["watch", 40, 20],
      ["watch", 25, 50],
      ["text_watchAgain", 120, 50],
      ["text_watchEnded", 5, 50],
      ["watch", 90, 400],
    ]);
    const { months } = await readLater(app.services);
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([12, "2025-04", "2026-03"]);
    expect(months.slice(-3)).toEqual([
      { month: "2026-01", asked: 25, told: 120, ended: null },
      { month: "2026-02", asked: 40, told: 0, ended: 0 },
      { month: "2026-03", asked: 0, told: 0, ended: 0 },
    ]);
  });

  it("open to reviewers and admins alone, in both languages, empty or not", async () => {
    for (const path of pages) {
      expect((await staffBrowser(app).get(path)).status, path).toBe(303);
      expect((await (await signedIn(app, "worker")).get(path)).status, path).toBe(403);
      for (const locale of ["en", "es"] as const) {
        const page = await (await signedIn(app, "reviewer", { locale })).get(`${path}?days=90`);
        expect(page.status, path).toBe(200);
        expect(await page.text()).not.toMatch(/NaN|undefined|Infinity|\{\{/);
      }
    }
  });

  it("no count from 1 to 10 stands in any file, nor between the files of two times, nor beside a total", async () => {
    for (let seed = 1; seed <= 4; seed++) {
      await emptyDatabase(database);
      app = await makeApp({ database });
      const roll = dice(seed);
      const n = () => [0, 1 + roll(10), 5 + roll(20), 100 + roll(100)][roll(4)] ?? 0;
      for (const ago of [0, 1, 5, 6, 7, 8, 20, 29, 30, 31, 60, 89, 90, 200, 364, 365, 400]) {
        await counted(
          [
            "conversation",
            "told",
            "outcome_dismissed",
            "outcome_callUs",
            "time_60",
            "time_180",
            "watch",
          ].flatMap(
            (name) =>
              [
                [name, n(), ago, "sms", "en"],
                [name, n(), ago, "web", "es"],
                [name, n(), ago, "outreach", "es"],
              ] as [string, number, number, string, string][],
          ),
        );
        await counted([
          ["limit_phone", n(), ago],
          ["limit_hour", n(), ago, "web"],
        ]);
        await decided([
          ["person", "possible", "birthDate", "theirs", n(), ago],
          ["person", "none", "name", "notTheirs", n(), ago],
          ["notMine", "confirmed", "nothing", "needMore", n(), ago],
        ]);
      }
      const admin = await signedIn(app, "admin");
      const files: Map<string, number>[] = [];
      for (const days of numberDays) {
        const text = await (await admin.get(`/staff/numbers/file?days=${days}`)).text();
        const cells = text
          .split("\r\n")
          .slice(1)
          .map((line) => line.split(","))
          // What is no count of people, or has a comma in its name.
          .filter(
            ([part, , , count]) => /^\d+$/.test(count ?? "") && !/_seconds$|^expected|per_1/.test(part ?? ""),
          );
        files.push(
          new Map(
            cells.map(([part, id, , count]) => [`${part} ${part === "people" ? "" : id}`, Number(count)]),
          ),
        );
      }
      const same = (key: string) => !/^(?:day|week|limits_day|limits_week|watches_)/.test(key);
      for (const [i, file] of files.entries()) {
        for (const [key, count] of file) {
          expect(small(count), key).toBe(false);
          for (const shorter of files.slice(0, i)) {
            const less = same(key) ? shorter.get(key) : undefined;
            if (less !== undefined) expect(small(count - less), `${key} of two times`).toBe(false);
          }
        }
        // Days, channels and so on beside their total: what is left is nothing, or eleven at least.
        for (const [total, parts] of [
          ["people ", /^(?:day|week) /],
          ["people ", /^channels /],
          ["people ", /^languages /],
          ["limits all", /^limits (?!all)/],
          ["limits all", /^limits_(?:day|week) /],
          ["time_people all", /^time_group /],
          ["time_people all", /^time_people (?:sms|web|outreach|voice)$/],
          ["time_people all", /^time_people (?:en|es)$/],
          ["verdicts all", /^verdicts_machine /],
          ["verdicts all", /^verdicts_kinds /],
          ["verdicts all", /^verdicts_(?:theirs|notTheirs|needMore) all$/],
        ] as const) {
          const whole = file.get(total);
          if (whole === undefined) continue;
          const told = [...file]
            .filter(([key]) => parts.test(key))
            .reduce((sum, [, count]) => sum + count, 0);
          expect(small(whole - told), `${total} less ${parts.source}`).toBe(false);
        }
      }
    }
  });
});
