/**
 * Conversations standing at every question: the flow walked breadth first, by every choice and by what people type.
 */
import { newConversation, situationOf } from "../../src/dialog/position.ts";
import { step, type Moment, type Step } from "../../src/dialog/step.ts";
import type {
  Channel,
  Conversation,
  Flow,
  Input,
  Locale,
  LookupResult,
  Question,
} from "../../src/dialog/types.ts";
import { createFlow } from "../../src/flow/index.ts";
import { followUpMark } from "../../src/flow/laterTexts.ts";

export const walkMoment: Moment = { now: Date.UTC(2026, 2, 2), today: "2026-03-02" };

const notConfirmed: LookupResult = { kind: "notConfirmed", listDate: "2026-02-01" };

const texts = [
  "no",
  "BA123456",
  "Maria Lopez",
  "July 25, 1968",
  "1992",
  "Compton",
  "213 555 0142",
  "delete",
  "skip",
  "person",
];
const depthMax = 16;

/** One step, with a lookup answered by "not confirmed". */
export function stepThrough(flow: Flow, conversation: Conversation, input: Input): Step {
  const taken = step(flow, conversation, input, walkMoment);
  return taken.effects.some((effect) => effect.type === "lookUp")
    ? step(flow, taken.conversation, { kind: "lookup", result: notConfirmed }, walkMoment)
    : taken;
}

/**
 * Walks from the given conversations to every question that choices and typed answers reach.
 * @param onStep sees every step taken: the question that stood, the input, what came of it.
 * @returns by question id, the first conversation met that stands there.
 */
export function walk(
  flow: Flow,
  starts: readonly Conversation[],
  onStep: (asked: string, input: Input, taken: Step) => void = () => {},
): Map<string, Conversation> {
  const met = new Map<string, Conversation>();
  const visited = new Set<string>();
  const queue = starts.map((conversation) => ({ conversation, depth: 0 }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { conversation, depth } = next;
    const situation = situationOf(flow, conversation, walkMoment.today);
    const asked = step(flow, conversation, { kind: "text", text: "again" }, walkMoment).question;
    const standing = flow.questions.find((q) => q.id === asked);
    const key = JSON.stringify([
      conversation.channel,
      asked,
      // An aside is the same whatever it stands over: it is walked once.
      ...(standing?.aside
        ? []
        : [[...situation.answers.keys()].sort(), situation.answers.get("lookup") ?? null]),
    ]);
    if (visited.has(key) || depth > depthMax) continue;
    visited.add(key);
    if (asked === null) continue;
    if (!met.has(asked)) met.set(asked, conversation);
    const choices = standing?.choices?.(situation) ?? [];
    const inputs: Input[] = [
      ...choices.map((id) => ({ kind: "choice" as const, id })),
      ...texts.map((text) => ({ kind: "text" as const, text })),
    ];
    for (const input of inputs) {
      const taken = stepThrough(flow, conversation, input);
      onStep(asked, input, taken);
      queue.push({ conversation: { ...taken.conversation, misses: 0 }, depth: depth + 1 });
    }
  }
  return met;
}

/** A question with a conversation that stands at it. */
export interface Place {
  channel: Channel;
  locale: Locale;
  question: Question;
  before: Conversation;
}

/** A slip was texted: only that leads to the question of the birth date on it. */
export function withSlip(start: Conversation): Conversation {
  const answers = [{ q: "name", v: [{ given: ["Maria"], family: ["Lopez"] }] }];
  const slipOpen = { born: ["1968-07-25"], answers, tries: 0 };
  return { ...start, turn: 1, log: [{ q: "slipOpen", v: slipOpen, turn: 1 }] };
}

/** The question a month later was texted: only that leads to its answer. */
export function withFollowUp(start: Conversation): Conversation {
  return { ...start, turn: 1, log: [{ q: followUpMark, v: true, turn: 1 }] };
}

const hourMs = 3_600_000;

/** Every question that a channel asks. */
export function placesOn(channel: Channel, locale: Locale): { flow: Flow; places: Place[] } {
  const flow = createFlow({ lookups: "full", watch: channel === "sms", followUp: channel === "sms" });
  const start = newConversation(flow, channel, walkMoment.now, { locale, opened: true });
  const met = walk(flow, [start]);
  // Only a silence leads to the question whether to go on.
  const silent = { ...(met.get("caseNumber") ?? start), lastAt: walkMoment.now - 2 * hourMs };
  met.set("resume", step(flow, silent, { kind: "text", text: "BA123456" }, walkMoment).conversation);
  if (channel === "sms") {
    met.set("slip", withSlip(start));
    met.set("gotCopy", withFollowUp(start));
  }
  const places = flow.questions.flatMap((question) => {
    const before = met.get(question.id);
    return before ? [{ channel, locale, question, before }] : [];
  });
  return { flow, places };
}
