/**
 * Effects as the chat's JSON: one message a thought, choices with their labels, sources as a quiet line.
 */
import type { PresentWeb } from "../../acts/handle-web-turn.ts";
import type { Copy } from "../../copy/copy.ts";
import { renderEffects } from "../../copy/render.ts";

/** Message ids are ordinals within the reply: they say nothing about the person (P1). */
export function presentWeb(copy: Copy): PresentWeb {
  return (effects, after) => ({
    locale: after.locale,
    question: after.question,
    progress: after.progress,
    messages: renderEffects(copy, effects, after.locale, "web").map((message, index) => ({
      id: `m${index + 1}`,
      text: message.text,
      choices: message.choices,
      sources: copy
        .sources(message.key)
        .map(({ label, url }) => (url === undefined ? { label } : { label, url })),
    })),
    outcome: after.outcome,
    done: after.done,
  });
}
