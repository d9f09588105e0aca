/**
 * In the browser: hides the page after a while without input, or once it was out of sight for that long, and locks the
 * session; the PIN uncovers it where it stood, so that nothing typed is lost. While somebody works on one page it tells
 * the server, which would lock an idle session by itself. Without script the server's rule stands alone.
 */
import { tabs } from "./tabs.ts";

const cover = document.querySelector<HTMLElement>("[data-cover]");
const idle = Number(cover?.dataset["idle"]);
const root = document.documentElement;
const title = document.title;
/** As often as this the server hears that somebody is here. */
const signMs = 30_000;
/** A finger, a mouse or a key. Not scroll, which a page does by itself too, when a field takes the focus. */
const inputs = ["pointerdown", "pointermove", "keydown", "touchstart", "touchmove", "wheel"];

let timer: ReturnType<typeof setTimeout> | undefined;
let seen = 0;
let told = 0;
let hidden: number | undefined;

function post(path: string, fields: Record<string, string>): Promise<number> {
  const headers = { accept: "application/json" };
  return fetch(path, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
    credentials: "same-origin",
  }).then(({ status }) => status);
}

const covered = () => root.hasAttribute("data-covered");

function hide(): void {
  if (covered() || !cover) return;
  root.setAttribute("data-covered", "");
  cover.hidden = false;
  document.title = cover.querySelector("[role=status]")?.textContent ?? "";
  // Without a signal the server locks by itself when its own time is up.
  post("/staff/lock", {}).catch(() => undefined);
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
  if (status === 401) location.reload();
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
  const wrong = cover?.querySelector<HTMLElement>("[data-wrong]");
  const pin = field?.value ?? "";
  if (field) field.value = "";
  const status = await post("/staff/unlock", { pin });
  if (status === 204) {
    if (wrong) wrong.hidden = true;
    seen = 0;
    show();
    wait();
  } else if (status === 403) {
    if (wrong) wrong.hidden = false;
    field?.focus();
  } else location.assign("/staff/sign-in");
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
    // With no signal the form goes its plain way, and the browser says so.
    const form = event.currentTarget as HTMLFormElement;
    unlock(form).catch(() => form.submit());
  });
  wait();
}
