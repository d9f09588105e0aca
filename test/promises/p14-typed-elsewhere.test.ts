/**
 * P14, where a phone was typed in by somebody: on the web, at a clinic table, on a sign-up sheet. DELETE from that phone
 * takes all of it, on whichever of its channels, and leaves what is another's.
 */
import { beforeAll, beforeEach, expect, it } from "vitest";
import { createEvent } from "../../src/acts/events/create.ts";
import { loadSheet } from "../../src/acts/events/load-sheet.ts";
import { openNext } from "../../src/acts/events/work-sheet.ts";
import { claimHandoff } from "../../src/acts/handoff/claim-handoff.ts";
import { answerHandoff } from "../../src/acts/handoff/answer-handoff.ts";
import { inviteToSteps } from "../../src/acts/invite-to-steps.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import { sendDue } from "../../src/acts/send-due.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { TestRuntime } from "../support/runtime.ts";
import { sendingServices, testTwilio } from "../support/sending.ts";
import { testKeys } from "../support/services.ts";
import { signedIn } from "../support/staff.ts";
import { newPhone, postText, webTalk } from "../support/talk.ts";

const details = {
  code: "CLINIC42",
  place: "Quailwood Library",
  day: "2026-12-05",
  from: "10:00",
  to: "13:00",
  languages: ["en"],
  booking: "",
  shown: true,
};
const [keyA = "", keyB = ""] = testKeys.split(",");

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let runtime: TestRuntime;
  let app: TestApp;
  const server = (keys = testKeys) => makeApp({ database, runtime, keys, config: { twilio: testTwilio } });
  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    runtime = new TestRuntime({ now: "2026-12-05T18:00:00Z" });
    app = await server();
  });

  const count = async (sql: string) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n;
  const sheetOf = async (...phones: string[]) => {
    const id = await createEvent(app.services, details, { id: "admin" });
    const lines = phones.map((phone, n) => `Marisol Quenby ${"ABC"[n]},1974-05-19,${phone},es,yes`);
    const file = Buffer.from(["name,birth date,phone,language,consent", ...lines].join("\n"));
    expect(await loadSheet(app.services, id, file, { id: "admin" })).toMatchObject({ added: phones.length });
    return id;
  };
  /** A wish left on the web with that number, taken on by a reviewer, who texts an answer. */
  const wishOnTheWeb = async (phone: string) => {
    const talk = await webTalk(app);
    for (const text of ["1", "1", "BA131774", "PERSON", "1", phone, "in the morning", "yes", "no", "yes"])
      await talk.say(text);
    const [row] = await database.query<{ id: string }>(
      "select encode(id, 'hex') as id from handoff where reach = $1::bytea",
      [app.services.sealer.hash("phones", phone)],
    );
    const reviewer = await signedIn(app, "reviewer");
    expect(await claimHandoff(app.services, reviewer, row?.id ?? "")).toBe("done");
    const sent = await answerHandoff(app.services, app.copy, reviewer, row?.id ?? "", "personReady");
    expect(sent).toBe("done");
    return talk;
  };

  for (const prefix of ["", "whatsapp:", "rcs:"])
    it(`a text asked for at a table goes with DELETE, and another's stays, from ${prefix || "sms"}`, async () => {
      const [mine, other] = [newPhone(), newPhone()];
      for (const phone of [mine, other])
        await inviteToSteps(app.services, app.copy, {
          phone,
          locale: "en",
          answers: {},
          cause: ["clinic", phone],
        });
      await postText(app, prefix + mine, "DELETE MY DATA");
      const left = await database.query("select encode(address, 'hex') as address from outbox");
      expect(left).toEqual([{ address: app.services.sealer.hash("phones", other).toString("hex") }]);
    });

  it("a text asked for at a table is not sent once that phone said STOP", async () => {
    const phone = newPhone();
    await inviteToSteps(app.services, app.copy, { phone, locale: "en", answers: {}, cause: ["clinic", "x"] });
    await postText(app, phone, "STOP");
    const posts: string[] = [];
    const carrier = {
      send: ({ to }: { to: string }) => {
        posts.push(to);
        return Promise.resolve({ kind: "accepted", sid: "SM1", status: "queued" } as const);
      },
      sentTo: () => Promise.resolve([]),
    };
    expect(await sendDue(sendingServices(database, runtime), carrier)).toMatchObject({ failedCount: 1 });
    expect(posts).toEqual([]);
    expect(await count("outbox where sealed is not null")).toBe(0);
  });

  for (const phrase of ["DELETE MY DATA", "borrar todo"])
    it(`"${phrase}" by text takes the row of a sign-up sheet, open or not, and no other`, async () => {
      const [mine, other] = [newPhone(), newPhone()];
      const id = await sheetOf(mine, other, "");
      await openNext(app.services, id, { id: "ana" }, true);
      await postText(app, mine, phrase);
      expect(await database.query("select position from sheet_person order by 1")).toEqual([
        { position: 2 },
        { position: 3 },
      ]);
      expect(await openNext(app.services, id, { id: "ana" }, false)).toBeUndefined();
    });

  it("the row is found under a new key as well, and a bare DELETE that was not meant so takes nothing", async () => {
    app = await server(`${keyA},${keyB}`);
    const phone = newPhone();
    await sheetOf(phone);
    await postText(app, phone, "delete");
    await postText(app, phone, "2");
    expect(await count("sheet_person")).toBe(1);
    app = await server(`${keyB},${keyA}`);
    await rotateKeys(app.services);
    app = await server(keyB);
    await postText(app, phone, "borrar mis datos");
    expect(await count("sheet_person")).toBe(0);
  });

  it("a wish left on the web, and the text that answers it, go with DELETE from the phone", async () => {
    const [mine, other] = [newPhone(), newPhone()];
    await wishOnTheWeb(mine);
    await wishOnTheWeb(other);
    expect([await count("handoff"), await count("outbox where sealed is not null")]).toEqual([2, 2]);
    await postText(app, mine, "DELETE MY DATA");
    expect([await count("handoff"), await count("outbox where sealed is not null")]).toEqual([1, 1]);
  });

  it("DELETE on the web takes the wish, its text, and the sheet's row of the number left with it", async () => {
    const [mine, other] = [newPhone(), newPhone()];
    await sheetOf(mine, other);
    const talk = await wishOnTheWeb(mine);
    await inviteToSteps(app.services, app.copy, {
      phone: mine,
      locale: "en",
      answers: {},
      cause: ["clinic", "y"],
    });
    await talk.say("delete my data");
    expect(await count("handoff")).toBe(0);
    // What was asked for elsewhere for that number is not taken by somebody who only typed it.
    expect(await database.query("select kind from outbox")).toEqual([{ kind: "stepsInvite" }]);
    expect(await database.query("select position from sheet_person")).toEqual([{ position: 2 }]);
  });
});
