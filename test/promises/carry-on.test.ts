/**
 * Carrying a web chat on by text message: one use, ten minutes, what was spent goes along, the old device loses it
 * (P5, P10, P14, P15, P17).
 */
import { beforeAll, describe, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { rotateKeys } from "../../src/acts/rotate-keys.ts";
import type { CarryReply, ChatReply } from "../../src/acts/chat.ts";
import { movedCounters } from "../../src/privacy/limits.ts";
import { makeApp, testToken, type TestApp } from "../support/app.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import {
  newAddress,
  newPhone,
  postChat,
  postText,
  smsTalk,
  untilLookup,
  webTalk,
  type WebTalk,
} from "../support/talk.ts";

const minute = 60_000;
const nobody = { ...marcus, name: "Prudence Oakenshaw" };
const carried = "Your chat goes on here";

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
    const twilio = {
      accountSid: undefined,
      authTokens: [testToken],
      from: "+13235550100",
      messagingServiceSid: undefined,
      insecureLocal: false,
    };
    app = await makeApp({ database, config: { twilio } });
    const records = [record(), ...crowd(35)];
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records });
  });

  const open = (locale: "en" | "es" = "en") =>
    webTalk(app, { locale, headers: { "x-forwarded-for": newAddress() } });

  async function post(conversation: string): Promise<Response> {
    return app.request("/webhooks/chat/carry", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ conversation }),
    });
  }

  async function codeOf(talk: WebTalk): Promise<CarryReply> {
    const response = await post(talk.token);
    expect(response.status).toBe(200);
    return (await response.json()) as CarryReply;
  }

  /** A chat that got as far as the name. */
  async function begun(locale: "en" | "es" = "en"): Promise<WebTalk> {
    const talk = await open(locale);
    for (const text of ["1", "1", "no"]) await talk.say(text);
    expect(talk.reply.question).toBe("name");
    return talk;
  }

  const texts = async (phone: string, body: string, sid?: string) =>
    (await postText(app, phone, body, sid)).texts.join("\n");

  async function isDead(talk: WebTalk, turn: string): Promise<boolean> {
    const { body } = await postChat(app, { conversation: talk.token, turn, text: "Ana Ruiz" });
    const reply = JSON.parse(body) as ChatReply;
    return reply.question === "start" && reply.conversation !== talk.token;
  }

  describe("what the page is given", () => {
    it("a code in three groups, the address of a text with it, a picture of that and when it ends", async () => {
      const { code, smsHref, svg, expiresAt } = await codeOf(await begun());
      expect(code).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
      expect(smsHref).toBe(`sms:+13235550100?&body=${code}`);
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+">/);
      expect(svg).not.toMatch(/style=|href=|<script/);
      expect(expiresAt).toBe(app.services.runtime.now() + 10 * minute);
    });

    it("the same answer for tokens that are unknown, without an answer yet, erased or over", async () => {
      const erased = await begun();
      await erased.say("delete my data");
      const fresh = await open();
      const answers = await Promise.all(
        ["x", fresh.token, erased.token].map(async (token) => {
          const response = await post(token);
          const { message } = (await response.json()) as { message: string };
          return { status: response.status, message };
        }),
      );
      expect(answers).toEqual(answers.map(() => ({ status: 404, message: answers[0]?.message })));
    });
  });

  describe("the phone that sends it", () => {
    it.each(["en", "es"] as const)("hears the standing question, answers kept, in %s", async (locale) => {
      const talk = await begun(locale);
      const { code } = await codeOf(talk);
      const phone = smsTalk(app, newPhone());
      const first = (await phone.say(code)).texts.join("\n");
      expect(first).toContain(locale === "en" ? carried : "Su chat sigue");
      for (const text of [marcus.name, marcus.birthDate, marcus.year]) await phone.say(text);
      const told = (await phone.say("1")).texts.join("\n");
      expect(told).toContain(locale === "en" ? "February 2020" : "febrero de 2020");
      expect(await isDead(talk, "after")).toBe(true);
    });

    it("its code typed in small letters with spaces moves the chat as well", async () => {
      const { code } = await codeOf(await begun());
      expect(await texts(newPhone(), code.toLowerCase().replaceAll("-", " "))).toContain(carried);
    });

    it("the old device gets neither its next turn nor a copy of an earlier one", async () => {
      const talk = await begun();
      const { code } = await codeOf(talk);
      await texts(newPhone(), code);
      expect(await isDead(talk, "turn-3")).toBe(true);
      expect(await isDead(talk, "later")).toBe(true);
      expect((await post(talk.token)).status).toBe(404);
    });

    it("once: the second phone gets what any unknown code gets", async () => {
      const { code } = await codeOf(await begun());
      expect(await texts(newPhone(), code)).toContain(carried);
      expect(await texts(newPhone(), code)).toBe(await texts(newPhone(), "7KX-2MP-9QT"));
    });

    it("a repeated delivery gives the same bytes", async () => {
      const { code } = await codeOf(await begun());
      const phone = newPhone();
      const first = await postText(app, phone, code, "SMcarry-repeated-" + phone);
      const again = await postText(app, phone, code, "SMcarry-repeated-" + phone);
      expect(first.body).toContain(carried);
      expect(again.body).toBe(first.body);
    });

    it("of eight phones and eight copies at once one wins, and its copies agree", async () => {
      const { code } = await codeOf(await begun());
      const phones = Array.from({ length: 4 }, () => newPhone());
      const answers = await Promise.all(
        [...phones, ...phones].map((phone) => postText(app, phone, code, `SMrace-${phone}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const won = phones.filter((_, i) => answers[i]?.body.includes(carried));
      expect(won).toHaveLength(1);
      expect(answers.slice(4).map(({ body }) => body)).toEqual(answers.slice(0, 4).map(({ body }) => body));
    });

    it("a code and another text of one phone at once are two turns, and the chat is on the phone", async () => {
      const talk = await begun();
      const { code } = await codeOf(talk);
      const phone = newPhone();
      const answers = await Promise.all([code, "hello", "hello"].map((text) => postText(app, phone, text)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(answers[0]?.body).toContain(carried);
      expect(await isDead(talk, "after")).toBe(true);
    });

    it("replaces the chat that phone had", async () => {
      const phone = smsTalk(app, newPhone());
      for (const text of ["hello", "1", "BA131774"]) await phone.say(text);
      const { code } = await codeOf(await begun());
      expect((await phone.say(code)).texts.join("\n")).toContain(carried);
      const found = (await phone.say(nobody.name)).texts.join("\n");
      expect(found).not.toContain("131774");
    });

    it("a phone that opted out hears nothing, and the chat stays where it is", async () => {
      const talk = await begun();
      const { code } = await codeOf(talk);
      const phone = newPhone();
      await texts(phone, "STOP");
      expect(await texts(phone, code)).toBe("");
      expect(await isDead(talk, "after-stop")).toBe(false);
    });
  });

  describe("time and number", () => {
    it("holds at the last millisecond of ten minutes and not a moment later", async () => {
      const { runtime } = app.services;
      const early = await codeOf(await begun());
      runtime.advance(10 * minute - 1);
      expect(await texts(newPhone(), early.code)).toContain(carried);
      const late = await codeOf(await begun());
      runtime.advance(10 * minute);
      expect(await texts(newPhone(), late.code)).not.toContain(carried);
    });

    it("one code a conversation: a new one ends the one before", async () => {
      const talk = await begun();
      const first = await codeOf(talk);
      const second = await codeOf(talk);
      const phone = newPhone();
      expect(await texts(phone, first.code)).not.toContain(carried);
      expect(await texts(phone, second.code)).toContain(carried);
    });

    it("ten tries a day: the eleventh moves nothing, right as it may be; the next day it would", async () => {
      const talk = await begun();
      const phone = newPhone();
      for (let i = 0; i < 10; i++) await texts(phone, `7KX-2MP-${i}QT`);
      expect(await texts(phone, (await codeOf(talk)).code)).not.toContain(carried);
      app.services.runtime.advance(23 * 60 * minute);
      const later = await codeOf(await begun());
      app.services.runtime.advance(5 * minute);
      const other = newPhone();
      for (let i = 0; i < 9; i++) await texts(other, `7KX-2MP-${i}QT`);
      expect(await texts(other, later.code)).toContain(carried);
    });

    it("lookups spent go along, and those of the replaced chat come back no more", async () => {
      const talk = await open();
      for (const text of untilLookup("web", "en", nobody)) await talk.say(text);
      const { code } = await codeOf(talk);
      const phone = newPhone();
      expect(await texts(phone, code)).toContain(carried);
      const handle = app.services.sealer.hash("phones", phone);
      const attempts = async () =>
        (
          await database.query<{ n: number }>(
            "select attempts::int as n from conversation where handle = $1::bytea",
            [handle],
          )
        )[0]?.n;
      expect(await attempts()).toBe(1);
      const { sealer, runtime } = app.services;
      const { from, to } = await movedCounters(database, sealer, {
        from: sealer.hash("tokens", "web", talk.token).toString("hex"),
        to: handle.toString("hex"),
        startedAt: runtime.now(),
      });
      const counted = await database.query<{ n: number }>(
        "select n from limit_counter where key in ($1::bytea, $2::bytea)",
        [from, to],
      );
      expect(counted).toEqual([{ n: 1 }, { n: 1 }]);
      const fresh = await codeOf(await begun());
      expect(await texts(phone, fresh.code)).toContain(carried);
      expect(await attempts()).toBe(1);
    });
  });

  describe("what is kept", () => {
    it("neither the tables nor the log hold a code in clear or a bare hash of one", async () => {
      const { code } = await codeOf(await begun());
      await texts(newPhone(), code);
      const waiting = await codeOf(await begun());
      const plain = [code, waiting.code].flatMap((c) => [c, c.replaceAll("-", "")]);
      const rows = await database.query<{ all: string }>(
        `select string_agg(t.all, ' ') as all from (
           select encode(code, 'hex') || encode(code, 'escape') as all from carry_code
           union all select encode(reply, 'escape') from turn where reply is not null
           union all select encode(sealed, 'escape') from conversation where sealed is not null) t`,
      );
      const { createHash } = await import("node:crypto");
      for (const c of plain) {
        expect(rows[0]?.all).not.toContain(c);
        expect(rows[0]?.all).not.toContain(createHash("sha256").update(c).digest("hex"));
        expect(JSON.stringify(app.services.logged)).not.toContain(c);
      }
    });

    it("DELETE takes the code along, and purge what is past its time", async () => {
      const count = async () =>
        (await database.query<{ n: number }>("select count(*)::int as n from carry_code"))[0]?.n ?? -1;
      app.services.runtime.advance(11 * minute);
      await purge(app.services);
      expect(await count()).toBe(0);
      const talk = await begun();
      const { code } = await codeOf(talk);
      expect(await count()).toBe(1);
      await talk.say("delete my data");
      expect(await count()).toBe(0);
      expect(await texts(newPhone(), code)).not.toContain(carried);
      await codeOf(await begun());
      app.services.runtime.advance(10 * minute + 1);
      expect((await purge(app.services))["carryCodes"]).toBe(1);
      expect(await count()).toBe(0);
    });

    it("a code made under the key before is claimed under the next one, and rotation waits for it", async () => {
      const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
      const own = await makeDatabase();
      const twilio = app.services.config.twilio;
      const before = await makeApp({ database: own, config: { twilio }, keys: key("old", 1) });
      const talk = await webTalk(before, {});
      for (const text of ["1", "1", "no"]) await talk.say(text);
      const response = await before.request("/webhooks/chat/carry", {
        method: "POST",
        body: JSON.stringify({ conversation: talk.token }),
      });
      const { code } = (await response.json()) as CarryReply;
      const after = await makeApp({
        database: own,
        config: { twilio },
        keys: `${key("new", 2)},${key("old", 1)}`,
      });
      const { waiting } = await rotateKeys(after.services);
      // The conversation, its three replies and the code.
      expect(waiting).toBe(5);
      expect((await postText(after, newPhone(), code)).texts.join("\n")).toContain(carried);
    });
  });
});
