/**
 * The shell that the pages under /staff and /outreach share. To add a page:
 * 1. `new Hono<StaffEnv>()`, `app.use(requireStaff(deps, { roles }))`, `app.get("/", (c) => showPage(c, deps, { heading: key }, <…/>))`;
 * 2. mount it in staff/routes.ts or outreach/routes.tsx, add its entry to navigation.ts, its words to locales/{en,es}/staff.json;
 * 3. its plain forms post to our own paths (`fieldsOf`); acts take `c.var.staff` as actor and call `recordStaffView` for each person seen.
 */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { pinCheckFor, sessionMark } from "../acts/staff/pin-check.ts";
import type { StaffLocale, SignedIn } from "../acts/staff/types.ts";
import { idleMs } from "../acts/staff/types.ts";
import { requestLocale } from "../http/errors.ts";
import { browserAssets } from "../pages/assets.ts";
import { Document } from "../pages/document.tsx";
import { navigationFor } from "./navigation.ts";
import { staffOf, type StaffDeps, type StaffEnv } from "./types.ts";

export type Word = (key: string, params?: Record<string, string | number>) => string;

export interface PageOptions {
  /** Key of the first heading and of the document's title. */
  heading: string;
  params?: Record<string, string | number>;
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 423 | 429 | 500;
  /** Names of further scripts and styles in the bundle, such as "outreach.js". */
  scripts?: readonly string[];
  styles?: readonly string[];
  /** Address of a manifest, where the page can be installed. */
  manifest?: string;
  /** As wide as the screen: tables, charts. */
  wide?: boolean;
  /** With the lock alone above it: someone else looks at the screen too. */
  slim?: boolean;
}

/** The language of a request: of who is signed in, else as asked for in the address, else of whom it is for. */
export function localeOf(c: Context<StaffEnv>): StaffLocale {
  const asked = c.req.query("locale");
  const known = c.get("locale") as StaffLocale | undefined;
  return staffOf(c)?.locale ?? (asked === "en" || asked === "es" ? asked : (known ?? requestLocale(c)));
}

/** The words of this request. */
export function wordsOf(c: Context<StaffEnv>, { copy }: StaffDeps): Word {
  const locale = localeOf(c);
  return (key, params) => copy.text(key, locale, params);
}

/** Where this page stands, with its query: to come back to. */
export function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** Path, or the first of a path's parts that is in the navigation, for `aria-current`. */
function currentEntry(path: string, entries: readonly { path: string }[]): string | undefined {
  return (
    entries
      // The home page is above all others, and names none of them.
      .filter(({ path: at }) => path === at || (at !== "/staff" && path.startsWith(`${at}/`)))
      .sort((a, b) => b.path.length - a.path.length)[0]?.path
  );
}

interface BarProps {
  deps: StaffDeps;
  staff: SignedIn;
  to: string;
  word: Word;
}

function SlimBar({ deps, to, word }: BarProps) {
  return (
    <header class="staff-bar">
      <div class="staff-line">
        <span class="staff-org">{deps.services.config.org.name}</span>
        <form method="post" action="/staff/lock" data-lock>
          <input type="hidden" name="to" value={to} />
          <button class="button quiet">{word("staff.lock.now")}</button>
        </form>
      </div>
    </header>
  );
}

function Bar({ deps, staff, to, word }: BarProps) {
  const entries = navigationFor(staff.role);
  const current = currentEntry(to.split("?")[0] ?? "", entries);
  const other = staff.locale === "en" ? "es" : "en";
  return (
    <header class="staff-bar">
      <div class="staff-line">
        <span class="staff-org">{deps.services.config.org.name}</span>
        <a class="staff-who" href="/staff/account">
          {staff.name || staff.email}
          <small>
            {word(`staff.role.${staff.role}`)} · {word("account.title")}
          </small>
        </a>
        <form method="post" action="/staff/language">
          <input type="hidden" name="to" value={to} />
          <button class="button quiet" name="locale" value={other} lang={other}>
            {word("staff.otherLanguage")}
          </button>
        </form>
        <form method="post" action="/staff/lock" data-lock>
          <input type="hidden" name="to" value={to} />
          <button class="button quiet">{word("staff.lock.now")}</button>
        </form>
        <form method="post" action="/staff/sign-out">
          <button class="button quiet">{word("staff.signOut")}</button>
        </form>
      </div>
      <nav aria-label={word("staff.nav.label")}>
        <ul>
          {entries.map((entry) => (
            <li>
              <a href={entry.path} aria-current={entry.path === current ? "page" : undefined}>
                {word(entry.word)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Links to the other language, for pages before signing in. */
function LanguageLink({ c, word }: { c: Context<StaffEnv>; word: Word }) {
  const other = localeOf(c) === "en" ? "es" : "en";
  const url = new URL(c.req.url);
  url.searchParams.set("locale", other);
  return (
    <a class="button quiet" href={url.pathname + url.search} lang={other} hreflang={other}>
      {word("staff.otherLanguage")}
    </a>
  );
}

/**
 * Answers with a page in the shell: with bar and navigation when somebody is signed in, plain otherwise.
 */
export async function showPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  options: PageOptions,
  children: Child,
): Promise<Response> {
  const { config } = deps.services;
  const staff = staffOf(c);
  const word = wordsOf(c, deps);
  const assets = await browserAssets(config.theme);
  const at = (name: string) => assets.get(name)?.path ?? "";
  const to = addressOf(c);
  const area = to.startsWith("/outreach") ? "outreach" : "staff";
  const title = word(options.heading, options.params);
  c.header("cache-control", "no-store");
  return c.html(
    <Document
      locale={localeOf(c)}
      title={`${title} · ${config.org.name}`}
      style={at("staff.css")}
      {...(staff ? { script: at("staff.js") } : {})}
      head={
        <>
          <meta name="robots" content="noindex" />
          {options.manifest === undefined ? null : <link rel="manifest" href={options.manifest} />}
          {(options.styles ?? []).map((name) => (
            <link rel="stylesheet" href={at(name)} />
          ))}
          {staff && area === "outreach" ? <script src={at(lockScript)} defer></script> : null}
          {(options.scripts ?? []).map((name) => (
            <script src={at(name)} defer></script>
          ))}
        </>
      }
      bodyClass={`staff ${area}${options.wide === true ? " wide" : ""}`}
    >
      {staff ? (
        <>
          <a class="staff-skip button" href="#main">
            {word("staff.skip")}
          </a>
          {options.slim === true ? (
            <SlimBar deps={deps} staff={staff} to={to} word={word} />
          ) : (
            <Bar deps={deps} staff={staff} to={to} word={word} />
          )}
          <Cover
            idle={idleMs[area]}
            to={to}
            word={word}
            {...(area === "outreach" ? { device: await deviceLock(deps, staff, "page") } : {})}
          />
        </>
      ) : (
        <header class="staff-bar">
          <div class="staff-line">
            <span class="staff-org">{config.org.name}</span>
            {c.req.method === "GET" ? <LanguageLink c={c} word={word} /> : null}
          </div>
        </header>
      )}
      <main id="main" class="staff-main" tabindex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </Document>,
    options.status ?? 200,
  );
}

/** The script of pages that can be opened by the PIN with no signal. */
export const lockScript = "outreachLock.js";

/** What the cover of such a page is given. */
export interface DeviceLock {
  mark: string;
  check: string | undefined;
  shell: boolean;
}

/** @param kind "shell" for what a device stores, "page" for what stands in its memory. */
export async function deviceLock(
  { services }: StaffDeps,
  { id, session }: SignedIn,
  kind: "page" | "shell",
): Promise<DeviceLock> {
  const [mark, check] = [await sessionMark(services, session), await pinCheckFor(services, id, kind)];
  return { mark, check, shell: kind === "shell" };
}

/** What the script shows in place of the page after a while without input. Without script the server alone locks. */
export function Cover(props: { idle: number; to: string; word: Word; device?: DeviceLock }) {
  const { idle, to, word, device } = props;
  return (
    <div
      class="staff-cover"
      role="main"
      data-cover
      data-idle={String(idle)}
      data-mark={device?.mark}
      data-check={device?.check}
      data-shell={device?.shell === true ? "" : undefined}
      hidden
    >
      <div class="staff-cover-title" role="heading" aria-level={1}>
        <span role="status">{word("staff.lock.title")}</span>
      </div>
      {device === undefined ? null : (
        <>
          <p class="notice" data-away role="alert" hidden>
            {word("staff.lock.away")}
          </p>
          <div data-shut role="alert" hidden>
            <p class="notice">{word("staff.lock.shut")}</p>
            <p>
              <a class="button main" href="/staff/sign-in?to=/outreach/form">
                {word("staff.signIn.title")}
              </a>
            </p>
          </div>
        </>
      )}
      <PinForm to={to} word={word} id="cover-pin" />
    </div>
  );
}

/** The PIN, and a way out for the next person on the same device. */
export function PinForm(props: { to: string; word: Word; id: string; wrong?: boolean; focus?: boolean }) {
  const { to, word, id, wrong = false, focus = false } = props;
  return (
    <>
      <p class="notice" data-wrong hidden={!wrong} role="alert">
        {word("staff.lock.wrong")}
      </p>
      <form method="post" action="/staff/unlock" class="staff-form" data-unlock>
        <input type="hidden" name="to" value={to} />
        <label for={id}>{word("staff.pin")}</label>
        <input
          id={id}
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="off"
          pattern="[0-9]{4,6}"
          maxlength={6}
          autofocus={focus}
          required
        />
        <button class="button main">{word("staff.lock.open")}</button>
      </form>
      <form method="post" action="/staff/hand-over">
        <button class="button quiet">{word("staff.lock.other")}</button>
      </form>
    </>
  );
}
