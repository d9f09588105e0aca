/**
 * A server process that is killed at a chosen call to the database. It takes requests from the test by message and
 * handles each with the real application over PostgreSQL; it is told when to die.
 */
import { openPostgres } from "../../src/db/postgres.ts";
import type { Database, Value } from "../../src/db/database.ts";
import { makeApp } from "./app.ts";

export interface CrashOrder {
  path: string;
  init: { method: string; headers: Record<string, string>; body: string };
  /** Dies at this call, counted from 1. */
  at: number;
  /** Once the call has been carried out, instead of before it. */
  after: boolean;
}

export interface CrashReply {
  status: number;
  body: string;
}

let calls = 0;
let order: CrashOrder | undefined;
const die = () => {
  process.kill(process.pid, "SIGKILL");
  // Nothing more happens in this process.
  return new Promise<never>(() => {});
};

const real = openPostgres({ url: process.env["DATABASE_URL"] ?? "", poolMax: 2 });
const database: Database = {
  ...real,
  async query<Row extends object>(text: string, values: readonly Value[] = [], signal?: AbortSignal) {
    const deadly = order !== undefined && ++calls === order.at;
    if (deadly && order?.after === false) return die();
    const rows = await real.query<Row>(text, values, signal);
    return deadly ? die() : rows;
  },
};

const app = await makeApp({ database });
process.on("message", (next: CrashOrder) => {
  calls = 0;
  order = next;
  void (async () => {
    const response = await app.request(next.path, next.init);
    const reply: CrashReply = { status: response.status, body: await response.text() };
    order = undefined;
    process.send?.(reply);
  })();
});
process.send?.("ready");
