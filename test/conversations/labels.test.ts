/**
 * Every choice typed as it is shown is taken as that choice: at every question, on every channel, in both languages,
 * also without accents, in capitals, and with a full stop.
 */
import { describe, expect, it } from "vitest";
import { takeLabel } from "../../src/acts/turn/labels.ts";
import { createCopy } from "../../src/copy/copy.ts";
import { renderEffects } from "../../src/copy/render.ts";
import { readConfig } from "../../src/env.ts";
import { asksToStop } from "../../src/understanding/optOut.ts";
import { placesOn, stepThrough, walkMoment } from "../support/positions.ts";

const { org } = readConfig({});
const copy = createCopy(org);
const bare = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");

for (const channel of ["sms", "web", "outreach"] as const) {
  for (const locale of ["en", "es"] as const) {
    const { flow, places } = placesOn(channel, locale);
    const shown = places.flatMap(({ question, before }) => {
      const asked = stepThrough(flow, before, { kind: "text", text: "again" }).effects;
      return renderEffects(copy, asked, locale, channel === "sms" ? "sms" : "web").flatMap(({ choices }) =>
        choices.map((choice) => ({ ...choice, at: question.id, before })),
      );
    });

    describe(`${channel}, ${locale}`, () => {
      it("shows choices at most questions", () => {
        expect(new Set(shown.map(({ at }) => at)).size).toBeGreaterThan(12);
      });

      it.each(shown)("$at: $label", ({ id, label, before }) => {
        const chosen = stepThrough(flow, before, { kind: "choice", id });
        for (const typed of [label, label.toUpperCase(), bare(label).toLowerCase(), ` ${label}.`]) {
          const input = takeLabel(org, flow, before, { kind: "text", text: typed }, walkMoment.today);
          expect(stepThrough(flow, before, input), typed).toEqual(chosen);
        }
        // A word that ends all messages could not be a choice.
        if (channel === "sms") expect(asksToStop(label) && !label.includes(" ")).toBe(false);
      });
    });
  }
}
