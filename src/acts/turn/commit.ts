/**
 * What a turn writes: the sealed state and reply, totals, and the rarer things it may ask for.
 */
import { isNullViolation, isUniqueViolation } from "../../db/database.ts";
import { renderSay } from "../../copy/render.ts";
import { limits } from "../../dialog/limits.ts";
import type { Step } from "../../dialog/step.ts";
import type { Conversation, Effect } from "../../dialog/types.ts";
import type { LimitKind } from "../../privacy/limits.ts";
import { utcDay } from "../../runtime.ts";
import { isFollowUp } from "../../flow/laterTexts.ts";
import { consentEvent, type ConsentSaid } from "../consentEvents.ts";
import { followUpRow } from "../followUp/row.ts";
import { handoffMs, handoffOf, sealHandoff } from "../handoff/payload.ts";
import { outboxRow } from "../outbox/rows.ts";
import type { Services } from "../services.ts";
import { watchMs } from "../watchTerm.ts";
import type { Carried } from "./carry.ts";
import { sealConversation } from "./state.ts";
import { commitTurn, type Before, type Special } from "./store.ts";
import { metered, onItsWay, talliesOf } from "./tallies.ts";
import type { TurnRequest } from "./types.ts";

const hourMs = 3_600_000;
/** Answers stand this long from the beginning of a conversation. */
export const answersMs = 24 * hourMs;
const afterEndMs = hourMs / 2;
const handoffIdBytes = 16;
/** Nobody waits at a table longer than a clinic's day. */
const tableWaitMs = 12 * hourMs;

/** A reply is bound to its turn. */
export function replyRow(turnId: Uint8Array): string {
  return `turn/reply/${Buffer.from(turnId).toString("hex")}`;
}

/** What a watch is agreed to by. */
const watchWording = "questions.watch.ask";

/** What the question a month later is agreed to by. */
const followUpWording = "questions.followUp.ask";

/** The person's words in this turn. */
function typed({ input }: TurnRequest): string {
  return input.kind === "text" ? input.text.slice(0, limits.textChars) : input.kind;
}

/** One turn, ready to be written. */
export interface Taken {
  before: Before;
  /** The conversation it began with. */
  was: Conversation;
  /** That one was made for this turn. */
  fresh: boolean;
  /** It began with the answer to a question that we sent, which is asked no more. */
  followsUp: boolean;
  stepped: Step;
  reply: Buffer;
  /** Epoch milliseconds. */
  now: number;
  /** The web conversation that this turn moves here. */
  carried: Carried | undefined;
  /** Limits its lookup ran into. */
  limits: readonly LimitKind[];
}

/**
 * Writes one turn.
 * @returns false when the conversation moved on, or the same turn was committed meanwhile: read again.
 */
export async function commit(
  services: Services,
  request: TurnRequest,
  { before, was, fresh, followsUp, stepped, reply, now, carried, limits: reached }: Taken,
  signal?: AbortSignal,
): Promise<boolean> {
  const { sealer, runtime } = services;
  const { effects } = stepped;
  const spent = request.segments?.();
  const moved = onItsWay(metered(stepped.conversation, spent), stepped.question);
  const conversation = withHandoff(services, moved, effects);
  const handle = Buffer.from(before.handle ?? request.handles[0] ?? Buffer.alloc(0));
  const erase = effects.some((effect) => effect.type === "erase");
  const special = specialOf(services, request, { before, handle, followsUp, effects, conversation, now });
  const end = conversation.startedAt + answersMs;
  const turnId = request.turnIds[0] ?? Buffer.alloc(0);
  try {
    return await commitTurn(
      services.database,
      {
        now,
        handle,
        readVersion: before.version,
        sealed: erase ? null : sealConversation(sealer, handle, conversation),
        attempts: conversation.attempts,
        answersUntil: conversation.done ? Math.min(now + afterEndMs, end) : end,
        // To the hour: an indexed instant that stays lets PostgreSQL update the row in place.
        goneAt: Math.ceil((now + answersMs) / hourMs) * hourMs,
        turnId,
        reply: sealer.seal("conversations", replyRow(turnId), reply, 256),
        tallies: {
          day: utcDay(now),
          channel: request.channel,
          locale: conversation.locale ?? "unknown",
          shard: runtime.bytes(1).readUInt8() % 16,
          counted: talliesOf(sealer, {
            was,
            conversation,
            effects,
            begins: !carried && begins(was, fresh, conversation),
            spent,
            reached: stepped.question,
            limits: reached,
            timed: request.take === undefined,
          }),
        },
        ...(special ? { special } : {}),
        ...(carried ? { carried: carried.move } : {}),
      },
      signal,
    );
  } catch (error) {
    // The same turn was committed meanwhile: the next reading finds its reply.
    if (isUniqueViolation(error) || (carried && isNullViolation(error))) return false;
    throw error;
  }
}

/** A wish for a person gets its id once a conversation: asked for again, it takes the first one's place. */
function withHandoff(
  { runtime }: Services,
  conversation: Conversation,
  effects: readonly Effect[],
): Conversation {
  const asked = effects.some((effect) => effect.type === "handOff");
  if (!asked || (conversation.handoff ?? "") !== "") return conversation;
  return { ...conversation, handoff: runtime.bytes(handoffIdBytes).toString("hex") };
}

/**
 * Is this the first turn of a conversation: a new one, or one that begins anew after its end? An answer to a question of
 * ours begins none, unless its sender goes on to something else.
 */
function begins(was: Conversation, fresh: boolean, conversation: Conversation): boolean {
  if (isFollowUp(was)) return !isFollowUp(conversation) && !conversation.done;
  return conversation.turn > 0 && (fresh || was.turn === 0 || was.startedAt !== conversation.startedAt);
}

function specialOf(
  services: Services,
  request: TurnRequest,
  turn: Pick<Taken, "before" | "followsUp" | "now"> & {
    handle: Buffer;
    effects: readonly Effect[];
    conversation: Conversation;
  },
): Special | undefined {
  const { sealer } = services;
  const { before, followsUp, now, handle, effects, conversation } = turn;
  const locale = conversation.locale ?? "en";
  const end = conversation.startedAt + answersMs;
  // One person, whichever of their phone's channels they write on.
  const number = request.phone?.replace(/^[a-z]+:/, "");
  const phones = number === undefined ? [] : sealer.hashes("phones", number);
  const special: Special = { erase: false, handles: request.handles, phones, audit: [], said: [], texts: [] };
  const evidence = (kind: ConsentSaid["kind"], text: string, wording?: string) => {
    const cause = [(request.turnIds[0] ?? Buffer.alloc(0)).toString("hex")];
    const words = wording === undefined ? {} : { wording };
    const said = { kind, phone: request.phone ?? "", text, ...words, locale, at: now, cause };
    special.said.push(consentEvent(sealer, said));
  };
  let any = followsUp;
  if (followsUp) special.followUp = "none";
  for (const effect of effects) {
    if (effect.type === "erase") {
      special.erase = true;
      special.audit.push({ event: "answers_erased", subject: handle });
    } else if (request.optOuts && (effect.type === "optOut" || effect.type === "optIn")) {
      const out = effect.type === "optOut";
      const said = { phone: request.phone ?? "", text: request.said ?? effect.text, at: now };
      evidence(out ? "out" : "in", said.text);
      special.consent = {
        state: out ? "out" : "in",
        sealed: sealer.sealJson("phones", `consent/${handle.toString("hex")}`, said),
      };
      special.audit.push({ event: out ? "opted_out" : "opted_in", subject: handle });
    } else if (effect.type === "watch" && request.phone !== undefined) {
      special.watch = {
        sealed: sealer.sealJson("phones", `watch/${handle.toString("hex")}`, {
          phone: request.phone,
          query: effect.query,
        }),
        wording: watchWording,
        locale,
        goneAt: now + watchMs,
      };
      evidence("watch", typed(request), request.copy?.text(watchWording, locale, {}, "sms"));
      special.audit.push({ event: "watch_asked", subject: handle });
    } else if (effect.type === "followUp" && request.phone !== undefined && request.copy) {
      if (!effect.agreed && before.followUpAt === null) continue;
      special.followUp = effect.agreed ? followUpRow(sealer, handle, request.phone, locale, now) : "none";
      if (effect.agreed && effect.spoken !== true) {
        evidence("followUp", typed(request), request.copy.text(followUpWording, locale, {}, "sms"));
        special.audit.push({ event: "follow_up_agreed", subject: handle });
      }
    } else if (effect.type === "handOff") {
      const id = Buffer.from(conversation.handoff ?? "", "hex");
      const handoff = handoffOf(effect, conversation, request.phone);
      const { kind, urgent } = effect;
      special.handoff = {
        id,
        reach: sealer.hash("phones", handoff.reach.phone),
        sealed: sealHandoff(sealer, id, handoff),
        kind,
        urgent,
        locale,
        goneAt: now + handoffMs,
      };
      if (request.table) special.wait = { ...request.table, goneAt: now + tableWaitMs };
      special.audit.push({ event: "handoff_asked", subject: handle });
    } else if (effect.type === "remind" && request.phone !== undefined && request.copy) {
      const cause = [handle.toString("hex"), (request.turnIds[0] ?? handle).toString("hex")];
      const text = { kind: "reminder", phone: request.phone, locale, cause, notBefore: effect.at } as const;
      const standing = { standing: before.version + 1, until: end };
      special.texts.push(outboxRow(sealer, request.copy, { ...text, ...standing }, now));
      evidence("reminder", effect.text, renderSay(request.copy, effect.told, locale, "sms").text);
      special.audit.push({ event: "reminder_asked", subject: handle });
    } else continue;
    any = true;
  }
  return any ? special : undefined;
}
