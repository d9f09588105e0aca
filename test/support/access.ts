/**
 * Who may come to which address: one line a route. A route that is not here fails test/promises/staff-access.test.ts.
 *
 * To add a route:
 * 1. a line: `["GET /staff/new-page", reviewers]`. Who is named is let in and nobody else is; whoever is not signed in
 *    goes to the sign-in, a locked session sees the lock.
 * 2. for a POST, a form that really does something: it is sent for whoever is not let in, and nothing may change; and by
 *    the first role of those who are, and something must. `still: true` where a right form changes nothing.
 * 3. where the address has parameters, what stands for them: `params` below, by the address up to the parameter.
 */
import type { Role } from "../../src/acts/staff/types.ts";
import { queueKey } from "../../src/acts/outreach/queueKey.ts";
import { admins, everyone, reviewers } from "../../src/staff/navigation.ts";
import { keepWait, type DeskWorld, type Visitor } from "./deskWorld.ts";
import { sealAsDevice } from "./device.ts";
import { crowd, loadList } from "./list.ts";

type Fields = Record<string, string>;

export interface LineOptions {
  /** What a POST sends. */
  form?: Fields | ((world: DeskWorld) => Fields);
  /** In place of a form. */
  json?: (world: DeskWorld) => Promise<object>;
  /** In place of a form: one file of this text, as `file`. */
  file?: string;
  /** A right form changes nothing. */
  still?: true;
  /** What those who are let in are answered, where the form needs a secret that no test person has. */
  answer?: number;
  /** What must be there before the form does something. */
  before?: (world: DeskWorld) => Promise<void>;
  /** The address with its parameters filled, where `params` is not meant. */
  at?: (world: DeskWorld) => string;
}

/**
 * Roles that are let in; "everyone" where being signed in makes no difference; or the status each visitor gets where the
 * page finds out by itself.
 */
export type Access = readonly Role[] | "everyone" | Record<Visitor, number>;
export type Line = readonly [route: `${"GET" | "POST"} /${string}`, access: Access, options?: LineOptions];

/** What stands for the parameters of an address, by the address up to and with the parameter. */
export const params: Record<string, (world: DeskWorld) => string> = {
  "/staff/invitation/:token": ({ invitation }) => invitation,
  "/staff/events/:id": ({ event }) => event,
  "/staff/lists/import/:id": ({ upload }) => upload,
  "/staff/people-waiting/:id": ({ handoff }) => handoff,
  "/steps/:code": ({ code }) => code,
  "/static/:file": () => "none.js",
  "/preview/:area?": () => "",
};

const clinic: Fields = {
  code: "CLINIC77",
  place: "Central Library",
  day: "2026-05-02",
  from: "10:00",
  to: "13:00",
  languages: "en",
  booking: "",
  shown: "yes",
};
const sheet = "name,birth date,phone,language,consent\r\nPrudence Oakenshaw,1970-03-04,,English,yes\r\n";
const ofPerson =
  (more: Fields) =>
  ({ person }: DeskWorld) => ({ person, after: "", turn: "turn-0001", ...more });
/** Signed in or not, the lock answers for itself. */
const session = (nobody: number, open: number, locked: number): Record<Visitor, number> => ({
  nobody,
  worker: open,
  reviewer: open,
  admin: open,
  disabled: nobody,
  locked,
});

async function twoVersions({ app: { services } }: DeskWorld): Promise<void> {
  for (const n of [3, 4])
    await loadList(services, { id: "list-a", announced: "2020-02-13", records: crowd(n) });
}

export const lines: readonly Line[] = [
  // Probes and webhooks: a session makes no difference.
  ["GET /healthz", "everyone"],
  ["GET /readyz", "everyone"],
  ["POST /webhooks/sms", "everyone"],
  ["POST /webhooks/sms/status", "everyone"],
  ["POST /webhooks/voice", "everyone"],
  ["POST /webhooks/chat", "everyone"],
  ["POST /webhooks/chat/carry", "everyone"],

  // The public's pages and files.
  ["GET /", "everyone"],
  ["POST /", "everyone"],
  ["GET /en", "everyone"],
  ["POST /en", "everyone"],
  ["GET /es", "everyone"],
  ["POST /es", "everyone"],
  ["GET /panel", "everyone"],
  ["POST /panel", "everyone"],
  ["GET /preview/:area?", "everyone"],
  ["GET /offline/en", "everyone"],
  ["GET /offline/es", "everyone"],
  ["GET /sw.js", "everyone"],
  ["GET /widget.js", "everyone"],
  ["GET /static/:file", "everyone"],
  ["GET /favicon.ico", "everyone"],
  ["GET /manifest.webmanifest", "everyone"],
  ["GET /steps/:code", "everyone"],
  ["POST /steps/:code", "everyone", { at: () => "/steps/none" }],

  // Doors.
  ["GET /staff/sign-in", "everyone"],
  ["POST /staff/sign-in", "everyone"],
  ["GET /staff/sign-in/code", "everyone"],
  ["POST /staff/sign-in/code", "everyone"],
  ["GET /staff/sign-in/passkey", "everyone"],
  ["POST /staff/sign-in/passkey", "everyone"],
  ["POST /staff/sign-in/passkey/options", "everyone"],
  ["POST /staff/sign-out", "everyone"],
  ["POST /staff/hand-over", "everyone"],
  ["GET /staff/invitation/:token", "everyone"],
  ["POST /staff/invitation/:token", "everyone"],
  ["GET /staff/invitation/:token/code", "everyone"],
  ["POST /staff/invitation/:token/code", "everyone"],
  ["POST /staff/lock", session(303, 303, 303)],
  ["GET /staff/unlock", session(303, 303, 303)],
  ["POST /staff/unlock", session(303, 303, 423), { form: { pin: "0000" } }],
  ["POST /staff/seen", session(401, 204, 423), { form: { at: "/staff" } }],

  // The desk.
  ["GET /staff", everyone],
  ["POST /staff/language", everyone, { form: { locale: "es" } }],
  ["GET /staff/account", everyone],
  ["GET /staff/account/password", everyone],
  ["GET /staff/account/pin", everyone],
  ["GET /staff/account/phone", everyone],
  ["GET /staff/account/codes", everyone],
  // With a wrong password each counts a try.
  [
    "POST /staff/account/password",
    everyone,
    { form: { current: "none", password: "nine cold herons" }, answer: 400 },
  ],
  ["POST /staff/account/pin", everyone, { form: { current: "none", pin: "4821" }, answer: 400 }],
  ["POST /staff/account/phone", everyone, { form: { current: "none" }, answer: 400 }],
  ["POST /staff/account/codes", everyone, { form: { current: "none" }, answer: 400 }],
  ["GET /staff/account/phone/code", everyone],
  [
    "POST /staff/account/phone/code",
    everyone,
    { form: { sealed: "none", code: "000000" }, still: true, answer: 410 },
  ],
  ["GET /staff/account/passkeys", everyone],
  ["GET /staff/account/passkeys/remove", everyone],
  ["POST /staff/account/passkeys/options", everyone, { form: { current: "none" }, answer: 400 }],
  [
    "POST /staff/account/passkeys",
    everyone,
    { form: { name: "Phone", response: "{}" }, still: true, answer: 400 },
  ],
  ["POST /staff/account/passkeys/remove", everyone, { form: { id: "AA", current: "none" }, answer: 400 }],
  ["POST /staff/account/language", everyone, { form: { locale: "es" } }],
  ["POST /staff/account/sessions", everyone, { still: true }],
  ["GET /staff/events", reviewers],
  ["GET /staff/events/new", reviewers],
  ["POST /staff/events/new", reviewers, { form: clinic }],
  ["GET /staff/events/:id", reviewers],
  ["POST /staff/events/:id", reviewers, { form: clinic }],
  ["GET /staff/events/:id/poster", reviewers],
  ["GET /staff/events/:id/sheet", reviewers],
  ["POST /staff/events/:id/sheet", reviewers, { file: sheet }],
  ["POST /staff/events/:id/sheet/erase", reviewers],
  ["GET /staff/numbers", reviewers],
  ["GET /staff/numbers/time", reviewers],
  ["GET /staff/numbers/matching", reviewers],
  ["GET /staff/numbers/limits", reviewers],
  ["GET /staff/numbers/later", reviewers],
  ["GET /staff/numbers/follow-ups", reviewers],
  ["GET /staff/numbers/file", reviewers],
  ["GET /staff/lists", admins],
  ["GET /staff/lists/quality", admins],
  ["POST /staff/lists", admins, { before: twoVersions, form: { do: "back", list: "list-a", sure: "yes" } }],
  ["POST /staff/lists/quality", admins, { before: twoVersions, form: { list: "list-a" } }],
  ["GET /staff/lists/import", admins],
  ["GET /staff/lists/import/:id", admins],
  ["GET /staff/lists/import/:id/rejected.csv", admins],
  // Without an id nothing is taken in; a whole upload is in test/browser/listImport.test.ts.
  ["POST /staff/lists/import", admins, { file: "none", still: true, answer: 400 }],
  ["POST /staff/lists/import/:id/cancel", admins],
  ["GET /staff/switch", admins],
  ["POST /staff/switch", admins, { form: { do: "turn", mode: "off", sure: "yes" } }],
  ["GET /staff/outbox", admins],
  ["GET /staff/copy", admins],
  ["GET /staff/copy/sheet", admins],
  ["GET /staff/hours", admins],
  ["POST /staff/hours", admins, { form: { do: "closed", from: "2031-07-04" } }],
  ["GET /staff/audit", admins],
  ["GET /staff/people", admins],
  ["POST /staff/people", admins, { form: { do: "invite", email: "new@staff.example", role: "admin" } }],

  // Who waits for a person.
  ["GET /staff/people-waiting", reviewers],
  ["POST /staff/people-waiting/export", admins],
  ["GET /staff/people-waiting/:id", reviewers],
  ["POST /staff/people-waiting/:id/claim", reviewers],
  [
    "POST /staff/people-waiting/:id/release",
    reviewers,
    { at: ({ claimed }) => `/staff/people-waiting/${claimed}/release` },
  ],
  ["POST /staff/people-waiting/:id/note", reviewers, { form: { note: "Called twice." } }],
  ["POST /staff/people-waiting/:id/decide", reviewers, { form: verdict }],
  ["POST /staff/people-waiting/:id/text", reviewers, { form: { template: "personReady" } }],
  ["POST /staff/people-waiting/:id/close", reviewers, { form: { how: "helped" } }],
  [
    "POST /staff/people-waiting/:id/reopen",
    reviewers,
    { at: ({ closed }) => `/staff/people-waiting/${closed}/reopen` },
  ],

  // The clinic table.
  ["GET /outreach", everyone],
  ["GET /outreach/sheet", everyone],
  ["POST /outreach/sheet/event", everyone, { form: { event: "" } }],
  ["POST /outreach/sheet/next", everyone],
  ["GET /outreach/sheet/person", everyone],
  ["POST /outreach/sheet/person", everyone, { form: { state: "done" } }],
  ["POST /outreach/sheet/begin", everyone, { form: { how: "ask" } }],
  ["POST /outreach/sheet/again", everyone],
  ["GET /outreach/hand", session(303, 303, 423)],
  ["POST /outreach/hand", session(303, 303, 423), { form: ofPerson({ choice: "agree" }) }],
  ["POST /outreach/start", everyone, { form: { locale: "es" } }],
  ["GET /outreach/person", everyone],
  ["POST /outreach/person", everyone, { form: ofPerson({ choice: "agree" }) }],
  ["POST /outreach/hand-over", everyone, { form: ofPerson({}) }],
  ["POST /outreach/next", everyone, { form: ofPerson({ locale: "en" }) }],
  ["POST /outreach/send", everyone, { form: ofPerson({ phone: "213 555 0142", agreed: "yes" }) }],
  ["GET /outreach/print", everyone],
  ["POST /outreach/code", everyone, { form: ofPerson({}) }],
  ["GET /outreach/form", everyone],
  ["POST /outreach/form", everyone, { form: { agreed: "yes", name: "Al Poe", turn: "form-turn-now" } }],
  ["GET /outreach/waits", everyone],
  ["POST /outreach/waits/open", everyone, { before: waits, form: ({ closed: id }) => ({ id }) }],
  ["POST /outreach/waits/close", everyone, { before: waits, form: ({ closed: id }) => ({ id }) }],
  ["GET /outreach/worker.js", "everyone"],
  ["GET /outreach/manifest.webmanifest", "everyone"],
  ["GET /outreach/offline", everyone],
  ["POST /outreach/queue", everyone, { json: queued }],
];

function waits(world: DeskWorld): Promise<void> {
  return keepWait(world, world.closed);
}

/** A verdict about a match that was shown: its sign is sealed. */
function verdict({ app: { services }, handoff }: DeskWorld): Fields {
  const shown = { record: Buffer.alloc(32, 7).toString("base64url"), machine: "possible", weight: 12 };
  const sign = services.sealer.sealJson("staff", `handoff_match/${handoff}`, shown).toString("base64url");
  return { sign, verdict: "theirs" };
}

async function queued({ app: { services } }: DeskWorld): Promise<object> {
  const turn = "queued-turn-0001";
  const form = { code: "7KX2MP9QT", agreed: true, locale: "en", fields: { name: "Al Poe" } };
  return { turn, sealed: sealAsDevice(await queueKey(services), turn, form) };
}

/** The address of a line, its parameters filled. @throws where nothing stands for one. */
export function addressOf([route, , { at } = {}]: Line, world: DeskWorld): string {
  if (at) return at(world);
  const path = route.slice(route.indexOf("/"));
  const pattern = Object.keys(params).find((one) => path === one || path.startsWith(`${one}/`));
  const filled = pattern === undefined ? path : path.replace(/:\w+\??/, params[pattern]?.(world) ?? "");
  if (filled.includes(":")) throw new Error(`nothing stands for the parameter of ${route}: see params`);
  return filled;
}
