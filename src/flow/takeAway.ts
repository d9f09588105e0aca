/**
 * What a person can take along on paper: all that was told about their case, told again from its answers. So it can be
 * had in either language, and nothing of it has to be kept.
 */
import { situationOf } from "../dialog/position.ts";
import type { Conversation, Effect, Flow, Say } from "../dialog/types.ts";
import { isMark } from "./aside.ts";
import { topicsTold } from "./questions/topics.ts";

/** Answers that say what was told already, or that nothing more is due. */
const told: readonly string[] = ["lookupTold", "outcome", "topics"];
/** They close every result: once, at the end. */
const closing: readonly string[] = ["outcomes.missedCourt", "outcomes.immigration", "outcomes.info"];
/** Of use in the chat alone. */
const chatOnly: readonly string[] = ["outcomes.notYou"];
/** More than ever fall due at once: a flow that loops ends here. */
const duesMax = 8;

/**
 * The messages of what was told: its outcomes, then the topics asked for, then what closes every result; each once.
 * @param today YYYY-MM-DD in Los Angeles
 * @returns none where no outcome was told
 */
export function takeAway(flow: Flow, conversation: Conversation, today: string): Say[] {
  const before = situationOf(flow, conversation, today);
  if (!before.answers.has("outcome") && !before.answers.has("lookupTold")) return [];
  const says = retell(flow, conversation, today).flatMap((effect) => (effect.type === "say" ? [effect] : []));
  const topics = topicsTold(before).map((id): Say => ({ key: `topics.${id}` }));
  const among = (keys: readonly string[]) => says.filter((say) => keys.includes(say.key));
  const results = says.filter((say) => ![...closing, ...chatOnly].includes(say.key));
  return eachOnce([...results, ...topics, ...among(closing)]);
}

/** What falls due once more, when nothing counts as told. */
function retell(flow: Flow, conversation: Conversation, today: string): Effect[] {
  const effects: Effect[] = [];
  const log = conversation.log.filter(({ q }) => !told.includes(q) && !isMark(q));
  for (let i = 0; i < duesMax; i++) {
    const due = flow.due(situationOf(flow, { ...conversation, log }, today));
    if (!due || due.wait === true || due.done === true) break;
    effects.push(...due.effects);
    for (const [q, v] of Object.entries(due.answers ?? {})) log.push({ q, v, turn: 0 });
  }
  return effects;
}

function eachOnce(says: readonly Say[]): Say[] {
  return [...new Map(says.map((say) => [JSON.stringify([say.key, say.params]), say])).values()];
}
