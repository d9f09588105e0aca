/**
 * The chat as plain forms: every button and field sends, with JavaScript or without. The script in the browser
 * takes over exactly these elements.
 */
import { dateWord, fieldOrder } from "../../../widget/dateText.ts";
import { chatWords, type ChatWord } from "../../../widget/words.ts";
import { numberToText } from "../../../acts/carry-on.ts";
import { CarryBox, carryWords } from "./carry.tsx";
import { Hidden, Inline, Message, Said, type MessageProps } from "./messages.tsx";
import { shownNumber, type ChatView, type Locale, type PageContext } from "./types.ts";
import type { ChatReply } from "../types.ts";

/** All words of a document, in both languages, for the script: `pages.<name>`. */
export function wordsFor(context: PageContext, names: readonly string[]): string {
  // The counts are filled in by the script; braces of its own keep the places.
  const places = { at: "{at}", of: "{of}", number: shownNumber(context.config) };
  const all = (locale: Locale) =>
    Object.fromEntries(
      [...chatWords, ...names, ...(numberToText(context.config) === undefined ? [] : carryWords)].map(
        (name) => [name, context.copy.text(`pages.${name}`, locale, places)],
      ),
    );
  return JSON.stringify({ en: all("en"), es: all("es") });
}

function DateForm({ view, action, word }: Omit<MessageProps, "message">) {
  return (
    <form
      class="date"
      method="post"
      action={action}
      data-part="date"
      hidden={view.reply?.question !== "birthDate"}
      autocomplete="off"
    >
      <Hidden view={view} />
      <fieldset>
        <legend data-word="dateLegend">{word("dateLegend")}</legend>
        <div class="fields">
          {fieldOrder[view.locale].map((name) => (
            <label class={`field ${name}`}>
              <span data-word={dateWord[name]}>{word(dateWord[name])}</span>
              <input
                type="text"
                name={name}
                inputmode={name === "month" ? undefined : "numeric"}
                maxlength={12}
              />
            </label>
          ))}
          <button type="submit" class="button" data-word="send">
            {word("send")}
          </button>
        </div>
      </fieldset>
    </form>
  );
}

/** Where there is something to press or fill in, typing is the other way. */
function answerLabel(reply: ChatReply | undefined): ChatWord {
  const other =
    reply?.question === "birthDate" || reply?.messages.some((message) => message.choices.length > 0);
  return other === true ? "orType" : "typeHere";
}

/** Progress, transcript, answer field and tools. `names`: further words of the document it stands in. */
export function Chat(props: {
  context: PageContext;
  view: ChatView;
  kind: "page" | "panel";
  names: readonly string[];
}) {
  const { context, view, kind } = props;
  const { reply, locale } = view;
  const word = (name: string) => context.copy.text(`pages.${name}`, locale);
  const action = kind === "panel" ? `/panel?locale=${locale}` : `/${locale}`;
  const over = reply?.done === true;
  const told = view.told === true;
  const progress = reply?.progress ?? { at: 0, of: 0 };
  const shared = { view, action, word };
  const textable = numberToText(context.config) !== undefined;
  return (
    <section
      class="chat"
      id="chat"
      aria-label={word("chatLabel")}
      data-word-label="chatLabel"
      // A form that failed is sent again as a form; the script would begin a conversation of its own.
      data-words={view.posted && view.fault ? undefined : wordsFor(context, props.names)}
      data-posted={view.posted ? "" : undefined}
      data-told={told ? "" : undefined}
      data-reply={reply === undefined ? undefined : JSON.stringify(reply)}
      data-kind={kind}
      data-event={view.event}
      data-exit={context.config.exitUrl}
    >
      <div class="printed" data-part="sheets">
        <h2 data-word="printTitle">{word("printTitle")}</h2>
      </div>
      <div class="progress" data-part="progress" hidden={progress.of === 0 || over}>
        <span>{context.copy.text("pages.progress", locale, progress)}</span>
        <progress max={Math.max(progress.of, 1)} value={progress.at} aria-hidden="true"></progress>
      </div>
      <div
        class="log"
        role="log"
        tabindex={-1}
        aria-label={word("transcriptLabel")}
        data-word-label="transcriptLabel"
        data-part="log"
      >
        <Said {...shared} />
        {reply?.messages.map((message) => (
          <Message message={message} {...shared} />
        ))}
      </div>
      <div class="typing" data-part="typing" aria-hidden="true" hidden>
        <i></i>
        <i></i>
        <i></i>
      </div>
      <DateForm {...shared} />
      <div class="desk">
        <div role="status">
          <div class="status" data-part="status" hidden={view.fault === undefined}>
            <p data-part="statusText">
              <Inline text={view.fault ?? ""} />
            </p>
            <button
              type="button"
              class="button"
              data-part="tryNow"
              data-act="tryNow"
              data-word="retry"
              hidden
            >
              {word("retry")}
            </button>
          </div>
        </div>
        <form
          class="composer"
          method="post"
          action={action}
          data-part="composer"
          autocomplete="off"
          hidden={over || reply === undefined}
        >
          <Hidden view={view} />
          <label for="answer" data-part="label">
            {word(answerLabel(reply))}
          </label>
          <div class="line">
            <input
              type="text"
              id="answer"
              name="text"
              value={view.typed}
              maxlength={1000}
              spellcheck={false}
              autocapitalize="sentences"
              enterkeyhint="send"
              data-part="answer"
            />
            <button type="submit" class="button main" data-word="send">
              {word("send")}
            </button>
          </div>
        </form>
      </div>
      <div class="after">
        <div class="end" data-part="end" hidden={!told && !over}>
          <p data-part="ended" data-word="ended" hidden={!over}>
            {word("ended")}
          </p>
          <span data-part="print" hidden={!told}>
            {(["printSteps", "printBoth"] as const).map((name) => (
              <button
                type="submit"
                class="button"
                form="tools"
                name="command"
                value={name === "printBoth" ? "printBoth" : "print"}
                data-act={name}
                data-word={name}
              >
                {word(name)}
              </button>
            ))}
          </span>
          <a
            class="button"
            href={action}
            data-part="again"
            data-act="again"
            data-word="newConversation"
            hidden={!over}
          >
            {word("newConversation")}
          </a>
        </div>
        <form class="tools" id="tools" method="post" action={action}>
          <Hidden view={view} />
          <span data-part="tools" hidden={over || reply === undefined}>
            {(["back", "why", "person"] as const).map((name) => (
              <button
                type="submit"
                class="button quiet"
                name="command"
                value={name}
                data-act={name}
                data-word={name}
              >
                {word(name)}
              </button>
            ))}
            {textable ? (
              <button
                type="submit"
                class="button quiet"
                name="command"
                value="carry"
                data-act="carry"
                data-word="carry"
              >
                {word("carry")}
              </button>
            ) : null}
          </span>
          <button
            type="submit"
            class="button quiet"
            name="command"
            value="erase"
            data-act="erase"
            data-word="deleteAnswers"
          >
            {word("deleteAnswers")}
          </button>
        </form>
        {textable ? (
          <CarryBox
            how={context.copy.text("pages.carryHow", locale, { number: shownNumber(context.config) })}
            open={word("carryOpen")}
          />
        ) : null}
        <div class="ask" data-part="deleteAsk" hidden>
          <p data-word="deleteConfirm">{word("deleteConfirm")}</p>
          <button type="button" class="button main" data-act="eraseYes" data-word="deleteYes">
            {word("deleteYes")}
          </button>{" "}
          <button type="button" class="button" data-act="eraseNo" data-word="deleteNo">
            {word("deleteNo")}
          </button>
        </div>
      </div>
    </section>
  );
}
