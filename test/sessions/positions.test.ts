/**
 * R6, the positions: a conversation stored at any question by an older version stands at the same question under
 * today's flow, is asked nothing newer than itself, and goes on. The files are never changed; a new form adds one.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openConversation, sealConversation } from "../../src/acts/turn/state.ts";
import { createCopy } from "../../src/copy/copy.ts";
import { renderEffects } from "../../src/copy/render.ts";
import { situationOf, standing } from "../../src/dialog/position.ts";
import type { Conversation, Input } from "../../src/dialog/types.ts";
import { readConfig } from "../../src/env.ts";
import { createFlow } from "../../src/flow/index.ts";
import { KeyRing } from "../../src/privacy/keys.ts";
import { Sealer } from "../../src/privacy/seal.ts";
import { TestRuntime } from "../support/runtime.ts";
import { testKeys } from "../support/services.ts";
import { stepThrough, walkMoment } from "../support/positions.ts";

interface Position {
  /** The question that stood, or null where the conversation was over. */
  stands: string | null;
  conversation: Conversation;
}

const folder = path.join(import.meta.dirname, "positions");
const files = readdirSync(folder).sort();
const copy = createCopy(readConfig({}).org);
const runtime = new TestRuntime();
const sealer = new Sealer(KeyRing.parse(testKeys), (length) => runtime.bytes(length));
const handle = Buffer.alloc(32, 7);

/** Through the seal and back, as a row keeps it. */
function stored(conversation: Conversation): Conversation {
  const opened = openConversation(sealer, handle, sealConversation(sealer, handle, conversation));
  if (!opened) throw new Error("the stored form is not known");
  return opened;
}

const flowOf = ({ channel }: Conversation) =>
  createFlow({ lookups: "full", watch: channel === "sms", followUp: channel === "sms" });

const input: fc.Arbitrary<Input> = fc.oneof(
  fc
    .constantFrom("1", "2", "no", "yes", "no sé", "skip", "back", "BA123456", "Maria Lopez", "July 25, 1968")
    .map((text) => ({ kind: "text" as const, text })),
  fc
    .constantFrom("agree", "search", "goOn", "again", "laCounty", "had", "convicted", "finish", "erase")
    .map((id) => ({ kind: "choice" as const, id })),
);

describe.each(files)("%s", (file) => {
  const positions = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Position[];

  it.each(positions.map((position, n) => ({ ...position, n })))(
    "$n: $conversation.channel, $conversation.locale, at $stands",
    ({ stands, conversation }) => {
      const today = stored(conversation);
      expect(today).toEqual(conversation);
      const flow = flowOf(today);
      const question = today.done ? undefined : standing(flow, situationOf(flow, today, walkMoment.today));
      expect(question?.id ?? null).toBe(stands);
    },
  );

  it("goes on from every position by any answer, and is asked nothing newer than itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...positions),
        fc.array(input, { minLength: 1, maxLength: 8 }),
        ({ conversation }, inputs) => {
          const flow = flowOf(conversation);
          let state = stored(conversation);
          for (const one of inputs) {
            const taken = stepThrough(flow, state, one);
            const asked = flow.questions.find((question) => question.id === taken.question);
            if (asked) expect(asked.since).toBeLessThanOrEqual(taken.conversation.flow);
            for (const message of renderEffects(copy, taken.effects, state.locale ?? "en", "sms"))
              expect(message.text).not.toMatch(/\{\{|undefined|NaN/);
            state = stored(taken.conversation);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
