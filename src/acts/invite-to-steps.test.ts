import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeApp, phone, type TestApp } from "../../test/support/app.ts";
import { emptyDatabase, forBothDatabases, type TestDatabase } from "../../test/support/database.ts";
import { TestRuntime } from "../../test/support/runtime.ts";
import { inviteToSteps } from "./invite-to-steps.ts";

const number = "+13235550177";
const answers = { place: "laCounty", offense: "had", disposition: "convicted", name: "Marcus" };

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  const invite = (turn = "t1") =>
    inviteToSteps(app.services, app.copy, { phone: number, locale: "en", answers, cause: ["c1", turn] });
  const waiting = async () => (await database.query("select 1 as one from outbox")).length;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database, runtime: new TestRuntime() });
  });

  describe("steps for a client's phone", () => {
    it("go out when the phone answers 1, without a name, and not before", async () => {
      expect(await invite()).toBe("invited");
      expect(await waiting()).toBe(1);
      const texts = (await phone(app, number)("1")).join(" ");
      expect(texts).toContain("CR-400");
      expect(texts).not.toMatch(/marcus/i);
    });

    it("asked for twice by the same turn are one text", async () => {
      await invite();
      expect(await invite()).toBe("repeated");
      expect(await waiting()).toBe(1);
    });

    it("leave a conversation alone that the phone is in the middle of", async () => {
      await phone(app, number)("hello");
      expect(await invite()).toBe("inConversation");
      expect(await waiting()).toBe(0);
    });

    it("are not told to a stranger who says STOP, and nothing more is sent there", async () => {
      await invite();
      const say = phone(app, number);
      expect((await say("STOP")).join(" ")).toMatch(/no more messages/);
      expect(await say("1")).toEqual([]);
    });
  });
});
