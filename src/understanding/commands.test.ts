import { describe, expect, it } from "vitest";
import { readCommand, saysUnsure } from "./commands.ts";

describe("readCommand", () => {
  it.each([
    ["AYUDA!!", "help"],
    ["¿Por qué?", "why"],
    ["talk to someone", "person"],
    ["en español por favor", "spanish"],
    ["are you ICE?", "who"],
    ["Who is this? Are you the police?", "who"],
    ["DELETE", "deleteWhich"],
    ["delete my data", "delete"],
    ["que me llame una persona", "callMe"],
    ["muchas gracias", "finish"],
  ])("reads the whole message %s", (text, command) => {
    expect(readCommand(text)).toBe(command);
  });

  it.each([
    "ayudante",
    "backpack",
    "helpful Smith",
    "I want to help my mom",
    "english street",
    "delete street",
    "a person sold it",
  ])("reads none in %s", (text) => {
    expect(readCommand(text)).toBeUndefined();
  });
});

describe("saysUnsure", () => {
  it("hears not knowing as the whole message alone", () => {
    expect(saysUnsure("no se")).toBe(true);
    expect(saysUnsure("i dont remember")).toBe(true);
    expect(saysUnsure("not sure maybe compton")).toBe(false);
  });
});
