import { describe, expect, it } from "vitest";
import { detectLocale } from "./detectLocale.ts";

describe("detectLocale", () => {
  it.each([
    ["hola", "es"],
    ["buenas tardes", "es"],
    ["no tengo el número", "es"],
    ["como en el 92", "es"],
    ["en español por favor", "es"],
    ["sí", "es"],
    ["quiero saber de mi caso", "es"],
    ["hi", "en"],
    ["I don't have it", "en"],
    ["hello who is this", "en"],
    ["in english please", "en"],
    ["yes", "en"],
    ["habla spanish?", "es"],
  ])("hears the language of %s", (text, locale) => {
    expect(detectLocale(text)).toBe(locale);
  });

  it.each(["1", "BA123456", "Maria Lopez", "María Muñoz", "no", "ok", "7/25/68", "", "👍", "De la Cruz"])(
    "hears none in %s",
    (text) => {
      expect(detectLocale(text)).toBeNull();
    },
  );
});
