/**
 * The question a month later: asked of who agreed, once, by day, in their language; its answer is counted and nothing of
 * it stays.
 */
import { describe, expect, it } from "vitest";
import { forBothDatabases } from "../../test/support/database.ts";
import { dayMs, followUpWorld, hourMs, number } from "../../test/support/followUps.ts";
import { outboxStates, testTwilio } from "../../test/support/sending.ts";
import { postText } from "../../test/support/talk.ts";
import { askFollowUps } from "./ask-follow-ups.ts";
import { openConsentEvent } from "./consentEvents.ts";
import { openHandoff } from "./handoff/payload.ts";
import { isQuiet } from "./outbox/hours.ts";

forBothDatabases((_kind, makeDatabase) => {
  const w = followUpWorld(makeDatabase);
  const tallies = () =>
    w.database.query<{ name: string; locale: string; n: number }>(
      `select name, locale, sum(n)::int as n from tally where name like 'followUp%' or name = 'text_followUp'
       group by name, locale order by name, locale`,
    );

  describe("whether we may ask", () => {
    it("is asked once, at the end of a confirmed case, and a yes is kept with its words and time", async () => {
      expect(await w.untilAsked()).toContain("May we text you once, in 30 days");
      expect(await w.rows("follow_up")).toBe(0);
      expect(await w.say("yes, ask me")).toMatch(/We text one question in 30 days[\s\S]*That is all for now/);
      const events = await w.database.query<{ id: string; kind: string; sealed: Uint8Array }>(
        "select encode(id, 'hex') as id, kind, sealed from consent_event",
      );
      expect(events.map(({ kind }) => kind)).toEqual(["followUp"]);
      const [event] = events;
      expect(event && openConsentEvent(w.app.services.sealer, event.id, event.sealed)).toEqual({
        phone: number,
        text: "yes, ask me",
        at: w.runtime.now(),
        wording: w.app.copy.text("questions.followUp.ask", "en", {}, "sms"),
      });
      expect(await w.rows("follow_up")).toBe(1);
    });

    it.each(["2", "no", "skip", "done", "nah"])("%s is a no, and so is no answer", async (answer) => {
      await w.untilAsked();
      await w.say(answer);
      await w.untilAsked("es", "+13235550177");
      await w.pass(32 * dayMs);
      expect(w.sent).toEqual([]);
      expect(await w.rows("follow_up")).toBe(0);
    });

    it("can be taken back where it was asked, and is not asked again while a question waits", async () => {
      await w.agree();
      expect(await w.say("back")).toContain("May we text you once");
      await w.say("2");
      expect(await w.rows("follow_up")).toBe(0);
      await w.say("back");
      await w.say("1");
      await w.pass(3 * dayMs);
      expect(await w.untilAsked()).toContain("That is all for now");
      expect(await w.rows("follow_up")).toBe(1);
    });

    it.each([
      ["nobody told to go for a copy", ["hello", "2", "Compton", "1", "1"], false],
      ["who asked how to get proof", ["hello", "2", "Compton", "1", "1", "1"], true],
      ["for whom a job waits", ["hello", "2", "Compton", "1", "1", "2"], true],
      ["who asked about clinics", ["hello", "2", "Compton", "1", "1", "5"], false],
      [
        "who is asked about the watch",
        ["hello", "1", "no", "Zoraida Quintanegra", "02/27/1971", "1992", "1", "2", "1", "1", "1", "1"],
        false,
      ],
    ])("%s: %s, %s", async (_name, texts, asked) => {
      for (const text of texts) await w.say(text);
      const end = await w.say("8");
      expect(end.includes("May we text you once")).toBe(asked);
    });

    it("is not asked where no text can be w.sent later", async () => {
      await w.open({ ...testTwilio, accountSid: undefined });
      expect(await w.untilAsked()).toContain("That is all for now");
      await w.open();
      expect(await w.untilAsked("en", "whatsapp:+13235550143")).toContain("That is all for now");
    });
  });

  describe("a month later", () => {
    it.each([
      ["en", "Did you get what you needed?"],
      ["es", "¿ya tiene lo que necesitaba?"],
    ] as const)("the question goes out once, by day, in their language (%s)", async (locale, question) => {
      await w.agree(locale);
      await w.pass(29 * dayMs);
      expect(w.sent).toEqual([]);
      await w.pass(90 * dayMs);
      expect(w.sent).toHaveLength(1);
      const [text] = w.sent;
      expect(text?.body).toContain(question);
      expect(text?.body).not.toMatch(/case|court|copy|list|caso|corte|copia|lista|prop|dismiss/i);
      expect(isQuiet(text?.at ?? 0)).toBe(false);
      expect((text?.at ?? 0) - Date.parse("2026-03-02T18:00:00Z")).toBeGreaterThanOrEqual(30 * dayMs);
      expect(await w.rows("follow_up")).toBe(0);
      expect(await w.rows("outbox")).toBe(0);
    });

    it("its choices are numbered as those of the question it asks", async () => {
      for (const locale of ["en", "es"] as const) {
        const labels = (["got", "notYet", "trouble"] as const).map(
          (id, n) => `${n + 1} ${w.app.copy.text(`questions.gotCopy.choice.${id}`, locale, {}, "sms")}`,
        );
        expect(w.app.copy.text("texts.followUp", locale, {}, "sms").split("\n").slice(1)).toEqual(labels);
      }
    });

    it("waits for the morning", async () => {
      await w.agree();
      await w.pass(30 * dayMs - 2 * hourMs);
      w.runtime.time = Date.parse("2026-04-02T05:00:00Z"); // 22:00
      await askFollowUps(w.services(), w.app.copy);
      await w.pass(24 * hourMs);
      expect(w.sent.map(({ at }) => new Date(at).toISOString())).toEqual(["2026-04-02T17:00:00.000Z"]);
    });

    const answers = [
      ["1", "got", /Thank you for telling us[\s\S]*not ask again/],
      ["I got it, thanks", "got", /Thank you for telling us/],
      ["ya me la dieron", "got", /Thank you for telling us/],
      ["2", "notYet", /certified copy[\s\S]*not ask again/],
      ["todavía no he ido", "notYet", /certified copy/],
      ["3", "trouble", /A person at .* can help[\s\S]*1 Call me/],
      ["they said there is no record", "trouble", /1 Call me/],
    ] as const;
    it.each(answers)("%s is %s: said so, counted, and forgotten", async (text, name, reply) => {
      await w.agree();
      await w.pass(31 * dayMs);
      expect(await w.say(text)).toMatch(reply);
      expect(await w.rows("follow_up")).toBe(0);
      expect(await tallies()).toEqual([
        { name: "followUp", locale: "en", n: 1 },
        { name: `followUp_${name}`, locale: "en", n: 1 },
        { name: "text_followUp", locale: "en", n: 1 },
      ]);
      await w.pass(2 * dayMs);
      expect(await w.rows("conversation")).toBe(0);
      await w.pass(60 * dayMs);
      expect(w.sent).toHaveLength(1);
    });

    it("is no conversation of its own in the numbers, unless something else is begun", async () => {
      const begun = () =>
        w.database
          .query("select sum(n)::int as n from tally where name = 'conversation'")
          .then(([row]) => row);
      await w.agree();
      await w.pass(31 * dayMs);
      await w.say("1");
      expect(await begun()).toEqual({ n: 1 });
      await w.agree("en", "+13235550177");
      await w.pass(31 * dayMs);
      await w.say("hello", "+13235550177");
      expect(await begun()).toEqual({ n: 3 });
    });

    it("trouble is handed to a person who knows what it is about, and nothing more", async () => {
      await w.agree();
      await w.pass(31 * dayMs);
      for (const text of ["3", "1", "this number", "any time", "2"]) await w.say(text);
      expect(await w.say("2")).toContain("would get your answers and what we told you");
      expect(await w.say("1")).toMatch(/Done\. A person at/);
      const [row] = await w.database.query<{ id: Uint8Array; sealed: Uint8Array }>(
        "select id, sealed from handoff",
      );
      const handoff = row && openHandoff(w.app.services.sealer, row.id, row.sealed);
      expect(handoff).toMatchObject({
        hadTrouble: true,
        outcomes: [],
        answers: { names: [], caseNumbers: [] },
        reach: { phone: number },
      });
    });

    it("who says hello, or brings another case, is met like anybody, and asked no more", async () => {
      await w.agree("es");
      await w.pass(31 * dayMs);
      expect(await w.say("hola")).toMatch(/revise gratis|caso viejo/);
      expect(await w.say("1")).toContain("¿");
      await w.pass(3 * dayMs);
      expect(await w.say("hola")).toContain("Prop 64");
      expect(await w.rows("follow_up")).toBe(0);
      expect((await tallies()).map(({ name }) => name)).toEqual(["followUp", "text_followUp"]);

      await w.agree("en", "+13235550177");
      await w.pass(31 * dayMs);
      expect(await w.say("BA131774", "+13235550177")).toContain("1 I agree");
      await w.say("1", "+13235550177");
      expect(await w.say("again", "+13235550177")).toContain("name on the case");
    });

    it("an answer weeks late still counts; one after its time begins anew", async () => {
      await w.agree();
      await w.pass(60 * dayMs);
      expect(await w.say("1")).toContain("Thank you for telling us");
      await w.agree("en", "+13235550177");
      await w.pass(95 * dayMs);
      expect(await w.say("1", "+13235550177")).toContain("Prop 64");
    });

    it("what is not understood is asked again, also hours later, and the words that always work do", async () => {
      await w.agree();
      await w.pass(31 * dayMs);
      expect(await w.say("purple")).toContain("Send 1 for yes");
      await w.pass(4 * hourMs);
      expect(await w.say("purple")).toContain("For example, send 2");
      expect(await w.say("why")).toContain("counted and not kept");
      expect(await w.say("HELP")).toMatch(/free help[\s\S]*Did you get what you needed/);
      expect(await w.say("español")).toContain("¿Ya tiene lo que necesitaba?");
      expect(await w.say("PERSONA")).toContain("1 Que me llamen");
      expect(await w.say("2")).toContain("¿Ya tiene lo que necesitaba?");
      expect(await w.say("ya")).toContain("Gracias por decirnos");
      expect((await tallies()).map(({ name, locale }) => `${name} ${locale}`)).toContain("followUp_got es");
    });

    it("the carrier's copies of an answer are one answer", async () => {
      await w.agree();
      await w.pass(31 * dayMs);
      const sid = "SM00000000000000000000000000000088";
      const copies = await Promise.all([1, 2, 3].map(() => postText(w.app, number, "1", sid)));
      expect(new Set(copies.map(({ body }) => body)).size).toBe(1);
      expect((await tallies()).find(({ name }) => name === "followUp_got")?.n).toBe(1);
    });

    it("a conversation that goes on at that hour is not disturbed: the question waits for its end", async () => {
      await w.agree();
      await w.pass(30 * dayMs - 2 * hourMs);
      await w.say("hello");
      await w.pass(4 * hourMs);
      expect(w.sent).toEqual([]);
      expect(await w.say("1")).toMatch(/Go on with what was started|case number/);
      await w.pass(2 * dayMs);
      expect(w.sent).toHaveLength(1);
    });
  });

  describe("nobody is asked", () => {
    it.each([
      ["STOP", "STOP"],
      ["DELETE", "delete my data"],
    ])("after %s, before or after the text was written", async (_name, word) => {
      await w.agree();
      await w.say(word);
      const late = "+13235550177";
      await w.agree("en", late);
      await w.pass(30 * dayMs - 2 * hourMs);
      w.runtime.advance(2 * hourMs);
      await askFollowUps(w.services(), w.app.copy);
      expect((await outboxStates(w.database)).filter(({ state }) => state === "waiting")).toHaveLength(1);
      await w.say(word, late);
      await w.pass(40 * dayMs);
      expect(w.sent).toEqual([]);
      expect(await w.rows("follow_up")).toBe(0);
    });

    it("but a STOP taken back in time loses nothing, and one taken back later does", async () => {
      await w.agree();
      await w.say("STOP");
      await w.pass(20 * hourMs);
      await w.say("START");
      await w.agree("en", "+13235550177");
      await w.say("STOP", "+13235550177");
      await w.pass(2 * dayMs);
      await w.say("START", "+13235550177");
      await w.pass(40 * dayMs);
      expect(w.sent.map(({ to }) => to)).toEqual([number]);
    });

    it("STOP and START at the question itself: it is asked again", async () => {
      await w.agree();
      await w.pass(31 * dayMs);
      expect(await w.say("STOP")).toContain("no more messages");
      expect(await w.say("1")).toBe("");
      expect(await w.say("START")).toContain("Did you get what you needed?");
      expect(await w.say("1")).toContain("Thank you for telling us");
    });
  });
});
