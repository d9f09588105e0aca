import { describe, expect, it } from "vitest";
import { isReaction } from "./reaction.ts";

describe("a reaction to one of our texts", () => {
  it.each([
    "Liked “Reply 1 to see. STOP to end.”",
    'Loved "Send 1 if right, or a line\'s number to fix it.\n1 Look now\n3 Born: July 4, 1970"',
    "Laughed at “No number? Send NO.”",
    "Reacted 👍 to “What is the name on the case?”",
    "Removed a like from “Who is this for?”",
    "Le gustó “ALTO para terminar”",
    "Le encanto «Es todo por ahora.»",
    "No le gustó “¿Qué nombre tiene el caso?”",
    "Reaccionó con ❤️ a “Mande 1 si va bien”",
    "\u200B👍\u200B to “\u200BSend the number beside your choice.\u200B”",
    "👍 a “Mande NO.”",
    "Liked an image",
  ])("is known: %s", (text) => {
    expect(isReaction(text)).toBe(true);
  });

  it.each([
    "👍",
    "liked",
    'my name was "Chuy" Lopez',
    "Le gustaba fumar",
    "Loved ones told me",
    "STOP",
    '"STOP"',
    "I liked it",
    "",
  ])("is not what people write themselves: %s", (text) => {
    expect(isReaction(text)).toBe(false);
  });
});
