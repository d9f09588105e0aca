/**
 * A slip whose code is texted: claimed by that one message, and the conversation it begins at the phone.
 */
import { byteaArray } from "../../db/database.ts";
import { newConversation } from "../../dialog/position.ts";
import type { Conversation, Flow, Json, Locale } from "../../dialog/types.ts";
import { carryHashes } from "../../privacy/carryCode.ts";
import type { Sealer } from "../../privacy/seal.ts";
import type { Services } from "../services.ts";
import type { Before } from "./store.ts";
import type { TurnRequest } from "./types.ts";

/** What a slip's row holds: the form's answers as the question reads them (`flow/questions/slip.ts`). */
export interface SlipContent {
  /** In its plain form: without it the row could not be re-keyed, as an opt-out could not without its phone. */
  code?: string;
  locale: Locale;
  mark: { [key: string]: Json };
}

const rowOf = (code: Uint8Array) => `slip/${Buffer.from(code).toString("hex")}`;
const claimedMs = 24 * 3_600_000;

/** Sealed content, bound to its code. */
export function sealSlip(sealer: Sealer, code: Uint8Array, content: SlipContent): Buffer {
  return sealer.sealJson("conversations", rowOf(code), content);
}

/**
 * The same slip under the active key, with the hash it stands under there.
 * @returns undefined when it opens under no listed key; "kept" for one that does not hold its code.
 */
export function resealSlip(
  sealer: Sealer,
  code: Uint8Array,
  sealed: Uint8Array,
): { code: Buffer; sealed: Buffer } | "kept" | undefined {
  const content = sealer.openJson("conversations", rowOf(code), sealed) as SlipContent | undefined;
  if (!content) return undefined;
  const [active] = content.code === undefined ? [] : carryHashes(sealer, content.code);
  return active ? { code: active, sealed: sealSlip(sealer, active, content) } : "kept";
}

// One message claims it; a copy of that very message finds it again.
const claimStatement = `
update slip set claimed = coalesce(claimed, $2::bytea), gone_at = least(gone_at, to_timestamp($4::float8 / 1000))
where code = any($1::text::bytea[]) and gone_at > to_timestamp($3::float8 / 1000)
  and (claimed is null or claimed = any($5::text::bytea[]))
returning code, sealed`;

/**
 * The conversation that a slip begins.
 * @param code in its plain form.
 * @param before what stands at the phone now: it is replaced, but the lookups it spent stay spent (P5).
 * @returns undefined where no slip waits under the code, or another message used it up.
 */
export async function claimSlip(
  { database, sealer, runtime }: Services,
  flow: Flow,
  code: string,
  request: TurnRequest,
  before: Before,
  signal?: AbortSignal,
): Promise<Conversation | undefined> {
  const now = runtime.now();
  const [row] = await database.query<{ code: Uint8Array; sealed: Uint8Array }>(
    claimStatement,
    [
      byteaArray(carryHashes(sealer, code)),
      request.turnIds[0] ?? Buffer.alloc(0),
      now,
      now + claimedMs,
      byteaArray(request.turnIds),
    ],
    signal,
  );
  const content =
    row && (sealer.openJson("conversations", rowOf(row.code), row.sealed) as SlipContent | undefined);
  if (!content) return undefined;
  const live = before.sealed ? (before.answersUntil ?? 0) > now : (before.goneAt ?? 0) > now;
  return {
    ...newConversation(flow, request.channel, now, { locale: content.locale }),
    log: [{ q: "slipOpen", v: content.mark, turn: 0 }],
    attempts: live ? before.attempts : 0,
  };
}
