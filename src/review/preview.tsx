/**
 * The page for the copy's reviewers: every message in both languages, as a phone gets it and as the chat shows it,
 * with what it costs and how its review stands. Links and one form; no script.
 */
import type { CatalogueEntry } from "../copy/catalogue.ts";
import type { Copy, CopyLocale } from "../copy/copy.ts";
import type { SourceEntry } from "../law/sources.ts";
import { Document } from "../pages/document.tsx";
import { countsOf, type ShownMessage, showMessage } from "./message.ts";

export interface PreviewContext {
  copy: Copy;
  entries: readonly CatalogueEntry[];
  sources: Readonly<Record<string, SourceEntry>>;
  /** Of the page's own words. */
  locale: CopyLocale;
  /** Address of the style sheet. */
  style: string;
}

/** What is shown: one part of the copy, what a search found, or the list of parts alone. */
export interface PreviewView {
  area?: string | undefined;
  query?: string | undefined;
  keys: readonly string[];
}

const localesShown = ["en", "es"] as const;

/** Every key once, in the order of the files. */
export function keysOf(entries: readonly CatalogueEntry[]): string[] {
  return [...new Set(entries.map((entry) => entry.key))];
}

export const areaOf = (key: string): string => key.slice(0, key.indexOf("."));

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Keys whose name or text, in either language, holds the words; case and accents do not matter. */
export function findKeys(entries: readonly CatalogueEntry[], query: string): string[] {
  const wanted = plain(query.trim());
  const found = entries.filter(
    ({ key, text }) => plain(key).includes(wanted) || plain(text).includes(wanted),
  );
  return keysOf(found);
}

function Phone({ context, message }: { context: PreviewContext; message: ShownMessage }) {
  const word = (key: string) => context.copy.text(key, context.locale);
  if (message.texts.length === 0)
    return (
      <p class="aside-text">
        {word(message.sms === "none" ? "review.preview.notSent" : "review.preview.woven")}
      </p>
    );
  return (
    <>
      {message.texts.map(({ text, count }) => (
        <div>
          <p class="bubble phone" lang={message.locale}>
            {text}
          </p>
          <p class="cost aside-text">
            {count.units} {word("review.preview.characters")} · {count.encoding} · {word("review.segments")}:{" "}
            {count.segments}
          </p>
        </div>
      ))}
    </>
  );
}

function Shown({ context, message }: { context: PreviewContext; message: ShownMessage }) {
  const word = (key: string) => context.copy.text(key, context.locale);
  return (
    <div class="shown">
      <div class="channel">
        <h3>{word("review.preview.phone")}</h3>
        <Phone context={context} message={message} />
      </div>
      <div class="channel">
        <h3>{word("review.preview.chat")}</h3>
        <div class="bubble chat" lang={message.locale}>
          {message.chat.text}
          {message.chat.choices.length === 0 ? null : (
            <ul class="choices">
              {message.chat.choices.map((label) => (
                <li>{label}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

function Standing({ context, entry }: { context: PreviewContext; entry: SourceEntry | undefined }) {
  const word = (key: string) => context.copy.text(key, context.locale);
  if (entry === undefined) return <p class="aside-text">{word("review.preview.noLaw")}</p>;
  const sure = entry.confidence === "?" ? "unknown" : entry.confidence;
  const state =
    entry.status === "blocked"
      ? word("review.preview.blocked")
      : entry.reviewed === null
        ? word("review.preview.waiting")
        : `${word("review.preview.reviewed")} ${entry.reviewed}, ${entry.reviewer}`;
  return (
    <p class="aside-text">
      <strong>{state}</strong> {word(`review.sureOf.${sure}`)}. {word("review.rests")}:{" "}
      {entry.sources.map((source) => source.label).join(" · ")}
    </p>
  );
}

function Message({ context, messageKey }: { context: PreviewContext; messageKey: string }) {
  const { copy, entries, sources } = context;
  return (
    <article id={messageKey}>
      <h2>
        <a href={`#${messageKey}`}>{messageKey}</a>
      </h2>
      <Standing context={context} entry={sources[messageKey]} />
      {countsOf(entries, messageKey).map((count) => (
        <div class="languages">
          {localesShown.map((locale) => (
            <Shown context={context} message={showMessage(copy, entries, messageKey, locale, count)} />
          ))}
        </div>
      ))}
    </article>
  );
}

function Parts({ context, view }: { context: PreviewContext; view: PreviewView }) {
  const { copy, entries, locale } = context;
  const keys = keysOf(entries);
  const areas = [...new Set(keys.map(areaOf))];
  return (
    <nav aria-label={copy.text("review.preview.areas", locale)}>
      <ul class="areas">
        {areas.map((area) => (
          <li>
            <a
              class="button"
              href={`/preview/${area}?locale=${locale}`}
              aria-current={area === view.area ? "page" : undefined}
            >
              {area} ({keys.filter((key) => areaOf(key) === area).length})
            </a>
          </li>
        ))}
      </ul>
      {view.area === undefined && view.query === undefined ? (
        areas.map((area) => (
          <section class="index">
            <h2>{area}</h2>
            <ul>
              {keys
                .filter((key) => areaOf(key) === area)
                .map((key) => (
                  <li>
                    <a href={`/preview/${area}?locale=${locale}#${key}`}>{key.slice(area.length + 1)}</a>
                  </li>
                ))}
            </ul>
          </section>
        ))
      ) : (
        <p>
          <a href={`/preview?locale=${locale}`}>{copy.text("review.preview.all", locale)}</a>
        </p>
      )}
    </nav>
  );
}

/** The whole page. */
export function Preview({ context, view }: { context: PreviewContext; view: PreviewView }) {
  const { copy, locale } = context;
  const word = (key: string) => copy.text(key, locale);
  const other = locale === "en" ? "es" : "en";
  const found =
    view.query === undefined
      ? undefined
      : view.keys.length === 0
        ? word("review.preview.nothing")
        : copy.text("review.preview.found", locale, { count: view.keys.length });
  return (
    <Document
      locale={locale}
      title={word("review.preview.title")}
      style={context.style}
      head={<meta name="robots" content="noindex" />}
    >
      <header class="page-head">
        <h1>{word("review.preview.title")}</h1>
        <p>{word("review.preview.lead")}</p>
        <p class="aside-text">
          {word("review.preview.sheet")} ·{" "}
          <a href={`/preview?locale=${other}`} lang={other} hreflang={other}>
            {copy.text("pages.switchLanguage", locale)}
          </a>
        </p>
        <form action="/preview" method="get" role="search">
          <input type="hidden" name="locale" value={locale} />
          <label for="find">{word("review.preview.find")}</label>
          <input type="text" id="find" name="find" value={view.query ?? ""} maxlength={80} />
          <button class="button" type="submit">
            {word("review.preview.search")}
          </button>
        </form>
      </header>
      <main>
        {found === undefined ? null : <p role="status">{found}</p>}
        <Parts context={context} view={view} />
        {view.keys.map((key) => (
          <Message context={context} messageKey={key} />
        ))}
      </main>
    </Document>
  );
}
