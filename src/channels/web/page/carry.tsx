/**
 * Carrying on by text message, as the chat shows it: the box that the script fills, and the page without JavaScript.
 */
import { raw } from "hono/html";
import { Document } from "../../../pages/document.tsx";
import { Hidden } from "./messages.tsx";
import type { ChatView, PageContext } from "./types.ts";
import type { CarryReply } from "../types.ts";

/** Words that the chat shows where texts can be received. */
export const carryWords = ["carry", "carryHow", "carryOpen", "carryNone"] as const;

/** The place for the code, empty until it is asked for. */
export function CarryBox({ how, open }: { how: string; open: string }) {
  return (
    <div class="ask carry" data-part="carry" tabindex={-1} hidden>
      <p data-part="carryText">{how}</p>
      <div>
        <strong data-part="carryCode"></strong>
        <a class="button main" href="sms:" data-part="carryOpen" data-word="carryOpen">
          {open}
        </a>
      </div>
      <div data-part="carryPicture" aria-hidden="true"></div>
    </div>
  );
}

/** A small page with the code, and the way back to the question that stood. */
export function CarryPage(props: {
  context: PageContext;
  view: ChatView;
  carry: CarryReply | undefined;
  action: string;
}) {
  const { context, view, carry, action } = props;
  const { locale } = view;
  const number = context.config.twilio.from ?? "";
  const word = (name: string) => context.copy.text(`pages.${name}`, locale, { number });
  return (
    <Document locale={locale} title={word("title")} style={context.paths.chatStyle}>
      <main class="columns">
        <h1>{word("carry")}</h1>
        {carry === undefined ? (
          <p>{word("carryNone")}</p>
        ) : (
          <div class="carry">
            <p>{word("carryHow")}</p>
            <p>
              <strong>{carry.code}</strong>
            </p>
            <p>
              <a class="button main" href={carry.smsHref}>
                {word("carryOpen")}
              </a>
            </p>
            <div aria-hidden="true">{raw(carry.svg)}</div>
          </div>
        )}
        <form method="post" action={action}>
          <Hidden view={view} />
          <button type="submit" class="button" name="command" value="again">
            {word("carryStay")}
          </button>
        </form>
      </main>
    </Document>
  );
}
