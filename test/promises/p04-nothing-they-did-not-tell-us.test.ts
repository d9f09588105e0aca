/**
 * P4: nothing of a record that the person did not type is ever sent: canaries in every field of every record.
 */
import { beforeAll, expect, it } from "vitest";
import { caseStatuses, type ListRecord } from "../../src/matching/types.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { newPhone, newTalk, untilLookup } from "../support/talk.ts";

/** Words that stand on the records and nowhere else. */
const canaries = ["ZYLOFONT", "QUARGLE", "VEXNORTH", "BLATHERWICK", "11360(Q)", "GROMBLETON", "2019-07-31"];
const canaryForms = [...canaries, "July 31, 2019", "31 de julio de 2019", "1987", "XQ77", "7/31/2019"];

const statuses = [...caseStatuses, undefined];

/** One person a status, their record full of canaries. */
const people = statuses.map((status, n) => {
  const family = ["ALDERMERE", "BOSKINTON", "CRANMERLEY", "DUNSTABLER", "EVERSHOLTE", "FARTHINGAL"][n] ?? "";
  return {
    person: { name: `Gwendolyn ${family}`, birthDate: "May 19, 1974", year: "1992", caseNumber: "no" },
    record: {
      ...record({
        caseNumber: `XQ77000${n}`,
        name: { given: ["GWENDOLYN", "ZYLOFONT"], family: [family, "QUARGLE"], suffix: "VEXNORTH" },
        aka: [{ given: ["BLATHERWICK"], family: ["QUARGLE"] }],
        charges: ["11360(Q) HS-GROMBLETON"],
        convictionDate: "1987-02-03",
        court: "GROMBLETON",
        statusDate: "2019-07-31",
      }),
      status,
    } as ListRecord,
  };
});

forBothDatabases((_kind, makeDatabase) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
    await loadList(app.services, {
      id: "canary-2021",
      announced: "2021-09-27",
      records: [...people.map((one) => one.record), ...crowd(40)],
    });
  });

  for (const channel of ["sms", "web"] as const) {
    it(`by ${channel}, confirmed and asked about every topic, no word of the record is sent`, async () => {
      for (const { person, record: filed } of people) {
        const talk = await newTalk(app, channel, "en", newPhone());
        const all = [...untilLookup(channel, "en", person), "1", "2", "3", "4", "5", "6", "why", "back", "8"];
        for (const text of all) await talk.say(text);
        const sent = talk.heard.map((one) => one.body).join("\n");
        expect(sent, `status ${filed.status}`).toContain("September 2021");
        const found = canaryForms.filter((word) => sent.toUpperCase().includes(word.toUpperCase()));
        expect(found, `status ${filed.status}`).toEqual([]);
        expect(sent).not.toContain("canary");
      }
    });
  }

  it("several cases are told by how many, each with its list and status, and nothing more", async () => {
    const [first] = people;
    if (!first) throw new Error("nobody");
    const second = { ...first.record, caseNumber: "XQ88000", status: "filed" as const };
    await loadList(app.services, {
      id: "canary-2020",
      announced: "2020-02-13",
      records: [first.record, second, ...crowd(10)],
    });
    const talk = await newTalk(app, "web", "en", newPhone());
    for (const text of untilLookup("web", "en", first.person)) await talk.say(text);
    const sent = talk.heard.at(-1)?.body ?? "";
    expect(sent).toContain("3");
    expect(canaryForms.filter((word) => sent.toUpperCase().includes(word.toUpperCase()))).toEqual([]);
    expect(sent).not.toContain("XQ88");
  });
});
