import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCopy } from "../copy/copy.ts";
import { makeApp, phone } from "../../test/support/app.ts";
import { crowd, loadList } from "../../test/support/list.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { TestRuntime } from "../../test/support/runtime.ts";
import { makeServices, testKeys, type TestServices } from "../../test/support/services.ts";
import { purge } from "./purge.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { sendDue } from "./send-due.ts";
import type { Carrier } from "./outbox/carrier.ts";
import { endWatches, tellWatchers } from "./watch-lists.ts";

const dayMs = 24 * 3_600_000;

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let services: TestServices;
  const copy = () => createCopy(services.config.org);
  const load = (count: number, sample = false) =>
    loadList(services, { id: "list-a", announced: "2026-01-05", records: crowd(count), sample });
  const watch = async (phone: string, locale = "es") => {
    const { sealer, runtime } = services;
    const address = sealer.hash("phones", phone);
    const sealed = sealer.sealJson("phones", `watch/${address.toString("hex")}`, { phone, query: {} });
    await database.query(
      `insert into watch (address, sealed, wording, locale, at, gone_at)
       values ($1::bytea, $2::bytea, 'questions.watch.ask', $3, to_timestamp($4::float8 / 1000),
         to_timestamp($5::float8 / 1000))`,
      [address, sealed, locale, runtime.now(), runtime.now() + 366 * dayMs],
    );
  };
  const texts = () =>
    database.query<{ kind: string; locale: string; n: number }>(
      "select kind, locale, count(*)::int as n from outbox group by kind, locale order by kind, locale",
    );

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    services = makeServices({ database, runtime: new TestRuntime() });
  });

  describe("watchers", () => {
    it("are texted once after an import that added records, in their language", async () => {
      await watch("+13235550101", "es");
      await watch("+13235550102", "en");
      services.runtime.advance(dayMs);
      await load(20);
      expect(await tellWatchers(services, copy())).toBe(2);
      expect(await tellWatchers(services, copy())).toBe(0);
      expect(await texts()).toEqual([
        { kind: "watchAgain", locale: "en", n: 1 },
        { kind: "watchAgain", locale: "es", n: 1 },
      ]);
    });

    it("are texted once, whichever of two processes comes first", async () => {
      for (let n = 0; n < 30; n++) await watch(`+1323555${2000 + n}`);
      services.runtime.advance(dayMs);
      await load(20);
      const told = await Promise.all([tellWatchers(services, copy()), tellWatchers(services, copy())]);
      expect(told.reduce((a, b) => a + b, 0)).toBe(30);
      expect(await texts()).toEqual([{ kind: "watchAgain", locale: "es", n: 30 }]);
    });

    it("are texted at most once a month, and then once for all imports in between", async () => {
      await watch("+13235550101");
      services.runtime.advance(dayMs);
      for (const count of [20, 21, 22]) {
        await load(count);
        await tellWatchers(services, copy());
        services.runtime.advance(5 * dayMs);
      }
      expect(await texts()).toEqual([{ kind: "watchAgain", locale: "es", n: 1 }]);
      services.runtime.advance(20 * dayMs);
      await tellWatchers(services, copy());
      await tellWatchers(services, copy());
      expect(await texts()).toEqual([{ kind: "watchAgain", locale: "es", n: 2 }]);
    });

    it.each([
      ["one that asked after the import", async () => load(20).then(() => services.runtime.advance(1_000))],
      ["the sample", async () => load(20, true)],
    ])("are not texted for %s", async (name, before) => {
      if (name === "the sample") await watch("+13235550101");
      services.runtime.advance(dayMs);
      await before();
      if (name !== "the sample") await watch("+13235550101");
      expect(await tellWatchers(services, copy())).toBe(0);
    });

    it("are not texted for an import that brings no more than the one before", async () => {
      await load(20);
      services.runtime.advance(dayMs);
      await watch("+13235550101");
      services.runtime.advance(dayMs);
      await load(20);
      expect(await tellWatchers(services, copy())).toBe(0);
      await load(25);
      expect(await tellWatchers(services, copy())).toBe(1);
    });

    it("are still reached after the keys have changed", async () => {
      await watch("+13235550101");
      const [a = "", b = ""] = testKeys.split(",");
      const after = makeServices({ database, runtime: services.runtime, keys: `${b},${a}` });
      after.runtime.advance(dayMs);
      await load(20);
      await tellWatchers(after, copy());
      await rotateKeys(after);
      const { unreadable } = await rotateKeys(makeServices({ database, runtime: services.runtime, keys: b }));
      expect(unreadable).toBe(0);
    });

    it("who answer are greeted in their language and asked anew: the phone may have changed hands", async () => {
      await watch("+13235550101", "es");
      services.runtime.advance(dayMs);
      await load(20);
      await tellWatchers(services, copy());
      const app = await makeApp({ database, runtime: services.runtime });
      const answer = (await phone(app, "+13235550101")("1")).join(" ");
      expect(answer).toContain("Acepto");
      expect(answer).not.toContain("I agree");
    });

    it('who are in the middle of a conversation hear it afterwards: there their "1" would answer something else', async () => {
      const sent: string[] = [];
      const carrier: Carrier = {
        send: ({ to }) => (
          sent.push(to),
          Promise.resolve({ kind: "accepted", sid: `SM${to}`, status: "queued" })
        ),
        sentTo: () => Promise.resolve([]),
      };
      const phones = ["+13235550101", "+13235550102"] as const;
      for (const number of phones) await watch(number);
      services.runtime.advance(dayMs);
      await load(20);
      const app = await makeApp({ database, runtime: services.runtime });
      for (const text of ["hola", "1"]) await phone(app, phones[0])(text);
      await tellWatchers(services, copy());
      const run = () =>
        sendDue({ ...services, config: { ...services.config, sending: { segmentMs: 0 } } }, carrier);
      await run();
      expect(sent).toEqual([phones[1]]);
      services.runtime.advance(dayMs + 1);
      await run();
      expect(sent).toEqual([phones[1], phones[0]]);
    });

    it("are not promised a text that WhatsApp would not carry", async () => {
      await load(20);
      const app = await makeApp({ database, runtime: services.runtime });
      const texts = [
        "hola",
        "1",
        "no",
        "Rosa Quintanegra",
        "19 de mayo de 1974",
        "1996",
        "1",
        "2",
        "1",
        "1",
        "1",
        "8",
      ];
      const last = async (from: string) => {
        let answer: string[] = [];
        for (const text of texts) answer = await phone(app, from)(text);
        return answer.join(" ");
      };
      expect(await last("+13235550103")).toContain("No sabemos de otra lista nueva");
      expect(await last("whatsapp:+13235550104")).toContain("Es todo por ahora");
    });

    it("who say STOP are watched for no longer than the day in which START takes it back, and end in silence", async () => {
      await watch("+13235550101");
      await watch("+13235550102");
      const app = await makeApp({ database, runtime: services.runtime });
      await phone(app, "+13235550101")("ALTO");
      await phone(app, "+13235550102")("ALTO");
      services.runtime.advance(dayMs / 2);
      await phone(app, "+13235550102")("SEGUIR");
      services.runtime.advance(dayMs / 2 + 1);
      expect(await endWatches(services, copy())).toBe(1);
      expect(await texts()).toEqual([]);
      await load(20);
      expect(await tellWatchers(services, copy())).toBe(1);
      services.runtime.advance(365 * dayMs);
      expect(await endWatches(services, copy())).toBe(1);
      expect(await texts()).toEqual([
        { kind: "watchAgain", locale: "es", n: 1 },
        { kind: "watchEnded", locale: "es", n: 1 },
      ]);
    });

    it("are told when their year ends, once, and the row with their answers is gone", async () => {
      await watch("+13235550101");
      services.runtime.advance(366 * dayMs + 1);
      expect(await endWatches(services, copy())).toBe(1);
      expect(await endWatches(services, copy())).toBe(0);
      expect(await texts()).toEqual([{ kind: "watchEnded", locale: "es", n: 1 }]);
      expect(await database.query("select 1 as one from watch")).toEqual([]);
      services.runtime.advance(8 * dayMs);
      await purge(services);
      const bodies = await database.query("select 1 as one from outbox where sealed is not null");
      expect(bodies).toEqual([]);
    });
  });
});
