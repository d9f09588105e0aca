/**
 * P17: tokens are random, keyed and hashed at rest; hand-made ones are told from ours; nothing sensitive stands in a URL.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { dumpDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { TestRuntime } from "../support/runtime.ts";
import { postChat, webTalk } from "../support/talk.ts";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let runtime: TestRuntime;
  beforeAll(async () => {
    database = await makeDatabase();
    runtime = new TestRuntime();
    app = await makeApp({ database, runtime });
  });

  it("a token carries 128 random bits or more, no two are alike, and opening stores nothing", async () => {
    const tokens: string[] = [];
    for (let n = 0; n < 50; n++) tokens.push((await webTalk(app)).token);
    expect(
      new Set(tokens.map((token) => Buffer.from(token, "base64url").subarray(0, 16).toString("hex"))).size,
    ).toBe(50);
    expect(await dumpDatabase(database)).toEqual([]);
  });

  it("a token altered in any one character, cut, or made by hand opens a new chat and stores nothing", async () => {
    const { token } = await webTalk(app);
    const altered = token
      .split("")
      .map((char, at) => token.slice(0, at) + (char === "A" ? "B" : "A") + token.slice(at + 1));
    const others = [...altered, token.slice(1), `${token}A`, `${token}=`, token.toUpperCase()];
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...others), fc.base64String(), fc.string()), async (made) => {
        if (made === "") return;
        const answer = await postChat(app, { conversation: made.slice(0, 200), turn: "t", choice: "agree" });
        expect(answer.status).toBe(200);
        expect(JSON.parse(answer.body)).toMatchObject({ question: "start" });
        expect((JSON.parse(answer.body) as { conversation: string }).conversation).not.toBe(made);
      }),
      { numRuns: 120, seed: 17 },
    );
    expect(await dumpDatabase(database)).toEqual([]);
  });

  it("a token of another installation's key, or a day old, opens a new chat", async () => {
    const other = await makeApp({ database, keys: `z:${Buffer.alloc(32, 9).toString("base64")}` });
    const foreign = await webTalk(other);
    const answer = await postChat(app, { conversation: foreign.token, turn: "t", choice: "agree" });
    expect(JSON.parse(answer.body)).toMatchObject({ question: "start" });
    const own = await webTalk(app);
    runtime.advance(24 * 3_600_000);
    await own.send({ choice: "agree" });
    expect(own.reply.question).toBe("start");
  });

  it("a token stands in the database as a keyed hash alone", async () => {
    const talk = await webTalk(app);
    const { token } = talk;
    await talk.send({ choice: "agree" });
    const dump = (await dumpDatabase(database)).join("\n");
    const bytes = Buffer.from(token, "base64url");
    for (const form of [
      token,
      bytes.toString("hex"),
      bytes.toString("base64"),
      bytes.subarray(0, 16).toString("hex"),
    ])
      expect(dump).not.toContain(form);
  });

  it("no page puts a token into an address: forms post, and links carry none", async () => {
    for (const path_ of ["/en", "/panel?locale=en"]) {
      const page = await (await app.request(path_)).text();
      const token = /name="conversation" value="([\w-]{20,})"/.exec(page)?.[1] ?? "";
      expect(token).not.toBe("");
      const addresses = [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? "");
      expect(addresses.filter((address) => address.includes(token))).toEqual([]);
      for (const form of page.match(/<form[^>]*>/g) ?? []) expect(form).toContain('method="post"');
    }
  });
});

it("no answer is kept in the browser's lasting storage: the browser's code never names localStorage or cookies", () => {
  const folder = path.join(import.meta.dirname, "../../src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /^(?:widget|staff|outreach)\//.test(name) && /(?<!\.test)\.(tsx?|mjs)$/.test(name),
  );
  expect(files).toContain("widget/outreach/store.ts");
  for (const file of files) {
    const code = readFileSync(path.join(folder, file), "utf8");
    expect(code.match(/localStorage\s*[.[]|document\.cookie/), file).toBeNull();
    // Forms that wait without signal are kept sealed, and how the device is locked (test/browser/outreachLock.test.ts).
    if (file !== "widget/outreach/store.ts") expect(code.match(/indexedDB\s*\./), file).toBeNull();
  }
});
