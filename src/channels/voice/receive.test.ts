import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, phone, twilioRequest, type TestApp } from "../../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../../test/support/database.ts";
import { TestRuntime } from "../../../test/support/runtime.ts";
import { testTwilio } from "../../../test/support/sending.ts";

const caller = "+13235550188";
const helpLine = "(213) 974-2811";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let calls = 0;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    await openApp();
  });

  async function openApp(over: { twilio?: typeof testTwilio } = {}): Promise<void> {
    const base = await makeApp({ database });
    const org = { ...base.services.config.org, phone: helpLine };
    app = await makeApp({
      database,
      runtime: new TestRuntime(),
      config: { org, twilio: testTwilio, ...over },
    });
  }

  /** A call: each key press or spoken answer gives what is heard next. */
  function dial(from = caller) {
    const sid = `CA${String(++calls).padStart(32, "0")}`;
    let path = "/webhooks/voice";
    const post = async (extra: Record<string, string>) => {
      const params = { CallSid: sid, From: from, To: "+13235550100", CallStatus: "in-progress", ...extra };
      const response = await app.request(path, twilioRequest(params, { path }));
      expect(response.status).toBe(200);
      const xml = await response.text();
      const action = /action="([^"]+)"/.exec(xml)?.[1]?.replaceAll("&amp;", "&");
      return { xml, action };
    };
    const go = async (extra: Record<string, string>) => {
      const { xml, action } = await post(extra);
      if (action !== undefined) path = action.replace("https://clearline.test", "");
      return xml;
    };
    return {
      pick: () => go({}),
      press: (digits: string) => go({ Digits: digits }),
      speak: (words: string) => go({ SpeechResult: words }),
      silent: () => go({}),
      /** The same step once more, as the carrier repeats one that was lost. */
      repeat: async (extra: Record<string, string>) => (await post(extra)).xml,
      get path() {
        return path;
      },
    };
  }
  const rows = async (table: string) => (await database.query(`select 1 as one from ${table}`)).length;

  describe("a call to the number", () => {
    it("is greeted in both languages, and answered in the one chosen", async () => {
      const call = dial();
      const greeting = await call.pick();
      expect(greeting).toContain('language="en-US"');
      expect(greeting).toContain('language="es-MX"');
      const menu = await call.press("2");
      expect(menu).toContain("oprima el 1");
      expect(await call.press("9")).toContain("To talk with a person, press 1");
    });

    it.each([
      ["English", "to talk to a person", "The help line is 2 1 3, 9 7 4, 2 8 1 1"],
      ["Español", "quiero hablar con una persona", "La línea de ayuda es el 2 1 3, 9 7 4, 2 8 1 1"],
    ])("by speech in %s is put through to the help line", async (language, wish, said) => {
      const call = dial();
      await call.pick();
      await call.speak(language);
      const xml = await call.speak(wish);
      expect(xml).toContain(said);
      expect(xml).toMatch(/<Dial[^>]*>\+12139742811<\/Dial>/);
    });

    it("reads the steps by place and offense, in either language, asking only what decides", async () => {
      const call = dial();
      await call.pick();
      await call.press("1");
      expect(await call.press("3")).toContain("Where was the case?");
      expect(await call.speak("Compton")).toContain("What was the case for?");
      expect(await call.press("1")).toContain("How did this one case end?");
      const told = await call.press("1");
      expect(told).toContain("CR-400");
      expect(told).toContain("information, not legal advice");
      expect(told).toContain("the Public Defender before you go to a court: 3 2 3, 7 6 0, 6 7 6 3");
      const other = dial();
      await other.pick();
      await other.press("2");
      await other.press("3");
      expect(await other.press("4")).toContain("federal");
    });

    it("keeps a call back for the number that was keyed in and confirmed by keypad, once", async () => {
      const call = dial("anonymous");
      await call.pick();
      await call.press("1");
      expect(await call.press("2")).toContain("ten digits");
      expect(await call.press("0005550142")).toContain("did not get that");
      expect(await call.press("2135550142")).toContain("2 1 3, 5 5 5, 0 1 4 2");
      expect(await rows("handoff")).toBe(0);
      expect(await call.speak("yes")).toContain("did not get that");
      const done = await call.press("1");
      expect(done).toContain("A person will call");
      expect(await call.repeat({ Digits: "1" })).toBe(done);
      expect(await rows("handoff")).toBe(1);
      expect(await rows("audit")).toBe(1);
    });

    it("reads the number it shows, and calls back there on a key alone", async () => {
      const call = dial();
      await call.pick();
      await call.press("1");
      const asked = await call.press("2");
      expect(asked).toContain("3 2 3, 5 5 5, 0 1 8 8");
      expect(asked).toContain('input="dtmf"');
      expect(await call.speak("yes")).toContain("did not get that");
      expect(await rows("handoff")).toBe(0);
      expect(await call.press("1")).toContain("A person will call 3 2 3, 5 5 5, 0 1 8 8");
      expect(await rows("handoff")).toBe(1);
    });

    it("that asked for a call back is forgotten when that phone texts DELETE MY DATA", async () => {
      const call = dial();
      await call.pick();
      for (const key of ["1", "2", "1"]) await call.press(key);
      expect(await rows("handoff")).toBe(1);
      await phone(app, caller)("hello");
      await phone(app, caller)("DELETE MY DATA");
      expect(await rows("handoff")).toBe(0);
    });

    it("gets a text with the way to go on, once, however often the step is repeated", async () => {
      const call = dial();
      await call.pick();
      await call.press("2");
      const done = await call.press("4");
      expect(done).toContain("Ya va un mensaje");
      expect(await call.repeat({ Digits: "4" })).toBe(done);
      const texts = await database.query("select kind, locale, asked from outbox");
      expect(texts).toEqual([{ kind: "goOn", locale: "es", asked: true }]);
    });

    it("gets one such text a day, however often somebody calls in its name", async () => {
      for (let n = 0; n < 3; n++) {
        const call = dial();
        await call.pick();
        for (const key of ["1", "4"]) await call.press(key);
      }
      expect(await rows("outbox")).toBe(1);
      app.services.runtime.advance(24 * 3_600_000);
      const call = dial();
      await call.pick();
      for (const key of ["1", "4"]) await call.press(key);
      expect(await rows("outbox")).toBe(2);
    });

    it("gets no text after STOP, and is told how to turn texts on", async () => {
      await phone(app, caller)("STOP");
      const call = dial();
      await call.pick();
      await call.press("1");
      expect(await call.press("4")).toContain("send START");
      expect(await rows("outbox")).toBe(0);
    });

    it("is offered no text where none can be sent", async () => {
      await openApp({ twilio: { ...testTwilio, accountSid: undefined } });
      const call = dial();
      await call.pick();
      expect(await call.press("1")).not.toContain("press 4");
      expect(await call.press("4")).toContain("did not get that");
      expect(await rows("outbox")).toBe(0);
    });

    it("that stays silent is told the help line after the third time, and is not put through by itself", async () => {
      const call = dial();
      await call.pick();
      await call.press("1");
      expect(await call.silent()).toContain("did not get that");
      await call.silent();
      const last = await call.silent();
      expect(last).toContain("2 1 3, 9 7 4, 2 8 1 1");
      expect(last).toContain("<Hangup");
      expect(last).not.toContain("<Dial");
    });

    it("looks nobody up and writes nothing unless it is asked for", async () => {
      const call = dial();
      await call.pick();
      for (const key of ["1", "3", "1", "1", "1", "1"]) await call.press(key);
      for (const table of ["conversation", "turn", "audit", "outbox", "handoff", "limit_counter"])
        expect(await rows(table)).toBe(0);
    });

    it("carries its state sealed: another call's, an altered or a hand-made one begins anew", async () => {
      const call = dial();
      await call.pick();
      await call.press("1");
      const foreign = new URL(call.path, "https://clearline.test").searchParams.get("s") ?? "";
      expect(foreign).not.toContain("menu");
      expect(Buffer.from(foreign, "base64url").toString("latin1")).not.toContain("menu");
      for (const state of [foreign, `${foreign.slice(0, -4)}AAAA`, "e30", "%00"]) {
        const path = `/webhooks/voice?s=${state}`;
        const params = { CallSid: "CA9", From: caller, Digits: "2" };
        const response = await app.request(path, twilioRequest(params, { path }));
        expect(await response.text()).toContain("For English, press 1.");
      }
    });

    it("answers whatever is keyed, said or made up, with sentences and no row", async () => {
      const keys = fc.constantFrom("", "0", "1", "3", "5", "7", "9", "*", "#", "99999999999");
      const said = fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.constantFrom("person", "pasos", "\u0000\u0007", "<Say>"),
      );
      const step = fc.record({ digits: keys, speech: said });
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 8 }),
          fc.string({ maxLength: 40 }),
          async (steps, from) => {
            const call = dial(from);
            await call.pick();
            for (const { digits, speech } of steps) {
              const xml = digits === "" ? await call.speak(speech) : await call.press(digits);
              expect(xml).toContain("<Say");
              expect(xml).toMatch(/<Gather|<Hangup/);
              if (!xml.includes("<Gather")) return;
            }
          },
        ),
        { numRuns: 40 },
      );
      for (const table of ["conversation", "turn", "outbox", "handoff"]) expect(await rows(table)).toBe(0);
    });

    it("that Twilio did not sign is refused, and the fallback stands without anything", async () => {
      const forged = await app.request("/webhooks/voice", twilioRequest({ CallSid: "CA1" }, { token: "x" }));
      expect(forged.status).toBe(403);
      const fallback = await (await app.request("/webhooks/voice/fallback")).text();
      expect(fallback).toContain("The help line is");
      expect(fallback).toContain("La línea de ayuda es");
    });
  });
});
