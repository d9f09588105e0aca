/**
 * One turn, whatever the channel: read, step, look up if asked, commit with the rendered reply. It happens once:
 * delivered again it gives the stored bytes, and two at once are two turns in order.
 */
import { limits } from "../../dialog/limits.ts";
import { newConversation, progressOf, situationOf } from "../../dialog/position.ts";
import { step, type Moment, type Step } from "../../dialog/step.ts";
import type { Conversation, Effect, Flow, LookupResult } from "../../dialog/types.ts";
import { losAngelesDate } from "../../runtime.ts";
import { spendCarryTry, type LimitKind } from "../../privacy/limits.ts";
import { errorCode } from "../../http/log.ts";
import { followUpMark } from "../../flow/laterTexts.ts";
import { flowFor } from "../../flow/modes.ts";
import { withClinics } from "../events/next.ts";
import type { Services } from "../services.ts";
import { lookUp, type LookUp } from "./look-up.ts";
import { carriedNotice, findCarried, resume, type Carried } from "./carry.ts";
import { reminderTimes } from "../outbox/hours.ts";
import { answersMs, commit, replyRow } from "./commit.ts";
import { admitHandoff, withAdmitted, type Admitted } from "./hand-off.ts";
import { takeLabel } from "./labels.ts";
import { claimSlip } from "./slip.ts";
import { openConversation } from "./state.ts";
import { readBefore, type Before } from "./store.ts";
import type { Presented, TurnRequest, TurnResult } from "./types.ts";

const triesMax = 5;
/** A lookup's reply leaves at a fixed time after arrival, or at the next step. */
const lookupReplyMs = 250;
const lookupStepMs = 50;
/** How long a copy of a turn gets the same reply. */
const replyMs = 24 * 3_600_000;
const none = Buffer.alloc(0);

/**
 * @param signal aborts when the time for an answer is spent; what was not committed then never happened.
 * @throws whatever the database throws; nothing was committed then.
 */
export async function handleTurn(
  services: Services,
  request: TurnRequest,
  signal?: AbortSignal,
): Promise<TurnResult> {
  let looked: LookupResult | undefined;
  const limited = new Set<LimitKind>();
  const spent = (kinds: readonly LimitKind[]) => kinds.forEach((kind) => limited.add(kind));
  let mayCarry: boolean | undefined;
  let admitted: Admitted | undefined;
  for (let attempt = 0; attempt < triesMax; attempt++) {
    const before = await readBefore(services.database, request.handles, request.turnIds, signal);
    if (before.seen) return { kind: "reply", bytes: storedReply(services, before) };
    const { channel, laterTexts } = request;
    const mayAsk = mayAskFollowUp(services.runtime.now(), request, before);
    const flow = flowFor(services.config, before.lookups, channel, laterTexts, mayAsk);
    const current = currentConversation(services, request, flow, before);
    if (current === "gone") return { kind: "gone" };

    const moment = momentOf(services.runtime.now(), request, current.conversation);
    let carried: Carried | undefined;
    let slip: Conversation | undefined;
    if (request.carryCode !== undefined && !before.optedOut) {
      mayCarry ??= await spendCarryTry(
        services.database,
        services.sealer,
        request.subject.of,
        moment.now,
        signal,
      );
      if (mayCarry) carried = await findCarried(services, request.carryCode, request, before, signal);
      if (mayCarry && !carried)
        slip = await claimSlip(services, flow, request.carryCode, request, before, signal);
    }
    const begun = carried?.conversation ?? slip;
    let stepped = begun
      ? resume(flow, begun, moment)
      : (request.take?.(flow, current.conversation, moment) ??
        step(
          flow,
          current.conversation,
          before.optedOut
            ? request.input
            : takeLabel(services.config.org, flow, current.conversation, request.input, moment.today),
          moment,
        ));
    if (request.answeredElsewhere === true) stepped = recordedOnly(stepped, current.conversation);
    if (before.optedOut && !wakes(stepped)) {
      if (!stepped.effects.some((effect) => effect.type === "erase")) return { kind: "reply", bytes: none };
    }
    const query = stepped.effects.find((effect) => effect.type === "lookUp");
    if (query?.type === "lookUp") {
      const usedUp = stepped.conversation.attempts >= limits.attempts;
      if (usedUp) spent(["conversation"]);
      looked ??= usedUp
        ? { kind: "unavailable" }
        : await safeLookUp(
            services,
            request,
            query.query,
            conversationOf(request, before, stepped),
            spent,
            signal,
          );
      const told = step(flow, stepped.conversation, { kind: "lookup", result: looked }, moment);
      stepped = {
        ...told,
        effects: [...stepped.effects.filter((e) => e.type !== "lookUp"), ...told.effects],
      };
    }
    const was = begun ?? current.conversation;
    admitted ??= await admitHandoff(services, request, { was, stepped }, signal);
    if (admitted) stepped = withAdmitted(stepped, was, admitted);
    const said = before.optedOut ? afterOptOut(stepped.effects) : stepped.effects;
    const effects = [
      ...(carried ? carriedNotice : slip ? [] : current.notice),
      ...(await withClinics(services, said, signal)),
    ];
    const bytes = request.present(effects, presentedOf(flow, stepped, moment.today));
    const committed = await commit(
      services,
      request,
      {
        before,
        was,
        fresh: current.fresh,
        followsUp: current.followsUp && !begun,
        stepped,
        reply: bytes,
        now: moment.now,
        carried,
        limits: [...limited],
      },
      signal,
    );
    if (looked) await services.runtime.until(replyMark(services, request.arrived));
    if (committed) return { kind: "reply", bytes };
  }
  throw new Error("the conversation changed five times while one turn was taken");
}

/** When it is; and where one may be sent later, when a reminder could go, worked out only if somebody asks. */
function momentOf(now: number, request: TurnRequest, { startedAt }: Conversation): Moment {
  const today = losAngelesDate(now);
  if (request.reminders !== true) return { now, today };
  const time = (at: number) => ({ at, tomorrow: losAngelesDate(at) !== today });
  return {
    now,
    today,
    get reminders() {
      const { soon, tomorrow } = reminderTimes(now, startedAt + answersMs);
      return {
        ...(soon === undefined ? {} : { soon: time(soon) }),
        ...(tomorrow === undefined ? {} : { tomorrow: time(tomorrow) }),
      };
    },
  };
}

/** What the carrier acted on leaves the conversation as it stood; only the consent, or a HELP, is recorded. */
function recordedOnly(stepped: Step, conversation: Conversation): Step {
  const effects = stepped.effects.filter(
    ({ type, ...effect }) =>
      type === "optOut" || type === "optIn" || ("key" in effect && effect.key === "commands.help"),
  );
  return { ...stepped, conversation, effects };
}

/** Does no question wait for this phone? One agreed to within the day can still be taken back where it was asked. */
function mayAskFollowUp(now: number, request: TurnRequest, { followUpAt }: Before): boolean {
  return request.followUps === true && (followUpAt === null || followUpAt > now - answersMs);
}

interface Current {
  conversation: Conversation;
  /** It begins with the answer to a question that we sent. */
  followsUp: boolean;
  /** None was stored, or its answers are gone. */
  fresh: boolean;
  /** Said first: that the answers of yesterday are gone. */
  notice: Effect[];
}

/** The conversation to go on with: the stored one, or a fresh one where that is due. */
function currentConversation(
  services: Services,
  request: TurnRequest,
  flow: Flow,
  before: Before,
): Current | "gone" {
  const now = services.runtime.now();
  const stored = before.sealed && openConversation(services.sealer, before.handle ?? none, before.sealed);
  if (stored && (before.answersUntil ?? 0) > now)
    return { conversation: stored, followsUp: false, fresh: false, notice: [] };
  // On the web a token whose answers are gone is dead; a phone simply begins again.
  if (request.mustExist === true && before.handle !== null) return "gone";
  const followsUp = before.followUpAsked && request.channel === "sms";
  const locale = (followsUp ? before.followUpLocale : null) ?? stored?.locale ?? before.watchLocale;
  const fresh = newConversation(flow, request.channel, now, {
    ...request.fresh,
    opened: request.fresh.opened || followsUp,
    locale: request.fresh.locale ?? locale ?? undefined,
  });
  if (followsUp) fresh.log.push({ q: followUpMark, v: true, turn: fresh.turn });
  // Erased answers leave the count of lookups behind; a day later it is gone too.
  const erased = before.handle !== null && !before.sealed && (before.goneAt ?? 0) > now;
  return {
    conversation: { ...fresh, attempts: erased ? before.attempts : 0 },
    followsUp,
    fresh: true,
    notice: stored && !stored.done && !followsUp ? [{ type: "say", key: "questions.start.fresh" }] : [],
  };
}

/** The same bytes for a day; afterwards nothing, whether or not purge was there already. */
function storedReply(services: Services, before: Before): Buffer {
  if (!before.reply || !before.turnId) return none;
  if (services.runtime.now() - (before.turnAt ?? 0) >= replyMs) return none;
  return services.sealer.open("conversations", replyRow(before.turnId), before.reply) ?? none;
}

/** What the limit of a conversation counts by: its handle and when it began. */
function conversationOf(request: TurnRequest, before: Before, stepped: Step): LookUp["conversation"] {
  const handle = Buffer.from(before.handle ?? request.handles[0] ?? none).toString("hex");
  return { handle, startedAt: stepped.conversation.startedAt };
}

/** A lookup that fails is no answer about anyone: the person is told to call. */
async function safeLookUp(
  services: Services,
  request: TurnRequest,
  query: Extract<Effect, { type: "lookUp" }>["query"],
  conversation: LookUp["conversation"],
  limited: NonNullable<LookUp["limited"]>,
  signal?: AbortSignal,
): Promise<LookupResult> {
  try {
    const { subject, channel, turnIds, secondLook } = request;
    const turnId = turnIds[0] ?? none;
    const asked = { query, subject, channel, conversation, turnId, secondLook, limited };
    return await lookUp(services, asked, signal);
  } catch (error) {
    signal?.throwIfAborted();
    services.log.error("lookup_failed", { channel: request.channel, code: errorCode(error) });
    return { kind: "unavailable" };
  }
}

/** After an opt-out only START, HELP and DELETE do anything. */
function wakes(stepped: Step): boolean {
  return stepped.effects.some(
    (effect) => effect.type === "optIn" || (effect.type === "say" && effect.key === "commands.help"),
  );
}

function afterOptOut(effects: readonly Effect[]): Effect[] {
  if (effects.some((effect) => effect.type === "optIn"))
    return [{ type: "say", key: "commands.started" }, ...effects];
  return effects.filter(
    (effect) => effect.type === "erase" || (effect.type === "say" && effect.key === "commands.help"),
  );
}

function presentedOf(flow: Flow, stepped: Step, today: string): Presented {
  const s = situationOf(flow, stepped.conversation, today);
  const outcome = stepped.effects.findLast((effect) => effect.type === "outcome");
  return {
    locale: s.locale,
    question: stepped.question,
    // Worked out only where it is shown.
    get progress() {
      return progressOf(flow, s);
    },
    outcome: outcome?.type === "outcome" ? outcome.id : null,
    done: stepped.conversation.done,
  };
}

/** The moment a lookup's reply may leave, so that its duration says nothing. */
function replyMark(services: Services, arrived: number): number {
  const spent = services.runtime.elapsed() - arrived;
  const steps = Math.max(0, Math.ceil((spent - lookupReplyMs) / lookupStepMs));
  return arrived + lookupReplyMs + steps * lookupStepMs;
}
