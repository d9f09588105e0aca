/**
 * In the browser: hides the page after a while without input, or once it was out of sight for that long, and locks the
 * session; the PIN uncovers it where it stood, so that nothing typed is lost. While somebody works on one page it tells
 * the server, which would lock an idle session by itself. Without script the server's rule stands alone. What a page does
 * when no server answers is its own affair: it hears `staff:pin` (at the clinic table, widget/outreach/lock.ts).
 */
import { tabs } from "./tabs.ts";

const cover = document.querySelector<HTMLElement>("[data-cover]");
const idle = Number(cover?.dataset["idle"]);
const root = document.documentElement;
const title = document.title;
/** As often as this the server hears that somebody is here. */
const signMs = 30_000;
/** A signal that carries nothing for this long is none. */
const answerMs = 10_000;
/** A finger, a mouse or a key. Not scroll, which a page does by itself too, when a field takes the focus. */
const inputs = ["pointerdown", "pointermove", "keydown", "touchstart", "touchmove", "wheel"];

let timer: ReturnType<typeof setTimeout> | undefined;
let seen = 0;
let told = 0;
let hidden: number | undefined;

function post(path: string, fields: Record<string, string>): Promise<number> {
  const headers = { accept: "application/json" };
  const body = new URLSearchParams(fields);
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no answer")), answerMs);
    fetch(path, { method: "POST", headers, body, credentials: "same-origin" }).then(
      ({ status }) => resolve(status),
      reject,
    );
  });
}

const covered = () => root.hasAttribute("data-covered");

function hide(): void {
  if (covered() || !cover) return;
  root.setAttribute("data-covered", "");
  cover.hidden = false;
  document.title = cover.querySelector("[role=status]")?.textContent ?? "";
  // Without a signal the server locks by itself when its own time is up.
  post("/staff/lock", {}).then(
    (status) => status === 204 && document.dispatchEvent(new CustomEvent("staff:locked")),
    () => undefined,
  );
  document.dispatchEvent(new CustomEvent("staff:covered"));
  cover.querySelector<HTMLInputElement>("input[name=pin]")?.focus();
}

function show(): void {
  if (!cover) return;
  root.removeAttribute("data-covered");
  cover.hidden = true;
  document.title = title;
  document.dispatchEvent(new CustomEvent("staff:uncovered"));
}

function wait(): void {
  clearTimeout(timer);
  timer = setTimeout(hide, idle);
}

/** Tells the server that somebody is here, and hears from it when the session was locked or has ended meanwhile. */
async function tell(): Promise<void> {
  const status = await post("/staff/seen", { at: location.pathname });
  if (status === 423) hide();
  // A page that goes on without a signal says itself that somebody has to sign in; a slip may stand there.
  if (status === 401 && !document.querySelector("[data-device]")) location.reload();
}

/** Somebody did something. Timers stop while a device sleeps, so the time between two events counts too. */
function noticed(event: Event): void {
  if (covered()) return;
  if (seen > 0 && event.timeStamp - seen > idle) {
    hide();
    return;
  }
  seen = event.timeStamp;
  wait();
  if (event.timeStamp - told < signMs) return;
  told = event.timeStamp;
  tell().catch(() => undefined);
}

async function unlock(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("input[name=pin]");
  const pin = field?.value ?? "";
  if (field) field.value = "";
  const tell = (said?: string) => {
    for (const name of ["wrong", "away"]) {
      const words = cover?.querySelector<HTMLElement>(`[data-${name}]`);
      if (words) words.hidden = name !== said;
    }
  };
  // What was said of the PIN before goes, so that the same words are heard again.
  tell();
  const status = navigator.onLine ? await post("/staff/unlock", { pin }).catch(() => 0) : 0;
  const done = (said: "open" | "wrong" | "away") => {
    tell(said);
    if (said !== "open") {
      field?.focus();
      return;
    }
    seen = 0;
    show();
    wait();
  };
  if (status === 204) done("open");
  else if (status === 403) done("wrong");
  else if (status === 401) location.assign("/staff/sign-in");
  else if (
    document.dispatchEvent(new CustomEvent("staff:pin", { cancelable: true, detail: { pin, done } }))
  ) {
    // Nobody here can tell: the form goes its plain way, and the browser says so.
    if (field) field.value = pin;
    form.submit();
  }
}

if (cover && idle > 0) {
  // Somebody left in another tab: this one shows nothing of theirs any longer.
  tabs()?.addEventListener("message", () => void tell().catch(() => undefined));
  for (const type of inputs) addEventListener(type, noticed, { passive: true, capture: true });
  document.addEventListener("visibilitychange", (event) => {
    if (document.hidden) hidden = event.timeStamp;
    else if (hidden !== undefined && event.timeStamp - hidden > idle) hide();
  });
  // Back and Forward may bring a page from memory: what it shows may be locked by now.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
    seen = event.timeStamp;
  });
  cover.querySelector<HTMLFormElement>("[data-unlock]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void unlock(event.currentTarget as HTMLFormElement);
  });
  document.addEventListener("staff:cover", hide);
  // Opened with no signal, the page may stand before a session that the server has locked.
  addEventListener("online", () => {
    if (!covered()) tell().catch(() => undefined);
  });
  wait();
}
