import { beforeAll, describe, expect, it } from "vitest";
import { makeApp, textsOf, type TestApp } from "../../../test/support/app.ts";
import { databaseMaker } from "../../../test/support/database.ts";
import { newPhone, postText, smsTalk } from "../../../test/support/talk.ts";

describe("Twilio's messaging webhook", () => {
  const makeDatabase = databaseMaker("postgres");
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
  });

  it("answers TwiML as text/xml, and the first text in the language it shows", async () => {
    const answer = await postText(app, newPhone(), "hola");
    expect(answer.headers["content-type"]).toContain("text/xml");
    expect(answer.texts.join(" ")).toContain("ayuda gratis");
  });

  it("a picture without words is told what to do instead, and is never fetched", async () => {
    const phone = newPhone();
    await postText(app, phone, "hello");
    const media = { NumMedia: "2", MediaUrl0: "http://127.0.0.1:1/picture", MediaContentType0: "image/jpeg" };
    expect((await postText(app, phone, "", undefined, media)).texts.join(" ")).toContain(
      "cannot read pictures",
    );
  });

  it("words beside a picture are an answer", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of ["hello", "1"]) await talk.say(text);
    const sent = await talk.say("BA131774");
    expect(sent.texts.join(" ")).toContain("name on the case");
  });

  it("WhatsApp and RCS addresses are conversations and opt-outs of their own", async () => {
    const number = newPhone();
    const addresses = [number, `whatsapp:${number}`, `rcs:${number}`];
    for (const from of addresses)
      expect((await postText(app, from, "hello")).texts.length).toBeGreaterThan(0);
    await postText(app, `whatsapp:${number}`, "STOP");
    expect((await postText(app, `whatsapp:${number}`, "1")).texts).toEqual([]);
    expect((await postText(app, number, "1")).texts.length).toBeGreaterThan(0);
  });

  it("the fallback is static and in both languages, whatever is asked and however", async () => {
    for (const init of [{ method: "POST", body: "garbage" }, { method: "GET" }]) {
      const response = await app.request("/webhooks/sms/fallback?ErrorCode=11200", init);
      expect(response.status).toBe(200);
      const [text = ""] = textsOf(await response.text());
      expect(text).toContain("cannot answer right now");
      expect(text).toContain("No podemos contestar");
      expect(text).toContain("(555) 010-0100");
    }
  });

  it("a body over the cap is refused before it is read", async () => {
    const response = await app.request("/webhooks/sms", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `Body=${"x".repeat(70_000)}`,
    });
    expect(response.status).toBe(413);
  });
});
