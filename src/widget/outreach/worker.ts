/**
 * The service worker of /outreach: with no signal it shows the short form's empty shell in place of any page there, with
 * its scripts and styles. It keeps nothing else: no page with a person on it, no answer.
 */
interface Fetched extends Event {
  request: Request;
  respondWith(response: Promise<Response> | Response): void;
}
interface Lasting extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
declare const self: {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: Event) => void): void;
};

const cacheName = "outreach-shell";
const shell = "/outreach/offline";

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(cacheName)).match(shell);
    if (kept) return kept;
    throw error;
  }
}

async function file(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(request);
  return kept || fetch(request);
}

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => (event as Lasting).waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const fetched = event as Fetched;
  const { request } = fetched;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") fetched.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("/static/")) fetched.respondWith(file(request));
});
