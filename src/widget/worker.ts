/**
 * The service worker: lets the page open where there is no connection, and nothing else. It keeps an empty page in
 * each language and the files that page loads; what anybody said is never in it. A page that opens this way shows
 * what the tab remembers and sends what is unsent once the connection is back.
 */

/** Given by the server around this script. */
declare const CLEARLINE: {
  /** Changes with any of the files. */
  version: string;
  /** Empty pages by language. */
  pages: Record<"en" | "es", string>;
  files: string[];
};

interface Waits {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Waits {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Scope {
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listen: (event: Waits) => void): void;
  addEventListener(type: "fetch", listen: (event: Fetching) => void): void;
}

/** A connection that says nothing for so long, in milliseconds, is none. */
const patience = 10_000;
const { version, pages, files } = CLEARLINE;
const scope = self as unknown as Scope;

/** The empty page that stands in for an address; undefined where none does. */
function emptyPage(path: string): string | undefined {
  if (path === "/en" || path === "/es") return pages[path === "/es" ? "es" : "en"];
  return path === "/" ? pages[/^es/i.test(navigator.language) ? "es" : "en"] : undefined;
}

const kept = (path: string) => caches.match(path).then((found) => found || Response.error());

function late(path: string): Promise<Response> {
  return new Promise((resolve) => setTimeout(() => resolve(kept(path)), patience));
}

scope.addEventListener("install", (event) => {
  const all = [pages.en, pages.es].concat(files);
  event.waitUntil(
    caches
      .open(version)
      .then((cache) => cache.addAll(all))
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener("activate", (event) => {
  const drop = (names: string[]) =>
    Promise.all(
      names
        .filter((name) => name !== version && name !== "outreach-shell")
        .map((name) => caches.delete(name)),
    );
  event.waitUntil(caches.keys().then(drop));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const page = request.mode === "navigate" ? emptyPage(pathname) : undefined;
  if (page !== undefined) {
    event.respondWith(Promise.race([fetch(request).catch(() => kept(page)), late(page)]));
  } else if (files.indexOf(pathname) >= 0) {
    event.respondWith(caches.match(pathname).then((found) => found || fetch(request)));
  }
});
