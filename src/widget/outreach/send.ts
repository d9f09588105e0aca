/**
 * Sends what waits, one after the other, and says how it stands. The server takes each form once, however often it comes.
 */
import { drop, waiting } from "./store.ts";

export type State =
  | { kind: "empty" }
  /** No signal, or the server does not answer: tried again later. */
  | { kind: "waits"; n: number }
  /** Nobody is signed in, or the session is locked. */
  | { kind: "locked"; n: number }
  | { kind: "sent"; n: number };

const firstPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;
const answerMs = 20_000;

/** What our server says to a form; a portal at the door that says yes to everything says none of it. */
const meaning: Record<string, "sent" | "lost" | "locked"> = {
  arrived: "sent",
  unreadable: "lost",
  refused: "lost",
  signedOut: "locked",
  locked: "locked",
  forbidden: "locked",
};

async function post(path: string, turn: string, sealed: string): Promise<string> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const body = JSON.stringify({ turn, sealed });
  const answer = await fetch(path, { method: "POST", headers, body, credentials: "same-origin" });
  const { code } = (await answer.json()) as { code?: unknown };
  return typeof code === "string" ? code : "";
}

/** The code the server answered with, or "" when none came in time: then nobody knows, and it is sent again. */
function answered(path: string, turn: string, sealed: string): Promise<string> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(""), answerMs);
    void post(path, turn, sealed)
      .then(resolve, () => resolve(""))
      .then(() => clearTimeout(late));
  });
}

/** @param show is told after every change; `lost` counts forms that do not open at the server. */
export function createSender(path: string, show: (state: State, lost: number) => void) {
  let running = false;
  let pause = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = 0;
  let lost = 0;

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), pause);
    pause = Math.min(pause * 2, longestPauseMs);
  }

  async function send(): Promise<State> {
    for (;;) {
      const left = await waiting(Date.now());
      const [form] = left;
      if (!form) return sent > 0 ? { kind: "sent", n: sent } : { kind: "empty" };
      show({ kind: "waits", n: left.length }, lost);
      const said = meaning[navigator.onLine ? await answered(path, form.turn, form.sealed) : ""];
      if (said === "locked") return { kind: "locked", n: left.length };
      if (said === undefined) return { kind: "waits", n: left.length };
      if (said === "sent") sent += 1;
      else lost += 1;
      await drop(form.turn);
      pause = firstPauseMs;
    }
  }

  /** Tries now. */
  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      const state = await send();
      show(state, lost);
      if (state.kind === "waits" || state.kind === "locked") later();
    } finally {
      running = false;
    }
  }
  return { run };
}
