/**
 * A wish for a person before it is kept: the same person asking again takes the place of what they asked before, and a new
 * wish stays within the limits of the queue, or is answered with the number to call.
 */
import { byteaArray } from "../../db/database.ts";
import type { Step } from "../../dialog/step.ts";
import type { Conversation, Effect } from "../../dialog/types.ts";
import { spendHandoff } from "../../privacy/handoffLimits.ts";
import { handoffOf, openHandoff, type Handoff } from "../handoff/payload.ts";
import type { Services } from "../services.ts";
import type { TurnRequest } from "./types.ts";

/** `full`: not kept. Otherwise under this id; undefined: one of its own. */
export type Admitted = { full: true } | { full: false; id?: string };

/** Said in place of `questions.reachDone`. */
export const fullKey = "questions.reachFull";

/**
 * @param was the conversation before this turn: what it asked for before, it may ask for again.
 * @returns undefined where no person is wished for.
 */
export async function admitHandoff(
  services: Services,
  request: TurnRequest,
  { was, stepped }: { was: Conversation; stepped: Step },
  signal?: AbortSignal,
): Promise<Admitted | undefined> {
  const effect = stepped.effects.find((one) => one.type === "handOff");
  if (effect?.type !== "handOff") return undefined;
  if ((was.handoff ?? "") !== "") return { full: false };
  const before = await findBefore(
    services,
    request,
    handoffOf(effect, stepped.conversation, request.phone),
    signal,
  );
  if (before !== undefined) return { full: false, id: before };
  const { database, runtime, sealer } = services;
  const { subject, channel, turnIds } = request;
  const cause = turnIds[0] ?? Buffer.alloc(0);
  const asked = { ...subject, channel, cause, now: runtime.now() };
  return { full: !(await spendHandoff(database, sealer, asked, signal)) };
}

/** What makes two wishes of one phone the same person's. */
const whose = ({ answers, reach }: Handoff) =>
  JSON.stringify([answers.names, answers.birthDate, reach.phone, reach.extension]);

/** An open wish of the same person from this phone. On the web nothing tells who asks but the conversation. */
async function findBefore(
  { database, runtime, sealer }: Services,
  request: TurnRequest,
  wish: Handoff,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (request.phone === undefined) return undefined;
  const rows = await database.query<{ id: Uint8Array; sealed: Uint8Array }>(
    `select id, sealed from handoff where handle = any($1::text::bytea[]) and channel = $3 and state = 'open'
       and gone_at > to_timestamp($2::float8 / 1000)`,
    [byteaArray(request.handles), runtime.now(), request.channel],
    signal,
  );
  const same = rows.find(({ id, sealed }) => {
    const kept = openHandoff(sealer, id, sealed);
    return kept !== undefined && whose(kept) === whose(wish);
  });
  return same && Buffer.from(same.id).toString("hex");
}

/** The turn as it goes on: with the wish under its id, or without it and the number to call in its place. */
export function withAdmitted(stepped: Step, was: Conversation, admitted: Admitted): Step {
  if (!admitted.full) {
    if (admitted.id === undefined) return stepped;
    return { ...stepped, conversation: { ...stepped.conversation, handoff: admitted.id } };
  }
  const { handoff: _asked, ...conversation } = stepped.conversation;
  const effects = stepped.effects.flatMap((effect): Effect[] => {
    if (effect.type === "handOff") return [];
    return [
      effect.type === "say" && effect.key === "questions.reachDone" ? { type: "say", key: fullKey } : effect,
    ];
  });
  return {
    ...stepped,
    conversation: was.handoff === undefined ? conversation : { ...conversation, handoff: was.handoff },
    effects,
  };
}
