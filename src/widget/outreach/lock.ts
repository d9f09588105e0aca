/**
 * The lock of a phone at a clinic when no server can be asked: the PIN uncovers the page, the fifth wrong one shuts the
 * device until somebody signs in, and a reload gets round neither. With a signal the server decides (staff/cover.ts).
 *
 * What a thief of the locked phone has, with no signal: the shell with the server's public key, forms sealed for the
 * server that open nowhere on the device, the weak check of the PIN (pin.ts), how it is locked, and a cookie whose session
 * the server has locked by its own clock. Who can attach a debugger to the living page reads its memory: what was being
 * typed there, and a check to try PINs against. The device's own lock and the server's five tries stand against that.
 */
import { put, take, type Verifier } from "./hold.ts";
import { isRight, mayBeRight, verifierOf, type Check } from "./pin.ts";
import { cacheName } from "./shell.ts";
import { read, write, type Lock } from "./store.ts";

const triesMax = 5;
/** As often as this the device notes that somebody is here. */
const noteMs = 15_000;
const againMs = 20_000;

const cover = document.querySelector<HTMLElement>("[data-cover]");
const root = document.documentElement;

/** What staff/cover.ts asks when no server answers. */
export interface AskedPin {
  pin: string;
  done: (said: "open" | "wrong" | "away") => void;
}

function start(place: HTMLElement): void {
  const isShell = place.dataset["shell"] !== undefined;
  const idle = Number(place.dataset["idle"]);
  const mark = place.dataset["mark"] || "";
  const check = JSON.parse(place.dataset["check"] || "null") as Check | null;
  // Out of the document again: it need not stand where anybody can select it.
  place.removeAttribute("data-check");
  let sure: Verifier | undefined;
  let state: Lock = { mark, tries: 0, covered: false, told: false, shut: false, at: Date.now() };
  let ready = false;
  let byHand = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  /** In memory at once, whatever storage does: a device that cannot store counts on this page alone. */
  function set(change: Partial<Lock>): Promise<void> {
    state = { ...state, ...change };
    return ready ? write("lock", state).catch(() => undefined) : Promise.resolve();
  }
  const hide = () => document.dispatchEvent(new CustomEvent("staff:cover"));

  /** Ends the session at the server too, as soon as it can be reached. */
  async function signOut(): Promise<void> {
    clearTimeout(again);
    const kept = await read("lock").catch(() => undefined);
    // Somebody has signed in since, on another page: theirs is not this one's to end.
    if (kept && kept.mark !== mark) return;
    const headers = { accept: "application/json" };
    const asked = fetch("/staff/sign-out", { method: "POST", headers, credentials: "same-origin" });
    const ours = await asked.then(
      (answer) => answer.headers.has("clearline-page"),
      () => false,
    );
    if (!ours) again = setTimeout(() => void signOut(), againMs);
  }

  /** Nothing opens it any more but a new sign-in. */
  async function shut(): Promise<void> {
    await set({ shut: true, covered: true });
    sure = undefined;
    put("form", undefined);
    document.dispatchEvent(new CustomEvent("outreach:erase"));
    showShut();
    hide();
    void signOut();
  }
  function showShut(): void {
    const form = place.querySelector<HTMLElement>("[data-unlock]");
    const words = place.querySelector<HTMLElement>("[data-shut]");
    if (form) form.hidden = true;
    if (words) words.hidden = false;
  }

  async function answer(pin: string): Promise<"open" | "wrong" | "away" | "shut"> {
    if (state.shut) return "shut";
    if (!sure && !(check && check.bits !== undefined)) return "away";
    // Counted before it is looked at: a page that is closed in between has spent it.
    const tries = state.tries + 1;
    await set({ tries });
    const right =
      tries <= triesMax && (sure ? await isRight(pin, sure) : check && (await mayBeRight(pin, check)));
    if (right) return "open";
    return tries < triesMax ? "wrong" : "shut";
  }

  async function resume(): Promise<void> {
    const kept = await read("lock").catch(() => undefined);
    const held = await take("lock");
    sure = check ? await verifierOf(check) : undefined;
    if (isShell && held && held.mark === mark) sure = held.verifier;
    const same = kept && kept.mark === mark;
    if (kept && same) state = { ...kept };
    // Another one's session: what the phone kept for the one before goes.
    else if (kept && !isShell) await caches.delete(cacheName);
    ready = true;
    if (state.shut) {
      await shut();
      return;
    }
    const away = kept && Math.abs(Date.now() - kept.at) > idle;
    if (isShell) {
      if ((held && held.covered) || state.covered || away || (kept && !same)) hide();
      else await set({ at: Date.now() });
    } else if (state.covered && !state.told && !away) hide();
    // An open page of the server's: whoever was locked out has told it the PIN. A lock by hand it may not have heard of.
    else await set({ covered: false, told: false, tries: state.covered ? 0 : state.tries, at: Date.now() });
  }

  document.addEventListener("staff:covered", () => {
    // Idle, the server locks by its own clock.
    void set({ covered: true, told: !byHand, at: Date.now() });
    byHand = false;
    if (!sure && isShell) document.dispatchEvent(new CustomEvent("outreach:erase"));
  });
  document.addEventListener("staff:locked", () => void set({ told: true }));
  document.addEventListener("staff:uncovered", () => {
    void set({ covered: false, told: false, tries: 0, at: Date.now() });
  });
  async function ask({ pin, done }: AskedPin): Promise<void> {
    const said = await answer(pin).catch(() => "away" as const);
    if (said === "shut") await shut();
    else done(said);
  }
  let chain: Promise<unknown> = Promise.resolve();
  document.addEventListener("staff:pin", (event) => {
    event.preventDefault();
    const { detail } = event as CustomEvent<AskedPin>;
    // One after the other: two at once would read the same count.
    chain = chain.then(() => ask(detail));
  });

  for (const type of ["pointerdown", "keydown", "touchstart"])
    addEventListener(
      type,
      () => {
        if (ready && !root.hasAttribute("data-covered") && Date.now() - state.at > noteMs)
          void set({ at: Date.now() });
      },
      { passive: true },
    );
  addEventListener("pagehide", () => {
    if (sure && !state.shut)
      put("lock", { mark, covered: root.hasAttribute("data-covered"), verifier: sure });
  });
  addEventListener("online", () => {
    if (state.shut) void signOut();
  });

  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>("form"))) {
    const to = form.getAttribute("action");
    if (to === "/staff/lock")
      // Covered at once, signal or not.
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        byHand = true;
        hide();
      });
    if (to === "/staff/sign-out" || to === "/staff/hand-over")
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        root.setAttribute("data-leaving", "");
        put("lock", undefined);
        const leave = () => (navigator.onLine ? form.submit() : void shut());
        caches.delete(cacheName).then(leave, leave);
      });
  }

  async function begin(): Promise<void> {
    await resume().catch(() => (ready = true));
    const main = document.querySelector<HTMLElement>("main[data-waits]");
    if (main) main.hidden = false;
    root.setAttribute("data-resumed", "");
    document.dispatchEvent(new CustomEvent("outreach:resumed"));
  }
  void begin();
}

if (cover && window.indexedDB && window.crypto && crypto.subtle && "caches" in window) start(cover);
