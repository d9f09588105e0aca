/**
 * R2: the turn commits and the reply is lost on the way; whoever asks again gets the stored reply, not a second step.
 */
import { beforeAll, expect, it } from "vitest";
import { makeApp, textParams, twilioRequest, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { newPhone, postChat, postText, webTalk } from "../support/talk.ts";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database });
  });

  it("by text, the carrier's retry at another server gets the bytes that were lost, and the answer counted once", async () => {
    const phone = newPhone();
    await postText(app, phone, "hello");
    const lost = twilioRequest(textParams(phone, "1"));
    // The reply is never read.
    await (await app.request("/webhooks/sms", lost)).body?.cancel();
    const other = await makeApp({ database: { ...database } });
    const retried = await (await other.request("/webhooks/sms", lost)).text();
    expect(retried).toContain("case number");
    expect((await postText(other, phone, "no")).texts.join(" ")).toContain("name on the case");
  });

  it("on the web, the same turn id again gets the same reply, and another id is the next step", async () => {
    const talk = await webTalk(app);
    const json = { conversation: talk.token, turn: "lost", choice: "agree" };
    const lost = await postChat(app, json);
    const other = await makeApp({ database: { ...database } });
    expect((await postChat(other, json)).body).toBe(lost.body);
    const next = await postChat(other, { conversation: talk.token, turn: "next", choice: "me" });
    expect(JSON.parse(next.body)).toMatchObject({ question: "caseNumber" });
  });

  it("the same turn id with other words is still the turn that happened: the first words count", async () => {
    const talk = await webTalk(app);
    const first = await talk.send({ choice: "stepsOnly", turn: "one" });
    const second = await talk.send({ choice: "agree", turn: "one" });
    expect(second.body).toBe(first.body);
  });
});
