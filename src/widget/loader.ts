/**
 * The one line on another site: a button in a corner that opens the chat in a frame from our own origin.
 * It keeps nothing, reads nothing of the page, and its styles and the page's cannot touch each other.
 * A host with a policy allows our origin in script-src and frame-src; nothing else is needed.
 */
import { onShiftThrice } from "./leave.ts";

export interface LoaderWords {
  open: string;
  close: string;
  frame: string;
  newPage: string;
  refused: string;
}

/** The colours of tokens.css that a button on another site wears. */
export interface Theme {
  brand: string;
  onBrand: string;
  ground: string;
}

/** Given by the server around this script. */
declare const CLEARLINE: {
  origins: string[];
  exit: string;
  theme: Theme;
  en: LoaderWords;
  es: LoaderWords;
};

type Style = Partial<Record<string, string>>;

/** Through the style object: a strict policy of the host forbids style attributes and elements. */
function paint(element: HTMLElement, style: Style): void {
  for (const name in style) element.style.setProperty(name, style[name] ?? "", "important");
}

function start(script: HTMLScriptElement): void {
  const origin = new URL(script.src).origin;
  const { locale: asked, position } = script.dataset;
  const speaks =
    asked === "en" || asked === "es" ? asked : document.documentElement.lang || navigator.language;
  const locale = /^es/i.test(speaks) ? "es" : "en";
  const words = CLEARLINE[locale];
  const { theme } = CLEARLINE;
  if (CLEARLINE.origins.indexOf(location.origin) < 0) throw new Error(`${words.refused} ${location.origin}`);

  // The line may stand on a page twice, in its header and in its footer.
  if (document.querySelector("[data-clearline]")) return;
  const host = document.createElement("div");
  host.dataset["clearline"] = "";
  const side = position === "left" ? "left" : "right";
  const level = "2147483000";
  paint(host, { all: "initial", position: "fixed", bottom: "0", [side]: "0", "z-index": level });
  const shadow = host.attachShadow({ mode: "closed" });
  const button = document.createElement("button");
  button.type = "button";
  paint(button, {
    font: "600 17px/1.2 system-ui,sans-serif",
    margin: "16px",
    padding: "0 20px",
    "min-height": "52px",
    "min-width": "52px",
    "max-width": "calc(100vw - 32px)",
    color: theme.onBrand,
    background: theme.brand,
    border: `2px solid ${theme.onBrand}`,
    "border-radius": "26px",
    "box-shadow": "0 2px 12px rgba(0,0,0,.35)",
    cursor: "pointer",
  });
  shadow.append(button);

  let frame: HTMLIFrameElement | null = null;
  let open = false;
  let loaded = false;
  // Before the panel has spoken, its window is not yet of our origin.
  const tell = (what: string) => loaded && frame?.contentWindow?.postMessage({ clearline: what }, origin);

  const small = () => innerWidth < 480 || innerHeight < 420;
  function place(): void {
    button.textContent = open ? words.close : words.open;
    button.setAttribute("aria-expanded", String(open));
    if (frame === null) return;
    const full = small();
    paint(frame, {
      display: open ? "block" : "none",
      position: "fixed",
      bottom: full ? "0" : "84px",
      [side]: full ? "0" : "16px",
      width: full ? "100%" : "400px",
      height: full ? "100%" : "680px",
      "max-height": full ? "none" : "calc(100vh - 100px)",
      border: full ? "0" : "1px solid #7d7869",
      "border-radius": full ? "0" : "14px",
      "box-shadow": "0 4px 24px rgba(0,0,0,.35)",
      background: theme.ground,
      "color-scheme": "light dark",
    });
  }

  function fallBack(): void {
    const link = document.createElement("a");
    link.href = `${origin}/${locale}`;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = words.newPage;
    link.style.cssText = button.style.cssText;
    paint(link, { display: "inline-block", "line-height": "48px" });
    frame?.remove();
    button.replaceWith(link);
    link.focus();
  }

  let ready = 0;
  function createFrame(): void {
    frame = document.createElement("iframe");
    frame.title = words.frame;
    frame.src = `${origin}/panel?locale=${locale}`;
    shadow.insertBefore(frame, button);
    // A policy of the host or a blocker may keep the frame away; then the chat opens as a page of its own.
    ready = window.setTimeout(fallBack, 15_000);
  }

  function toggle(): void {
    open = !open;
    if (frame === null) createFrame();
    place();
    if (open) {
      frame?.focus();
      tell("open");
    } else button.focus();
  }

  button.onclick = toggle;
  addEventListener("resize", place);
  onShiftThrice(window, () => open && tell("leave"));
  addEventListener("keydown", (event) => {
    if (open && event.key === "Escape") toggle();
  });
  // While the panel covers a small screen, nothing behind it takes the focus.
  document.addEventListener("focusin", (event) => {
    if (open && small() && event.target !== host) frame?.focus();
  });
  addEventListener("securitypolicyviolation", (event) => {
    if (frame !== null && event.disposition !== "report" && event.blockedURI.indexOf(origin) === 0) {
      clearTimeout(ready);
      fallBack();
    }
  });
  addEventListener("message", (event) => {
    if (frame === null || event.source !== frame.contentWindow || event.origin !== origin) return;
    const said = (event.data as { clearline?: unknown } | null)?.clearline;
    if (said === "ready") {
      clearTimeout(ready);
      loaded = true;
      if (open) tell("open");
    } else if (said === "close" && open) toggle();
    else if (said === "leave") {
      document.documentElement.hidden = true;
      location.replace(CLEARLINE.exit);
    }
  });
  place();
  // Beside the body: what the page does to its body, hiding, turning or replacing it, does not reach us there.
  document.documentElement.append(host);
}

const script = document.currentScript as HTMLScriptElement;
// Async, the line may run before there is a body.
if (document.body) start(script);
else addEventListener("DOMContentLoaded", () => start(script));
