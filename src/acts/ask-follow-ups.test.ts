/**
 * The question a month later beside the watch, after a crash, by two processes and over a change of keys.
 */
import { describe, expect, it } from "vitest";
import { makeApp } from "../../test/support/app.ts";
import { failAt } from "../../test/support/databaseProbe.ts";
import { forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { dayMs, followUpWorld, hourMs, number } from "../../test/support/followUps.ts";
import { crowd, loadList } from "../../test/support/list.ts";
import { sendingServices, testTwilio } from "../../test/support/sending.ts";
import { testKeys } from "../../test/support/services.ts";
import { askFollowUps } from "./ask-follow-ups.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { sendDue } from "./send-due.ts";
import { tellWatchers } from "./watch-lists.ts";

forBothDatabases((_kind, makeDatabase) => {
  const w = followUpWorld(makeDatabase);

  describe("at most one text a month", () => {
    const watch = async (toldAt: number | null) => {
      const { sealer } = w.app.services;
      const address = sealer.hash("phones", number);
      await w.database.query(
        `insert into watch (address, sealed, wording, locale, at, gone_at, told_at)
         values ($1::bytea, $2::bytea, 'questions.watch.ask', 'en', to_timestamp($3::float8 / 1000),
           to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000))`,
        [
          address,
          sealer.sealJson("phones", `watch/${address.toString("hex")}`, { phone: number, query: {} }),
          w.runtime.now(),
          w.runtime.now() + 366 * dayMs,
          toldAt,
        ],
      );
    };
    const importMore = (count: number) =>
      loadList(w.app.services, { id: "list-b", announced: "2026-01-05", records: crowd(count) });
    const kinds = () => w.sent.map(({ body }) => (body.includes("checked again") ? "watch" : "question"));

    it("a watcher who was told of a list is asked a month after that", async () => {
      await w.agree();
      await watch(null);
      await w.pass(20 * dayMs);
      await importMore(60);
      await w.pass(15 * dayMs);
      expect(kinds()).toEqual(["watch"]);
      await w.pass(30 * dayMs);
      expect(kinds()).toEqual(["watch", "question"]);
      const [first, second] = w.sent.map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(29 * dayMs);
    });

    it("a watcher who was asked is told of a list a month after that", async () => {
      await w.agree();
      await watch(null);
      await w.pass(30 * dayMs + 2 * hourMs);
      await importMore(60);
      await w.pass(20 * dayMs);
      expect(kinds()).toEqual(["question"]);
      await w.pass(12 * dayMs);
      expect(kinds()).toEqual(["question", "watch"]);
    });

    it("both due at once are one text, whichever job comes first", async () => {
      await w.agree();
      await watch(null);
      await w.pass(29 * dayMs);
      await importMore(60);
      w.runtime.advance(dayMs + hourMs);
      const services = w.services();
      await Promise.all([
        askFollowUps(services, w.app.copy),
        tellWatchers(services, w.app.copy),
        askFollowUps(services, w.app.copy),
      ]);
      expect(await w.rows("outbox")).toBe(1);
    });

    it("the end of a watch is told another day", async () => {
      await w.agree();
      await watch(null);
      await w.pass(30 * dayMs - 2 * hourMs);
      await w.database.query(
        "update watch set at = to_timestamp($1::float8 / 1000), gone_at = to_timestamp($2::float8 / 1000)",
        [w.runtime.now() - 366 * dayMs + 3 * hourMs, w.runtime.now() + 3 * hourMs],
      );
      await w.pass(10 * dayMs);
      expect(w.sent).toHaveLength(2);
      const [first, second] = w.sent.map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(22 * hourMs);
    });
  });

  describe("it survives", () => {
    it("a crash anywhere while texts are written: one question in the end", async () => {
      for (const after of [false, true]) {
        for (let at = 1; at <= 6; at++) {
          await w.open();
          await w.agree();
          w.runtime.advance(31 * dayMs);
          const dying = failAt(w.database, at, after);
          await askFollowUps(sendingServices(dying.database as TestDatabase, w.runtime), w.app.copy).catch(
            () => 0,
          );
          await askFollowUps(w.services(), w.app.copy);
          expect(await w.rows("outbox"), `crash at call ${at}`).toBe(1);
          if (dying.calls() < at) break;
        }
      }
    });

    it("two processes", async () => {
      for (let n = 0; n < 5; n++) await w.agree("en", `+1323555${2000 + n}`);
      w.runtime.advance(31 * dayMs);
      const services = w.services();
      const asked = await Promise.all([1, 2, 3].map(() => askFollowUps(services, w.app.copy)));
      expect(asked.reduce((a, b) => a + b, 0)).toBe(5);
      expect(await w.rows("outbox")).toBe(5);
    });

    it("a change of keys: before the question, and between it and its answer", async () => {
      await w.agree();
      const [a = "", b = ""] = testKeys.split(",");
      const rotated = w.services();
      const base = { database: w.database, runtime: w.runtime };
      w.app = await makeApp({ ...base, keys: `${b},${a}`, config: { twilio: testTwilio } });
      expect((await rotateKeys(w.app.services)).unreadable).toBe(0);
      w.app = await makeApp({ ...base, keys: b, config: { twilio: testTwilio } });
      w.runtime.advance(31 * dayMs);
      expect(await askFollowUps(w.app.services, w.app.copy)).toBe(1);
      await sendDue({ ...rotated, sealer: w.app.services.sealer }, w.carrier);
      expect(w.sent).toHaveLength(1);
      w.app = await makeApp({ ...base, keys: `${a},${b}`, config: { twilio: testTwilio } });
      await rotateKeys(w.app.services);
      expect(await w.say("1")).toContain("Thank you for telling us");
      expect(await w.rows("follow_up")).toBe(0);
    });

    it("a row that no key opens: it is passed by, and goes with its time", async () => {
      await w.agree();
      await w.database.query("update follow_up set sealed = '\\x00'::bytea");
      await w.pass(31 * dayMs);
      expect(w.sent).toEqual([]);
      await w.pass(60 * dayMs);
      expect(await w.rows("follow_up")).toBe(0);
    });
  });
});
