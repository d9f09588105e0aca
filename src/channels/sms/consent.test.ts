import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openConsentEvent } from "../../acts/consentEvents.ts";
import { makeApp, phone, type TestApp } from "../../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../../test/support/database.ts";
import { crowd, loadList } from "../../../test/support/list.ts";
import { TestRuntime } from "../../../test/support/runtime.ts";
import { postText } from "../../../test/support/talk.ts";

const number = "+13235550142";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, runtime: new TestRuntime() });
  });

  /** What stands about an address: state, exact words, time. */
  async function consentOf(address: string) {
    const { sealer } = app.services;
    const hash = sealer.hash("phones", address);
    const rows = await database.query<{ state: string; sealed: Uint8Array }>(
      "select state, sealed from consent where address = $1::bytea",
      [hash],
    );
    const [row] = rows;
    if (!row) return undefined;
    const said = sealer.openJson("phones", `consent/${hash.toString("hex")}`, row.sealed);
    return { state: row.state, said };
  }

  describe("what Twilio's Advanced Opt-Out has handled", () => {
    it("is recorded with its exact words and time, and answered with nothing", async () => {
      await postText(app, number, "hola");
      const out = await postText(app, number, "Baja ya!", undefined, { OptOutType: "STOP" });
      expect(out).toMatchObject({ status: 200, texts: [] });
      expect(out.body).toMatch(/<Response\s*\/>/);
      const now = app.services.runtime.now();
      expect(await consentOf(number)).toEqual({
        state: "out",
        said: { phone: number, text: "Baja ya!", at: now },
      });
      expect(await postText(app, number, "AYUDA", undefined, { OptOutType: "HELP" })).toMatchObject({
        texts: [],
      });
      app.services.runtime.advance(60_000);
      const back = await postText(app, number, "Seguir", undefined, { OptOutType: "START" });
      expect(back.texts).toEqual([]);
      expect(await consentOf(number)).toMatchObject({
        state: "in",
        said: { text: "Seguir", at: now + 60_000 },
      });
    });

    it("and what comes twice is recorded once", async () => {
      for (let n = 0; n < 2; n++)
        await postText(app, number, "STOP", "SM0000000000000000000000000000dead", { OptOutType: "STOP" });
      const audit = await database.query("select 1 as one from audit where event = 'opted_out'");
      expect(audit).toHaveLength(1);
    });
  });

  describe("after what the carrier has answered itself", () => {
    it.each(["START", "HELP"])(
      "as the very first text (%s), the greeting comes before anything can be agreed to",
      async (word) => {
        await postText(app, number, word, undefined, { OptOutType: word });
        const first = await postText(app, number, "1");
        expect(first.texts.join(" ")).toContain("A program answers");
        expect(first.texts.join(" ")).not.toContain("case number");
        expect((await postText(app, number, "1")).texts.join(" ")).toContain("What is the case number");
      },
    );

    it("the question that stood still stands, and a conversation that was over begins with its greeting", async () => {
      const say = phone(app, number);
      for (const text of ["hello", "1"]) await say(text);
      for (const word of ["STOP", "START", "HELP"])
        await postText(app, number, word, undefined, { OptOutType: word });
      expect((await say("BA131774")).join(" ")).toContain("name on the case");
      await say("done");
      await postText(app, number, "START", undefined, { OptOutType: "START" });
      expect((await say("1")).join(" ")).toContain("A program answers");
    });

    it("nothing counts as a conversation begun, and the HELP is counted once", async () => {
      for (const type of ["HELP", "STOP", "START"])
        for (let n = 0; n < 2; n++)
          await postText(app, number, type, `SM0000000000000000000000000000${type}`, { OptOutType: type });
      const totals = await database.query<{ name: string; n: number }>(
        "select name, sum(n)::int as n from tally where name in ('help', 'conversation') group by name",
      );
      expect(totals).toEqual([{ name: "help", n: 1 }]);
    });
  });

  describe("an opt-out said to us", () => {
    it("counts for the address it came from alone", async () => {
      const say = phone(app, `whatsapp:${number}`);
      expect(await say("ya no me manden mensajes")).toHaveLength(1);
      expect(await consentOf(`whatsapp:${number}`)).toMatchObject({
        state: "out",
        said: { text: "ya no me manden mensajes" },
      });
      expect(await consentOf(number)).toBeUndefined();
      expect(await say("hola")).toEqual([]);
      expect((await phone(app, number)("hola")).length).toBeGreaterThan(0);
    });
  });

  describe("every consent", () => {
    /** All that stands about an address, oldest first. */
    async function said(address: string) {
      const { sealer } = app.services;
      const rows = await database.query<{ id: string; kind: string; locale: string; sealed: Uint8Array }>(
        "select encode(id, 'hex') as id, kind, locale, sealed from consent_event where address = $1::bytea order by at, kind",
        [sealer.hash("phones", address)],
      );
      return rows.map(({ id, kind, locale, sealed }) => ({
        kind,
        locale,
        ...openConsentEvent(sealer, id, sealed),
      }));
    }

    it("stays on record with its time and exact words, also after it was taken back and after DELETE", async () => {
      const say = phone(app, number);
      const { runtime } = app.services;
      const first = runtime.now();
      for (const text of ["hola", "Ya no me manden mensajes, por favor", "seguir", "BORRAR TODO"]) {
        await say(text);
        runtime.advance(1_000);
      }
      expect(await said(number)).toEqual([
        {
          kind: "out",
          locale: "es",
          phone: number,
          text: "Ya no me manden mensajes, por favor",
          at: first + 1_000,
        },
        { kind: "in", locale: "es", phone: number, text: "seguir", at: first + 2_000 },
      ]);
    });

    it("is recorded once, however often the carrier delivers it", async () => {
      for (let n = 0; n < 3; n++) await postText(app, number, "STOP", "SM000000000000000000000000000beef");
      expect(await said(number)).toHaveLength(1);
    });

    it("to a watch keeps the wording that was shown, in its language", async () => {
      await loadList(app.services, { id: "list-a", announced: "2020-02-13", records: crowd(20) });
      const say = phone(app, number);
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
      ];
      for (const text of texts) await say(text);
      const asked = (await say("8")).join(" ");
      await say("si");
      const [event] = await said(number);
      expect(event).toMatchObject({ kind: "watch", locale: "es", text: "si" });
      expect(asked).toContain(event?.wording ?? "-");
    });
  });

  describe("a picture", () => {
    it.each(["rcs:+13235550142", "whatsapp:+13235550142", number])(
      "from %s gets a kind word, and nothing of it is fetched or kept",
      async (from) => {
        const answer = await postText(app, from, "", undefined, {
          NumMedia: "1",
          MediaUrl0: "https://api.twilio.com/picture-canary",
          MediaContentType0: "image/jpeg",
        });
        expect(answer.texts.join(" ")).toMatch(/cannot read pictures|No podemos leer fotos/);
        const turns = await database.query<{ row: string }>("select t::text as row from turn t");
        expect(turns.map((turn) => turn.row).join()).not.toContain("canary");
      },
    );
  });
});
