/**
 * A web conversation that a phone carries on by its code: found, resumed at its standing question, and what its move
 * takes. A code that is wrong, spent or too old finds nothing, and the message reads like any other.
 */
import { byteaArray } from "../../db/database.ts";
import { Turn, type Moment, type Step } from "../../dialog/step.ts";
import type { Conversation, Effect, Flow } from "../../dialog/types.ts";
import { carryHashes } from "../../privacy/carryCode.ts";
import { movedCounters } from "../../privacy/limits.ts";
import type { Services } from "../services.ts";
import type { Move } from "./moveStore.ts";
import { openConversation } from "./state.ts";
import type { Before } from "./store.ts";
import type { TurnRequest } from "./types.ts";

export interface Carried {
  /** As it stands on the phone: its answers, its lookups spent, its beginning. */
  conversation: Conversation;
  move: Move;
}

/** Said before the question. */
export const carriedNotice: readonly Effect[] = [{ type: "say", key: "commands.carried" }];

interface Found {
  handle: Uint8Array;
  version: number;
  sealed: Uint8Array;
  code: Uint8Array;
}

const findStatement = `
select c.handle, c.version, c.sealed, k.code from carry_code k join conversation c on c.handle = k.handle
where k.code = any($1::text::bytea[]) and k.gone_at > to_timestamp($2::float8 / 1000)
  and c.sealed is not null and c.answers_until > to_timestamp($2::float8 / 1000)`;

/**
 * The conversation a code stands for.
 * @param code in its plain form.
 * @param before what stands at the phone now: it is replaced, but the lookups it spent stay spent (P5).
 * @returns undefined where the code moves nothing.
 */
export async function findCarried(
  { database, sealer, runtime }: Services,
  code: string,
  request: TurnRequest,
  before: Before,
  signal?: AbortSignal,
): Promise<Carried | undefined> {
  const now = runtime.now();
  const [found] = await database.query<Found>(
    findStatement,
    [byteaArray(carryHashes(sealer, code)), now],
    signal,
  );
  if (!found) return undefined;
  const stored = openConversation(sealer, found.handle, found.sealed);
  if (!stored || stored.done) return undefined;
  const live = before.sealed ? (before.answersUntil ?? 0) > now : (before.goneAt ?? 0) > now;
  const to = Buffer.from(before.handle ?? request.handles[0] ?? Buffer.alloc(0)).toString("hex");
  const from = Buffer.from(found.handle).toString("hex");
  const counters = await movedCounters(database, sealer, { from, to, startedAt: stored.startedAt }, signal);
  return {
    conversation: {
      ...stored,
      channel: request.channel,
      attempts: Math.max(stored.attempts, live ? before.attempts : 0),
    },
    move: { from: found.handle, version: found.version, code: found.code, counters },
  };
}

/** Asks the standing question where the conversation goes on. The code itself answers nothing. */
export function resume(flow: Flow, conversation: Conversation, moment: Moment): Step {
  const turn = new Turn(flow, conversation, moment);
  turn.conversation.turn += 1;
  turn.conversation.lastAt = moment.now;
  turn.goOn();
  return turn.finish();
}
