/**
 * The short form on a device: with no signal a finished form is sealed and waits, and the person leaves with a slip, whose
 * code is shown until the next person. Typed lines stand on the page alone; nothing of them is stored.
 */
import { put, take } from "./hold.ts";
import { makeCode, makeTurn, seal } from "./seal.ts";
import { createSender, type State } from "./send.ts";
import { eraseAtEnd, keepShell, outlived } from "./shell.ts";
import { keep, read, write } from "./store.ts";

const lines = ["caseNumber", "name", "birthDate", "year", "place", "offense", "disposition"];
const longestTimerMs = 2 ** 31 - 1;

const one = (selector: string) => document.querySelector<HTMLElement>(selector);
const device = one("[data-device]");
const form = document.querySelector<HTMLFormElement>("[data-short]");

function show(element: HTMLElement | null, shown: boolean): void {
  if (element) element.hidden = !shown;
}

/** Writes only what changed, so that nothing is read aloud twice. */
function say(element: HTMLElement | null, text: string): void {
  if (!element) return;
  if (element.textContent !== text) element.textContent = text;
  show(element, text !== "");
}

const counted = (words: string | undefined, n: number) =>
  n === 0 ? "" : (words || "").replace("{n}", String(n));

function start(place: HTMLElement, short: HTMLFormElement): void {
  const { key = "", shape = "{}", files = "[]" } = place.dataset;
  const isShell = place.dataset["shell"] !== undefined;
  const now = Date.now();
  /** By the device's own clock. */
  let times = { until: now + Number(place.dataset["left"]), soon: now + Number(place.dataset["soon"]) };
  let later: boolean | undefined;
  let slip = "";
  let last: State = { kind: "empty" };
  /** No new forms are taken. */
  let ended = false;

  /** How the queue stands, in words that the page brought along. */
  function tell(state: State, lost: number): void {
    last = state;
    const status = one("[data-queue]");
    const words = status ? status.dataset : {};
    const said = state.kind === "empty" ? "" : counted(words[state.kind], state.n);
    say(status, `${said} ${counted(words["lost"], lost)}`.trim());
    show(one("[data-sign-in]"), ended || state.kind === "locked");
    const left = state.kind === "waits" || state.kind === "locked" ? state.n : 0;
    const warning = one("[data-warning]");
    say(warning, Date.now() < times.soon ? "" : counted(warning?.dataset["warning"], left));
    tellErased().catch(() => undefined);
  }

  /** What was erased unsent stands there until somebody has read it. */
  async function tellErased(): Promise<void> {
    const n = (await read("erased")) || 0;
    const box = one("[data-erased]");
    say(one("[data-erased-text]"), counted(box?.dataset["erased"], n));
    show(box, n > 0);
  }

  const sender = createSender("/outreach/queue", tell);

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

  function fill(name: string, text: string): void {
    const fields = short.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
    fields.forEach((field) => {
      if ("checked" in field && field.type === "radio") field.checked = field.value === text;
      else field.value = text;
    });
  }

  /** Without a signal nobody can ask back: what the slip needs must stand there, and read one way. */
  function problem(): string | undefined {
    for (const name of ["name", "birthDate"]) if (value(name) === "") return name;
    const [, first = "", second = ""] = /^(\d{1,2})[^\d]+(\d{1,2})[^\d]/.exec(value("birthDate")) || [];
    const twoWays = first !== "" && Number(first) < 13 && Number(second) < 13 && first !== second;
    return twoWays ? "birthDate" : undefined;
  }

  /** The clinic's code goes along to the next person; nothing else does. */
  function clear(): void {
    const event = value("event");
    short.reset();
    // What a form that came back was filled with, a reset would bring again.
    for (const name of ["caseNumber", "name", "birthDate", "year"]) fill(name, "");
    fill("event", event);
    fill("turn", makeTurn());
    fill("sheet", "");
    show(one("[data-unsent]"), false);
    show(one("[data-needed]"), false);
  }

  function showSlip(code: string): void {
    slip = code;
    const shown = one("[data-code]");
    if (shown) shown.textContent = (code.match(/.{3}/g) || []).join("-");
    show(one("[data-slip]"), code !== "");
    short.hidden = code !== "" || ended;
    scrollTo(0, 0);
    if (code !== "") one("[data-slip] h2")?.focus();
  }

  async function save(): Promise<void> {
    // A form whose answer never came keeps its turn: saved twice, it is one.
    const turn = /^[\w-]{16,64}$/.test(value("turn")) ? value("turn") : makeTurn();
    const code = makeCode(JSON.parse(shape) as Parameters<typeof makeCode>[0]);
    const fields: Record<string, string> = {};
    for (const name of lines) fields[name] = value(name);
    const locale = value("locale") === "es" ? "es" : "en";
    const sealed = await seal(key, turn, { code, agreed: true, locale, event: value("event"), fields });
    await keep({ turn, sealed, at: Date.now(), until: times.until });
    clear();
    showSlip(code);
    await sender.run();
  }

  short.addEventListener("submit", (event) => {
    setMode();
    if (later !== true) {
      put("sending", value("turn"));
      return;
    }
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
  one("[data-next]")?.addEventListener("click", () => {
    showSlip("");
    put("form", undefined);
    const event = encodeURIComponent(value("event"));
    // What waited has gone: the signal carries again, and the next answer comes at once.
    if (isShell && last.kind === "sent") location.replace(`/outreach/form?event=${event}`);
  });
  one("[data-print]")?.addEventListener("click", () => print());
  one("[data-again]")?.addEventListener("click", () => {
    const agreed = short.querySelector<HTMLInputElement>("[name=agreed]");
    // The same form for the same look: what the person said yes to.
    if (agreed) agreed.checked = true;
    put("sending", value("turn"));
    short.submit();
  });
  one("[data-erased-read]")?.addEventListener("click", () => {
    write("erased", undefined)
      .then(tellErased)
      .catch(() => undefined);
  });

  /** Nothing more is taken: the day is over, or the session that the shell was kept for. */
  function end(): void {
    ended = true;
    clear();
    showSlip("");
    show(form, false);
    show(one("[data-expired]"), true);
    show(one("[data-sign-in]"), true);
  }

  /** Looks whether the day is over, or nearly: at the times themselves, and whenever the page is seen again. */
  async function watch(): Promise<void> {
    if (await eraseAtEnd(Date.now())) end();
    await sender.run();
  }
  function watchAt(at: number): void {
    const wait = at - Date.now();
    if (wait > 0 && wait < longestTimerMs) setTimeout(() => void watch().catch(() => undefined), wait);
  }

  async function begin(): Promise<void> {
    if (isShell) {
      const kept = await read("times");
      if (kept) times = kept;
      if (!kept || (await outlived(Number(place.dataset["lasts"])))) end();
    } else await write("times", times);
    const held = await take("form");
    if (held && held.typed) {
      const typed = held.typed;
      for (const name of [...lines, "locale", "event", "turn", "sheet"])
        if (typed[name] !== undefined) fill(name, typed[name]);
      show(one("[data-unsent]"), true);
    }
    if (held && held.slip) showSlip(held.slip);
    watchAt(times.soon);
    watchAt(times.until);
    place.setAttribute("data-ready", "");
    await watch();
    if (!isShell && "serviceWorker" in navigator) await keepShell(JSON.parse(files) as string[]);
  }

  addEventListener("online", () => {
    setMode();
    void sender.run();
  });
  addEventListener("offline", setMode);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) watch().catch(() => undefined);
  });
  document.addEventListener("staff:uncovered", () => void sender.run());
  document.addEventListener("outreach:erase", () => {
    clear();
    showSlip("");
  });
  addEventListener("pagehide", () => {
    if (slip !== "") put("form", { slip });
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) clear();
  });
  setMode();
  // The lock first: what it covers is not shown before.
  const resumed = () => void begin().catch(() => undefined);
  if (document.documentElement.hasAttribute("data-resumed")) resumed();
  else document.addEventListener("outreach:resumed", resumed, { once: true });
}

// Without these there is no queue, and the form works with a signal alone.
if (device && form && window.indexedDB && window.crypto && crypto.subtle && "caches" in window)
  start(device, form);
