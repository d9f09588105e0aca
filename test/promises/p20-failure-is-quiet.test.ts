/**
 * P20: any fault gives one public sentence, a request id and the person's number; never "not on the list", never a
 * stack. A fault is injected at each statement in turn; the retry works and nothing is lost.
 */
import { beforeAll, expect, it } from "vitest";
import type { Database, Value } from "../../src/db/database.ts";
import { makeApp, textParams, textsOf, twilioRequest, type TestApp } from "../support/app.ts";
import { InjectedFault } from "../support/databaseProbe.ts";
import { forBothDatabases, type TestDatabase } from "../support/database.ts";
import { crowd, loadList, marcus, record } from "../support/list.ts";
import { newAddress, newPhone, postChat, untilLookup, webTalk, type Answered } from "../support/talk.ts";

const neverSaid =
  /could not confirm|no pudimos confirmar|InjectedFault|\bat .*\.ts|select |insert |pool|postgres/i;

forBothDatabases((_kind, makeDatabase) => {
  let real: TestDatabase;
  let app: TestApp;
  let calls = 0;
  let failing: ((call: number) => "before" | "after" | undefined) | undefined;

  beforeAll(async () => {
    real = await makeDatabase();
    const database: Database = {
      ...real,
      query: async <Row extends object>(
        text: string,
        values: readonly Value[] = [],
        signal?: AbortSignal,
      ) => {
        const how = failing?.(++calls);
        if (how === "before") throw new InjectedFault(`at ${text}`);
        const rows = await real.query<Row>(text, values, signal);
        if (how === "after") throw new InjectedFault(`after ${text}`);
        return rows;
      },
    };
    app = await makeApp({ database });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [record(), ...crowd(35)],
    });
  });

  /** Fails the n-th call of what `run` does. @returns whether it made that many. */
  async function failingAt(n: number, how: "before" | "after", run: () => Promise<void>): Promise<boolean> {
    calls = 0;
    failing = (call) => (call === n ? how : undefined);
    await run();
    failing = undefined;
    return calls >= n;
  }

  for (const how of ["before", "after"] as const) {
    it(
      `by text, a fault ${how} each statement of each turn is quiet, and the carrier's retry goes on`,
      { timeout: 120_000 },
      async () => {
        let points = 0;
        for (let n = 1, more = true; more; n++) {
          more = false;
          const phone = newPhone();
          let last: string[] = [];
          for (const text of untilLookup("sms", "en", marcus)) {
            const request = () => app.request("/webhooks/sms", twilioRequest(params));
            const params = textParams(phone, text);
            let status = 0;
            const reached = await failingAt(n, how, async () => {
              const response = await request();
              const body = await response.text();
              status = response.status;
              expect(body).not.toMatch(neverSaid);
              if (status === 500) expect(textsOf(body)).toEqual([]);
              last = textsOf(body);
            });
            if (!reached) expect(status).toBe(200);
            more ||= reached;
            points += reached ? 1 : 0;
            const retried = await request();
            expect(retried.status).toBe(200);
            const again = textsOf(await retried.text());
            if (status === 200) expect(again).toEqual(last);
            last = again;
          }
          // A fault of the lookup itself is told as such; of anything else nothing is lost.
          expect(last.join(" ")).toMatch(/February 2020|We cannot check by/);
        }
        expect(points).toBeGreaterThan(8);
      },
    );

    it(
      `on the web, a fault ${how} each statement gives the public sentence, and the retry goes on`,
      { timeout: 120_000 },
      async () => {
        for (let n = 1, more = true; more; n++) {
          more = false;
          const talk = await webTalk(app, { headers: { "x-forwarded-for": newAddress() } });
          const { token } = talk;
          for (const [index, text] of untilLookup("web", "en", marcus).entries()) {
            const json = { conversation: token, turn: `turn ${index}`, text, locale: "en" };
            let first: Answered | undefined;
            more =
              (await failingAt(n, how, async () => {
                first = await postChat(app, json);
              })) || more;
            expect(first?.body).not.toMatch(neverSaid);
            if (first?.status !== 200) {
              expect(first?.status).toBe(500);
              const error = JSON.parse(first?.body ?? "") as Record<string, string>;
              expect(Object.keys(error).sort()).toEqual(["message", "phone", "requestId"]);
              expect(error["message"]).toContain("Something here is not working");
              expect(error["phone"]).toBe("(555) 010-0100");
              expect(error["requestId"]).toMatch(/^[0-9a-f-]{36}$/);
              expect(first?.headers["cache-control"]).toBe("no-store");
              expect(app.services.logged.join("")).toContain(error["requestId"]);
            }
            const retried = await postChat(app, json);
            expect(retried.status).toBe(200);
            if (first?.status === 200) expect(retried.body).toBe(first.body);
          }
        }
      },
    );
  }

  it("the page without JavaScript shows the public sentence and what was typed, in the page's language", async () => {
    const talk = await webTalk(app, { locale: "es" });
    failing = () => "before";
    const response = await app.request("/es", {
      method: "POST",
      body: new URLSearchParams({ conversation: talk.token, turn: "12345678", text: "Zarandona" }),
    });
    failing = undefined;
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain("Zarandona");
    expect(html).toContain(app.copy.text("errors.fault", "es").split(".")[0]);
    expect(html).not.toMatch(neverSaid);
  });

  it("with the database gone, the fallback and liveness still answer, and readiness says no", async () => {
    failing = () => "before";
    expect((await app.request("/webhooks/sms/fallback", { method: "POST" })).status).toBe(200);
    expect((await app.request("/healthz")).status).toBe(200);
    expect((await app.request("/readyz")).status).toBe(503);
    failing = undefined;
    expect((await app.request("/readyz")).status).toBe(200);
  });
});
