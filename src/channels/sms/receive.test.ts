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

  it("a picture before any language is known is answered in both, and the greeting comes with it", async () => {
    const answer = await postText(app, newPhone(), "", undefined, { NumMedia: "1" });
    expect(answer.texts[0]).toMatch(/cannot read pictures.*No podemos leer fotos/);
    expect(answer.texts.join(" ")).toContain("I agree, in English");
  });

  it("words beside a picture that answer nothing get the kind word instead of a correction", async () => {
    const phone = newPhone();
    for (const text of ["hello", "1"]) await postText(app, phone, text);
    const sent = await postText(app, phone, "this is my paper", undefined, { NumMedia: "1" });
    expect(sent.texts.join(" ")).toContain("cannot read pictures");
    expect(sent.texts.join(" ")).toContain("What is the case number");
    const read = await postText(app, phone, "case BA131774", undefined, { NumMedia: "1" });
    expect(read.texts.join(" ")).toContain("name on the case");
  });

  it("a place on the map is no answer either", async () => {
    const answer = await postText(app, newPhone(), "", undefined, { Latitude: "34.05", Longitude: "-118.2" });
    expect(answer.texts[0]).toContain("cannot read pictures");
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

  it("a tapped button answers as the number it stands for, or by its words", async () => {
    const from = `whatsapp:${newPhone()}`;
    const tap = (ButtonText: string, ButtonPayload: string, Body = "") =>
      postText(app, from, Body, undefined, { ButtonText, ButtonPayload });
    await postText(app, from, "hola");
    expect((await tap("Estoy de acuerdo", "1")).texts.join(" ")).toContain("papeles de la corte");
    expect((await tap("No", "none_42", "No")).texts.join(" ")).toContain("nombre tiene el caso");
    expect((await tap("Stop promotions", "opt_42")).texts.join(" ")).toContain("ya no le mandamos mensajes");
    expect((await postText(app, from, "hola")).texts).toEqual([]);
  });

  it("a thumb on a text neither answers, stops nor opens anything; a question that stands is put again", async () => {
    const phone = newPhone();
    expect((await postText(app, phone, "Liked “Clearline: we checked again.”")).texts).toEqual([]);
    for (const text of ["hello", "1", "no", "Rosa Cruz", "July 25, 1968", "1992"])
      await postText(app, phone, text);
    const liked = await postText(app, phone, "Loved “1 Look now\n3 Born: July 4, 1970”");
    expect(liked.texts.join(" ")).toContain("Born: July 25, 1968");
    expect((await postText(app, phone, "Le gustó “ALTO para terminar”")).texts).toHaveLength(1);
    await postText(app, phone, "done");
    expect((await postText(app, phone, "👍 to “That is all for now.”")).texts).toEqual([]);
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
