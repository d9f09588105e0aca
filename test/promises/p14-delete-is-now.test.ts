/**
 * P14: DELETE is now: in the same request everything of the person is gone but what must not come back with it.
 */
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { newPhone, postChat, postText, smsTalk, untilLookup, webTalk } from "../support/talk.ts";

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

  const handleOf = (phone: string) => app.services.sealer.hash("phones", phone);
  const rows = (sql: string, handle: Uint8Array) => database.query<{ n: number }>(sql, [handle]);

  for (const phrase of ["DELETE MY DATA", "borrar todo", "Borrar mis datos"]) {
    it(`"${phrase}" by text erases answers, replies and watch at once; counters, turn hashes and opt-outs stay`, async () => {
      const phone = newPhone();
      const talk = smsTalk(app, phone);
      const nobody = { ...marcus, name: "Prudence Oakenshaw" };
      for (const text of [...untilLookup("sms", "en", nobody), "2", "1", "1", "1", "8", "1"])
        await talk.say(text);
      const handle = handleOf(phone);
      expect(
        (await rows("select count(*)::int as n from watch where address = $1::bytea", handle))[0]?.n,
      ).toBe(1);
      const turns = await rows("select count(*)::int as n from turn where handle = $1::bytea", handle);
      expect((await talk.say(phrase)).texts.join(" ").toLowerCase()).toContain("erased here");
      expect(
        await rows(
          `select (select count(*) from watch where address = $1::bytea)::int
             + (select count(*) from conversation where handle = $1::bytea and sealed is not null)::int
             + (select count(*) from handoff where handle = $1::bytea)::int as n`,
          handle,
        ),
      ).toEqual([{ n: 0 }]);
      const replies = await rows(
        "select count(*)::int as n from turn where handle = $1::bytea and reply is not null",
        handle,
      );
      // The confirmation itself stays a day, so that a copy of the request gets it again.
      expect(replies[0]?.n).toBe(1);
      const after = await rows("select count(*)::int as n from turn where handle = $1::bytea", handle);
      expect(after[0]?.n).toBe((turns[0]?.n ?? 0) + 1);
      const attempts = await rows(
        "select attempts::int as n from conversation where handle = $1::bytea",
        handle,
      );
      expect(attempts[0]?.n).toBe(1);
    });
  }

  it("an earlier text delivered again after DELETE gets an empty reply, not the erased one", async () => {
    const phone = newPhone();
    await postText(app, phone, "hello", "SMbefore-delete");
    await postText(app, phone, "delete my data");
    expect((await postText(app, phone, "hello", "SMbefore-delete")).texts).toEqual([]);
  });

  it("an opt-out stands through DELETE, and DELETE works after an opt-out without a word", async () => {
    const phone = newPhone();
    const talk = smsTalk(app, phone);
    for (const text of ["hello", "1", "BA131774", "STOP"]) await talk.say(text);
    expect((await talk.say("delete my data")).texts).toEqual([]);
    const left = await rows(
      "select count(*)::int as n from conversation where handle = $1::bytea and sealed is not null",
      handleOf(phone),
    );
    expect(left[0]?.n).toBe(0);
    expect((await talk.say("hello")).texts).toEqual([]);
  });

  it("on the web the token is dead at once, for every later call, and looks like one never issued", async () => {
    const talk = await webTalk(app);
    for (const text of untilLookup("web", "en", marcus)) await talk.say(text);
    const { token } = talk;
    await talk.say("delete my data");
    const later = await postChat(app, { conversation: token, turn: "later", text: "1", locale: "en" });
    const madeUp = await postChat(app, {
      conversation: "never issued",
      turn: "later",
      text: "1",
      locale: "en",
    });
    const blank = (body: string) => body.replace(/"conversation":"[\w-]+"/, "");
    expect(blank(later.body)).toBe(blank(madeUp.body));
    expect(later.status).toBe(200);
    expect(later.body).not.toContain(token);
    expect(later.texts.join(" ")).not.toMatch(/February|Tollesworth/);
  });

  it("bare DELETE asks which, and erases nothing until told", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of ["hello", "1", "BA131774"]) await talk.say(text);
    const asked = (await talk.say("delete")).texts.join(" ");
    expect(asked).toMatch(/1/);
    expect((await talk.say("2")).texts.join(" ")).toContain("name on the case");
    await talk.say("borrar");
    expect((await talk.say("1")).texts.join(" ")).toContain("erased here");
  });

  it("Back shows nothing: pages are not stored, and leaving clears what the browser kept", async () => {
    for (const path of ["/", "/en", "/es", "/panel"]) {
      const page = await app.request(path);
      expect(page.headers.get("cache-control")).toBe("no-store");
    }
    const left = await app.request("/en", {
      method: "POST",
      body: new URLSearchParams({ command: "leave" }),
    });
    expect(left.headers.get("clear-site-data")).toContain("storage");
    expect(left.headers.get("cache-control")).toBe("no-store");
  });
});
