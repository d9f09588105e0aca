import { beforeAll, describe, expect, it } from "vitest";
import { segments } from "../copy/segments.ts";
import { makeApp, phone, textsOf, textParams, twilioRequest, type TestApp } from "../../test/support/app.ts";
import { databaseMaker } from "../../test/support/database.ts";
import { crowd, loadList, record } from "../../test/support/list.ts";
import { TestRuntime } from "../../test/support/runtime.ts";
import { readCosts } from "../acts/read-costs.ts";
import { sendDue } from "../acts/send-due.ts";
import { enqueue, sendingServices } from "../../test/support/sending.ts";
import type { CommandContext } from "./command.ts";
import { costCommand } from "./cost.ts";

describe("the cost of text messages", () => {
  const makeDatabase = databaseMaker("postgres");
  let app: TestApp;
  let sent = { in: 0, out: 0 };

  /** Talks and counts what crosses the air. */
  async function talk(from: string, texts: readonly string[]): Promise<{ in: number; out: number }> {
    const spent = { in: 0, out: 0 };
    for (const body of texts) {
      const response = await app.request("/webhooks/sms", twilioRequest(textParams(from, body)));
      spent.in += 1;
      for (const text of textsOf(await response.text())) spent.out += segments(text).segments;
    }
    sent = { in: sent.in + spent.in, out: sent.out + spent.out };
    return spent;
  }

  async function run(args: string[]): Promise<string> {
    let printed = "";
    const context = {
      services: () => Promise.resolve(app.services),
      out: (text: string) => void (printed += text),
    } as unknown as CommandContext;
    expect(await costCommand.run(args, context)).toBe(0);
    return printed;
  }

  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase(), runtime: new TestRuntime() });
    await loadList(app.services, {
      id: "list-a",
      announced: "2020-02-13",
      records: [record(), ...crowd(30)],
    });
  });

  it("is said to be unknown while nothing was counted", async () => {
    expect(await run([])).toContain("nothing can be projected");
  });

  it("is what crossed the air, by language and outcome, to the segment", async () => {
    const name = ["1", "no", "Marcus Tollesworth", "May 19, 1974", "1996", "1"];
    const found = await talk("+13235550301", ["hello", ...name, "8"]);
    await talk("+13235550302", ["hola", "1", "no", "Rosa Quintanegra", "19 de mayo de 1974", "1996", "1"]);
    await talk("+13235550303", ["hello", "STOP"]);
    const costs = await readCosts(app.services, 1);
    expect(costs.all).toMatchObject({ n: 3, segmentsIn: sent.in, segmentsOut: sent.out });
    expect(costs.finished).toEqual([
      expect.objectContaining({
        locale: "en",
        of: "dismissed",
        n: 1,
        segmentsIn: found.in,
        segmentsOut: found.out,
      }),
    ]);
    expect(costs.told.map((line) => `${line.locale} ${line.of} ${line.n}`)).toEqual([
      "en dismissed 1",
      "es notConfirmed 1",
    ]);
    const { prices } = app.services.config;
    const dollars = found.in * prices.textIn + found.out * (prices.textOut + prices.carrierOut);
    expect(costs.finished[0]?.dollars).toBeCloseTo(dollars, 6);
    expect(await run(["--conversations", "10000"])).toMatch(/Projection: 10,000 conversations a month/);
  });

  it("counts a repeated delivery once", async () => {
    const before = await readCosts(app.services, 1);
    const params = textParams("+13235550304", "hello");
    for (let n = 0; n < 3; n++) await app.request("/webhooks/sms", twilioRequest(params));
    const after = await readCosts(app.services, 1);
    expect(after.all.segmentsIn - before.all.segmentsIn).toBe(1);
  });

  it("counts every conversation begun, also one that begins after an end or on another day", async () => {
    const before = await readCosts(app.services, 1);
    const say = phone(app, "+13235550306");
    for (const text of ["hello", "done", "hello"]) {
      await say(text);
      app.services.runtime.advance(1_000);
    }
    app.services.runtime.advance(25 * 3_600_000);
    await say("hello");
    const after = await readCosts(app.services, 2);
    expect(after.all.n - before.all.n).toBe(3);
  });

  it("holds the texts that were sent later, and so does the projection", async () => {
    const before = await readCosts(app.services, 2);
    const sending = sendingServices(app.services.database, app.services.runtime);
    await enqueue(sending, "+13235550307", "goOn");
    await sendDue(sending, {
      send: () => Promise.resolve({ kind: "accepted", sid: "SM1", status: "queued" }),
      sentTo: () => Promise.resolve([]),
    });
    const after = await readCosts(app.services, 2);
    const [line] = after.later;
    expect(line).toMatchObject({ of: "goOn", n: 1, segmentsIn: 0 });
    expect(after.all.segmentsOut - before.all.segmentsOut).toBe(line?.segmentsOut);
    expect(await run(["--days", "2"])).toContain("Texts sent later");
  });

  it("takes whole numbers alone", async () => {
    await expect(run(["--days", "0"])).rejects.toThrow("--days");
    await expect(run(["--conversations", "many"])).rejects.toThrow("--conversations");
  });

  it("of a conversation that began anew begins at nothing", async () => {
    const say = phone(app, "+13235550305");
    await say("hello");
    await say("done");
    const { finished } = await readCosts(app.services, 1);
    expect(finished.find((line) => line.of === "none")?.segmentsIn).toBe(2);
  });
});
