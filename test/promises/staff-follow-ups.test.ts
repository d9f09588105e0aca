/**
 * The question a month later as staff meet it: agreed to aloud when somebody was helped, and counted without a person.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askFollowUps } from "../../src/acts/ask-follow-ups.ts";
import { openConsentEvent } from "../../src/acts/consentEvents.ts";
import { listHandoffs } from "../../src/acts/handoff/list-handoffs.ts";
import { readFollowUps } from "../../src/acts/staff/read-follow-ups.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { loadMarcus, waitForPerson } from "../support/queue.ts";
import { testTwilio } from "../support/sending.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";
import { postText } from "../support/talk.ts";

const dayMs = 24 * 3_600_000;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let staff: StaffBrowser;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, config: { twilio: testTwilio } });
    staff = await signedIn(app, "reviewer");
  });

  const count = async (table: string) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

  describe("closing a wish of somebody who was helped", () => {
    const path = async () => `/staff/people-waiting/${(await listHandoffs(app.services)).open[0]?.id ?? ""}`;

    it.each([
      ["en", "May we text you once, in 30 days"],
      ["es", "¿Nos permite un solo mensaje, en 30 días"],
    ] as const)("keeps their yes with its words, and asks a month later (%s)", async (locale, words) => {
      await loadMarcus(app);
      const phone = await waitForPerson(app, { locale });
      const page = await path();
      expect(await (await staff.get(page)).text()).toContain(words);
      expect((await staff.post(`${page}/close`, { how: "helped", followUp: "yes" })).status).toBe(303);
      expect(await (await staff.get(page)).text()).toContain("They agreed to one question by text");
      const events = await database.query<{ id: string; sealed: Uint8Array }>(
        "select encode(id, 'hex') as id, sealed from consent_event where kind = 'followUp'",
      );
      const [event] = events;
      expect(event && openConsentEvent(app.services.sealer, event.id, event.sealed)).toMatchObject({
        phone,
        text: "(spoken)",
        at: app.services.runtime.now(),
        wording: expect.stringContaining(words) as string,
      });
      const audited = await database.query("select actor from audit where event = 'follow_up_agreed'");
      expect(audited).toEqual([{ actor: staff.id }]);
      app.services.runtime.advance(29 * dayMs);
      expect(await askFollowUps(app.services, app.copy)).toBe(0);
      app.services.runtime.advance(dayMs);
      expect(await askFollowUps(app.services, app.copy)).toBe(1);
      const texts = await database.query("select kind, locale from outbox where kind = 'followUp'");
      expect(texts).toEqual([{ kind: "followUp", locale }]);
    });

    it("keeps nothing without a yes, where nobody was reached, or where no text may go", async () => {
      await loadMarcus(app);
      for (const [body, word] of [
        [{ how: "helped" }, ""],
        [{ how: "notReached", followUp: "yes" }, ""],
        [{ how: "helped", followUp: "yes" }, "STOP"],
      ] as const) {
        const phone = await waitForPerson(app);
        if (word !== "") await postText(app, phone, word);
        const page = await path();
        const offered = (await (await staff.get(page)).text()).includes("May we text you once");
        expect(offered).toBe(word === "");
        await staff.post(`${page}/close`, body);
        expect(await count("follow_up")).toBe(0);
        expect(await count("consent_event")).toBe(word === "" ? 0 : 1);
      }
    });
  });

  describe("at the clinic table", () => {
    const phone = "+12135550142";
    /** Somebody at the table who was told steps, and their number with a yes to the question, or without. */
    async function sendFromTable(extra: Record<string, string>) {
      const worker = await signedIn(app, "worker");
      await worker.post("/outreach/start", { locale: "es" });
      const page = async () => (await worker.get("/outreach/person")).text();
      const say = async (fields: Record<string, string>) => {
        const html = await page();
        const hidden = ["person", "after", "turn"].map((name) => [
          name,
          new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "",
        ]);
        await worker.post("/outreach/person", { ...Object.fromEntries(hidden), ...fields });
      };
      for (const choice of ["stepsOnly", "laCounty", "had", "convicted"]) await say({ choice });
      const html = await page();
      const person = /name="person" value="([^"]*)"/.exec(html)?.[1] ?? "";
      const sent = await worker.post("/outreach/send", {
        person,
        agreed: "yes",
        phone: "213 555 0142",
        ...extra,
      });
      expect(sent.headers.get("location")).toBe("/outreach/person?sent=invited");
      return { worker, html };
    }

    it("the words are there to read aloud, and a yes holds once that phone has answered", async () => {
      const { worker, html } = await sendFromTable({ followUp: "yes" });
      expect(html).toContain("¿Nos permite un solo mensaje, en 30 días");
      expect(await count("follow_up")).toBe(0);
      const [event] = await database.query<{ id: string; sealed: Uint8Array }>(
        "select encode(id, 'hex') as id, sealed from consent_event where kind = 'followUp'",
      );
      expect(event && openConsentEvent(app.services.sealer, event.id, event.sealed)).toMatchObject({
        phone,
        text: "(spoken)",
        wording: expect.stringContaining("¿Nos permite un solo mensaje") as string,
      });
      expect(await database.query("select actor from audit where event = 'follow_up_agreed'")).toEqual([
        { actor: worker.id },
      ]);
      const first = await postText(app, phone, "1");
      expect(first.texts.join(" ")).toContain("En un mes le hacemos una pregunta");
      expect(await count("follow_up")).toBe(1);
      expect(await count("consent_event")).toBe(1);
      const rest = [await postText(app, phone, "1"), await postText(app, phone, "8")];
      expect(rest.flatMap(({ texts }) => texts).join(" ")).not.toContain("Nos permite");
      app.services.runtime.advance(30 * dayMs);
      expect(await askFollowUps(app.services, app.copy)).toBe(1);
    });

    it.each([
      ["a phone that never answers", { followUp: "yes" }, []],
      ["a stranger's phone that stops us", { followUp: "yes" }, ["STOP"]],
      ["nobody who was not asked", {}, ["1"]],
    ])("%s is not asked", async (_name, extra, texts) => {
      await sendFromTable(extra);
      for (const text of texts) await postText(app, phone, text);
      app.services.runtime.advance(30 * dayMs);
      expect(await askFollowUps(app.services, app.copy)).toBe(0);
    });
  });

  describe("the numbers", () => {
    const counted = (name: string, locale: string, n: number, channel = "sms") =>
      database.query(
        `insert into tally (day, name, channel, locale, shard, n)
         values (to_timestamp($1::float8 / 1000)::date, $2, $3, $4, 0, $5::int)`,
        [app.services.runtime.now() - dayMs, name, channel, locale, n],
      );
    const answers = async (locale: string, [asked, got, notYet, trouble]: number[]) => {
      await counted("text_followUp", locale, asked ?? 0);
      await counted("followUp_got", locale, got ?? 0);
      await counted("followUp_notYet", locale, notYet ?? 0);
      await counted("followUp_trouble", locale, trouble ?? 0);
    };

    it("are those of each language, small ones hidden with what would tell them", async () => {
      await counted("followUp", "en", 90);
      await counted("followUp", "en", 15, "web");
      await counted("followUp", "es", 80);
      await answers("en", [85, 40, 20, 12]);
      await answers("es", [60, 30, 12, 4]);
      expect(await readFollowUps(app.services, 30)).toEqual([
        { locale: "en", agreed: 105, asked: 85, answered: 72, got: 40, notYet: 20, trouble: 12 },
        { locale: "es", agreed: 80, asked: 60, answered: 46, got: 30, notYet: null, trouble: null },
      ]);
      const page = await (await staff.get("/staff/numbers/follow-ups")).text();
      expect(page).toContain("A month later: did they get the copy?");
      const file = await (await staff.get("/staff/numbers/file")).text();
      expect(file).toContain("follow_up,en got,English: Yes,40,,,\r\n");
      expect(file).toMatch(/follow_up,es trouble,[^,]+: Trouble,hidden,,,/);
      expect(file).not.toMatch(/follow_up,es (?:trouble|notYet),[^,]+,(?:4|12),/);
    });

    it("of a language with few people stay hidden, and with them those of the other that would tell", async () => {
      await answers("en", [85, 40, 20, 12]);
      await answers("es", [6, 3, 2, 0]);
      const [en, es] = await readFollowUps(app.services, 30);
      const none = { asked: null, answered: null, got: null, notYet: null, trouble: null };
      expect(en).toMatchObject(none);
      expect(es).toMatchObject(none);
    });

    it("show no table where nobody was asked", async () => {
      expect(await readFollowUps(app.services, 30)).toEqual([]);
      expect(await (await staff.get("/staff/numbers/follow-ups")).text()).toContain(
        "Nobody was asked in the last year.",
      );
    });
  });
});
