/**
 * Hostile input to the pages of people who work here, by somebody who may open them all and by somebody who may open
 * none: never a 5xx, nothing of it in the log, and nothing that runs in a page or a spreadsheet.
 */
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { params, lines, type Line } from "../support/access.ts";
import { makeApp, publicUrl, type TestApp } from "../support/app.ts";
import { dumpDatabase, forBothDatabases, wipeDatabase, type TestDatabase } from "../support/database.ts";
import { keepHandoff, makeDeskWorld, type DeskWorld } from "../support/deskWorld.ts";
import { crowd, loadList } from "../support/list.ts";
import { testTwilio } from "../support/sending.ts";

/** Each counterexample ever found stands here by name. Every one carries the word that no log may hold. */
const mark = "wobblecanary";
const values: Record<string, string> = {
  "ten thousand characters": mark.repeat(900),
  "ten thousand digits": `${mark}${"9".repeat(10_000)}`,
  NUL: `\u0000${mark}\u0000`,
  "control characters": `${mark}\u0001\u0007\u001b[2J\u007f\u0085\u2028`,
  "right to left": `\u202E${mark}خوان\u202C`,
  markup: `"><script>alert('${mark}')</script><img src=x onerror=alert(1)>`,
  SQL: `${mark}'; drop table audit; --`,
  "a formula": `=cmd|'/c ${mark}'!A1`,
  "a prototype": `__proto__.${mark}`,
  "a path, zero width and emoji": `../../../etc/${mark}%2e%2e\u200B\u200D\uFEFF\u2060👨‍👩‍👧‍👦`,
  "a header": `${mark}\r\nset-cookie: a=b`,
};
/** What reads like the right thing and is not. */
const near = [
  "-1",
  "1e999",
  "constructor",
  "%",
  "9999-12-31",
  "275760-09-13",
  "24:00",
  "99999999999999999999",
  "ab".repeat(16),
];
/** Every name that a form or an address of these pages has. */
const names = [
  ..."do id mode sure tag list email role locale to language name password secret code pin at".split(" "),
  ..."place day from to languages booking shown state event note sign verdict template how".split(" "),
  ..."person after turn choice text command edit month year phone agreed birthDate caseNumber".split(" "),
  ..."offense disposition days search actor before did turned released sent".split(" "),
];

/** Forms of one address that do something else. */
const more: Record<string, Record<string, string>[]> = {
  "POST /staff/people": [
    { do: "disable", id: "x" },
    { do: "reset", id: "x" },
  ],
  "POST /staff/lists": [{ do: "remove", list: "x", sure: "yes" }],
  "POST /staff/switch": [{ do: "release", tag: "x", sure: "yes" }],
  "POST /outreach/sheet/event": [{ event: "x", to: "/outreach" }],
  "POST /outreach/form": [
    { agreed: "yes", birthDate: "x", year: "x", caseNumber: "x", place: "x", event: "x" },
  ],
  "POST /outreach/person": [
    { person: "x", after: "x", turn: "turn-0002", text: "x", command: "x", edit: "x" },
  ],
  "POST /staff/sign-in": [{ email: "x", password: "x" }],
};

const methodOf = ([route]: Line) => route.slice(0, route.indexOf(" "));
const pathOf = ([route]: Line) => route.slice(route.indexOf("/"));
const desk = lines.filter((line) => /^\/(?:staff|outreach|steps)(?:\/|$)/.test(pathOf(line)));
const posts = desk.filter((line) => methodOf(line) === "POST");

forBothDatabases((kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;
  let world: DeskWorld;

  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database, config: { twilio: testTwilio } });
  });
  beforeEach(async () => {
    await wipeDatabase(database);
    await loadList(app.services, { id: "list-a", announced: "2020-02-13", records: crowd(5) });
    world = await makeDeskWorld(app);
    app.services.logged.length = 0;
  });

  type Who = "nobody" | "admin";
  const cookieOf = (who: Who) => world.browsers[who].cookie();
  /** @returns what is wrong with the answer. */
  async function send(
    who: Who,
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
  ) {
    const response = await app.request(path, {
      ...init,
      headers: { cookie: cookieOf(who), origin: publicUrl, ...init.headers },
    });
    const body = await response.text();
    const html = response.headers.get("content-type")?.startsWith("text/html") === true;
    const told = `${init.method ?? "GET"} ${path.slice(0, 80)} ${typeof init.body === "string" ? init.body.slice(0, 60) : ""}`;
    return [
      response.status >= 500 ? `${told} is ${response.status}` : "",
      html && /<script>alert|<img src=x/.test(body) ? `${told} runs what was typed` : "",
      response.headers.get("set-cookie")?.includes("a=b") === true ? `${told} sets a cookie` : "",
      who === "nobody" && body.includes(world.handoff) ? `${told} tells an id` : "",
    ].filter(Boolean);
  }
  const form = (pairs: [string, string][]) => ({
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(pairs).toString(),
  });
  /** The address with this in place of each parameter. */
  const withIn = (line: Line, value: string) =>
    pathOf(line).replace(/:\w+/g, value === "" ? "-" : encodeURIComponent(value));
  /** The address of somebody who is there. */
  const real = (line: Line) => {
    const path = pathOf(line);
    const pattern = Object.keys(params).find((one) => path.startsWith(one));
    return pattern === undefined ? path : path.replace(/:\w+/, params[pattern]?.(world) ?? "");
  };
  /** Forms that do something there. */
  const rightForms = (line: Line) => {
    const own = line[2]?.form;
    return [typeof own === "function" ? own(world) : (own ?? {}), ...(more[line[0]] ?? [])];
  };
  const logKnowsNothing = () => expect(app.services.logged.filter((line) => line.includes(mark))).toEqual([]);

  for (const [what, value] of Object.entries(values)) {
    it(
      `${what}: in every field of every form, in every address and its query`,
      { timeout: 120_000 },
      async () => {
        const wrong: string[] = [];
        for (const who of kind === "postgres" ? (["admin", "nobody"] as const) : (["admin"] as const)) {
          for (const line of posts) {
            // Keeps the session that the others need.
            if (/sign-out/.test(line[0])) continue;
            wrong.push(...(await send(who, real(line), form(names.map((name) => [name, value])))));
            if (/:\w/.test(line[0]))
              wrong.push(...(await send(who, withIn(line, value), form([["a", "b"]]))));
          }
          for (const line of desk.filter((one) => methodOf(one) === "GET")) {
            const short = value.slice(0, 3_000);
            const query = new URLSearchParams(names.map((name) => [name, short.slice(0, 200)])).toString();
            wrong.push(...(await send(who, `${real(line)}?${query}`, {})));
            if (/:\w/.test(line[0])) wrong.push(...(await send(who, withIn(line, short), {})));
          }
        }
        expect(wrong).toEqual([]);
        logKnowsNothing();
      },
    );
  }

  it("what reads nearly right: in each field alone, in each address", { timeout: 180_000 }, async () => {
    const wrong: string[] = [];
    // Field by field where the others are right, the sharpest of them; PGlite takes its share.
    const sharp = ["\u0000", "0000-01-01", "9223372036854775808", "", values["markup"] ?? ""];
    const tried = kind === "postgres" ? [...near, ...sharp] : sharp.slice(0, 2);
    for (const value of tried) {
      for (const line of posts) {
        if (/sign-out|staff\/lock|unlock/.test(line[0])) continue;
        wrong.push(...(await send("admin", real(line), form(names.map((name) => [name, value])))));
        if (!sharp.includes(value)) continue;
        for (const fields of rightForms(line))
          for (const name of Object.keys(fields))
            wrong.push(
              ...(await send("admin", real(line), form(Object.entries({ ...fields, [name]: value })))),
            );
        if (/:\w/.test(line[0])) wrong.push(...(await send("admin", withIn(line, value), form([]))));
      }
      for (const line of desk.filter((one) => methodOf(one) === "GET")) {
        const query = new URLSearchParams(names.map((name) => [name, value])).toString();
        wrong.push(...(await send("admin", `${real(line)}?${query}`, {})));
      }
      await database.query("update staff_session set locked_at = null");
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("bodies that are no form, cut, in the wrong type or over the cap are refused quietly and change nothing", async () => {
    const kept = async () =>
      (await dumpDatabase(database))
        .filter((line) => !/^(?:audit|staff_session|limit_counter|secret):/.test(line))
        .toSorted();
    const bodies: [string | Uint8Array<ArrayBuffer>, string][] = [
      ["garbage", "multipart/form-data; boundary=x"],
      ["garbage", "multipart/form-data"],
      [
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nname,',
        "multipart/form-data; boundary=x",
      ],
      [
        '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\ny\r\n--x--',
        "multipart/form-data; boundary=x",
      ],
      [`{"a":`.repeat(9_000), "application/json"],
      [`{"turn":{"a":1},"sealed":["${mark}"]}`, "application/json"],
      ["null", "application/json"],
      ["%", "application/x-www-form-urlencoded"],
      ["word=%ff%fe%00&do=%c3", "application/x-www-form-urlencoded"],
      ["note[]=1&note[]=2&__proto__[a]=1", "application/x-www-form-urlencoded"],
      [new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), "text/plain"],
      [new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]), "application/octet-stream"],
      [`x=${mark.repeat(40_000)}`, "application/x-www-form-urlencoded"],
      ["", ""],
    ];
    const wrong: string[] = [];
    for (const line of posts) {
      // These do what they do by being asked at all.
      if (
        /sign-out|\/options|\/lock|\/start|export|erase|\/next|\/again|\/claim|\/release|steps|\/sheet\/event/.test(
          line[0],
        )
      )
        continue;
      const before = await kept();
      for (const [body, type] of bodies)
        wrong.push(
          ...(await send("admin", real(line), { method: "POST", headers: { "content-type": type }, body })),
        );
      if (JSON.stringify(await kept()) !== JSON.stringify(before)) wrong.push(`${line[0]} changed something`);
    }
    expect(wrong).toEqual([]);
    logKnowsNothing();
  });

  it("any fields at all, repeated and unknown ones among them", { timeout: 120_000 }, async () => {
    const value = fc.oneof(
      fc.constantFrom(...near, ...Object.values(values).map((one) => one.slice(0, 400))),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    const pairs = fc.array(
      fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })), value),
      {
        maxLength: 12,
      },
    );
    const lines = posts.filter(([route]) => !/sign-out|staff\/lock|quality/.test(route));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lines), pairs, async (line, fields) => {
        expect(await send("admin", real(line), form(fields))).toEqual([]);
        await database.query("update staff_session set locked_at = null");
      }),
      { numRuns: kind === "pglite" ? 60 : 150, seed: 24 },
    );
  });

  describe("a spreadsheet", () => {
    it("gets no formula from what somebody who waits has typed", async () => {
      for (const typed of [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        " =1",
        "\uFF1D1",
        '"=1"',
        "a\r\n=1",
      ])
        await keepHandoff(app.services, {
          answers: {
            names: [{ given: [typed], family: [typed], suffix: typed }],
            caseNumbers: [typed],
            place: typed,
          },
          reach: {
            phone: "+12135550161",
            said: typed,
            extension: typed,
            time: null,
            message: false,
            urgent: false,
          },
          outcomes: [typed],
        });
      const csv = await (await world.browsers.admin.post("/staff/people-waiting/export")).text();
      const cells = [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map((match) =>
        (match[1] ?? "").replaceAll('""', '"'),
      );
      expect(cells.length).toBeGreaterThan(200);
      expect(
        cells.filter((cell) => /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell)),
      ).toEqual([]);
    });
  });
});
