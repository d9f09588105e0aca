/**
 * The service worker of /outreach: with no signal, or one that does not carry, it shows the short form's empty shell in place
 * of any page there, with its scripts and styles. It stores nothing else: no page with a person on it, no answer. What one
 * page hands to the next stands in its memory (hold.ts).
 */
import { cacheName, eraseAtEnd, shell } from "./shell.ts";

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

const formPath = "/outreach/form";
/** As long as a person waits for a page; a form may have been looked up meanwhile, which takes longer. */
const pageMs = 12_000;
const formMs = 20_000;
const heldMs = 2 * 60_000;

/** What pages say to it. */
interface Said {
  put?: string;
  value?: unknown;
  take?: string;
  claim?: boolean;
}

const held = new Map<string, { value: unknown; at: number }>();

/** The kept shell, while the event is on. */
async function keptShell(): Promise<Response | undefined> {
  if (!(await caches.has(cacheName))) return undefined;
  if (await eraseAtEnd(Date.now()).catch(() => false)) return undefined;
  return (await caches.open(cacheName)).match(shell);
}

/** What the network answers within a time. */
function answerIn(request: Request, ms: number): Promise<Response | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), ms);
    void fetch(request)
      .then(resolve, () => resolve(undefined))
      .then(() => clearTimeout(late));
  });
}

/** Did our server say it? Not a proxy whose server is gone, nor a portal that wants to be greeted first. */
const ours = (answer: Response) => answer.headers.has("clearline-page");

/** Back asks the browser's memory alone, where nothing of ours is: the server is asked in its place. */
function anew(request: Request): Request {
  if (request.cache !== "only-if-cached" && request.cache !== "force-cache") return request;
  return new Request(request.url, {
    credentials: "same-origin",
    redirect: "manual",
    headers: { accept: "text/html" },
  });
}

async function page(request: Request): Promise<Response> {
  const kept = await keptShell();
  if (!kept) return fetch(request);
  const { pathname } = new URL(request.url);
  if (pathname === shell) return kept;
  const answer = await answerIn(anew(request), pageMs);
  if (!answer || !(answer.type === "opaqueredirect" || ours(answer))) return kept;
  // The server went on from the form: its lines have arrived. A page that may show a form takes them itself.
  if (pathname !== formPath && answer.type !== "opaqueredirect") held.delete("form");
  return answer;
}

/**
 * A form that gets no answer is not lost to the browser's error page: the shell goes on with its lines. Of a form that a page has
 * just announced, that is: Back and reload bring an earlier person's to life again, and theirs is over.
 */
async function posted(request: Request): Promise<Response> {
  const kept = await keptShell();
  if (!kept) return fetch(request);
  const isForm = new URL(request.url).pathname === formPath;
  const lines = isForm ? await request.clone().text() : "";
  const answer = await answerIn(request, formMs);
  const typed: Record<string, string> = {};
  new URLSearchParams(lines).forEach((value, name) => (typed[name] = value));
  const fresh = isForm && given("sending") === typed["turn"];
  // Where a redirect leads is not told here: to the answer, to signing in, or to a portal. Until a page of ours has come,
  // the lines are held.
  const leads = answer && answer.type === "opaqueredirect";
  if (fresh && (!answer || leads || !ours(answer) || answer.status >= 500))
    held.set("form", { value: { typed }, at: Date.now() });
  if (answer && (leads || (ours(answer) && (!isForm || answer.status < 500)))) return answer;
  return Response.redirect(isForm && !fresh ? formPath : shell, 303);
}

/** What a page has left, once, while it is fresh. */
function given(slot: string): unknown {
  const found = held.get(slot);
  held.delete(slot);
  return found && Math.abs(Date.now() - found.at) < heldMs ? found.value : undefined;
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) || fetch(request);
}

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => (event as Lasting).waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const { data, ports } = event as MessageEvent<Said>;
  if (data.claim === true) void self.clients.claim();
  if (data.put !== undefined) {
    if (data.value === undefined) held.delete(data.put);
    else held.set(data.put, { value: data.value, at: Date.now() });
  }
  if (data.take !== undefined) ports[0]?.postMessage(given(data.take));
});
self.addEventListener("fetch", (event) => {
  const fetched = event as Fetched;
  const { request } = fetched;
  if (request.mode === "navigate") {
    if (request.method === "GET") fetched.respondWith(page(request));
    else if (request.method === "POST") fetched.respondWith(posted(request));
  } else if (request.method === "GET" && new URL(request.url).pathname.startsWith("/static/"))
    fetched.respondWith(file(request));
});
