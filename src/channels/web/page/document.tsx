/**
 * The organisation's page: what this is, for whom, and the chat. The panel is the same chat without the rest.
 */
import { spans } from "../../../widget/richText.ts";
import type { ChatWord } from "../../../widget/words.ts";
import { Chat } from "./chat.tsx";
import { Inline } from "./messages.tsx";
import { LeaveButton, Organisation, Shell, type ScreenProps } from "./shell.tsx";
import { helpAsTexted, shownNumber, type Locale, type PageContext } from "./types.ts";

/** Words that only the page's own markup shows; the script needs them to change the language. */
export const pageWords = [
  "heading",
  "lead",
  "skipToChat",
  "sampleNotice",
  "noScript",
  "intro.whatTitle",
  "intro.what",
  "intro.forWhomTitle",
  "intro.forWhom",
  "intro.privacyTitle",
  "intro.privacy",
  "intro.privacyLink",
  "intro.adviceTitle",
  "intro.advice",
  "intro.runTitle",
  "intro.run",
  "leaveQuicklyHint",
  "leaveQuicklyKey",
  "footer",
  "textUs",
  "textHelp",
] as const;

/** Words that only the panel's markup shows. */
export const panelWords = [
  "embedTitle",
  "close",
  "openInNewPage",
  "sampleNotice",
  "leaveQuicklyHint",
  "leaveQuicklyKey",
] as const;

/** A text that the script replaces when the language changes. */
function Word({ context, name, locale }: { context: PageContext; name: string; locale: Locale }) {
  return (
    <span data-word={name}>
      <Inline text={context.copy.text(`pages.${name}`, locale)} />
    </span>
  );
}

/** The switch is written in the language it leads to. Once answers stand, it is a message, not another page. */
function LanguageSwitch({ context, view, href }: ScreenProps & { href: string }) {
  const word = context.copy.text("pages.switchLanguage", view.locale);
  const lang = view.locale === "en" ? "es" : "en";
  const shared = { class: "button quiet", lang, "data-act": "language", "data-word": "switchLanguage" };
  return view.said === undefined ? (
    <a {...shared} href={href} hreflang={lang}>
      {word}
    </a>
  ) : (
    <button {...shared} type="submit" form="tools" name="command" value="language">
      {word}
    </button>
  );
}

/** The number to text, and word for word what HELP answers there, so that a text can be checked against it. */
function TextLine({ context, view }: ScreenProps) {
  const { config, copy } = context;
  const { from, messagingServiceSid } = config.twilio;
  if (from === undefined && messagingServiceSid === undefined) return null;
  return (
    <>
      {from === undefined ? null : (
        <p data-word="textUs">
          <Inline text={copy.text("pages.textUs", view.locale, { number: shownNumber(config) })} />
        </p>
      )}
      <details>
        <summary data-word="textHelp">{copy.text("pages.textHelp", view.locale)}</summary>
        {(["en", "es"] as const).map((locale) => (
          <blockquote lang={locale}>
            <Inline text={helpAsTexted(copy, locale)} />
          </blockquote>
        ))}
      </details>
    </>
  );
}

/** The page at `/`, `/en` and `/es`. */
export function Page({ context, view }: ScreenProps) {
  const { locale } = view;
  const { org } = context.config;
  const word = (name: (typeof pageWords)[number] | ChatWord) => (
    <Word context={context} name={name} locale={locale} />
  );
  const other = locale === "en" ? "es" : "en";
  const code = view.event === undefined ? "" : `?event=${view.event}`;
  const telephone = spans(org.phone).find((span) => span.href !== undefined);
  return (
    <Shell context={context} view={view} bodyClass="full" scripted>
      <a class="skip button" href="#chat" data-word="skipToChat">
        {context.copy.text("pages.skipToChat", locale)}
      </a>
      <header class="bar">
        <Organisation context={context} />
        <LanguageSwitch context={context} view={view} href={`/${other}${code}`} />
        <LeaveButton context={context} view={view} />
      </header>
      <main class="columns">
        <div class="lead">
          <h1 tabindex={-1}>{word("heading")}</h1>
          <p>{word("lead")}</p>
          {context.sample ? <p class="notice">{word("sampleNotice")}</p> : null}
          <noscript>
            <p class="aside-text">{word("noScript")}</p>
          </noscript>
        </div>
        <Chat context={context} view={view} kind="page" names={pageWords} />
        <section class="about">
          <h2>{word("intro.whatTitle")}</h2>
          <p>{word("intro.what")}</p>
          <h2>{word("intro.forWhomTitle")}</h2>
          <p>{word("intro.forWhom")}</p>
          <h2>{word("intro.privacyTitle")}</h2>
          <p>{word("intro.privacy")}</p>
          <p>
            <a href={org.privacyUrl} target="_blank" rel="noopener noreferrer">
              {word("intro.privacyLink")}
            </a>
          </p>
          <h2>{word("leaveQuickly")}</h2>
          <p id="leave-limits">
            {word("leaveQuicklyHint")} <span class="scripted">{word("leaveQuicklyKey")}</span>
          </p>
          <h2>{word("intro.adviceTitle")}</h2>
          <p>{word("intro.advice")}</p>
          <h2>{word("intro.runTitle")}</h2>
          <p>{word("intro.run")}</p>
          <TextLine context={context} view={view} />
          <p>
            {telephone === undefined ? null : (
              <a class="button" href={telephone.href}>
                {org.phone}
              </a>
            )}{" "}
            <a href={org.url} target="_blank" rel="noopener noreferrer">
              {org.url.replace(/^https?:\/\//, "")}
            </a>
          </p>
        </section>
      </main>
      <footer class="foot aside-text">{word("footer")}</footer>
    </Shell>
  );
}

/** The document inside the frame on other sites. */
export function Panel({ context, view }: ScreenProps) {
  const { locale } = view;
  const { org } = context.config;
  const telephone = spans(org.phone).find((span) => span.href !== undefined);
  const word = (name: string) => context.copy.text(`pages.${name}`, locale);
  const other = locale === "en" ? "es" : "en";
  return (
    <Shell context={context} view={view} bodyClass="panel" scripted>
      <header class="bar">
        <h1 tabindex={-1} data-word="embedTitle">
          {word("embedTitle")}
        </h1>
        <LanguageSwitch context={context} view={view} href={`/panel?locale=${other}`} />
        <LeaveButton context={context} view={view} />
        <button
          class="button quiet close scripted"
          type="button"
          data-act="close"
          aria-label={word("close")}
          data-word-label="close"
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {context.sample ? (
        <p class="notice" data-word="sampleNotice">
          {word("sampleNotice")}
        </p>
      ) : null}
      <main>
        <Chat context={context} view={view} kind="panel" names={panelWords} />
      </main>
      <footer class="foot aside-text">
        <p id="leave-limits">
          <Word context={context} name="leaveQuicklyHint" locale={locale} />{" "}
          <Word context={context} name="leaveQuicklyKey" locale={locale} />
        </p>
        <p>
          {org.name} · {telephone === undefined ? org.phone : <a href={telephone.href}>{org.phone}</a>} ·{" "}
          <a href={`/${locale}`} target="_blank" rel="noopener" data-word="openInNewPage">
            {word("openInNewPage")}
          </a>
        </p>
      </footer>
    </Shell>
  );
}
