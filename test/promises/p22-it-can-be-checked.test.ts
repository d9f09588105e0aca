/**
 * P22: HELP names the organisation, its number and its site, and the site shows the same.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { databaseMaker } from "../support/database.ts";
import { newPhone, smsTalk, webTalk } from "../support/talk.ts";

const org = {
  name: "Eastside Neighbors Law",
  shortName: "Eastside Law",
  phone: "(323) 555-0142",
  hours: "Mon-Thu 9-4",
  url: "https://eastside.example",
  privacyUrl: "https://eastside.example/privacy",
};

describe("who is asking", () => {
  const makeDatabase = databaseMaker("postgres");
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase(), config: { org } });
  });

  for (const [locale, word, hello] of [
    ["en", "HELP", "hello"],
    ["es", "AYUDA", "hola"],
  ] as const) {
    it(`${word} by text, as a first message and later, names the organisation, its number and its site`, async () => {
      for (const before of [[], [hello, "1"]]) {
        const talk = smsTalk(app, newPhone());
        for (const text of before) await talk.say(text);
        const help = (await talk.say(word)).texts.join(" ");
        for (const detail of [org.name, org.phone, org.url]) expect(help).toContain(detail);
      }
    });

    it(`the ${locale} page shows the same organisation, number and site as HELP, and links its privacy page`, async () => {
      const html = await (await app.request(`/${locale}`)).text();
      const talk = await webTalk(app, { locale });
      const help = (await talk.say(word)).texts.join(" ");
      for (const detail of [org.name, org.phone, org.url]) {
        expect(html, detail).toContain(detail);
        expect(help, detail).toContain(detail);
      }
      expect(html).toContain(org.privacyUrl);
    });
  }

  it("asked who it is, it says: not police, not ICE, not the court", async () => {
    for (const [text, not] of [
      ["are you ICE", "We are not police, ICE or the court"],
      ["¿es de migración?", "No somos"],
    ] as const) {
      const talk = smsTalk(app, newPhone());
      expect((await talk.say(text)).texts.join(" ")).toContain(not);
    }
  });
});
