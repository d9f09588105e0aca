/**
 * P19: no lookup without agreement and confirm; a choice for a question that does not stand is ignored; typed extras
 * fill later answers, never agreement.
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { newAddress, newPhone, smsTalk, webTalk } from "../support/talk.ts";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
  });
  const lookups = async () =>
    (
      await database.query<{ n: number }>("select count(*)::int as n from audit where event = 'lookup_made'")
    )[0]?.n ?? 0;

  const everything = "Marcus Tollesworth May 19 1974 BA131774 1996 yes I agree search now";

  it("whatever is typed or pressed before agreement, in any order, nothing is looked up", async () => {
    const input = fc.oneof(
      fc
        .constantFrom("search", "me", "name", "again", "goOn", "laCounty", "erase")
        .map((choice) => ({ choice })),
      fc.constantFrom("start", "confirm", "lookup", "outcome", "name").map((edit) => ({ edit })),
      fc
        .constantFrom(everything, "Marcus Tollesworth", "BA131774", "search", "look now", "5")
        .map((text) => ({ text })),
    );
    const before = await lookups();
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 8 }), async (inputs) => {
        const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
        for (const one of inputs) {
          expect((await talk.send(one)).status).toBe(200);
          expect(talk.reply.question).toBe("start");
          expect(talk.reply.outcome).toBeNull();
        }
      }),
      { numRuns: 15, seed: 19 },
    );
    const sms = smsTalk(app, newPhone());
    for (const text of [everything, everything, "BA131774", "search"]) await sms.say(text);
    expect(await lookups()).toBe(before);
  });

  it("what was typed early is kept and not asked again, but only an agreement and a confirm look it up", async () => {
    const before = await lookups();
    const sms = smsTalk(app, newPhone());
    await sms.say("BA131774");
    await sms.say("1");
    const name = await sms.say("Marcus Tollesworth May 19, 1974");
    expect(name.texts.join(" ")).toContain("BA131774");
    expect(name.texts.join(" ")).toContain("MARCUS TOLLESWORTH");
    expect(await lookups()).toBe(before);
    expect((await sms.say("1")).texts.join(" ")).toContain("February 2020");
    expect(await lookups()).toBe(before + 1);
  });

  it("a choice for a question that does not stand changes nothing and asks the standing one again", async () => {
    const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
    await talk.send({ choice: "agree" });
    for (const choice of ["search", "agree", "laCounty", "finish", "yes", "erase", "__proto__", ""]) {
      await talk.send({ choice });
      expect(talk.reply.question).toBe("forWhom");
    }
    await talk.send({ choice: "me" });
    expect(talk.reply.question).toBe("caseNumber");
  });

  it("for someone who cannot say yes nothing is looked up, nor asked about them", async () => {
    const before = await lookups();
    const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
    for (const choice of ["agree", "cannotAsk"]) await talk.send({ choice });
    await talk.send({ text: everything });
    await talk.send({ choice: "search" });
    expect(await lookups()).toBe(before);
    expect(talk.reply.question).not.toBe("confirm");
  });

  it("with lookups switched off in the database, the very next turn looks nothing up", async () => {
    const { switchLookups } = await import("../../src/acts/switch-lookups.ts");
    const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
    for (const text of ["1", "1", "no", "Marcus Tollesworth", "May 19, 1974", "1996"]) await talk.say(text);
    expect(talk.reply.question).toBe("confirm");
    await switchLookups(app.services, "off", "operator");
    const before = await lookups();
    await talk.say("1");
    expect(await lookups()).toBe(before);
    expect(talk.reply.outcome).not.toBe("dismissed");
    await switchLookups(app.services, "full", "operator");
  });
});
