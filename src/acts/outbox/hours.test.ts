import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, untilHoursChange } from "./hours.ts";

const at = (iso: string) => Date.parse(iso);

describe("quiet hours in Los Angeles", () => {
  it.each([
    ["winter, 19:59", "2026-01-15T03:59:59Z", false],
    ["winter, 20:00", "2026-01-15T04:00:00Z", true],
    ["winter, 8:59", "2026-01-15T16:59:59Z", true],
    ["winter, 9:00", "2026-01-15T17:00:00Z", false],
    ["summer, 19:59", "2026-07-15T02:59:59Z", false],
    ["summer, 20:00", "2026-07-15T03:00:00Z", true],
    ["summer, 9:00", "2026-07-15T16:00:00Z", false],
    ["midnight", "2026-07-15T07:00:00Z", true],
  ])("hold at %s", (_name, iso, quiet) => {
    expect(isQuiet(at(iso))).toBe(quiet);
  });

  it("end at 9:00 by the clock on the wall on the days the clocks change", () => {
    // 2026-03-08 and 2026-11-01: an hour is lost, and one is won.
    for (const iso of ["2026-03-08T04:00:00Z", "2026-11-01T03:00:00Z"]) {
      const end = at(iso) + untilHoursChange(at(iso));
      const wall = new Date(end).toLocaleTimeString("en-US", { timeZone: "America/Los_Angeles" });
      expect(wall).toBe("9:00:00 AM");
    }
  });

  it("change exactly at the moment that was told, and not a minute before", () => {
    fc.assert(
      fc.property(fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2028-01-01T00:00:00Z") }), (now) => {
        const change = now + untilHoursChange(now);
        expect(isQuiet(change)).toBe(!isQuiet(now));
        expect(isQuiet(change - 60_000 < now ? now : change - 60_000)).toBe(isQuiet(now));
      }),
    );
  });
});
