/**
 * Opening without a connection: the service worker is set up once somebody answers, and goes when they leave quickly.
 * Until then a visit leaves nothing behind.
 */

const workers = () => (navigator as Partial<Navigator>).serviceWorker;

/** Sets it up; where it cannot be, the page works as before. */
export function keepForOffline(): void {
  const container = workers();
  if (container !== undefined) container.register("/sw.js").catch(() => {});
}

/** Was the page opened from a phone's own screen, as a program of its own? */
export const isInstalled = () => matchMedia("(display-mode: standalone)").matches;

/** Takes away what it kept. */
export function dropOffline(): void {
  const container = workers();
  if (container === undefined) return;
  const gone = container.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())));
  const emptied = caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
  Promise.all([gone, emptied]).catch(() => {});
}
