/**
 * P15: a dump of the database holds no name, date, number, phone or answer in clear, nor a bare hash of one; what is
 * sealed is bound to its row, and bytes that were altered or moved give a fresh start.
 */
import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { makeApp, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { lookUpAs, wrongDates } from "../support/lookUps.ts";
import { newPhone, postText, smsTalk, untilLookup, webTalk } from "../support/talk.ts";

/** What must not stand in a dump, in any of the forms in which a slip would write it. */
function forms(secret: string): string[] {
  const plain = [secret, secret.toUpperCase(), secret.toLowerCase()];
  const written = plain.flatMap((text) => {
    const bytes = Buffer.from(text);
    // Base64 of the middle, so that it is found whatever stands before it.
    return [text, bytes.toString("hex"), ...[0, 1, 2].map((skip) => inBase64(text, skip))];
  });
  const hashes = plain.flatMap((text) =>
    ["md5", "sha1", "sha256", "sha512"].map((name) =>
      createHash(name).update(text).digest("hex").slice(0, 32),
    ),
  );
  return [...written, ...hashes].map((form) => form.toLowerCase());
}

function inBase64(text: string, skip: number): string {
  const base64 = Buffer.concat([Buffer.alloc(skip), Buffer.from(text)])
    .toString("base64")
    .replace(/=+$/, "");
  return base64.slice(skip === 0 ? 0 : skip + 1, -1);
}

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    real = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(real);
    app = await makeApp({ database: { ...real } });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
  });

  it("a dump after conversations, near misses, a watch and an opt-out tells nothing of anybody", async () => {
    const phone = "+13235557788";
    const talk = smsTalk(app, phone);
    const nobody = {
      name: "Prudence Oakenshaw",
      birthDate: "August 30, 1961",
      year: "1987",
      caseNumber: "no",
    };
    for (const text of [...untilLookup("sms", "en", nobody), "2", "1", "1", "1", "8", "1", "STOP"])
      await talk.say(text);
    const web = await webTalk(app, { headers: { "x-forwarded-for": "203.0.113.77" } });
    for (const text of untilLookup("web", "en", marcus)) await web.say(text);
    for (const birthDate of wrongDates(5)) await lookUpAs(app.services, { birthDate, from: phone });
    // A first text of letters and digits may be a clinic's code, or a name and a year.
    await smsTalk(app, newPhone()).say("Quaxworth1968");
    await (await webTalk(app, { event: "MARCUS1974" })).say("1");

    const dump = (await dumpDatabase(real)).map((line) => line.toLowerCase());
    expect(dump.length).toBeGreaterThan(80);
    const secrets = [
      "Prudence",
      "Oakenshaw",
      "1961-08-30",
      "August 30, 1961",
      "Marcus",
      "Tollesworth",
      "1974-05-19",
      "BA131774",
      "131774",
      phone,
      "3235557788",
      "203.0.113.77",
      web.token,
      "Quaxworth",
      "Foltz",
      "ABERNACK",
    ];
    const whole = dump.join("\n");
    const found = secrets.flatMap(forms).filter((form) => whole.includes(form));
    expect(found).toEqual([]);
  });

  it("all sealed states of one kind have lengths that say nothing: multiples of 512, replies of 256", async () => {
    for (const name of ["Al Nobody", "Maximiliana Konstantinopoulou de la Fuente y Villasenor"]) {
      const talk = smsTalk(app, newPhone());
      for (const text of untilLookup("sms", "en", { ...marcus, name })) await talk.say(text);
    }
    const lengths = await real.query<{ state: number; reply: number | null }>(
      `select length(c.sealed) as state, length(t.reply) as reply from conversation c join turn t on t.handle = c.handle`,
    );
    const overhead = 4 + 12 + 16;
    for (const { state, reply } of lengths) {
      expect((state - overhead) % 512).toBe(0);
      expect(((reply ?? overhead) - overhead) % 256).toBe(0);
    }
  });

  const half = async (phone: string, name: string) => {
    const talk = smsTalk(app, phone);
    for (const text of ["hello", "1", "no", name]) await talk.say(text);
    return talk;
  };

  it("any flipped byte of a stored conversation gives a fresh start, not a fault and not an answer", async () => {
    const phone = newPhone();
    for (const at of [0, 3, 4, 15, 16, 100, -17, -1]) {
      const talk = await half(phone, "Marcus Tollesworth");
      await real.query(
        `update conversation set sealed = set_byte(sealed, p, get_byte(sealed, p) # 1)
         from (select case when $1::int < 0 then length(sealed) + $1::int else $1::int end as p from conversation) as q`,
        [at],
      );
      const next = await talk.say("hello");
      expect(next.status).toBe(200);
      expect(next.texts.join(" "), `byte ${at}`).toContain("Prop 64 case");
      expect(next.body).not.toContain("TOLLESWORTH");
      await real.query("truncate conversation");
    }
  });

  it("two swapped conversations give two fresh starts, never another person's answers", async () => {
    const [one, two] = [newPhone(), newPhone()];
    const first = await half(one, "Marcus Tollesworth");
    const second = await half(two, "Prudence Oakenshaw");
    await real.query(
      "update conversation c set sealed = o.sealed from conversation o where o.handle <> c.handle",
    );
    for (const talk of [first, second]) {
      const next = await talk.say("hello");
      expect(next.status).toBe(200);
      expect(next.body).not.toMatch(/OAKENSHAW|TOLLESWORTH|1 Look now/);
    }
  });

  it("two swapped replies give empty ones, never another turn's words", async () => {
    const [one, two] = [newPhone(), newPhone()];
    await postText(app, one, "hello", "SMswap1");
    await postText(app, two, "hola", "SMswap2");
    await real.query("update turn t set reply = o.reply from turn o where o.id <> t.id");
    expect((await postText(app, one, "hello", "SMswap1")).texts).toEqual([]);
    expect((await postText(app, two, "hola", "SMswap2")).texts).toEqual([]);
  });

  it("random bytes as a stored session give a fresh start, by text and on the web", async () => {
    const talk = await half(newPhone(), "Marcus Tollesworth");
    const web = await webTalk(app);
    await web.send({ choice: "agree" });
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(3),
      app.services.runtime.bytes(40),
      app.services.runtime.bytes(3000),
    ]) {
      await real.query("update conversation set sealed = $1::bytea", [bytes]);
      const next = await talk.say("hello");
      expect(next.status).toBe(200);
      expect(next.texts.join(" ")).toContain("Prop 64 case");
      const chat = await web.send({ text: "1" });
      expect(chat.status).toBe(200);
      expect(web.reply.question).toBe("start");
      await web.send({ choice: "agree" });
    }
  });
});
