/**
 * The messages of one answer as plain forms, drawn as the script in the browser draws them (src/widget/view.ts).
 */
import { paragraphs, spans } from "../../../widget/richText.ts";
import { editableQuestions, mainChoices } from "../../../widget/words.ts";
import { choiceField } from "./form.ts";
import type { ChatView } from "./types.ts";
import type { ChatMessage } from "../types.ts";

/** What every form carries along: nothing of the conversation is kept between two pages. */
export function Hidden({ view }: { view: ChatView }) {
  return (
    <>
      <input type="hidden" name="conversation" value={view.reply?.conversation ?? ""} />
      <input type="hidden" name="turn" value={view.turn} />
      <input type="hidden" name="question" value={view.reply?.question ?? ""} />
      {view.told === true ? <input type="hidden" name="told" value="1" /> : null}
      {view.event === undefined ? null : <input type="hidden" name="event" value={view.event} />}
    </>
  );
}

export function Inline({ text }: { text: string }) {
  return (
    <>
      {spans(text).map((span) =>
        span.href === undefined ? (
          span.text
        ) : span.href.startsWith("tel:") ? (
          <a href={span.href}>{span.text}</a>
        ) : (
          <a href={span.href} target="_blank" rel="noopener noreferrer">
            {span.text}
          </a>
        ),
      )}
    </>
  );
}

export interface MessageProps {
  message: ChatMessage;
  view: ChatView;
  action: string;
  word: (name: string) => string;
}

/** One message and its choices, each of which sends. */
export function Message({ message, view, action, word }: MessageProps) {
  return (
    <>
      <div class={view.told === true && message.choices.length === 0 ? "bot step" : "bot"} lang={view.locale}>
        <span class="spoken">{word("assistantSaid")} </span>
        {paragraphs(message.text).map((part) => (
          <p>
            <Inline text={part} />
          </p>
        ))}
        {message.sources.length === 0 ? null : (
          <details class="sources">
            <summary>{word("sources")}</summary>
            <p>
              {message.sources.map((source, i) => (
                <>
                  {i > 0 ? "; " : ""}
                  {source.url === undefined ? (
                    source.label
                  ) : (
                    <a href={source.url} target="_blank" rel="noopener noreferrer">
                      {source.label}
                    </a>
                  )}
                </>
              ))}
            </p>
          </details>
        )}
      </div>
      {message.choices.length === 0 ? null : (
        <form method="post" action={action}>
          <Hidden view={view} />
          {message.choices.map((choice) => (
            <input type="hidden" name={choiceField(choice.id)} value={choice.label} />
          ))}
          <div class="choices" lang={view.locale} role="group" aria-label={word("chooseOne")}>
            {message.choices.map((choice, i) => (
              <button
                type="submit"
                class={mainChoices.includes(choice.id) ? "choice main" : "choice"}
                name="choice"
                value={choice.id}
              >
                <span class="number">{i + 1}</span>
                {choice.label}
              </button>
            ))}
          </div>
        </form>
      )}
    </>
  );
}

/** What the person just said; where it answered a question, a touch changes it. */
export function Said({ view, action, word }: Omit<MessageProps, "message">) {
  const { said } = view;
  if (said === undefined) return null;
  const answered = said.question !== null && said.question !== view.reply?.question;
  const editable = answered && editableQuestions.includes(said.question ?? "");
  return (
    <form class="row" method="post" action={action}>
      <Hidden view={view} />
      <button
        type="submit"
        class="own"
        name="edit"
        value={said.question ?? ""}
        aria-disabled={editable ? undefined : "true"}
        disabled={!editable}
        lang={view.locale}
      >
        <span class="spoken">{word("youSaid")} </span>
        <span class="said">{said.text}</span>
        {editable ? <span class="change">{word("editAnswer")}</span> : null}
      </button>
    </form>
  );
}
