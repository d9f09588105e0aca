/**
 * P7: nobody is locked out by a stranger, and what a stranger spent leaves no trace that another can see.
 */
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs, wrongDates } from "../support/lookUps.ts";
import { ask, newAddress, newPhone, webTalk, untilLookup } from "../support/talk.ts";

forBothDatabases((_kind, makeDatabase) => {
  let app: TestApp;
  let loaded = 0;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
  });

  const load = async () => {
    const caseNumber = `BA61${1000 + ++loaded}`;
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [
        record({ caseNumber }),
        record({ caseNumber: `BA62${1000 + loaded}`, birthDate: "1974-08-30" }),
        record({ caseNumber: `BA63${1000 + loaded}`, birthDate: "1966-02-14" }),
        ...crowd(35),
      ],
    });
    return caseNumber;
  };

  it("a spent phone or address hears to call, the same whether the case is there or not", async () => {
    await load();
    const phone = newPhone();
    for (let n = 0; n < 5; n++) await lookUpAs(app.services, { from: phone });
    const here = await ask(app, "sms", "en", phone, marcus);
    expect(here.answer.texts.join(" ")).toContain("We cannot check by");
    const other = newPhone();
    for (let n = 0; n < 5; n++) await lookUpAs(app.services, { from: other });
    const absent = await ask(app, "sms", "en", other, { ...marcus, name: "Prudence Oakenshaw" });
    expect(here.answer.texts).toEqual(absent.answer.texts);
    const address = newAddress();
    for (let n = 0; n < 40; n++) await lookUpAs(app.services, { from: address, kind: "address" });
    const talk = await webTalk(app, { headers: { "x-forwarded-for": address } });
    for (const text of untilLookup("web", "en", marcus)) await talk.say(text);
    expect(talk.reply.outcome).toBe("callUs");
  });

  it("a stranger's spent phone leaves every other phone its five lookups", async () => {
    await load();
    const stranger = newPhone();
    for (let n = 0; n < 9; n++) await lookUpAs(app.services, { from: stranger });
    const own = newPhone();
    for (let n = 0; n < 5; n++) {
      expect((await lookUpAs(app.services, { birthDate: "1974-05-19", from: own })).kind).toBe("confirmed");
    }
  });

  it("a frozen record freezes nobody else of that name, neither of that birth year nor of another", async () => {
    const caseNumber = await load();
    // Near misses of the whole birth year: both who were born in it are near to each wrong date.
    for (const birthDate of wrongDates(5)) await lookUpAs(app.services, { birthDate });
    expect((await lookUpAs(app.services, { birthDate: "1974-05-19" })).kind).toBe("notConfirmed");
    expect((await lookUpAs(app.services, { birthDate: "1966-02-14" })).kind).toBe("confirmed");
    expect((await lookUpAs(app.services, { caseNumbers: [caseNumber] })).kind).toBe("confirmed");
  });

  it("staff can see which records are frozen by the audit, and a released one confirms again", async () => {
    await load();
    for (const birthDate of wrongDates(5)) await lookUpAs(app.services, { birthDate });
    const { database } = app.services;
    const told = await database.query<{ n: number }>(
      "select count(*)::int as n from audit where event = 'record_frozen'",
    );
    expect(told[0]?.n).toBeGreaterThan(0);
    await database.query("update record_budget set frozen_at = null, guesses = '{}', days = '{}'");
    expect((await lookUpAs(app.services, { birthDate: "1974-05-19" })).kind).toBe("confirmed");
  });

  it("someone who misremembers a day four times is still found on the fifth try, with the right one", async () => {
    await load();
    for (const birthDate of wrongDates(4)) await lookUpAs(app.services, { birthDate });
    expect((await lookUpAs(app.services, { birthDate: "1974-05-19" })).kind).toBe("confirmed");
  });
});
