/**
 * The short form on a device: with no signal a finished form is sealed and waits, and the person leaves with a slip. Typed
 * lines stand on the page alone; nothing of them is stored.
 */
import { keep } from "./queue.ts";
import { createSender, type State } from "./send.ts";
import { makeCode, makeTurn, seal } from "./seal.ts";

const cacheName = "outreach-shell";
const shell = "/outreach/offline";
const keptAt = "/outreach/kept-at";
const idleMs = 2 * 60_000;
const lines = ["caseNumber", "name", "birthDate", "year", "place", "offense", "disposition"];

const one = (selector: string) => document.querySelector<HTMLElement>(selector);
const device = one("[data-device]");
const form = document.querySelector<HTMLFormElement>("[data-short]");
const status = one("[data-queue]");

function show(element: HTMLElement | null, shown: boolean): void {
  if (element) element.hidden = !shown;
}

/** How the queue stands, in words that the page brought along. */
function tell(state: State, lost: number): void {
  if (!status) return;
  const words = status.dataset;
  const said = state.kind === "empty" ? "" : (words[state.kind] || "").replace("{n}", String(state.n));
  const failed = lost === 0 ? "" : (words["lost"] || "").replace("{n}", String(lost));
  const text = `${said} ${failed}`.trim();
  if (status.textContent !== text) status.textContent = text;
  show(status, text !== "");
  show(one("[data-sign-in]"), state.kind === "locked");
}

const sender = createSender("/outreach/queue", tell);

/** Somebody signs out: nothing is kept any more. */
let leaving = false;

/** Keeps the shell and its files for when there is no signal; what it kept of an older build goes. */
async function keepShell(files: string[]): Promise<void> {
  await navigator.serviceWorker.register("/outreach/worker.js", { scope: "/outreach/" });
  const page = await fetch(shell, { credentials: "same-origin" });
  if (!page.ok || page.redirected || leaving) return;
  const cache = await caches.open(cacheName);
  await cache.addAll(files);
  await cache.put(shell, page);
  // By the device's own clock, which alone is asked again.
  await cache.put(keptAt, new Response(String(Date.now())));
  const kept = await cache.keys();
  for (const { url } of kept) {
    const { pathname } = new URL(url);
    if (pathname !== shell && pathname !== keptAt && files.indexOf(pathname) < 0) await cache.delete(url);
  }
}

/** A shell that was kept for as long as a session takes no more forms: somebody signs in first. */
async function expire(lastsMs: number): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(keptAt);
  const since = kept ? Number(await kept.text()) : 0;
  if (Date.now() - since < lastsMs) return;
  show(form, false);
  show(one("[data-expired]"), true);
  show(one("[data-sign-in]"), true);
  await caches.delete(cacheName);
}

function start(place: HTMLElement, short: HTMLFormElement): void {
  const { key = "", shape = "{}", files = "[]" } = place.dataset;
  const isShell = place.dataset["shell"] !== undefined;
  let later: boolean | undefined;

  function setMode(): void {
    const without = isShell || !navigator.onLine;
    if (without === later) return;
    // What was read aloud holds for what happens: another consent is asked anew.
    const agreed = short.querySelector<HTMLInputElement>("[name=agreed]");
    if (agreed && later !== undefined) agreed.checked = false;
    later = without;
    show(one("[data-consent=now]"), !without);
    show(one("[data-consent=later]"), without);
    show(one("[data-send]"), !without);
    show(one("[data-save]"), without);
  }

  const value = (name: string): string => {
    const data = new FormData(short).get(name);
    return typeof data === "string" ? data.trim() : "";
  };

  /** Without a signal nobody can ask back: what the slip needs must stand there, and read one way. */
  function problem(): string | undefined {
    for (const name of ["name", "birthDate"]) if (value(name) === "") return name;
    const [, first = "", second = ""] = /^(\d{1,2})[^\d]+(\d{1,2})[^\d]/.exec(value("birthDate")) || [];
    const twoWays = first !== "" && Number(first) < 13 && Number(second) < 13 && first !== second;
    return twoWays ? "birthDate" : undefined;
  }

  function clear(): void {
    const event = value("event");
    short.reset();
    const field = short.querySelector<HTMLInputElement>("[name=event]");
    if (field) field.value = event;
  }

  function showSlip(code: string): void {
    const shown = one("[data-code]");
    if (shown) shown.textContent = (code.match(/.{3}/g) || []).join("-");
    show(one("[data-slip]"), code !== "");
    short.hidden = code !== "";
    scrollTo(0, 0);
    if (code !== "") one("[data-slip] h2")?.focus();
  }

  async function save(): Promise<void> {
    const turn = makeTurn();
    const code = makeCode(JSON.parse(shape) as Parameters<typeof makeCode>[0]);
    const fields: Record<string, string> = {};
    for (const name of lines) fields[name] = value(name);
    const locale = value("locale") === "es" ? "es" : "en";
    const sealed = await seal(key, turn, { code, agreed: true, locale, event: value("event"), fields });
    await keep({ turn, sealed, at: Date.now() });
    clear();
    showSlip(code);
    await sender.run();
  }

  short.addEventListener("submit", (event) => {
    setMode();
    if (later !== true) return;
    event.preventDefault();
    const missing = problem();
    show(one("[data-needed]"), missing !== undefined);
    if (missing !== undefined) {
      short.querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
      return;
    }
    // Where the device cannot store it, the form stays as it is and the page says so.
    save().catch(() => show(one("[data-failed]"), true));
  });
  one("[data-next]")?.addEventListener("click", () => showSlip(""));
  one("[data-print]")?.addEventListener("click", () => print());

  if (isShell) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // There is no PIN to ask for without a signal: what was typed goes, and a slip that was left open.
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        clear();
        showSlip("");
      }, idleMs);
    };
    for (const type of ["pointerdown", "keydown", "touchstart"])
      addEventListener(type, wait, { passive: true });
    wait();
    expire(Number(place.dataset["lasts"])).catch(() => undefined);
  } else if ("serviceWorker" in navigator) {
    keepShell(JSON.parse(files) as string[]).catch(() => undefined);
    const out = document.querySelector<HTMLFormElement>('.staff-bar form[action="/staff/sign-out"]');
    out?.addEventListener("submit", (event) => {
      event.preventDefault();
      leaving = true;
      const leave = () => out.submit();
      caches.delete(cacheName).then(leave, leave);
    });
  }
  addEventListener("online", () => {
    setMode();
    void sender.run();
  });
  addEventListener("offline", setMode);
  addEventListener("pageshow", (event) => {
    if (event.persisted) clear();
  });
  setMode();
  void sender.run();
}

// Without these there is no queue, and the form works with a signal alone.
if (device && form && window.indexedDB && window.crypto && crypto.subtle) start(device, form);
