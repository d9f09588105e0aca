/**
 * Delivery over a network that comes and goes.
 */
import { describe, expect, it } from "vitest";
import type { ChatRequest } from "../channels/web/types.ts";
import { backoff, deliver, type Post, type Waiting } from "./transport.ts";

const reply = { conversation: "t", locale: "en", question: "name", progress: { at: 1, of: 4 }, messages: [] };
const turn: ChatRequest = { turn: "turn-1", text: "hello" };

function answering(...answers: (number | Error | [status: number, body: unknown])[]) {
  const posted: ChatRequest[] = [];
  const post: Post = (body) => {
    posted.push(body);
    const answer = answers[posted.length - 1] ?? 200;
    if (answer instanceof Error) return Promise.reject(answer);
    const [status, content] = Array.isArray(answer) ? answer : [answer, answer === 200 ? reply : {}];
    const text = content === "" ? "" : JSON.stringify(content);
    return Promise.resolve({ ok: status < 300, status, text: () => Promise.resolve(text) });
  };
  return { post, posted };
}

function patience(): Waiting & { waits: number[]; messages: (string | null)[]; stop: boolean } {
  const waiting = {
    waits: [] as number[],
    messages: [] as (string | null)[],
    stop: false,
    onWait: (message: string | null) => void waiting.messages.push(message),
    pause(milliseconds: number) {
      waiting.waits.push(milliseconds);
      return Promise.resolve();
    },
    cancelled: () => waiting.stop,
  };
  return waiting;
}

describe("deliver", () => {
  it("repeats the same turn under the same id until it is answered, each time waiting longer", async () => {
    const { post, posted } = answering(new TypeError("offline"), 500, 503, 200);
    const waiting = patience();
    const result = await deliver(turn, post, waiting);
    expect(result).toEqual({ kind: "reply", reply });
    expect(posted).toEqual([turn, turn, turn, turn]);
    expect(waiting.waits).toEqual([1000, 2000, 4000]);
  });

  it("passes on the server's own sentence and the request's id while it waits", async () => {
    const { post } = answering([500, { message: "Call us.", requestId: "r", phone: "p" }]);
    const waiting = patience();
    await deliver(turn, post, waiting);
    expect(waiting.messages).toEqual(["Call us. (r)"]);
  });

  it("gives up on what the server will never take", async () => {
    const { post, posted } = answering([400, { message: "No." }]);
    expect(await deliver(turn, post, patience())).toEqual({ kind: "refused", message: "No." });
    expect(posted).toHaveLength(1);
  });

  it("does not wait for the answer to a turn that was answered long ago", async () => {
    const { post } = answering([200, ""]);
    expect(await deliver(turn, post, patience())).toEqual({ kind: "refused", message: "" });
  });

  it("sends nothing more once cancelled", async () => {
    const { post, posted } = answering(500, 200);
    const waiting = patience();
    waiting.pause = () => {
      waiting.stop = true;
      return Promise.resolve();
    };
    expect(await deliver(turn, post, waiting)).toEqual({ kind: "cancelled" });
    expect(posted).toHaveLength(1);
  });

  it("takes a page of a captive portal for no answer", async () => {
    const { post, posted } = answering([502, "<html>"], 200);
    expect((await deliver(turn, post, patience())).kind).toBe("reply");
    expect(posted).toHaveLength(2);
  });
});

describe("backoff", () => {
  it("never waits longer than 20 seconds", () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(backoff)).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
  });
});
