/**
 * Whoever watches a clinic's network sees pages of one length, whatever somebody was told: a case, several, none, or a
 * second look; on the worker's screen, on paper and on the person's own phone.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { pageBytes } from "../../src/http/padded.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { databaseMaker } from "../support/database.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";

const people = {
  two: ["Marcus Tollesworth", "1974-05-19"],
  one: ["Ada Pellinore", "1970-01-02"],
  near: ["Marcus Tollesworth", "1974-05-30"],
  nobody: ["Wilhelmina Quorndale", "1950-01-31"],
} as const;

describe("on the wire", () => {
  const makeDatabase = databaseMaker("postgres");
  let app: TestApp;
  let worker: StaffBrowser;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
    const second = record({ caseNumber: "BA999999", status: "filed", convictionDate: "1998-01-01" });
    const name = { given: ["ADA"], family: ["PELLINORE"] };
    const ada = record({ name, birthDate: "1970-01-02", caseNumber: "BA777777" });
    const records = [record(), second, ada, ...crowd(35)];
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records });
    worker = await signedIn(app, "worker");
  });

  const marks = (html: string) =>
    Object.fromEntries(
      ["person", "after", "turn"].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "",
      ]),
    );

  for (const locale of ["en", "es"] as const) {
    it(`in ${locale}, every result has the length of every other`, async () => {
      const lengths: Record<string, number[]> = {};
      const told = new Set<string>();
      for (const [who, [name, born]] of Object.entries(people)) {
        const note = async (page: string, response: Response) => {
          const bytes = Buffer.from(await response.arrayBuffer());
          (lengths[page] ??= []).push(bytes.length);
          return bytes.toString();
        };
        await worker.post("/outreach/start", { locale });
        const said = [
          { choice: "agree" },
          { choice: "none" },
          { text: name },
          { text: born },
          { text: "1996" },
        ];
        for (const fields of [...said, { choice: "search" }]) {
          const html = await note("person", await worker.get("/outreach/person"));
          await worker.post("/outreach/person", { ...marks(html), ...fields });
        }
        const html = await note("person", await worker.get("/outreach/person"));
        told.add(html.replace(/value="[^"]*"/g, "").trim());
        await note("print", await worker.get("/outreach/print"));
        const draw = app.services.runtime.bytes.bind(app.services.runtime);
        let code = "";
        app.services.runtime.bytes = (length) => {
          const made = draw(length);
          if (length === 16) code = made.toString("base64url");
          return made;
        };
        await note("code", await worker.post("/outreach/code", marks(html)));
        app.services.runtime.bytes = draw;
        const opened = await note("steps", await app.request(`/steps/${code}`, { method: "POST" }));
        expect(opened).toMatch(/<\/html>\s*$/);
        const form = { agreed: "yes", locale, name, birthDate: born, turn: `form-${locale}-${who}` };
        expect((await worker.post("/outreach/form", form)).status).toBe(303);
        await note("form", await worker.get("/outreach/person"));
      }
      // They were told different things.
      expect(told.size).toBe(4);
      for (const [page, seen] of Object.entries(lengths))
        expect([page, new Set(seen)]).toEqual([page, new Set([pageBytes])]);
    });
  }

  it("what is no page is left as it is", async () => {
    const manifest = await worker.get("/outreach/manifest.webmanifest");
    expect(JSON.parse(await manifest.text())).toMatchObject({ scope: "/outreach/" });
    expect(await (await worker.post("/outreach/hand-over", {})).text()).toBe("");
  });
});
