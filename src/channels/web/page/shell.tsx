/**
 * What the documents of the chat share: head, bar, the button that leaves, and the small pages beside the chat.
 */
import type { Child } from "hono/jsx";
import { Document } from "../../../pages/document.tsx";
import { Hidden } from "./messages.tsx";
import type { ChatView, Locale, PageContext } from "./types.ts";

export interface ScreenProps {
  context: PageContext;
  view: ChatView;
}

function Icons({ context, locale }: { context: PageContext; locale: Locale }) {
  return (
    <>
      <meta name="theme-color" content={context.themeColour} />
      <meta name="robots" content="noarchive" />
      <link rel="icon" href={context.paths.iconSvg} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={context.paths.icon180} />
      <link rel="manifest" href={`/manifest.webmanifest?locale=${locale}`} />
    </>
  );
}

interface ShellProps extends ScreenProps {
  bodyClass: string;
  /** The chat's script takes the document over. */
  scripted?: boolean;
  children: Child;
}

/** A document in the language of the conversation. */
export function Shell(props: ShellProps) {
  const { context, view } = props;
  return (
    <Document
      locale={view.locale}
      title={context.copy.text("pages.title", view.locale)}
      description={context.copy.text("pages.description", view.locale)}
      style={context.paths.chatStyle}
      {...(props.scripted === true ? { script: context.paths.chatScript } : {})}
      head={<Icons context={context} locale={view.locale} />}
      bodyClass={props.bodyClass}
    >
      {props.children}
    </Document>
  );
}

/** Whose service it is. */
export function Organisation({ context }: { context: PageContext }) {
  return (
    <span class="org">
      <img src={context.paths.iconSvg} width="36" height="36" alt="" />
      <span>{context.config.org.name}</span>
    </span>
  );
}

/** Sends the form of the id "tools". */
export function LeaveButton({ context, view }: ScreenProps) {
  return (
    <button
      class="button leave"
      type="submit"
      form="tools"
      name="command"
      value="leave"
      data-act="leave"
      data-word="leaveQuickly"
      aria-describedby="leave-limits"
    >
      {context.copy.text("pages.leaveQuickly", view.locale)}
    </button>
  );
}

/** A page beside the chat, without script: what it shows, the way to leave, and the way back to the standing question. */
export function BesideChat(props: ScreenProps & { action: string; back: string; children: Child }) {
  const { context, view, action, back, children } = props;
  return (
    <Shell context={context} view={view} bodyClass="beside">
      <header class="bar">
        <Organisation context={context} />
        <LeaveButton context={context} view={view} />
      </header>
      <main class="columns">
        {children}
        <form id="tools" method="post" action={action}>
          <Hidden view={view} />
          <button type="submit" class="button" name="command" value="again">
            {back}
          </button>
        </form>
        <p class="aside-text" id="leave-limits">
          {context.copy.text("pages.leaveQuicklyHint", view.locale)}
        </p>
      </main>
    </Shell>
  );
}
