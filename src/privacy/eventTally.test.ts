import { describe, expect, it } from "vitest";
import { eventTallies } from "./eventTally.ts";
import { KeyRing } from "./keys.ts";
import { Sealer } from "./seal.ts";

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const sealer = (keys: string) => new Sealer(KeyRing.parse(keys), (length) => Buffer.alloc(length));

describe("the tally of an event code", () => {
  it("is the same however the code is written, and holds nothing of it", () => {
    const [name = ""] = eventTallies(sealer(key("a", 1)), "Clinic42");
    expect(eventTallies(sealer(key("a", 1)), "CLINIC42")).toEqual([name]);
    expect(name).toMatch(/^event_[0-9a-f]{16}$/);
    expect(name.toUpperCase()).not.toContain("CLINIC");
  });

  it("differs by code and by key, and is found under every listed key", () => {
    const old = eventTallies(sealer(key("a", 1)), "CLINIC42");
    expect(eventTallies(sealer(key("a", 1)), "CLINIC43")).not.toEqual(old);
    expect(eventTallies(sealer(`${key("b", 2)},${key("a", 1)}`), "CLINIC42")).toContain(old[0]);
  });
});
