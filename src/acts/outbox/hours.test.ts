import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, reminderTimes, untilHoursChange } from "./hours.ts";

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

describe("a reminder's time", () => {
  const dayMs = 24 * 3_600_000;
  const wall = (at: number | undefined) =>
    at === undefined
      ? undefined
      : new Date(at)
          .toLocaleString("en-US", {
            timeZone: "America/Los_Angeles",
            weekday: "short",
            hour: "numeric",
            minute: "2-digit",
          })
          .replace("\u202F", " ");

  it.each([
    // now (2026-03-02 is a Monday), when the conversation began, soon, tomorrow
    ["Monday 10:05", "2026-03-02T18:05:00Z", 0, "Mon 1:15 PM", "Tue 9:00 AM"],
    ["Monday 17:05, past the evening", "2026-03-03T01:05:00Z", 0, "Tue 9:00 AM", "Tue 9:00 AM"],
    ["at night", "2026-03-03T09:30:00Z", 0, "Tue 9:00 AM", "Tue 9:00 AM"],
    ["at dawn", "2026-03-02T16:31:00Z", 0, "Mon 11:45 AM", undefined],
    ["19:05, begun at 9:05", "2026-03-03T03:05:00Z", 10, "Mon 7:45 PM", undefined],
    ["19:40, begun at 9:05", "2026-03-03T03:40:00Z", 10.5, undefined, undefined],
    ["an hour before the end", "2026-03-03T18:00:00Z", 23, undefined, undefined],
    ["the night the clocks go forward", "2026-03-08T05:00:00Z", 0, "Sun 9:00 AM", "Sun 9:00 AM"],
    ["the night the clocks go back", "2026-11-01T04:00:00Z", 0, "Sun 9:00 AM", "Sun 9:00 AM"],
  ] as const)("%s", (_name, iso, hoursIn, soon, tomorrow) => {
    const times = reminderTimes(at(iso), at(iso) - hoursIn * 3_600_000 + dayMs);
    expect([wall(times.soon), wall(times.tomorrow)]).toEqual([soon, tomorrow]);
  });

  it("is by day, half an hour away at least, and an hour before the answers are erased", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2028-01-01T00:00:00Z") }),
        fc.integer({ min: 0, max: dayMs }),
        (now, age) => {
          for (const time of Object.values(reminderTimes(now, now - age + dayMs))) {
            expect(isQuiet(time)).toBe(false);
            expect(time - now).toBeGreaterThanOrEqual(30 * 60_000);
            expect(now - age + dayMs - time).toBeGreaterThanOrEqual(3_600_000);
          }
        },
      ),
    );
  });
});
