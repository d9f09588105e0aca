/**
 * Sends what waits, one after the other, and says how it stands. The server takes each form once, however often it comes.
 */
import { drop, waiting } from "./queue.ts";

export type State =
  | { kind: "empty" }
  /** No signal, or the server does not answer: tried again later. */
  | { kind: "waits"; n: number }
  /** Nobody is signed in, or the session is locked. */
  | { kind: "locked"; n: number }
  | { kind: "sent"; n: number };

const firstPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;

/** @param show is told after every change; `lost` counts forms that do not open at the server. */
export function createSender(path: string, show: (state: State, lost: number) => void) {
  let running = false;
  let pause = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = 0;
  let lost = 0;

  async function post(turn: string, sealed: string): Promise<number> {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = JSON.stringify({ turn, sealed });
    return fetch(path, { method: "POST", headers, body, credentials: "same-origin" }).then(
      ({ status }) => status,
      () => 0,
    );
  }

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
      const status = navigator.onLine ? await post(form.turn, form.sealed) : 0;
      if (status === 200) sent += 1;
      else if (status === 422) lost += 1;
      else if (status === 401 || status === 403 || status === 423) return { kind: "locked", n: left.length };
      else return { kind: "waits", n: left.length };
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
