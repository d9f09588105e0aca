/**
 * 0 · Who we are and agreement. Nothing is looked up before it is given; an early answer is kept, but agrees to nothing.
 */
import type { Question, Situation } from "../../dialog/types.ts";
import type { FlowOptions } from "../options.ts";
import { read } from "../reading.ts";

export const start = (options: FlowOptions): Question => ({
  id: "start",
  since: 1,
  onlyWhenAsked: true,
  counts: true,
  typical: options.lookups === "off" ? "stepsOnly" : "agree",
  applies: () => true,
  choices: (s) => choicesOf(s, options),
  ask: (s) => [{ key: greeting(s) }],
  read: (text, s) => {
    const choices = choicesOf(s, options);
    return read("start", text, s, choices);
  },
  accept: (value) => {
    if (value === "no") {
      return { keep: false, done: true, effects: [{ type: "say", key: "questions.start.declined" }] };
    }
    if (value === "english" || value === "spanish") {
      const locale = value === "english" ? "en" : "es";
      return { value: options.lookups === "off" ? "stepsOnly" : "agree", locale };
    }
    return {};
  },
});

/** Where a call was asked for, not everything is erased in 24 hours; the longest greeting then leaves it unsaid. */
function greeting(s: Situation): string {
  const unknown = s.conversation.locale === null;
  if (s.conversation.handoff === undefined)
    return unknown ? "questions.start.askUnknown" : "questions.start.ask";
  return unknown ? "questions.start.askUnknownCalled" : "questions.start.askCalled";
}

/** Where the language is unknown the choice of one is the agreement; the greeting says so in both. */
function choicesOf(s: Situation, options: FlowOptions): readonly string[] {
  if (s.conversation.locale === null) return ["english", "spanish"];
  return options.lookups === "off" ? ["stepsOnly"] : ["agree", "stepsOnly"];
}
