/**
 * P2: hit and miss issue the same statements in the same order, fetch and write the same padded number of rows, and
 * answer at the same fixed time after arrival.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { Database, Value } from "../../src/db/database.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases } from "../support/database.ts";
import { crowd, loadList, marcus, record, type Person } from "../support/list.ts";
import { lookUpAs, wrongDates } from "../support/lookUps.ts";
import { newPhone, newTalk, untilLookup } from "../support/talk.ts";
import { TestRuntime } from "../support/runtime.ts";

interface Work {
  statement: string;
  /** Types and, for arrays, how many elements. */
  given: string[];
  rowsBack: number;
}

/** What a value looks like to the database, without what it says. */
function shape(value: Value): string {
  if (typeof value === "string" && value.startsWith("{"))
    return `array of ${value === "{}" ? 0 : value.split(",").length}`;
  return value === null ? "null" : value instanceof Uint8Array ? "bytes" : typeof value;
}

forBothDatabases((_kind, makeDatabase) => {
  let app: TestApp;
  let runtime: TestRuntime;
  const work: Work[] = [];
  /** How long each statement takes; grows the clock. */
  let statementMs = 0;

  beforeAll(async () => {
    const real = await makeDatabase();
    runtime = new TestRuntime();
    const database: Database = {
      ...real,
      async query<Row extends object>(text: string, values: readonly Value[] = [], signal?: AbortSignal) {
        const rows = await real.query<Row>(text, values, signal);
        runtime.advance(statementMs);
        work.push({ statement: text, given: values.map(shape), rowsBack: rows.length });
        return rows;
      },
    };
    app = await makeApp({ database, runtime });
    await loadList(app.services, {
      id: "2020",
      announced: "2020-02-13",
      records: [
        record(),
        record({ name: { given: ["ROSALIND"], family: ["WEXMOORE"] }, caseNumber: "BA500001" }),
        ...crowd(60),
      ],
    });
    for (const birthDate of wrongDates(5)) {
      await lookUpAs(app.services, { given: ["Rosalind"], family: ["Wexmoore"], birthDate });
    }
  });

  const askers: Record<string, Person> = {
    hit: marcus,
    "near miss": { ...marcus, birthDate: "May 20, 1974" },
    absent: { ...marcus, name: "Wilhelmina Quorndale" },
    frozen: { ...marcus, name: "Rosalind Wexmoore" },
  };

  async function workOf(channel: "sms" | "web", person: Person): Promise<{ work: Work[]; replyMs: number }> {
    const talk = await newTalk(app, channel, "en", newPhone());
    const all = untilLookup(channel, "en", person);
    for (const text of all.slice(0, -1)) await talk.say(text);
    work.length = 0;
    const arrived = runtime.elapsed();
    await talk.say(all.at(-1) ?? "");
    return { work: [...work], replyMs: (runtime.waits.at(-1) ?? Number.NaN) - arrived };
  }

  for (const channel of ["sms", "web"] as const) {
    describe(`by ${channel}`, () => {
      it("hit, near miss, absent and frozen run the same statements with the same number of rows", async () => {
        statementMs = 0;
        await workOf(channel, marcus);
        const hit = await workOf(channel, marcus);
        expect(hit.work.map((one) => one.rowsBack)).toContain(32);
        for (const [what, person] of Object.entries(askers)) {
          // How many labels are found varies with who is asked for; how many are asked for does not (design: 40).
          const found = (one: Work) =>
            one.statement.includes("from label") || one.statement.includes("from record_budget");
          const alike = (all: Work[]) => all.map((one) => (found(one) ? { ...one, rowsBack: -1 } : one));
          expect(alike((await workOf(channel, person)).work), what).toEqual(alike(hit.work));
        }
      });

      it("the reply leaves 250 ms after arrival, or at the next step of 50, whatever was found", async () => {
        for (const [each, expected] of [
          [0, 250],
          [30, 250],
          [90, 550],
        ] as const) {
          statementMs = each;
          const times: number[] = [];
          for (const person of Object.values(askers)) times.push((await workOf(channel, person)).replyMs);
          statementMs = 0;
          expect(new Set(times), `${each} ms a statement`).toEqual(new Set([times[0]]));
          expect(times[0]).toBe(expected);
        }
      });
    });
  }
});
