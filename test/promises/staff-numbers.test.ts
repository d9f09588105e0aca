/**
 * The numbers of the service: what turns counted, drawn and as a file, and no count that could be about somebody.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readNumbers } from "../../src/acts/staff/read-numbers.ts";
import { csvText } from "../../src/staff/office/csv.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { signedIn, staffBrowser } from "../support/staff.ts";
import { newPhone, smsTalk } from "../support/talk.ts";

const dayMs = 24 * 3_600_000;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database });
  });

  /** `n` of a name were counted, so many days ago. */
  async function counted(
    name: string,
    n: number,
    options: { ago?: number; channel?: string; locale?: string } = {},
  ) {
    const { ago = 0, channel = "sms", locale = "en" } = options;
    const day = new Date(app.services.runtime.now() - ago * dayMs).toISOString().slice(0, 10);
    await database.query(
      "insert into tally (day, name, channel, locale, shard, n) values ($1::text::date, $2, $3, $4, 0, $5)",
      [day, name, channel, locale, n],
    );
    return day;
  }

  const row = (rows: readonly { id: string; n: number | null }[], id: string) =>
    rows.find((one) => one.id === id)?.n;

  it("hides one to ten, and what would tell them", async () => {
    const today = await counted("conversation", 300);
    const before = await counted("conversation", 40, { ago: 1, locale: "es" });
    await counted("conversation", 4, { ago: 2, channel: "web", locale: "es" });
    await counted("conversation", 500, { ago: 30 });
    await counted("outcome_dismissed", 10);
    await counted("outcome_notConfirmed", 120);
    await counted("optOut", 11);
    await counted("erase", 10);
    const numbers = await readNumbers(app.services, 30);
    expect(numbers.people).toBe(344);
    expect(numbers.days).toHaveLength(30);
    // 4 alone would follow from the total: the next one is hidden as well.
    expect(row(numbers.days, today)).toBe(300);
    expect(row(numbers.days, before)).toBeNull();
    expect(numbers.channels).toEqual([
      { id: "sms", n: null },
      { id: "web", n: null },
    ]);
    expect(numbers.languages).toEqual([
      { id: "en", n: 300 },
      { id: "es", n: 44 },
    ]);
    expect(row(numbers.outcomes, "dismissed")).toBeNull();
    expect(row(numbers.wishes, "optOut")).toBe(11);
    expect(row(numbers.wishes, "erase")).toBeNull();
    expect(row(numbers.wishes, "watch")).toBe(0);

    const year = await readNumbers(app.services, 365);
    expect(year.by).toBe("week");
    expect(year.people).toBe(844);
  });

  it("follow people on the way, each question once a conversation", async () => {
    const walk = [
      "hello",
      "1",
      "no",
      "Marcus Tollesworth",
      "huh??",
      "BACK",
      "Marcus Tollesworth",
      "May 19, 1974",
    ];
    for (let n = 0; n < 11; n++) {
      const talk = smsTalk(app, newPhone());
      for (const text of walk) await talk.say(text);
    }
    const silent = smsTalk(app, newPhone());
    await silent.say("hello");
    const { way } = await readNumbers(app.services, 7);
    expect(way.map(({ id, n }) => `${id} ${n}`)).toEqual([
      "begun 12",
      "forWhom 0",
      "caseNumber 11",
      "name 11",
      "birthDate 11",
      "confirm 0",
      "told 0",
    ]);
  });

  it("open to reviewers and admins alone, as a page and as a file", async () => {
    for (const path of ["/staff/numbers", "/staff/numbers/file"]) {
      expect((await staffBrowser(app).get(path)).status).toBe(303);
      expect((await (await signedIn(app, "worker")).get(path)).status).toBe(403);
      expect((await (await signedIn(app, "reviewer")).get(path)).status).toBe(200);
      expect((await (await signedIn(app, "admin")).get(path)).status).toBe(200);
    }
  });

  it("stand on the page and in the file alike, hidden where they are small", async () => {
    await counted("conversation", 4321);
    await counted("outcome_dismissed", 7);
    await counted("outcome_notConfirmed", 2345);
    for (const [locale, few, many] of [
      ["en", "not shown", "4,321"],
      ["es", "no se muestra", "4,321"],
    ] as const) {
      const reviewer = await signedIn(app, "reviewer", { locale });
      const page = await (await reviewer.get("/staff/numbers?days=7")).text();
      expect(page).toContain(few);
      expect(page).toContain(many);
      expect(page).not.toContain("2,345");
      const file = await reviewer.get("/staff/numbers/file?days=7");
      expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="numbers-[\d-]+\.csv"$/);
      const text = await file.text();
      expect(text).toMatch(/\r\npeople,[\d/-]+,\w+,4321,,,\r\n/);
      expect(text).toMatch(/\r\noutcomes,dismissed,[^,]+,hidden,/);
      expect(text).toMatch(/\r\noutcomes,notConfirmed,[^,]+,hidden,/);
    }
  });

  it("any other time in the address is thirty days", async () => {
    const reviewer = await signedIn(app, "reviewer");
    for (const days of ["", "0", "-1", "1e9", "7;drop", "NaN"]) {
      const page = await reviewer.get(`/staff/numbers?days=${encodeURIComponent(days)}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('href="/staff/numbers?days=30" aria-current="true"');
    }
  });
});

describe("a file for a spreadsheet", () => {
  it("holds no formula", () => {
    expect(csvText([["=1+1", "@x", "-2", "+3", "\tq", 'a "b", c', "plain", -4]])).toBe(
      '\'=1+1,\'@x,\'-2,\'+3,\'\tq,"a ""b"", c",plain,-4\r\n',
    );
  });
});
