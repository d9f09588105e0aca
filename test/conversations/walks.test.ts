/**
 * Walks over the whole flow: every question is reached, every one has an exit, nothing loops, and every message exists
 * in both languages on both channels.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCopy, type Copy } from "../../src/copy/copy.ts";
import { renderEffects } from "../../src/copy/render.ts";
import { newConversation, progressOf, situationOf } from "../../src/dialog/position.ts";
import { step, type Step } from "../../src/dialog/step.ts";
import type { Conversation, Input, LookupResult } from "../../src/dialog/types.ts";
import { readConfig } from "../../src/env.ts";
import { createFlow } from "../../src/flow/index.ts";
import { walk, walkMoment, withFollowUp, withSlip } from "../support/positions.ts";

const moment = walkMoment;
const modes = ["full", "number", "off"] as const;
const statuses = ["eligible", "filed", "dismissed", "reduced", "challenged", null] as const;

/** One a line: what people type. */
const typed = `
yes
no
hi
hola
1
2
3
4
5
8
BA123456
no tengo
Maria Lopez Garcia
Jose Ramos 25/07/1968
July 25, 1968
03/04/70
early 90s
1992
2019
no, 1993
East LA
Las Vegas
federal
weed
11359
coke
I pleaded guilty
dropped
tomé clases
still on probation
not sure
no sé
back
atrás
again
why
skip
restart
help
who is this
persona
call me at 213 555 0142 after 5
que me llamen
not yet
I had trouble
todavía no
yo llamo
213 555 0142
664 123 4567
este número
in the afternoon
that's not my case
nada más
english
español
delete
borrar mis datos
gracias
STOP
START
xyzzy
`.split("\n");

const result: fc.Arbitrary<LookupResult> = fc.oneof(
  fc.constant({ kind: "notConfirmed" as const, listDate: "2026-02-01" }),
  fc.constant({ kind: "unavailable" as const }),
  fc
    .array(
      fc.record({
        list: fc.constantFrom("a", "b"),
        announced: fc.constantFrom("2020-02-13", "2021-09-27"),
        status: fc.constantFrom(...statuses),
        copied: fc.constant("2026-02-01"),
        sample: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((cases) => ({ kind: "confirmed" as const, cases })),
);
const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...typed).map((text) => ({ kind: "text" as const, text })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(
        "agree",
        "stepsOnly",
        "me",
        "helping",
        "search",
        "goOn",
        "again",
        "laCounty",
        "had",
        "convicted",
        "finish",
        "work",
        "another",
        "person",
        "callMe",
        "iWillCall",
        "notMine",
        "thisNumber",
        "evening",
        "handOver",
        "keepHere",
        "proof",
        "got",
        "notYet",
        "trouble",
        "no",
        "yes",
      )
      .map((id) => ({ kind: "choice" as const, id })),
  },
  fc
    .constantFrom("name", "year", "place", "caseNumber")
    .map((question) => ({ kind: "edit" as const, question })),
);

let copy: Copy;
beforeAll(() => {
  copy = createCopy(readConfig({}).org);
});

/** Renders everything said, in both languages on both channels: a missing key throws. */
function readable(stepped: Step): void {
  for (const locale of ["en", "es"] as const) {
    for (const channel of ["web", "sms"] as const) {
      for (const message of renderEffects(copy, stepped.effects, locale, channel)) {
        expect(message.text).not.toMatch(/\{\{|\}\}|undefined|NaN/);
        for (const choice of message.choices) expect(choice.label).not.toMatch(/\{\{|undefined|NaN/);
      }
    }
  }
}

describe.each(modes)("LOOKUPS=%s", (lookups) => {
  it.each(["sms", "web", "outreach"] as const)(
    "%s: says only what is written, and always has a question or an end",
    (channel) => {
      const flow = createFlow({ lookups, watch: true, followUp: true });
      fc.assert(
        fc.property(fc.array(fc.tuple(input, result), { maxLength: 25 }), (inputs) => {
          let state: Conversation = newConversation(flow, channel, moment.now, {
            opened: channel !== "sms",
            ...(channel === "sms" ? {} : { locale: "en" }),
          });
          for (const [one, looked] of inputs) {
            let next = step(flow, state, one, moment);
            if (next.effects.some((effect) => effect.type === "lookUp")) {
              expect(lookups).not.toBe("off");
              next = step(flow, next.conversation, { kind: "lookup", result: looked }, moment);
            }
            readable(next);
            expect(next.question === null).toBe(next.conversation.done);
            const { at, of } = progressOf(flow, situationOf(flow, next.conversation, moment.today));
            expect(at).toBeLessThanOrEqual(of);
            state = JSON.parse(JSON.stringify(next.conversation)) as Conversation;
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it("can reach every question, and leave it by every choice it offers", () => {
    const flow = createFlow({ lookups, watch: true, followUp: true });
    const starts = (["sms", "web"] as const).map((channel) =>
      newConversation(flow, channel, moment.now, { locale: "en", opened: true }),
    );
    const [bySms] = starts;
    if (bySms) starts.push(withFollowUp(bySms));
    if (bySms && lookups !== "off") starts.push(withSlip(bySms));
    const seen = walk(flow, starts, (asked, input, taken) => {
      if (input.kind === "choice") expect(taken.effects.length, `${asked}: ${input.id}`).toBeGreaterThan(0);
    });
    const expected = flow.questions
      .map((q) => q.id)
      .filter((id) => id !== "resume")
      .filter(
        (id) =>
          lookups !== "off" ||
          [
            "start",
            "place",
            "offense",
            "disposition",
            "topics",
            "followUp",
            "gotCopy",
            "deleteWhich",
          ].includes(id) ||
          id.startsWith("reach"),
      )
      .filter((id) => lookups !== "number" || !["birthDate", "year"].includes(id));
    expect([...seen.keys()].sort()).toEqual(expected.sort());
  });
});
