/**
 * Where a conversation stands, derived from its answers: the first question that applies and has none.
 */
import type {
  Answer,
  Channel,
  Conversation,
  Flow,
  Json,
  Locale,
  Progress,
  Question,
  Situation,
} from "./types.ts";

/** A conversation before its first message. `opened`: the first question has been shown (web), not yet asked (SMS). */
export function newConversation(
  flow: Flow,
  channel: Channel,
  now: number,
  options: { locale?: Locale | undefined; event?: string | undefined; opened?: boolean } = {},
): Conversation {
  return {
    flow: flow.version,
    channel,
    locale: options.locale ?? null,
    log: [],
    turn: options.opened === true ? 1 : 0,
    attempts: 0,
    told: [],
    misses: 0,
    startedAt: now,
    lastAt: now,
    done: false,
    ...(options.event === undefined ? {} : { event: options.event }),
  };
}

/** The newest answer to each question. */
export function answersOf(log: readonly Answer[]): Map<string, Json> {
  return new Map(log.map((answer) => [answer.q, answer.v]));
}

export function situationOf(flow: Flow, conversation: Conversation, today: string): Situation {
  return {
    answers: answersOf(conversation.log),
    conversation,
    locale: conversation.locale ?? flow.fallbackLocale,
    channel: conversation.channel,
    today,
  };
}

/** Does this conversation's flow version know the question? */
function known(question: Question, version: number): boolean {
  return question.since <= version && (question.until === undefined || version < question.until);
}

/** The question that stands, or undefined when nothing is left to ask. */
export function standing(flow: Flow, s: Situation): Question | undefined {
  return flow.questions.find(
    (question) => known(question, s.conversation.flow) && !s.answers.has(question.id) && question.applies(s),
  );
}

/** More questions than any conversation has: a flow that loops ends here. */
const simulatedMax = 40;

/**
 * How far along: questions answered, the standing one, and those to come if they are answered as most do.
 * It may grow when an answer opens more questions; it never claims an end that is not near.
 */
export function progressOf(flow: Flow, s: Situation): Progress {
  const counted = new Set(flow.questions.flatMap((q) => (q.counts === true ? [q.id] : [])));
  const answered = [...counted].filter((id) => s.answers.has(id)).length;
  const answers = new Map(s.answers);
  let open = 0;
  for (let i = 0; i < simulatedMax; i++) {
    const next = standing(flow, { ...s, answers });
    if (!next || (!counted.has(next.id) && next.typical === undefined)) break;
    if (counted.has(next.id)) open += 1;
    answers.set(next.id, next.typical ?? null);
  }
  return { at: answered + (open > 0 ? 1 : 0), of: answered + open };
}
