import { describe, expect, it } from "vitest";
import { asksToStop } from "./optOut.ts";

describe("asksToStop", () => {
  it.each([
    "STOP", "StopAll", "opt-out", "Opt out", "ALTO!", "no más", "NO MAS MENSAJES", "para", "remove", "stpo",
    "please stop texting me", "Ya no me manden mensajes", "quítenme de la lista de mensajes",
    "I'm driving. Stop texting me", "can you take me off your list?", "no me vuelvan a escribir",
    "ok STOP now", "s t o p", "🛑",
  ])("hears a wish to stop in %s", (text) => {
    expect(asksToStop(text)).toBe(true);
  }); // prettier-ignore

  it.each([
    "quiten eso de mi récord", "how do I stop this showing up", "they told me to stop calling", "I will end soon",
    "Stopford", "Tom Stopford", "Luis Alto", "don't stop texting me", "my ex won't stop texting me",
    "un alto en Pomona", "no me escriben mis hijos", "me pararon en la calle", "cuando me mandan el mensaje?",
    "no", "", "no sé", "para mi mamá", "end of the 80s", "la cancelaron", "when will you text me",
  ])("hears none in %s", (text) => {
    expect(asksToStop(text)).toBe(false);
  }); // prettier-ignore
});
