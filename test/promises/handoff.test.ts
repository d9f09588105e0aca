/**
 * A wish for a person: what is handed over is what was agreed to, once, sealed, audited, counted, and gone on time
 * (P10, P12, P13, P14, P15, P16).
 */
import { beforeEach, describe, expect, it } from "vitest";
import { openHandoff, sealHandoff } from "../../src/acts/handoff/payload.ts";
import { purge } from "../../src/acts/purge.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import type { CarryReply } from "../../src/acts/chat.ts";
import { makeApp, testToken, type TestApp } from "../support/app.ts";
import { failAt, recordStatements } from "../support/databaseProbe.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { TestRuntime } from "../support/runtime.ts";
import { newPhone, postText, smsTalk, untilLookup, webTalk } from "../support/talk.ts";

const dayMs = 24 * 3_600_000;
const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const [a, b] = [key("a", 1), key("b", 2)];
const nobody = { ...marcus, name: "Prudence Oakenshaw" };
/** From the wish to the consent; the last is the consent itself. */
const here = ["PERSON", "1", "1", "3", "2", "1", "1"];
const typed = (number: string) => ["PERSON", "1", number, "in the morning", "yes", "no", "yes"];

interface Row {
  id: Uint8Array;
  handle: Uint8Array;
  sealed: Uint8Array;
  kind: string;
  urgent: boolean;
  state: string;
  locale: string;
  channel: string;
  goneAt: number;
}

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let database: TestDatabase;
  let runtime: TestRuntime;
  let app: TestApp;
  const twilio = {
    accountSid: undefined,
    authTokens: [testToken],
    from: "+13235550100",
    messagingServiceSid: undefined,
    insecureLocal: false,
  };
  const server = (keys: string) => makeApp({ database: { ...database }, keys, runtime, config: { twilio } });

  beforeEach(async () => {
    real ??= await makeDatabase();
    await emptyDatabase(real);
    database = { ...real };
    runtime = new TestRuntime();
    app = await server(a);
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  });

  const rows = () =>
    real.query<Row>(
      `select id, handle, sealed, kind, urgent, state, locale, channel,
         (extract(epoch from gone_at) * 1000)::float8 as "goneAt" from handoff order by at`,
    );
  const opened = async (services = app.services) =>
    (await rows()).map(({ id, sealed }) => openHandoff(services.sealer, id, sealed));
  const tally = async (name: string) =>
    (
      await real.query<{ n: number }>("select coalesce(sum(n), 0)::int as n from tally where name = $1", [
        name,
      ])
    )[0]?.n;
  const events = async () =>
    (await real.query<{ event: string }>("select event from audit order by id")).map(({ event }) => event);

  it("by text in Spanish, from hola to the call: the answers, the phone that texts, and when", async () => {
    const phone = newPhone();
    const talk = smsTalk(app, phone);
    for (const text of untilLookup("sms", "es", nobody)) await talk.say(text);
    const asked = await talk.say("persona");
    expect(asked.texts.join("\n")).toMatch(/Horario: [\s\S]*1 Que me llamen\n2 Yo llamo/);
    for (const text of ["que me llamen", "a este número", "saliendo del trabajo", "no dejen mensaje"])
      await talk.say(text);
    expect((await talk.say("sí, tengo corte el jueves")).texts.join(" ")).toContain("Va a llamar a este cel");
    expect(await rows()).toEqual([]);
    const done = (await talk.say("de acuerdo")).texts.join("\n");
    expect(done).toContain("le llama en nuestro horario");
    // The conversation stands where it stood.
    expect(done).toMatch(/1 Hablar con una persona/);
    expect(await opened()).toEqual([
      {
        version: 1,
        channel: "sms",
        locale: "es",
        answers: {
          names: [{ given: ["Prudence"], family: ["Oakenshaw"] }],
          caseNumbers: [],
          birthDate: "1974-05-19",
          year: { from: 1996, to: 1996 },
        },
        outcomes: ["notConfirmed"],
        reach: {
          phone,
          time: "evening",
          said: "saliendo del trabajo",
          message: false,
          urgent: true,
        },
        afterConfirmed: false,
        wording: "questions.reachConsent.ask",
        from: phone,
      },
    ]);
    const [row] = await rows();
    expect(row).toMatchObject({ kind: "person", urgent: true, state: "open", locale: "es", channel: "sms" });
  });

  it("on the web, before agreeing to anything: a typed number alone", async () => {
    const talk = await webTalk(app);
    for (const text of typed("(664) 123-4567")) await talk.say(text);
    expect(await opened()).toEqual([
      expect.objectContaining({
        channel: "web",
        answers: { names: [], caseNumbers: [] },
        outcomes: [],
        reach: {
          phone: "+526641234567",
          time: "morning",
          said: "in the morning",
          message: true,
          urgent: false,
        },
        wording: "questions.reachConsent.askNumber",
      }),
    ]);
    expect(talk.reply).toMatchObject({ question: "start", done: false });
    // What is kept longer is not promised to be gone in a day.
    expect(talk.heard.at(-1)?.texts.at(-1)).toContain("Except for the call");
  });

  it("without consent there is nothing, and asking again in the same conversation replaces what there was", async () => {
    const talk = smsTalk(app, newPhone());
    for (const text of ["hello", "1", ...here.slice(0, -1), "2"]) await talk.say(text);
    expect(await rows()).toEqual([]);
    for (const text of here) await talk.say(text);
    const [first] = await rows();
    runtime.advance(60_000);
    await real.query("update handoff set state = 'closed', gone_at = now()");
    for (const text of typed("213 555 0142")) await talk.say(text);
    const again = await rows();
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ id: first?.id, state: "open", urgent: false });
    expect(again[0]?.goneAt).toBe(runtime.now() + 30 * dayMs);
    expect((await opened())[0]?.reach.phone).toBe("+12135550142");
    expect(await tally("handOff")).toBe(2);
    expect((await events()).filter((event) => event === "handoff_asked")).toHaveLength(2);
  });

  it("another person of the same phone has their own: phones are shared", async () => {
    const phone = newPhone();
    for (const name of [nobody.name, "Ottoline Brackenwick"])
      for (const text of [...untilLookup("sms", "en", { ...nobody, name }), ...here, "finish"])
        await postText(app, phone, text);
    expect((await opened()).map((handoff) => handoff?.answers.names[0]?.given)).toEqual([
      ["Prudence"],
      ["Ottoline"],
    ]);
  });

  it("a copy of the consenting text hands nothing over twice (P10)", async () => {
    const phone = newPhone();
    for (const text of ["hello", "1", ...here.slice(0, -1)]) await postText(app, phone, text);
    const replies = await Promise.all([0, 1, 2].map(() => postText(app, phone, "1", "SMconsent")));
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await tally("handOff")).toBe(1);
  });

  it("is written by the turn's own statement, after its limits are spent, and none of it where that fails", async () => {
    const phone = newPhone();
    for (const text of ["hello", "1", ...here.slice(0, -1)]) await postText(app, phone, text);
    const recorded = recordStatements(app.services.database);
    // Read, looked for an earlier one, the secret of limits, spent; then written.
    const failing = failAt(app.services.database, 5);
    const services = { ...app.services };
    app.services.database = failing.database;
    expect((await postText(app, phone, "1", "SMfails")).status).toBe(500);
    expect(await rows()).toEqual([]);
    app.services.database = recorded.database;
    await postText(app, phone, "1", "SMfails");
    expect(recorded.asked).toHaveLength(5);
    expect(await rows()).toHaveLength(1);
    app.services.database = services.database;
  });

  it("after a confirmed case it is counted as such, and by kind where the case is said to be another's", async () => {
    const confirm = async () => {
      const talk = smsTalk(app, newPhone());
      for (const text of untilLookup("sms", "en", marcus)) await talk.say(text);
      return talk;
    };
    const helped = await confirm();
    for (const text of here) await helped.say(text);
    const another = await confirm();
    expect((await another.say("that is not my case")).texts.join("\n")).toMatch(/1 Call me\n2 I will call$/);
    for (const text of here.slice(1)) await another.say(text);
    const chosen = await confirm();
    expect((await chosen.say("PERSON")).texts.join("\n")).toMatch(/3 It is not my case$/);
    for (const text of ["3", ...here.slice(2)]) await chosen.say(text);
    expect((await rows()).map(({ kind }) => kind)).toEqual(["person", "notMine", "notMine"]);
    expect((await opened()).map((handoff) => [handoff?.afterConfirmed, handoff?.outcomes])).toEqual(
      [1, 2, 3].map(() => [true, ["dismissed"]]),
    );
    expect(await tally("handOff_afterConfirmed")).toBe(3);
    expect(await tally("handOff_notMine")).toBe(2);
  });

  it("DELETE erases it at once, before and after keys have changed, also under the new key alone (P14, P12)", async () => {
    const phones = [newPhone(), newPhone(), newPhone()];
    for (const phone of phones) for (const text of ["hello", "1", ...here]) await postText(app, phone, text);
    await postText(app, phones[0] ?? "", "delete my data");
    expect(await rows()).toHaveLength(2);
    const both = await server(`${b},${a}`);
    await postText(both, phones[1] ?? "", "borrar todo");
    expect(await rows()).toHaveLength(1);
    expect((await rotateKeys(both.services)).unreadable).toBe(0);
    const alone = await server(b);
    expect((await opened(alone.services))[0]?.reach.phone).toBe(phones[2]);
    await postText(alone, phones[2] ?? "", "delete my data");
    expect(await rows()).toEqual([]);
  });

  it("moves with a web conversation to a phone: asked again there it is still one, and DELETE there erases it", async () => {
    const talk = await webTalk(app);
    await talk.send({ choice: "agree" });
    for (const text of typed("213 555 0142")) await talk.say(text);
    const made = await app.request("/webhooks/chat/carry", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ conversation: talk.token }),
    });
    const phone = newPhone();
    await postText(app, phone, ((await made.json()) as CarryReply).code);
    for (const text of here) await postText(app, phone, text);
    expect((await opened()).map((handoff) => handoff?.reach.phone)).toEqual([phone]);
    await postText(app, phone, "delete my data");
    expect(await rows()).toEqual([]);
  });

  it("is gone after 30 days at the latest, and outlives the answers it was made from (P13)", async () => {
    for (const text of ["hello", "1", ...here]) await postText(app, "+13235557788", text);
    runtime.advance(30 * dayMs - 1);
    await purge(app.services);
    expect(await rows()).toHaveLength(1);
    const left = await real.query("select 1 from conversation where sealed is not null");
    expect(left).toEqual([]);
    runtime.advance(2);
    await purge(app.services);
    expect(await rows()).toEqual([]);
  });

  it("a dump tells nothing of it, and its length neither (P15)", async () => {
    const many = `${"Maximiliana Konstantinopoulou de la Fuente y Villasenor, ".repeat(2)}Prudence Oakenshaw`;
    for (const name of ["Al Poe", many]) {
      const talk = smsTalk(app, newPhone());
      for (const text of [...untilLookup("sms", "en", { ...nobody, name }), ...typed("213 555 0142")])
        await talk.say(text);
    }
    const all = await rows();
    expect(new Set(all.map(({ sealed }) => sealed.length)).size).toBe(1);
    const dump = (await dumpDatabase(real)).filter((line) => line.startsWith("handoff")).join("\n");
    expect(dump).not.toBe("");
    for (const secret of ["2135550142", "Prudence", "OAKENSHAW", "1974-05-19", "morning"])
      expect(dump.toLowerCase()).not.toContain(secret.toLowerCase());
    const [one, two] = all;
    expect(one && two && openHandoff(app.services.sealer, one.id, two.sealed)).toBeUndefined();
  });

  it("leaves an audit entry without content, by the keyed subject alone (P16)", async () => {
    const phone = newPhone();
    for (const text of ["hello", "1", ...here]) await postText(app, phone, text);
    const entries = await real.query<{ actor: string; subject: Uint8Array; detail: unknown }>(
      "select actor, subject, detail from audit where event = 'handoff_asked'",
    );
    const subject = app.services.sealer.hash("phones", phone);
    expect(entries.map((entry) => ({ ...entry, subject: Buffer.from(entry.subject) }))).toEqual([
      { actor: "person", subject, detail: null },
    ]);
  });
});

describe("the sealed form", () => {
  it("is read in every version there was, and nothing else is taken for one", async () => {
    const { sealer } = (await makeApp({ database: {} as TestDatabase })).services;
    const id = Buffer.alloc(16, 1);
    const phone = "+12135550142";
    const old = sealer.sealJson("staff", `handoff/${id.toString("hex")}`, { reach: { phone }, answers: {} });
    const read = openHandoff(sealer, id, old);
    expect(read).toMatchObject({ version: 1, channel: "voice", reach: { phone, time: null } });
    if (!read) throw new Error("not read");
    expect(openHandoff(sealer, id, sealHandoff(sealer, id, read))).toEqual(read);
    const future = { ...read, version: 2 };
    const other = sealer.sealJson("staff", `handoff/${id.toString("hex")}`, future);
    expect(openHandoff(sealer, id, other)).toBeUndefined();
    expect(openHandoff(sealer, id, Buffer.from("nothing"))).toBeUndefined();
  });
});
