/**
 * P17 and P18 for the pages of people who work here and for the pages of steps: they load and send nothing elsewhere, run
 * nothing of theirs inline, and no address holds a secret or a person.
 */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addressOf, lines } from "../support/access.ts";
import { makeApp, publicUrl, type TestApp } from "../support/app.ts";
import { databaseMaker, dumpDatabase, type TestDatabase } from "../support/database.ts";
import { canaries, makeDeskWorld, type DeskWorld, type Visitor } from "../support/deskWorld.ts";
import { testTwilio } from "../support/sending.ts";

const pages = lines.filter(([route]) => /^GET \/(?:staff|outreach|steps)(?:\/|$)/.test(route));

describe("every page under /staff, /outreach and /steps", () => {
  const makeDatabase = databaseMaker("postgres");
  let database: TestDatabase;
  let app: TestApp;
  let world: DeskWorld;
  beforeAll(async () => {
    database = await makeDatabase();
    app = await makeApp({ database, config: { twilio: testTwilio } });
    world = await makeDeskWorld(app);
  });

  interface Page {
    who: string;
    headers: Headers;
    html: string;
  }
  /** Each page as those see it who may come to it, the lock and the doors among them. */
  async function everyPage(): Promise<Page[]> {
    const seen: Page[] = [];
    for (const visitor of ["nobody", "worker", "admin", "locked"] as const satisfies readonly Visitor[]) {
      for (const line of pages) {
        const response = await world.browsers[visitor].get(addressOf(line, world));
        if (response.headers.get("content-type")?.startsWith("text/html") !== true) continue;
        // A file to save stands alone: our pages run nothing of it.
        if (response.headers.get("content-disposition")?.startsWith("attachment") === true) continue;
        seen.push({ who: `${visitor} ${line[0]}`, headers: response.headers, html: await response.text() });
      }
    }
    return seen;
  }
  let seen: Page[] = [];
  beforeAll(async () => {
    seen = await everyPage();
  });
  const wrongIn = (find: (page: Page) => string | RegExpExecArray | undefined | null) => {
    expect(seen.length).toBeGreaterThan(60);
    return seen.flatMap((page) => {
      const found = find(page);
      const what = typeof found === "string" ? found : found?.[0];
      return what === undefined ? [] : [`${page.who}: ${what}`];
    });
  };
  const addresses = (html: string) =>
    [...html.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map((match) =>
      (match[1] ?? "").replaceAll("&amp;", "&"),
    );

  it("lets the browser run, load and send nothing but ours, frame it nowhere, and tells no referrer", () => {
    const strict =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
    expect(
      wrongIn(({ headers }) => {
        const policy = headers.get("content-security-policy") ?? "";
        const right =
          policy.startsWith(strict) &&
          policy.endsWith("form-action 'self'; base-uri 'none'; frame-ancestors 'none'") &&
          !/unsafe|\*|data:|https?:/.test(policy) &&
          headers.get("referrer-policy") === "no-referrer" &&
          headers.get("x-content-type-options") === "nosniff" &&
          headers.get("x-frame-options") === "DENY" &&
          headers.get("cache-control") === "no-store";
        return right ? undefined : policy;
      }),
    ).toEqual([]);
  });

  it("has no inline script, style or handler, and loads every file from here", async () => {
    expect(
      wrongIn(({ html }) => /<style|\sstyle="|\son[a-z]+="|javascript:|<iframe|<object/i.exec(html)),
    ).toEqual([]);
    expect(wrongIn(({ html }) => /<script\b[^>]*>(?!\s*<\/script>)/.exec(html))).toEqual([]);
    const files = new Set<string>();
    const elsewhere = wrongIn(({ html }) => {
      const loaded = [...html.matchAll(/<(?:script|img|link)\b[^>]*\s(?:src|href)="([^"]*)"/g)].map(
        (m) => m[1] ?? "",
      );
      for (const file of loaded) files.add(file);
      return loaded.find((file) => new URL(file, publicUrl).origin !== publicUrl);
    });
    expect(elsewhere).toEqual([]);
    expect(files.size).toBeGreaterThan(5);
    for (const file of files) expect((await app.request(file)).status, file).toBe(200);
  });

  it("sends every form by POST to us; what is searched by address names nobody", () => {
    const { org } = app.services.config;
    expect(
      wrongIn(({ html }) => {
        const forms = html.match(/<form\b[^>]*>/g) ?? [];
        return forms.find((form) => !/method="post"/.test(form) && !/action="\/staff\/audit"/.test(form));
      }),
    ).toEqual([]);
    expect(
      wrongIn(({ html }) =>
        addresses(html).find((address) => !/^(?:[/#]|https:|tel:|$)/.test(address) && address !== org.url),
      ),
    ).toEqual([]);
  });

  it("puts no secret and nobody into an address", () => {
    const secrets = [
      world.invitation,
      world.code,
      ...Object.values(world.browsers).map((browser) => browser.cookie().split("=")[1] ?? ""),
    ].filter((secret) => secret.length > 0);
    expect(secrets.length).toBeGreaterThan(4);
    // A number to call opens the telephone and asks nobody for a page.
    const links = (html: string) => addresses(html).filter((address) => !address.startsWith("tel:"));
    expect(
      wrongIn(({ who, html }) =>
        links(html).find(
          (address) =>
            // The invitation's own page leads to itself in the other language.
            (secrets.some((secret) => address.includes(secret)) && !/invitation\/:token/.test(who)) ||
            canaries.test(address),
        ),
      ),
    ).toEqual([]);
  });

  it("keeps what opens a door as a keyed hash alone", async () => {
    const dump = (await dumpDatabase(database)).join("\n");
    for (const secret of [world.invitation, world.code]) {
      const bytes = Buffer.from(secret, "base64url");
      expect(bytes.length).toBeGreaterThanOrEqual(16);
      const hashes = [secret, bytes].map((one) => createHash("sha256").update(one).digest());
      for (const form of [bytes, ...hashes])
        for (const encoding of ["hex", "base64", "base64url"] as const)
          expect(dump).not.toContain(form.toString(encoding));
    }
  });

  it("a code of steps and an invitation are opened by nothing near them", async () => {
    const near = (secret: string) => [
      ...secret
        .split("")
        .map((char, at) => secret.slice(0, at) + (char === "A" ? "B" : "A") + secret.slice(at + 1)),
      secret.slice(1),
      `${secret}A`,
      `${secret}=`,
      secret.toUpperCase(),
    ];
    for (const code of near(world.code).filter((one) => one !== world.code))
      expect((await app.request(`/steps/${code}`, { method: "POST" })).status).toBe(410);
    for (const token of near(world.invitation).filter((one) => one !== world.invitation))
      // Whoever tries many is told to wait; the right one opens all the same.
      expect([410, 429]).toContain((await app.request(`/staff/invitation/${token}`)).status);
    expect((await app.request(`/steps/${world.code}`, { method: "POST" })).status).toBe(200);
    expect((await app.request(`/staff/invitation/${world.invitation}`)).status).toBe(200);
  });
});
