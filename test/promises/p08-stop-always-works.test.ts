/**
 * P8: STOP works in every state, in both languages, idempotently; nothing goes out after its one confirmation but the
 * answers to HELP and START. Sentences that merely contain the words do not trigger it.
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { newPhone, postText, smsTalk, webTalk } from "../support/talk.ts";

/** Enough to reach every state from every other. */
const anything = fc.constantFrom(
  ..."hello|hola|1|2|3|4|5|no|NO|Marcus Tollesworth|BA131774|May 19, 1974|03/04/70|1996|back|atras|restart|why|skip|english|espanol|delete|borrar|delete my data|help|ayuda|person|call me|this number|213 555 0142|finish|8|asdf qwer|CLINIC42|start|no se".split(
    "|",
  ),
);
const stops =
  "STOP|stop|Stop.|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|OPT OUT|ALTO|PARAR|PARE|BASTA|BAJA|CANCELAR|SALIR|NO MAS|no más|NO MAS MENSAJES|please stop texting me|ya no me manden mensajes|quítenme de la lista de mensajes".split(
    "|",
  );
const mere = [
  "Stopford",
  "my last name is Endsley",
  "I will end soon",
  "yesterday",
  "ayudante",
  "they told me to stop smoking",
  "the bus stop on 5th",
  "quiten eso de mi record",
  "cancelaron mi licencia en 1996",
  "Alto Bajo Salinas",
];
/** What may be typed after a STOP that is neither HELP nor START. */
const afterStop = fc.constantFrom(
  ..."1|2|hello|hola|Marcus Tollesworth|stop|ALTO|back|delete my data|person|no|why|BA131774".split("|"),
);

forBothDatabases((_kind, makeDatabase) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
  });

  const confirmation = /^Clearline Demo: (no more messages|ya no le mandamos|no mandaremos)/;

  it(
    "after any words at all, a STOP is confirmed once, and nothing but HELP and START is answered from then on",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anything, { maxLength: 10 }),
          fc.constantFrom(...stops),
          fc.array(afterStop, { minLength: 1, maxLength: 4 }),
          fc.constantFrom("START", "SEGUIR"),
          async (before, stop, after, start) => {
            const talk = smsTalk(app, newPhone());
            for (const text of before) expect((await talk.say(text)).status).toBe(200);
            const stopped = await talk.say(stop);
            expect(stopped.texts, `${before.join("|")} then ${stop}`).toHaveLength(1);
            expect(stopped.texts[0]).toMatch(/START|SEGUIR/);
            for (const text of after) expect((await talk.say(text)).texts, text).toEqual([]);
            const help = await talk.say("HELP");
            expect(help.texts).toHaveLength(1);
            expect(help.texts[0]).toContain("(555) 010-0100");
            expect((await talk.say(start)).texts.length).toBeGreaterThan(0);
            expect((await talk.say("help")).texts.length).toBeGreaterThan(0);
          },
        ),
        { numRuns: 20, seed: 8 },
      );
    },
  );

  it("every opt-out word and plain wish works as the very first message, and stores who and when", async () => {
    for (const stop of stops) {
      const talk = smsTalk(app, newPhone());
      expect((await talk.say(stop)).texts, stop).toHaveLength(1);
      expect((await talk.say("hello")).texts, stop).toEqual([]);
    }
  });

  it("sentences that merely contain the words do not opt out, whatever was asked", async () => {
    for (const text of mere) {
      const talk = smsTalk(app, newPhone());
      await talk.say(text);
      await talk.say("1");
      await talk.say("no");
      expect((await talk.say(text)).texts.join(" "), text).not.toMatch(confirmation);
      expect((await talk.say("1")).texts.length, text).toBeGreaterThan(0);
    }
  });

  it("what the carrier's own opt-out already did is recorded, and said nothing about", async () => {
    const phone = newPhone();
    await postText(app, phone, "hello");
    const carrier = await postText(app, phone, "STOP", undefined, { OptOutType: "STOP" });
    expect(carrier).toMatchObject({ status: 200, texts: [] });
    expect((await postText(app, phone, "hello")).texts).toEqual([]);
    expect((await postText(app, phone, "START", undefined, { OptOutType: "START" })).texts).toEqual([]);
    expect((await postText(app, phone, "1")).texts.length).toBeGreaterThan(0);
  });

  it("START within a day goes on where the conversation was", async () => {
    const talk = smsTalk(app, newPhone());
    await talk.say("hello");
    await talk.say("1");
    await talk.say("BA131774");
    await talk.say("quit");
    expect((await talk.say("start")).texts.join(" ")).toContain("name on the case");
  });

  it("on the web the same words are ordinary answers", async () => {
    const count = () => app.services.database.query<{ n: number }>("select count(*)::int as n from consent");
    const before = await count();
    const talk = await webTalk(app);
    for (const word of ["STOP", "ALTO", "END"]) {
      await talk.say(word);
      expect(talk.reply.question).toBe("start");
    }
    expect(await count()).toEqual(before);
  });
});
