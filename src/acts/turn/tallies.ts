/**
 * What a turn counts: totals by day, channel and language, never by person, and the message segments they took.
 */
import type { Conversation, Effect } from "../../dialog/types.ts";
import { isFollowUp } from "../../flow/laterTexts.ts";
import { listOutcomes } from "../../law/outcomes.ts";
import { eventPart, eventTallies, type EventPart } from "../../privacy/eventTally.ts";
import type { Sealer } from "../../privacy/seal.ts";
import type { LimitKind } from "../../privacy/limits.ts";
import { fullKey } from "./hand-off.ts";
import { resultBucket } from "./resultTime.ts";
import type { Counted } from "./store.ts";

/** Message segments, in and out. */
export interface Segments {
  in: number;
  out: number;
}

/** The conversation with what this turn took added to it. A new conversation begins at nothing. */
export function metered(conversation: Conversation, spent: Segments | undefined): Conversation {
  if (!spent) return conversation;
  const before = conversation.segments ?? { in: 0, out: 0 };
  return { ...conversation, segments: { in: before.in + spent.in, out: before.out + spent.out } };
}

/** Questions before the first answer, in the order in which they are asked: how far people come is counted by these. */
export const wayQuestions = ["forWhom", "caseNumber", "name", "birthDate", "confirm"] as const;

export interface Counting {
  /** The conversation this turn began with, and the one it left; the latter metered. */
  was: Conversation;
  conversation: Conversation;
  effects: readonly Effect[];
  /** The first turn of a conversation. */
  begins: boolean;
  spent: Segments | undefined;
  /** The question that stands now; null when there is none. */
  reached: string | null;
  /** Limits that stood in the way of its lookup. They depend on who asked and how often, never on the lists (P7). */
  limits: readonly LimitKind[];
  /** It was asked question by question: how long that took says something. */
  timed: boolean;
}

/** 1 for the first question on the way, 0 for one that is not on it. */
const placeOf = (question: string) => wayQuestions.findIndex((one) => one === question) + 1;

/** The conversation with how far it has come. Whoever goes back has been further already. */
export function onItsWay(conversation: Conversation, stands: string | null): Conversation {
  const place = stands === null ? 0 : placeOf(stands);
  return place > (conversation.way ?? 0) ? { ...conversation, way: place } : conversation;
}

/** Effects that are counted by their own names. */
const wishes: ReadonlySet<string> = new Set(["optOut", "erase", "watch", "remind"]);

/**
 * `turn` carries this turn's segments; `outcome_…` those of the conversation up to its telling; `finished_…`, by the
 * outcome told last, those of the whole conversation. `handOff_…` counts wishes for a person by kind, and those that followed a
 * confirmed case; `handOffFull` those that were not kept. `reached_…` counts questions that came to stand, and `told`
 * conversations at their first outcome: where people leave can be told from these. `time_…` counts conversations by how
 * long they took to their first result, and `limit_…` lookups that a limit stood in the way of. `followUp` counts who
 * agreed to the question a month later, `followUp_…` its answers.
 */
export function talliesOf(sealer: Sealer, counting: Counting): Counted[] {
  const { was, conversation, effects, begins, spent, reached, limits, timed } = counting;
  const whole = conversation.segments;
  const counted = new Map<string, Counted>();
  const count = (name: string, segments?: Segments) =>
    counted.set(name, { name, segmentsIn: segments?.in ?? 0, segmentsOut: segments?.out ?? 0 });
  count("turn", spent);
  if (begins) count("conversation");
  if (conversation.event) for (const name of eventNames(sealer, conversation.event, counting)) count(name);
  if (reached !== null && placeOf(reached) > (was.way ?? 0)) count(`reached_${reached}`);
  if (was.told.length === 0 && conversation.told.length > 0) count("told");
  const bucket = timed ? resultBucket(was, conversation) : undefined;
  if (bucket !== undefined) count(bucket);
  for (const limit of limits) count(`limit_${limit}`);
  for (const effect of effects) {
    if (effect.type === "outcome") count(`outcome_${effect.id}`, whole);
    if (wishes.has(effect.type)) count(effect.type);
    if (effect.type === "followUp" && effect.agreed) count("followUp");
    if (effect.type === "followedUp") count(`followUp_${effect.answer}`);
    if (effect.type === "say" && effect.key === "commands.help") count("help");
    if (effect.type === "say" && effect.key === fullKey) count("handOffFull");
    if (effect.type === "handOff") {
      count("handOff");
      count(`handOff_${effect.kind}`);
      if (effect.what["afterConfirmed"] === true) count("handOff_afterConfirmed");
    }
  }
  if (conversation.done && !was.done && !isFollowUp(was))
    count(`finished_${conversation.told.at(-1) ?? "none"}`, whole);
  return [...counted.values()];
}

const isConfirmed = (outcome: string) => (listOutcomes as readonly string[]).includes(outcome);

/** A person comes to an event once; the language they show after its code counts where it is shown. */
function eventNames(
  sealer: Sealer,
  code: string,
  { was, conversation, effects, begins }: Counting,
): string[] {
  const part = toldPart(was, effects);
  const language = !begins && was.locale === null && conversation.locale !== null;
  if (!begins && !language && part === undefined) return [];
  const [tally = ""] = eventTallies(sealer, code);
  return [
    ...(begins ? [tally] : []),
    ...(language ? [eventPart(tally, "language")] : []),
    ...(part === undefined ? [] : [eventPart(tally, part)]),
  ];
}

/**
 * How the telling of an outcome counts: each conversation once as told, and once as confirmed, at whichever of its cases
 * it was. One name a telling, whatever was told, so that a hit writes as many rows as a miss (P2).
 */
function toldPart(was: Conversation, effects: readonly Effect[]): EventPart | undefined {
  const now = effects.flatMap((effect) => (effect.type === "outcome" ? [effect.id] : []));
  if (now.length === 0) return undefined;
  const confirmed = now.some(isConfirmed) && !was.told.some(isConfirmed);
  if (was.told.length === 0) return confirmed ? "confirmed" : "told";
  return confirmed ? "confirmedLater" : "toldLater";
}
