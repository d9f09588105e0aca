/**
 * What a tab remembers, and forgets.
 */
import { describe, expect, it } from "vitest";
import type { ChatReply } from "../channels/web/types.ts";
import { freshState, openShelf, takeReply } from "./state.ts";

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function replyWith(part: Partial<ChatReply>): ChatReply {
  const message = { id: "m1", text: "What name?", choices: [{ id: "a", label: "A" }], sources: [] };
  return {
    conversation: "token",
    locale: "en",
    question: "name",
    progress: { at: 2, of: 6 },
    messages: [message],
    outcome: null,
    done: false,
    ...part,
  };
}

describe("openShelf", () => {
  it("gives back what was put away, and nothing after it was erased", () => {
    const storage = memory();
    const shelf = openShelf(() => storage);
    const state = freshState("es", "tab");
    shelf.write(state);
    expect(shelf.read()).toEqual(state);
    shelf.erase();
    expect(shelf.read()).toBeNull();
    expect(storage.kept.size).toBe(0);
  });

  it("does without storage where it is barred", () => {
    const shelf = openShelf(() => {
      throw new DOMException("barred", "SecurityError");
    });
    shelf.write(freshState("en", "tab"));
    shelf.erase();
    expect(shelf.read()).toBeNull();
  });

  it("forgets a day after the conversation began, as the server does", () => {
    const storage = memory();
    let now = 1_000;
    const shelf = openShelf(
      () => storage,
      () => now,
    );
    shelf.write(freshState("en", "tab", now));
    now += 24 * 3_600_000 - 1;
    expect(shelf.read()).not.toBeNull();
    now += 1;
    expect(shelf.read()).toBeNull();
    expect(storage.kept.size).toBe(0);
  });

  it("takes damaged content for none", () => {
    for (const content of ["{", "null", "[]", '{"entries":3}']) {
      expect(openShelf(() => ({ ...memory(), getItem: () => content })).read()).toBeNull();
    }
  });
});

describe("takeReply", () => {
  it("leaves the choices of earlier messages behind", () => {
    const state = freshState("en", "tab");
    takeReply(state, replyWith({}));
    takeReply(state, replyWith({}));
    expect(state.entries.map((entry) => entry.who === "bot" && entry.choices.length)).toEqual([0, 1]);
  });

  it("marks what is told from the outcome on as steps to print, questions left out", () => {
    const state = freshState("en", "tab");
    const messages = [{ id: "m1", text: "Ask the clerk.", choices: [], sources: [] }];
    for (const outcome of [null, "dismissed", null]) takeReply(state, replyWith({ outcome, messages }));
    takeReply(state, replyWith({}));
    expect(state.entries.map((entry) => entry.who === "bot" && entry.step)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("lets no answer of an earlier conversation be changed once it starts anew", () => {
    const state = freshState("en", "tab");
    state.entries.push({ who: "you", locale: "en", text: "Ana", question: "name" });
    takeReply(state, replyWith({ question: "start" }));
    expect(state.entries[0]).toMatchObject({ question: null });
  });

  it.each([
    { case: "the same question still stands", question: "birthDate", at: 3 },
    { case: "an earlier question stands", question: "name", at: 2 },
  ])("what was said is no answer to change when $case", ({ question, at }) => {
    const state = freshState("en", "tab");
    takeReply(state, replyWith({ question: "birthDate", progress: { at: 3, of: 6 } }));
    state.entries.push({ who: "you", locale: "en", text: "why", question: "birthDate" });
    takeReply(state, replyWith({ question, progress: { at, of: 6 } }));
    expect(state.entries[1]).toMatchObject({ question: null });
  });

  it("what was said can be changed once the next question stands", () => {
    const state = freshState("en", "tab");
    takeReply(state, replyWith({ question: "birthDate", progress: { at: 3, of: 6 } }));
    state.entries.push({ who: "you", locale: "en", text: "25 July 1968", question: "birthDate" });
    takeReply(state, replyWith({ question: "year", progress: { at: 4, of: 6 } }));
    expect(state.entries[1]).toMatchObject({ question: "birthDate" });
  });

  it("leaves nothing of a conversation that was closed when another one answers", () => {
    const state = freshState("en", "tab", 0);
    takeReply(state, replyWith({ outcome: "dismissed" }));
    state.entries.push({ who: "you", locale: "en", text: "Ana", question: "name" });
    const added = takeReply(state, replyWith({ conversation: "another", question: "start" }), 5);
    expect(state.entries).toEqual(added);
    expect(state).toMatchObject({ told: false, since: 5, token: "another" });
  });

  it("has nothing unsent afterwards", () => {
    const state = freshState("en", "tab");
    state.pending = { turn: "turn-1", text: "Ana" };
    takeReply(state, replyWith({}));
    expect(state.pending).toBeNull();
  });
});
