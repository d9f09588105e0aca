/**
 * Hostile input: never a 5xx, and never a changed state for what says nothing, over both webhooks and the page's forms.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeApp, textParams, twilioRequest, type TestApp } from "../support/app.ts";
import { dumpDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { newAddress, newPhone, postChat, postText, smsTalk, webTalk } from "../support/talk.ts";

/** What people and scripts type that no parser expects. Each counterexample ever found stands here by name. */
const examples: Record<string, string> = {
  "ten thousand characters": "x".repeat(10_000),
  "ten thousand words": "stop ".repeat(10_000),
  emoji: "👨‍👩‍👧‍👦🏳️‍🌈1️⃣",
  "right to left": "\u202Eخوان\u202C مرحبا",
  "zero width": "M\u200Ba\u200Dr\uFEFFc\u2060us",
  NUL: "Mar\u0000cus",
  "control characters": "\u0001\u0007\u001b[2J\u007f\u0085\u2028",
  "lone surrogates": "\uD800 Marcus \uDC00",
  "a combining tower": `a${"\u0301".repeat(2000)}`,
  "full-width digits": "１２３",
  "markup and SQL": "<script>alert(1)</script>'; drop table turn; --",
  "XML entities": "&lt;&#0;&#x1F4A9;]]>",
  "a prototype": "__proto__",
  "a format string": "%s%n{{phone}}$t(commands.help)",
  nothing: "",
  blanks: " \t\n ",
};
const text = fc.oneof(
  fc.constantFrom(...Object.values(examples)),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
);

forBothDatabases((kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database });
  });

  describe("by text", () => {
    for (const [what, body] of Object.entries(examples)) {
      it(`${what}: a well-formed answer, at the start and at every question up to confirm`, async () => {
        const talk = smsTalk(app, newPhone());
        for (const before of ["hello", "1", "no", "Marcus Tollesworth", "May 19, 1974", "1996"]) {
          const answer = await postText(app, newPhone(), body);
          expect(answer.status).toBe(200);
          const next = await talk.say(body);
          expect(next.status).toBe(200);
          expect(next.body).toMatch(/^<\?xml[\s\S]*<Response(\/>|>[\s\S]*<\/Response>)$/);
          // Neither control characters nor halves of surrogate pairs: XML has none.
          expect(next.body.replace(/[\n\r\t]/g, "")).not.toMatch(/[\p{Cc}\p{Cs}]/u);
          await talk.say(before);
        }
      });
    }

    it("any text, at any point, gets a 200 of well-formed TwiML", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
          const talk = smsTalk(app, newPhone());
          for (const one of texts) expect((await talk.say(one)).status).toBe(200);
        }),
        { numRuns: kind === "pglite" ? 15 : 30, seed: 20 },
      );
    });

    it("signed forms with missing, repeated, unknown or absurd fields are no 5xx", async () => {
      const base = textParams(newPhone(), "hello");
      const { MessageSid: _sid, ...noSid } = base;
      const { From: _from, ...noFrom } = base;
      const { Body: _body, ...noBody } = base;
      const absurd = [
        noSid,
        noFrom,
        noBody,
        { ...base, NumMedia: "1e999" },
        { ...base, NumMedia: "-1" },
        { ...base, OptOutType: "x" },
      ];
      for (const params of [
        ...absurd,
        { ...base, MessageSid: "S".repeat(5000) },
        { ...base, From: "\u0000" },
        {},
      ]) {
        const response = await app.request("/webhooks/sms", twilioRequest(params));
        expect(response.status).toBe(200);
      }
      expect((await postText(app, newPhone(), "", undefined, { NumMedia: "3" })).texts.join(" ")).toContain(
        "pictures",
      );
    });
  });

  describe("by chat", () => {
    it("any JSON at all is a 200 or a 400, and one that is refused leaves no row", async () => {
      const field = fc.oneof(
        text,
        fc.integer(),
        fc.constant(null),
        fc.array(fc.string()),
        fc.dictionary(fc.string(), fc.string()),
      );
      const { token } = await webTalk(app);
      const json = fc.oneof(
        fc.json({ maxDepth: 4 }),
        fc
          .record(
            {
              conversation: fc.oneof(fc.constant(token), field),
              turn: field,
              text: field,
              choice: field,
              edit: field,
              locale: field,
              event: field,
            },
            { requiredKeys: [] },
          )
          .map((value) => JSON.stringify(value)),
      );
      await fc.assert(
        fc.asyncProperty(json, async (body) => {
          const before = await dumpDatabase(database);
          const answer = await postChat(app, body, { "x-forwarded-for": newAddress() });
          expect([200, 400, 413]).toContain(answer.status);
          if (answer.status !== 200) {
            expect(await dumpDatabase(database)).toEqual(before);
            expect(Object.keys(JSON.parse(answer.body) as object).sort()).toEqual([
              "message",
              "phone",
              "requestId",
            ]);
          }
        }),
        { numRuns: 40, seed: 21 },
      );
    });

    it("any text at any question of a chat is a 200, and one over the cap a 400", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
          const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
          await talk.send({ choice: "agree" });
          // Beyond 20,000 characters the request itself is refused.
          for (const one of texts) expect((await talk.say(one)).status).toBe(one.length > 20_000 ? 400 : 200);
        }),
        { numRuns: kind === "pglite" ? 12 : 25, seed: 22 },
      );
    });

    it("JSON bombs, other content types, cut bodies, other encodings and bodies over the cap are refused quietly", async () => {
      const before = await dumpDatabase(database);
      const bodies: [string | Uint8Array<ArrayBuffer>, string][] = [
        [`${"[".repeat(30_000)}${"]".repeat(30_000)}`, "application/json"],
        [`{"a":`.repeat(9000), "application/json"],
        ['{"text":"cut', "application/json"],
        ["", "application/json"],
        ["null", "application/json"],
        ["<xml/>", "text/xml"],
        ["text=hello", "application/x-www-form-urlencoded"],
        [new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), "application/json"],
        [new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]), "multipart/form-data; boundary=x"],
        [JSON.stringify({ text: "x".repeat(70_000) }), "application/json"],
      ];
      for (const [body, type] of bodies) {
        const response = await app.request("/webhooks/chat", {
          method: "POST",
          headers: { "content-type": type },
          body,
        });
        expect([400, 413], type).toContain(response.status);
        expect(response.headers.get("content-type")).toContain("application/json");
      }
      expect(await dumpDatabase(database)).toEqual(before);
    });
  });

  describe("by the page's forms", () => {
    it("any fields, any encoding, repeated, unknown or over the cap: no 5xx", async () => {
      const fields = fc.array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(
              "conversation",
              "turn",
              "text",
              "choice",
              "edit",
              "command",
              "event",
              "day",
              "month",
              "year",
              "__proto__",
            ),
            fc.string(),
          ),
          text,
        ),
        { maxLength: 8 },
      );
      await fc.assert(
        fc.asyncProperty(fields, fc.constantFrom("/en", "/es", "/panel", "/"), async (pairs, path) => {
          const response = await app.request(path, { method: "POST", body: new URLSearchParams(pairs) });
          expect([200, 413]).toContain(response.status);
        }),
        { numRuns: kind === "pglite" ? 10 : 25, seed: 23 },
      );
    });

    it("bodies that are no form are no 5xx", async () => {
      const bodies: [string, string][] = [
        ["garbage", "multipart/form-data; boundary=x"],
        ["garbage", "multipart/form-data"],
        [
          "--x\r\ncontent-disposition: form-data; name=a; filename=b\r\n\r\n\u0000\r\n--x--",
          "multipart/form-data; boundary=x",
        ],
        ["{}", "application/json"],
        ["%", "application/x-www-form-urlencoded"],
        ["text=%ff%fe%00", "application/x-www-form-urlencoded"],
        ["x=".repeat(40_000), "application/x-www-form-urlencoded"],
      ];
      for (const [body, type] of bodies) {
        const response = await app.request("/en", {
          method: "POST",
          headers: { "content-type": type },
          body,
        });
        expect(response.status, `${type}: ${body.slice(0, 30)}`).toBeLessThan(500);
      }
    });
  });

  it("verbs and addresses that are not served are 4xx, never 5xx", async () => {
    for (const method of ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]) {
      for (const path of [
        "/webhooks/sms",
        "/webhooks/chat",
        "/webhooks/%00",
        "/%ff",
        "/..%2f..%2fetc/passwd",
        "//",
      ]) {
        const { status } = await app.request(path, { method });
        expect(status, `${method} ${path}`).toBeLessThan(500);
      }
    }
  });

  it("the queries and headers of a page may say anything", async () => {
    for (const path of [
      "/en?event=%00",
      "/panel?locale=__proto__",
      `/en?${"a=1&".repeat(500)}`,
      "/?event=CLINIC42&event=2",
    ]) {
      const headers = {
        "accept-language": "\u0001x;q=zz,,;",
        "x-forwarded-for": ", ,unknown,::zz",
        "user-agent": "",
      };
      const safe = { ...headers, "accept-language": "xx;q=zz,,;" };
      expect((await app.request(path, { headers: safe })).status, path).toBe(200);
    }
  });
});
