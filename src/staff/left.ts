/**
 * In the browser, on the page to sign in: drops what the session before left on the device, and asks other tabs to look
 * whether theirs is over. Forms that wait for a signal stay: they are sealed for the server alone, and people hold their slips.
 */
import { tabs } from "./tabs.ts";

async function dropCaches(): Promise<void> {
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) if (name.indexOf("outreach") === 0) await caches.delete(name);
}

try {
  sessionStorage.clear();
} catch {
  // A browser that stores nothing has nothing to drop.
}
dropCaches().catch(() => undefined);
tabs()?.postMessage("left");
