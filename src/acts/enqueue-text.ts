/**
 * Puts one text into the outbox, for causes that write nothing else. What writes more puts it into its own statement.
 */
import type { Copy } from "../copy/copy.ts";
import { insertTexts, outboxRow } from "./outbox/rows.ts";
import type { LaterText } from "./outbox/texts.ts";
import type { Services } from "./services.ts";

/** @returns false when this cause has had its text already. */
export async function enqueueText(services: Services, copy: Copy, text: LaterText): Promise<boolean> {
  const row = outboxRow(services.sealer, copy, text, services.runtime.now());
  const rows = await services.database.query(`${insertTexts("$1")} returning 1 as one`, [
    JSON.stringify([row]),
  ]);
  return rows.length === 1;
}
