/**
 * The web's face: the page at `/`, `/en` and `/es`, the panel for other sites, and what they load. Every form
 * works without JavaScript; no transcript is kept here, so an answer shows what was just said and what follows.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { languageDetector } from "hono/language";
import type { Child } from "hono/jsx";
import { readSteps } from "../../acts/read-steps.ts";
import type { Services } from "../../acts/services.ts";
import type { Copy } from "../../copy/copy.ts";
import { clientAddress, type ServerEnv } from "../../http/address.ts";
import { readEventCode } from "../../acts/events/code.ts";
import { formOf } from "../../http/form.ts";
import { assertOpen } from "../../http/gate.ts";
import { errorCode } from "../../http/log.ts";
import { pageHeaders, panelHeaders, refusalHeaders } from "../../http/headers.ts";
import { createTakeCarry } from "./carry.ts";
import { offlineRoutes } from "./offline.tsx";
import { CarryPage } from "./page/carry.tsx";
import { Page, Panel } from "./page/document.tsx";
import { readForm, type SubmittedForm } from "./page/form.ts";
import { Left, Refusal } from "./page/notices.tsx";
import { TakeAwayPage } from "./page/takeAway.tsx";
import type { ChatView, Locale, PageContext } from "./page/types.ts";
import { staticRoutes } from "./static.ts";
import { staticFiles } from "./staticFiles.ts";
import type { TakeChat } from "./turn.ts";
import type { ChatReply } from "./types.ts";

export interface WebPagesDeps {
  services: Services;
  copy: Copy;
  /** Takes one turn: the same that the JSON webhook takes. */
  turn: TakeChat;
}

const bodyBytesMax = 32 * 1024;
/** Spent, the request is cancelled. */
const besideMs = 8_000;
type Screen = typeof Page;
type PageStatus = 200 | 403 | 500 | 503;
type Taken = { reply?: ChatReply; fault?: string; status: PageStatus };
type PageHandler = (c: Context<ServerEnv>, locale: Locale) => Promise<Response>;

/** The site that wants to frame us, where it says so; undefined says nothing either way. */
function framingOrigin(c: Context): string | undefined {
  if (c.req.header("sec-fetch-dest") !== "iframe") return undefined;
  const referrer = c.req.header("referer") ?? "";
  return URL.canParse(referrer) ? new URL(referrer).origin : undefined;
}

/** Routes for the pages, the panel and their files. */
export function createWebPages({ services, copy, turn }: WebPagesDeps): Hono<ServerEnv> {
  const { config, runtime, log } = services;
  const app = new Hono<ServerEnv>();
  const own = new URL(config.publicUrl).origin;

  const from = (c: Context<ServerEnv>) => ({ address: clientAddress(c, config.trustedProxies) });

  /** A page is shown whatever the database does; without an answer it claims nothing. */
  async function isSample(): Promise<boolean> {
    if (config.lookups === "off") return false;
    return services.versions.current().then(
      (versions) => versions.some((version) => version.list.sample),
      () => false,
    );
  }

  async function context(): Promise<PageContext> {
    const { paths, theme } = await staticFiles(config);
    return { config, copy, paths, themeColour: theme.brand, sample: await isSample() };
  }

  /** Nothing with a conversation is ever kept, neither by the browser nor on the way. */
  function html(c: Context, body: Child, status: PageStatus = 200): Response | Promise<Response> {
    c.header("cache-control", "no-store");
    return c.html(<>{body}</>, status);
  }

  /** A turn that may fail or may not be taken now: the public sentence instead of an answer. */
  async function take(c: Context<ServerEnv>, form: SubmittedForm, locale: Locale): Promise<Taken> {
    const requestId = c.get("requestId") as string | undefined;
    const id = requestId === undefined ? "" : ` (${requestId})`;
    const fault = `${copy.text("errors.fault", locale)}${id}`;
    try {
      return { reply: await turn(form.request, from(c)), status: 200 };
    } catch (error) {
      // The public channels are closed, or the server is stopping: nothing has gone wrong.
      if (error instanceof HTTPException && error.status === 503) return { fault, status: 503 };
      log.error("page_failed", { code: errorCode(error), ...(requestId === undefined ? {} : { requestId }) });
      return { fault, status: 500 };
    }
  }

  /** Shows the first question. */
  function show(Screen: Screen): PageHandler {
    return async (c, locale) => {
      const event = readEventCode(c.req.query("event") ?? "");
      const opening = readForm({ event }, locale, () => runtime.uuid());
      const { reply, fault, status } = await take(c, opening, locale);
      const view: ChatView = { locale: reply?.locale ?? locale, reply, turn: runtime.uuid(), fault, event };
      return html(c, <Screen context={await context()} view={view} />, status);
    };
  }

  /** Takes one submitted form and shows the answer. */
  function answer(Screen: Screen): PageHandler {
    return async (c, locale) => {
      const fields = await formOf(c);
      const form = readForm(fields, locale, () => runtime.uuid());
      if (form.beside === "carry") return carryOn(c, form, locale);
      if (form.beside !== undefined) return takeAlong(c, form, locale);
      const { reply, fault, status } = await take(c, form, locale);
      if (form.leave) {
        // Storage alone: emptying the cache can take seconds, and this has to be quick.
        c.header("clear-site-data", '"storage"');
        return html(c, <Left exitUrl={config.exitUrl} title={copy.text("pages.leaveQuickly", locale)} />);
      }
      const said =
        form.said === undefined
          ? undefined
          : { text: form.said, question: form.aside ? null : form.question };
      const view: ChatView = {
        locale: reply?.locale ?? locale,
        reply: reply ?? unanswered(form, locale),
        // A turn that failed is sent again under its own id, so that it happens once.
        turn: reply === undefined ? form.request.turn : runtime.uuid(),
        said: reply === undefined ? undefined : said,
        posted: true,
        typed: reply === undefined ? form.request.text : undefined,
        fault,
        told: form.told || (reply?.outcome ?? null) !== null,
        event: form.event,
      };
      return html(c, <Screen context={await context()} view={view} />, status);
    };
  }

  const takeCarry = createTakeCarry(services);

  /** What a page beside the chat is drawn with: no turn is taken, and the same question stands. */
  const beside = (c: Context<ServerEnv>, form: SubmittedForm, locale: Locale) => ({
    action: c.req.path === "/panel" ? `/panel?locale=${locale}` : `/${locale}`,
    view: {
      locale,
      reply: unanswered(form, locale),
      turn: runtime.uuid(),
      told: form.told,
      event: form.event,
    } satisfies ChatView,
  });

  /** Shows the code that carries the chat on, without JavaScript. */
  async function carryOn(c: Context<ServerEnv>, form: SubmittedForm, locale: Locale): Promise<Response> {
    const carry = await takeCarry(form.request.conversation ?? "");
    return html(c, <CarryPage context={await context()} carry={carry} {...beside(c, form, locale)} />);
  }

  /** Shows the steps to print. */
  async function takeAlong(c: Context<ServerEnv>, form: SubmittedForm, locale: Locale): Promise<Response> {
    await assertOpen(services);
    const steps = await readSteps(services, form.request.conversation ?? "", runtime.deadline(besideMs));
    const shown = { steps, both: form.beside === "printBoth", ...beside(c, form, locale) };
    return html(c, <TakeAwayPage context={await context()} {...shown} />);
  }

  const limited = bodyLimit({ maxSize: bodyBytesMax });

  const detect = languageDetector({
    order: ["header"],
    supportedLanguages: ["en", "es"],
    fallbackLanguage: "en",
    caches: false,
  });
  app.use("/", detect);
  app.use("/panel", detect);
  const spoken = (c: Context): Locale => (c.get("language") === "es" ? "es" : "en");

  for (const path of ["/", "/en", "/es"] as const) {
    const localeOf = (c: Context): Locale => (path === "/" ? spoken(c) : path === "/es" ? "es" : "en");
    app.use(path, pageHeaders(config));
    app.get(path, compress(), (c) => {
      if (path === "/") c.header("vary", "Accept-Language");
      return show(Page)(c, localeOf(c));
    });
    app.post(path, limited, (c) => answer(Page)(c, localeOf(c)));
  }

  const panelLocale = (c: Context): Locale => {
    const asked = c.req.query("locale");
    return asked === "en" || asked === "es" ? asked : spoken(c);
  };
  app.use("/panel", async (c, next) => {
    const site = framingOrigin(c);
    const refused = site !== undefined && site !== own && !config.chatOrigins.includes(site);
    if (!refused) return panelHeaders(config)(c, next);
    return refusalHeaders(config)(c, async () => {
      const locale = panelLocale(c);
      const page = (
        <Refusal context={await context()} locale={locale} address={`${config.publicUrl}/${locale}`} />
      );
      c.res = await html(c, page, 403);
    });
  });
  app.get("/panel", compress(), (c) => show(Panel)(c, panelLocale(c)));
  app.post("/panel", limited, (c) => answer(Panel)(c, panelLocale(c)));

  app.route("/", offlineRoutes(config, context));
  app.route("/", staticRoutes(config, copy));
  return app;
}

/** What stood before a turn that failed, as far as the form tells: enough to send it again. */
function unanswered({ request, question }: SubmittedForm, locale: Locale): ChatReply {
  return {
    conversation: request.conversation ?? "",
    locale,
    question,
    progress: { at: 0, of: 0 },
    messages: [],
    outcome: null,
    done: false,
  };
}
