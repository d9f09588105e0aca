/**
 * The short form's empty shell on the device, with the server's public key in it: kept while the event is on, so that the form opens
 * with no signal.
 */
import { read, waiting, write } from "./store.ts";

export const cacheName = "outreach-shell";
export const shell = "/outreach/offline";
const keptAt = "/outreach/kept-at";

/** Somebody signs out: nothing is kept any more. */
const leaving = () => document.documentElement.hasAttribute("data-leaving");

/** Keeps the shell and its files for when there is no signal; what it kept of an older build goes. */
export async function keepShell(files: string[]): Promise<void> {
  await navigator.serviceWorker.register("/outreach/worker.js", { scope: "/outreach" });
  const { active } = await navigator.serviceWorker.ready;
  // A page that was loading while the worker woke up is nobody's yet.
  if (active && !navigator.serviceWorker.controller) active.postMessage({ claim: true }, []);
  const page = await fetch(shell, { credentials: "same-origin" });
  if (!page.ok || page.redirected || leaving()) return;
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
  if (leaving()) await caches.delete(cacheName);
}

/** Was the shell kept for as long as a session lasts? It takes no more forms then. */
export async function outlived(lastsMs: number): Promise<boolean> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(keptAt);
  const since = kept ? Number(await kept.text()) : 0;
  return Date.now() - since >= lastsMs;
}

/**
 * At the end of the event's day shell, key and what still waits leave the device.
 * @returns whether that is so.
 */
export async function eraseAtEnd(now: number): Promise<boolean> {
  const times = await read("times");
  if (times && now < times.until) return false;
  await caches.delete(cacheName);
  await waiting(now);
  if (times) await write("times", undefined);
  return true;
}
