/**
 * The clinic table: one person after another, each known to one session alone, wiped by "Next person"; the phone handed
 * over behind a PIN; a second look told to the worker and to nobody else (P3, P5, P16).
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purge } from "../../src/acts/purge.ts";
import { disableStaff } from "../../src/acts/staff/change.ts";
import { lookupLimits, spendLookup } from "../../src/privacy/limits.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { dumpDatabase, emptyDatabase, forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";

const pin = "4827";
const carrier = {
  accountSid: "AC00000000000000000000000000000000",
  authTokens: ["test-token-of-twilio"],
  from: "+13235550100",
  messagingServiceSid: undefined,
  insecureLocal: false,
};

const hiddenIn = (html: string) =>
  Object.fromEntries(
    ["person", "after", "turn"].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "",
    ]),
  );

/** The page a worker or a person sees, and what they press and type on it. */
function table(browser: StaffBrowser, path = "/outreach/person") {
  const page = async () => (await browser.get(path)).text();
  const send = async (fields: Record<string, string>) => {
    const html = await page();
    const answered = await browser.post(path, { ...hiddenIn(html), ...fields });
    return answered.status === 303 ? page() : answered.text();
  };
  return { page, send };
}

/** From the start to the result, asked by the worker. */
async function helped(browser: StaffBrowser, who: { name: string; born: string }, locale = "en") {
  await browser.post("/outreach/start", { locale });
  const { send } = table(browser);
  await send({ choice: "agree" });
  await send({ choice: "none" });
  await send({ text: who.name });
  await send({ text: who.born });
  await send({ text: "1996" });
  return send({ choice: "search" });
}

const right = { name: "Marcus Tollesworth", born: "May 19, 1974" };
const near = { name: "Marcus Tollesworth", born: "May 30, 1974" };
/** With every result. */
const informed = "This is information, not legal advice.";
const stranger = { name: "Wilhelmina Quorndale", born: "January 31, 1950" };

forBothDatabases((_kind, makeDatabase) => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await makeDatabase();
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    app = await makeApp({ database: { ...database }, config: { twilio: carrier } });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
      sample: true,
    });
  });

  const count = async (sql: string) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n;

  it("asks after a yes, tells the result at once, and audits the lookup under the worker's id", async () => {
    const worker = await signedIn(app, "worker");
    await worker.post("/outreach/start", { locale: "es" });
    const consent = await table(worker).page();
    expect(consent).toContain("¿Podemos buscar");
    expect(consent).toContain("They said yes");
    const result = await helped(worker, right);
    expect(result).toContain("Read it together");
    expect(result).toContain(informed);
    expect(await database.query("select actor from audit where event = 'outreach_lookup'")).toEqual([
      { actor: worker.id },
    ]);
    expect(await count("audit where event = 'lookup_made'")).toBe(0);
  });

  it("tells the worker alone that a near miss needs a second look, and the person the same as anyone", async () => {
    const worker = await signedIn(app, "worker", { pin });
    const theirs = (html: string) => /<div lang="en">[\s\S]*?<\/main>/.exec(html)?.[0] ?? "";
    const alike = (html: string) =>
      theirs(html).replace(/name="(person|after|turn)" value="[^"]*"/g, 'name="$1"');
    const seen: { near: string; not: string }[] = [];
    for (const who of [near, stranger]) {
      const html = await helped(worker, who);
      const { person } = hiddenIn(html);
      await worker.post("/outreach/hand-over", { person: person ?? "" });
      const handed = await table(worker, "/outreach/hand").page();
      expect(handed).not.toContain("second look");
      seen.push({ near: html, not: handed });
      await worker.post("/staff/unlock", { pin });
    }
    expect(seen[0]?.near).toContain("Needs a second look");
    expect(seen[1]?.near).not.toContain("Needs a second look");
    expect(alike(seen[0]?.not ?? "")).toBe(alike(seen[1]?.not ?? ""));
    expect(alike(seen[0]?.not ?? "").length).toBeGreaterThan(500);
  });

  it("hands a near miss to a reviewer with their yes, and keeps that when the next person sits down", async () => {
    const worker = await signedIn(app, "worker");
    await helped(worker, near);
    const { send } = table(worker);
    await send({ choice: "person" });
    await send({ choice: "callMe" });
    await send({ text: "213 555 0142" });
    await send({ choice: "morning" });
    await send({ choice: "no" });
    await send({ choice: "no" });
    expect(await count("handoff")).toBe(0);
    const { person } = hiddenIn(await send({ choice: "handOver" }));
    expect(await count("handoff where channel = 'outreach' and kind = 'person'")).toBe(1);
    await worker.post("/outreach/next", { person: person ?? "" });
    expect(await count("handoff")).toBe(1);
  });

  describe("next person", () => {
    it("leaves no answer, no reply and no token, and old pages do nothing to the new person", async () => {
      const worker = await signedIn(app, "worker");
      const html = await helped(worker, right);
      const old = hiddenIn(html);
      const went = await worker.post("/outreach/next", { person: old["person"] ?? "", locale: "es" });
      expect(went.headers.get("location")).toBe("/outreach/person");
      expect(await count("conversation where sealed is not null")).toBe(0);
      expect(await count("turn where reply is not null")).toBe(0);
      expect(await count("audit where event = 'answers_erased'")).toBe(1);
      const next = await table(worker).page();
      expect(next).toContain("¿Podemos buscar");
      expect(next).not.toMatch(/Tollesworth|Read it together/);
      for (const [path, fields] of [
        ["/outreach/person", { ...old, choice: "agree" }],
        ["/outreach/next", { person: old["person"] ?? "", locale: "en" }],
        ["/outreach/hand-over", old],
        ["/outreach/send", { ...old, phone: "213 555 0142" }],
        ["/outreach/code", old],
      ] as const) {
        const response = await worker.post(path, fields);
        expect([path, response.status]).toEqual([path, 303]);
      }
      const still = await table(worker).page();
      expect(hiddenIn(still)["person"]).toBe(hiddenIn(next)["person"]);
      expect(still).toContain("¿Podemos buscar");
      expect(await count("outbox")).toBe(0);
    });

    it("is no-store on every page, with no token and no name in any address", async () => {
      const worker = await signedIn(app, "worker");
      await helped(worker, right);
      for (const path of ["/outreach", "/outreach/person", "/outreach/print"]) {
        const page = await worker.get(path);
        expect(page.headers.get("cache-control")).toBe("no-store");
        expect(await page.text()).not.toMatch(/name="conversation"|href="[^"]*Tollesworth/);
      }
    });
  });

  describe("the phone in their hand", () => {
    it("shows their questions alone; the worker's pages stay behind the PIN", async () => {
      const worker = await signedIn(app, "worker", { pin, name: "Wren Locksley" });
      await worker.post("/outreach/start", { locale: "es" });
      const { person = "" } = hiddenIn(await table(worker).page());
      await worker.post("/outreach/hand-over", { person });
      for (const path of ["/outreach", "/outreach/person", "/staff", "/outreach/print"]) {
        expect((await worker.get(path)).status).toBe(423);
      }
      expect((await worker.post("/outreach/next", { person })).status).toBe(423);
      const { page, send } = table(worker, "/outreach/hand");
      const first = await page();
      expect(first).toContain(app.copy.text("questions.start.choice.agree", "es"));
      expect(first).not.toMatch(/Locksley|<nav|Siguiente persona|Next person/);
      // They agree themselves, and are asked as themselves.
      expect(await send({ choice: "agree" })).toContain(
        app.copy.text("questions.caseNumber.ask", "es").slice(0, 30),
      );
      await worker.post("/staff/unlock", { pin });
      const back = await table(worker).page();
      expect(back).toContain(app.copy.text("questions.caseNumber.ask", "es").slice(0, 30));
      expect(back).toContain("Next person");
      // With the phone back, the page in their history leads to the worker's.
      expect((await worker.get("/outreach/hand")).headers.get("location")).toBe("/outreach/person");
    });

    it("is covered after two idle minutes, and stays while they answer", async () => {
      const worker = await signedIn(app, "worker", { pin });
      await worker.post("/outreach/start", { locale: "en" });
      const { person = "" } = hiddenIn(await table(worker).page());
      await worker.post("/outreach/hand-over", { person });
      const { page, send } = table(worker, "/outreach/hand");
      for (const fields of [{ choice: "agree" }, { choice: "none" }] as const) {
        app.services.runtime.advance(110_000);
        await send(fields);
      }
      app.services.runtime.advance(120_001);
      const late = await worker.get("/outreach/hand");
      expect(late.status).toBe(423);
      expect(await late.text()).not.toContain("last name");
      expect((await worker.post("/outreach/hand", { text: "Rosa" })).status).toBe(423);
      expect(await page()).toContain("PIN");
    });
  });

  it("takes an answer sent twice once, and none on a page that is behind", async () => {
    const worker = await signedIn(app, "worker");
    await worker.post("/outreach/start", { locale: "en" });
    const { page } = table(worker);
    const agreed = { ...hiddenIn(await page()), choice: "agree" };
    await Promise.all([1, 2, 3].map(() => worker.post("/outreach/person", agreed)));
    const none = { ...hiddenIn(await page()), choice: "none" };
    await worker.post("/outreach/person", none);
    await worker.post("/outreach/person", none);
    await worker.post("/outreach/person", { ...agreed, turn: "another-turn-id" });
    expect(await page()).toContain(app.copy.text("questions.name.askHelping", "en").slice(0, 30));
  });

  it("is nobody else's: signed out, disabled, another worker, a form of another site", async () => {
    const worker = await signedIn(app, "worker");
    const other = await signedIn(app, "worker");
    const html = await helped(worker, right);
    const marks = hiddenIn(html);
    expect((await other.get("/outreach/person")).headers.get("location")).toBe("/outreach");
    await other.post("/outreach/person", { ...marks, choice: "finish" });
    await other.post("/outreach/next", marks);
    expect((await other.get("/outreach/print")).status).toBe(303);
    expect(await table(worker).page()).toContain("Read it together");
    const evil = await worker.post("/outreach/next", marks, { origin: "https://evil.example" });
    expect(evil.status).toBe(403);
    for (const path of ["/outreach/person", "/outreach/hand", "/outreach/print"]) {
      const out = await app.request(path);
      expect([out.status, out.headers.get("location")?.slice(0, 14)]).toEqual([303, "/staff/sign-in"]);
    }
    expect((await app.request("/outreach/start", { method: "POST" })).status).not.toBe(200);
    await disableStaff(app.services, { email: worker.email }, "operator");
    expect((await worker.get("/outreach/person")).headers.get("location")).toContain("/staff/sign-in");
    const reviewer = await signedIn(app, "reviewer");
    expect(await helped(reviewer, stranger)).toContain("Read it together");
  });

  it("counts lookups by account, more than an address has, and none beyond them", async () => {
    const worker = await signedIn(app, "worker");
    for (let n = 0; n < lookupLimits.perAddressDay; n++) await spend(worker.id, n);
    expect(await helped(worker, right)).toContain("Read it together");
    for (let n = lookupLimits.perAddressDay + 1; n < lookupLimits.perWorkerDay; n++)
      await spend(worker.id, n);
    expect(await helped(worker, right)).toContain(app.copy.text("outcomes.callUs", "en").slice(0, 20));
    const another = await signedIn(app, "worker");
    expect(await helped(another, right)).not.toContain(app.copy.text("outcomes.callUs", "en").slice(0, 20));
  });

  /** A lookup of another person, where nothing but the count matters. */
  async function spend(worker: string, n: number): Promise<void> {
    await spendLookup(app.services.database, app.services.sealer, {
      subject: { kind: "worker", of: worker },
      conversation: { handle: `c${n}`, startedAt: 0 },
      turnId: Buffer.from(`${worker}/${n}`),
      byDate: true,
      now: app.services.runtime.now(),
    });
  }

  describe("steps to take along", () => {
    it("are texted after an invitation that names nobody, to three numbers at most", async () => {
      const worker = await signedIn(app, "worker");
      const { person = "" } = hiddenIn(await helped(worker, right));
      const send = async (phone: string) =>
        (await worker.post("/outreach/send", { person, phone, agreed: "yes" })).headers.get("location");
      const silent = await worker.post("/outreach/send", { person, phone: "213 555 0142" });
      expect(silent.headers.get("location")).toBe("/outreach/person?sent=notAgreed");
      expect(await send("911")).toBe("/outreach/person?sent=badNumber");
      expect(await send("+52 664 123 4567")).toBe("/outreach/person?sent=badNumber");
      expect(await send("213 555 0142")).toBe("/outreach/person?sent=invited");
      expect(await send("(213) 555-0142")).toBe("/outreach/person?sent=invited");
      expect(await count("outbox where kind = 'stepsInvite'")).toBe(1);
      expect(await send("213 555 0143")).toBe("/outreach/person?sent=invited");
      expect(await send("213 555 0144")).toBe("/outreach/person?sent=tooMany");
      expect(await (await worker.get("/outreach/person?sent=tooMany")).text()).toContain("Three texts");
      await worker.post("/outreach/next", { person });
      expect(await count("outbox")).toBe(2);
    });

    it("follow the language that was chosen last, on paper and behind a code", async () => {
      const worker = await signedIn(app, "worker");
      await helped(worker, right);
      const told = (locale: "en" | "es") => app.copy.text("outcomes.info", locale).slice(0, 30);
      const paper = async () => (await worker.get("/outreach/print")).text();
      expect(await paper()).toContain(told("en"));
      const html = await table(worker).send({ command: "language" });
      expect(await paper()).toContain(told("es"));
      expect(await paper()).not.toContain(told("en"));
      expect(html).toContain(app.copy.text("outreach.person.again", "es"));
      const { person = "" } = hiddenIn(html);
      expect(await (await worker.post("/outreach/code", { person })).text()).toContain("<svg");
      const { sealer } = app.services;
      const [row] = await database.query<{ code: Uint8Array; sealed: Uint8Array }>(
        "select code, sealed from steps_page",
      );
      const at = `steps_page/${Buffer.from(row?.code ?? []).toString("hex")}`;
      expect(sealer.openJson("conversations", at, row?.sealed ?? Buffer.alloc(0))).toMatchObject({
        locale: "es",
      });
    });

    it("open once from a code, by a press, also after the person has left", async () => {
      const worker = await signedIn(app, "worker");
      const { person = "" } = hiddenIn(await helped(worker, right));
      const bytes = app.services.runtime.bytes.bind(app.services.runtime);
      let code = "";
      app.services.runtime.bytes = (length) => {
        const made = bytes(length);
        if (length === 16) code = made.toString("base64url");
        return made;
      };
      expect(await (await worker.post("/outreach/code", { person })).text()).toContain("<svg");
      app.services.runtime.bytes = bytes;
      await worker.post("/outreach/next", { person });
      const page = await app.request(`/steps/${code}`);
      const closed = await page.text();
      expect(page.headers.get("cache-control")).toBe("no-store");
      expect(closed).not.toContain(informed);
      // Looking does not open it; nor does it say whether there is such a page.
      expect(await (await app.request("/steps/none")).text()).toBe(closed);
      const opened = await app.request(`/steps/${code}`, { method: "POST" });
      const steps = await opened.text();
      expect(steps).toContain(informed);
      expect(steps).not.toMatch(/Marcus|Tollesworth|1974/);
      expect((await app.request(`/steps/${code}`, { method: "POST" })).status).toBe(410);
      expect(await count("steps_page")).toBe(0);
    });
  });

  it("keeps nothing of a person in clear, and purges who was left sitting there", async () => {
    const worker = await signedIn(app, "worker");
    await helped(worker, right);
    const inClear = (await dumpDatabase(database)).filter((line) => /Marcus|Tollesworth/i.test(line));
    expect(inClear.length).toBe(0);
    app.services.runtime.advance(24 * 3_600_000 + 1);
    expect((await purge(app.services))["clinicPeople"]).toBe(1);
    expect(await count("clinic_person")).toBe(0);
  });
});
