import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newConversation } from "../dialog/position.ts";
import { step } from "../dialog/step.ts";
import { flowFor } from "../flow/modes.ts";
import { makeCarryCode, showCarryCode } from "../privacy/carryCode.ts";
import { findCaseNumbers } from "../understanding/caseNumbers.ts";

describe("a code beside everything else that is understood", () => {
  const flow = flowFor({ lookups: "full" }, null, "sms");
  const moment = { now: Date.UTC(2026, 0, 15), today: "2026-01-15" };
  const codes = Array.from({ length: 300 }, () => makeCarryCode(randomBytes));
  const spelled = codes.flatMap((code) => [code, showCarryCode(code), code.toLowerCase()]);

  it("holds no case number of a known format and is no code of a clinic", () => {
    for (const text of spelled) {
      expect(findCaseNumbers(text), text).toEqual([]);
      expect(flow.eventCode(text), text).toBeUndefined();
    }
  });

  it("is no command and stops, erases or agrees to nothing", () => {
    const fresh = newConversation(flow, "sms", moment.now, { locale: "en", opened: true });
    for (const text of spelled) {
      const { effects, question } = step(flow, fresh, { kind: "text", text }, moment);
      expect(
        effects.map((effect) => effect.type),
        text,
      ).not.toContain("optOut");
      expect(
        effects.map((effect) => effect.type),
        text,
      ).not.toContain("erase");
      expect(question, text).toBe("start");
    }
  });
});
