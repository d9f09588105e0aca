/**
 * P11: logs hold ids, codes and durations. Canaries go through every path, faults and hostile bodies among them, and
 * everything written anywhere is searched for them.
 */
import { beforeAll, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { makeApp, textParams, twilioRequest, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { captureOutput, tellingFaults } from "../support/output.ts";
import { postChat, postText, untilLookup, webTalk } from "../support/talk.ts";

const person = {
  name: "Zebulonia Quaxworthy",
  birthDate: "November 23, 1957",
  year: "1988",
  caseNumber: "QX987123",
};
const phone = "+13235559917";
const canaries = [
  /zebulonia/i,
  /quaxworthy/i,
  /1957/,
  /qx987123/i,
  /987123/,
  /3235559917/,
  /wobblecanary/i,
  /1988/,
];

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  const written = captureOutput();
  /** The next statements fail as the database itself fails them, with the values in its message and detail. */
  let failing: RegExp | undefined;
  let app: TestApp;

  beforeAll(async () => {
    real = await makeDatabase();
    const typed = `${person.name} ${person.caseNumber} ${phone}`;
    const database = tellingFaults(real, (text) => failing?.test(text) === true, typed);
    app = await makeApp({ database, config: { metricsToken: "a-token-of-16-chars" } });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [
        record({
          caseNumber: person.caseNumber,
          name: { given: ["ZEBULONIA"], family: ["QUAXWORTHY"] },
          birthDate: "1957-11-23",
        }),
        ...crowd(35),
      ],
    });
  });
  async function conversation(): Promise<void> {
    for (const text of [...untilLookup("sms", "en", person), "1", "8", "DELETE MY DATA", "STOP", "START"])
      await postText(app, phone, text);
    const talk = await webTalk(app, { locale: "es", event: "WOBBLECANARY1" });
    for (const text of [...untilLookup("web", "es", person), person.name, "borrar todo"])
      await talk.say(text);
  }

  it("conversations, lookups, erasures and jobs", async () => {
    await conversation();
    await purge(app.services);
    await rotateKeys(app.services);
    for (const path of ["/en", "/es", "/healthz", "/readyz", `/${person.caseNumber}?name=${phone}`])
      await app.request(path);
    await app.request("/en", {
      method: "POST",
      body: new URLSearchParams({ text: person.name, conversation: person.caseNumber }),
    });
  });

  it("faults at every table, whose errors carry what was typed", async () => {
    for (const table of [
      "conversation",
      "turn",
      "limit_counter",
      "record_budget",
      "label",
      "record",
      "setting",
    ]) {
      failing = new RegExp(table);
      await conversation().catch(() => {});
      failing = undefined;
    }
    await conversation();
  });

  it("hostile bodies, unsigned texts and unreadable JSON", async () => {
    const { name } = person;
    for (const body of [
      `{"text":"${name}`,
      `{"text":["${name}"]}`,
      name,
      `{"conversation":"${name}","turn":""}`,
    ])
      await postChat(app, body);
    await app.request("/webhooks/sms", twilioRequest(textParams(phone, name), { signature: "wrong" }));
    await app.request("/webhooks/sms", twilioRequest({ Body: name, From: phone, NumMedia: name }));
    await app.request("/webhooks/chat", { method: "PUT", body: name, headers: { "user-agent": name } });
    await postChat(app, JSON.stringify({ text: name.repeat(10_000) }));
  });

  it("none of it is in the log, on standard output or error, or in the metrics", async () => {
    const metrics = await app.request("/metrics", {
      headers: { authorization: "Bearer a-token-of-16-chars" },
    });
    expect(metrics.status).toBe(200);
    const all = [...app.services.logged, ...written, await metrics.text()];
    expect(app.services.logged.length).toBeGreaterThan(10);
    for (const canary of canaries) expect(all.filter((line) => canary.test(line))).toEqual([]);
  });

  it("each line of the log has known fields alone", () => {
    const known = new Set(
      "level time event requestId channel code status durationMs list version address".split(" "),
    );
    for (const line of app.services.logged) {
      const fields = Object.keys(JSON.parse(line) as object);
      expect(fields.filter((field) => !known.has(field) && !field.endsWith("Count"))).toEqual([]);
    }
  });
});
