/**
 * R4: two texts at once from one phone are two turns in one order, at one server or at two.
 */
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { newPhone, postText } from "../support/talk.ts";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let servers: TestApp[];
  beforeAll(async () => {
    database = await makeDatabase();
    servers = [await makeApp({ database }), await makeApp({ database: { ...database } })];
  });
  const at = (n: number) => {
    const server = servers[n % servers.length];
    if (!server) throw new Error("no server");
    return server;
  };

  it("both are answered, the second to what the first left, and neither answer is lost", async () => {
    for (let n = 0; n < 6; n++) {
      const phone = newPhone();
      await postText(at(0), phone, "hello");
      await postText(at(0), phone, "1");
      const [number, name] = await Promise.all([
        postText(at(n), phone, "BA131774"),
        postText(at(n + 1), phone, "Marcus Tollesworth"),
      ]);
      expect([number.status, name.status]).toEqual([200, 200]);
      const rows = await database.query<{ version: number; turns: number }>(
        `select c.version, (select count(*)::int from turn t where t.handle = c.handle) as turns
         from conversation c where handle = $1::bytea`,
        [at(0).services.sealer.hash("phones", phone)],
      );
      expect(rows[0]).toEqual({ version: 4, turns: 4 });
      const after = await postText(at(0), phone, "again");
      // A name sent while a number was asked for is kept where it is surely one, and asked for again where it is not.
      expect(after.texts.join(" ")).toMatch(/birth date|name on the case/);
    }
  });

  it("a conversation's very first texts at once are one conversation with two turns", async () => {
    const phone = newPhone();
    const both = await Promise.all([postText(at(0), phone, "hello"), postText(at(1), phone, "hi")]);
    expect(both.map((one) => one.status)).toEqual([200, 200]);
    const rows = await database.query<{ version: number }>(
      "select version from conversation where handle = $1::bytea",
      [at(0).services.sealer.hash("phones", phone)],
    );
    expect(rows).toEqual([{ version: 2 }]);
  });

  it("a STOP beside an answer: whichever came first, nothing is said from then on", async () => {
    for (let n = 0; n < 4; n++) {
      const phone = newPhone();
      await postText(at(0), phone, "hello");
      await Promise.all([postText(at(n), phone, "STOP"), postText(at(n + 1), phone, "1")]);
      expect((await postText(at(0), phone, "1")).texts).toEqual([]);
    }
  });
});
