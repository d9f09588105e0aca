/**
 * Carrying on by text message, as the chat shows it: the box that the script fills, and the page without JavaScript.
 */
import { raw } from "hono/html";
import type { CarryReply } from "../types.ts";
import { BesideChat, type ScreenProps } from "./shell.tsx";
import { shownNumber } from "./types.ts";

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

/** The code, and the way back to the question that stood. */
export function CarryPage(props: ScreenProps & { carry: CarryReply | undefined; action: string }) {
  const { context, view, carry, action } = props;
  const number = shownNumber(context.config);
  const word = (name: string) => context.copy.text(`pages.${name}`, view.locale, { number });
  return (
    <BesideChat context={context} view={view} action={action} back={word("carryStay")}>
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
    </BesideChat>
  );
}
