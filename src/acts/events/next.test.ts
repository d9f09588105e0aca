/**
 * The next clinics: told to whoever asks for clinics, on both channels, in both languages, and read once a minute at most.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../../test/support/database.ts";
import { TestRuntime } from "../../../test/support/runtime.ts";
import { newPhone, newTalk, type Talk } from "../../../test/support/talk.ts";
import { segments } from "../../copy/segments.ts";
import { createEvent } from "./create.ts";
import type { TypedEvent } from "./details.ts";

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let app: TestApp;
  let asked: string[];
  let broken: boolean;

  beforeAll(async () => {
    real = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(real);
    asked = [];
    broken = false;
    const query: TestDatabase["query"] = (text, values, signal) => {
      if (text.includes("clinic c")) {
        asked.push(text);
        if (broken) throw new Error("the database is away");
      }
      return real.query(text, values, signal);
    };
    app = await makeApp({ database: { ...real, query }, runtime: new TestRuntime() });
    app.services.runtime.time = Date.parse("2026-12-01T20:00:00Z");
  });

  const plan = (code: string, over: Partial<TypedEvent> = {}) =>
    createEvent(
      app.services,
      {
        code,
        place: `Quailwood ${code}, 100 Any St`,
        day: "2026-12-05",
        from: "10:00",
        to: "13:30",
        languages: ["en", "es"],
        booking: "",
        shown: true,
        ...over,
      },
      { id: "staff-1" },
    );

  /** Up to the topics, without a lookup. */
  async function atTopics(channel: "sms" | "web", locale: "en" | "es"): Promise<Talk> {
    const talk = await newTalk(app, channel, locale, newPhone());
    const opening = channel === "sms" ? [locale === "en" ? "hello" : "hola", "2"] : ["2"];
    for (const text of [...opening, "3"]) await talk.say(text);
    return talk;
  }
  const askFor = async (talk: Talk, locale: "en" | "es") =>
    (await talk.say(locale === "en" ? "free clinics" : "talleres gratis")).texts;

  it("nothing is shown where none is planned, or none for the public, or all are over", async () => {
    await plan("HIDDEN1", { shown: false });
    await plan("OVER1", { day: "2026-11-30" });
    const talk = await atTopics("sms", "en");
    const said = (await askFor(talk, "en")).join("\n");
    expect(said).toContain("The county library has free clinics");
    expect(said).not.toMatch(/Next clinics|Quailwood/);
  });

  for (const channel of ["sms", "web"] as const) {
    for (const locale of ["en", "es"] as const) {
      it(`the soonest are told with place, day, hours, languages and link, by ${channel}, ${locale}`, async () => {
        await plan("LATER4", { day: "2026-12-30" });
        await plan("SECOND2", { day: "2026-12-12", languages: ["es"], booking: "https://book.example/c2" });
        await plan("FIRST1");
        await plan("THIRD3", { day: "2026-12-19" });
        const talk = await atTopics(channel, locale);
        const texts = await askFor(talk, locale);
        const said = texts
          .join("\n")
          .replace(/[\u202f\u2009]/g, " ")
          .replace(/–/g, "-");
        const [day, hours, both] =
          locale === "en"
            ? ["Dec 5", "10:00 AM - 1:30 PM", "English, Spanish"]
            : [channel === "sms" ? "5 dic" : "5 de dic", "10:00 a.m. - 1:30 p.m.", "inglés, español"];
        for (const part of ["Quailwood FIRST1, 100 Any St", day, hours, both, "https://book.example/c2"])
          expect(said).toContain(part);
        expect(said.indexOf("FIRST1")).toBeLessThan(said.indexOf("SECOND2"));
        expect(said).not.toContain("LATER4");
        expect(said).toContain("LACountyLibrary.org");
        if (channel === "sms") for (const text of texts) expect(segments(text).encoding).toBe("GSM-7");
      });
    }
  }

  it("an accent that text messages lack is no reason for a dear text, and long ones wait", async () => {
    const place = "Biblioteca Agustín Ñandú, Calle Sin Número 100, Los Ángeles";
    for (const [n, day] of ["2026-12-05", "2026-12-12", "2026-12-19"].entries())
      await plan(`FERIA${n}`, { place, day, booking: "https://book.example/a-rather-long-address-here" });
    const texts = await askFor(await atTopics("sms", "es"), "es");
    const said = texts.join("\n");
    expect(said).toContain("BIBLIOTECA AGUSTIN NANDU, CALLE SIN NUMERO 100");
    expect(said.match(/BIBLIOTECA/g)?.length).toBe(1);
    for (const text of texts) {
      expect(segments(text).encoding).toBe("GSM-7");
      expect(segments(text).segments).toBeLessThanOrEqual(4);
    }
  });

  it("they are read when asked for alone, once a minute, and anew once an event was made here", async () => {
    await plan("FIRST1");
    const talk = await atTopics("sms", "en");
    expect(asked).toHaveLength(0);
    await askFor(talk, "en");
    await askFor(talk, "en");
    expect(asked).toHaveLength(1);
    app.services.runtime.advance(60_000);
    await askFor(talk, "en");
    expect(asked).toHaveLength(2);
    await plan("EARLIER2", { day: "2026-12-02" });
    expect((await askFor(talk, "en")).join()).toContain("EARLIER2");
    expect(asked).toHaveLength(3);
  });

  it("where they cannot be read, the rest is said all the same", async () => {
    await plan("FIRST1");
    const talk = await atTopics("web", "en");
    broken = true;
    expect((await askFor(talk, "en")).join()).toContain("The county library has free clinics");
    expect(app.services.logged.join()).toContain("clinics_failed");
  });
});
