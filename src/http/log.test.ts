import { describe, expect, it } from "vitest";
import { createLog, errorCode } from "./log.ts";

describe("the log", () => {
  it("writes one JSON line an event, with no process, host or free text of its own", () => {
    const lines: string[] = [];
    createLog("info", { write: (line) => void lines.push(line) }).warn("turn_failed", {
      code: "57014",
      durationMs: 12,
    });
    expect(lines).toHaveLength(1);
    expect(Object.keys(JSON.parse(lines[0] ?? "") as object).sort()).toEqual([
      "code",
      "durationMs",
      "event",
      "level",
      "time",
    ]);
  });

  it("reduces an error to its code or class, wherever the driver put it; never its message", () => {
    const secret = "Key (name)=(Marcus)";
    expect(errorCode(Object.assign(new Error(secret), { code: "23505" }))).toBe("23505");
    expect(
      errorCode(new Error(secret, { cause: Object.assign(new Error(secret), { code: "ECONNREFUSED" }) })),
    ).toBe("ECONNREFUSED");
    expect(errorCode(new TypeError(secret))).toBe("TypeError");
    expect(errorCode(Object.assign(new Error(secret), { code: secret }))).toBe("Error");
    expect(errorCode(secret)).toBe("string");
    expect(errorCode(null)).toBe("object");
    const circle: { cause?: unknown } = {};
    circle.cause = circle;
    expect(errorCode(circle)).toBe("object");
  });
});
