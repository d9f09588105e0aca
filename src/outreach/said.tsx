/**
 * What the conversation says, as the clinic table shows it: the words, where they rest, and choices as large buttons.
 */
import type { ChatReply } from "../acts/chat.ts";
import type { StepsPage } from "../acts/clinic/steps-page.ts";
import type { Steps } from "../acts/read-steps.ts";
import type { Copy } from "../copy/copy.ts";
import { renderSay } from "../copy/render.ts";
import type { Word } from "../staff/layout.tsx";
import { dateWord, fieldOrder } from "../widget/dateText.ts";
import { paragraphs, spans } from "../widget/richText.ts";
import { mainChoices } from "../widget/words.ts";

function Inline({ text }: { text: string }) {
  return (
    <>
      {spans(text).map((span) => (span.href === undefined ? span.text : <a href={span.href}>{span.text}</a>))}
    </>
  );
}

/** A message with where it rests. */
export type Told = StepsPage["told"][number];

/** What was told, in a language: the one chosen last, whichever it was told in. */
export function toldIn(copy: Copy, { says }: Steps, locale: "en" | "es"): Told[] {
  return says.flatMap((say) => {
    const { text } = renderSay(copy, say, locale, "web");
    const sources = copy
      .sources(say.key)
      .map(({ label, url }) => (url === undefined ? { label } : { label, url }));
    return text === "" ? [] : [{ text, sources }];
  });
}

/** One message. */
export function Said({ told, word }: { told: Told; word: Word }) {
  return (
    <div class="table-said">
      {paragraphs(told.text).map((part) => (
        <p>
          <Inline text={part} />
        </p>
      ))}
      {told.sources.length === 0 ? null : (
        <details class="table-noprint">
          <summary>{word("pages.sources")}</summary>
          {told.sources.map(({ label, url }) => (
            <p>{url === undefined ? label : <a href={url}>{label}</a>}</p>
          ))}
        </details>
      )}
    </div>
  );
}

/** What every form about a person carries, so that a page of somebody else, or of before, does nothing. */
export interface Marks {
  person: string;
  after: string;
  turn: string;
}

export function Hidden({ marks }: { marks: Marks }) {
  return (
    <>
      <input type="hidden" name="person" value={marks.person} />
      <input type="hidden" name="after" value={marks.after} />
      <input type="hidden" name="turn" value={marks.turn} />
    </>
  );
}

export interface AskedProps {
  reply: ChatReply;
  marks: Marks;
  /** Where its forms go. */
  action: string;
  /** Words in the person's language. */
  theirs: Word;
  /** A phone that is known of them, for the question that asks for one. */
  phone?: string | undefined;
}

/** The standing question: its messages, its choices, and the fields to answer it in. */
export function Asked({ reply, marks, action, theirs, phone }: AskedProps) {
  const { question, locale } = reply;
  // What closes every outcome is told with each of two: read together, once is enough.
  const messages = reply.messages.filter(
    ({ text, choices }, i, all) =>
      choices.length > 0 || all.findLastIndex((other) => other.text === text) === i,
  );
  return (
    <div lang={locale}>
      {messages.map((message) => (
        <>
          <Said told={message} word={theirs} />
          {message.choices.length === 0 ? null : (
            <form class="table-choices" method="post" action={action}>
              <Hidden marks={marks} />
              {message.choices.map(({ id, label }) => (
                <button class={mainChoices.includes(id) ? "button main" : "button"} name="choice" value={id}>
                  {label}
                </button>
              ))}
            </form>
          )}
        </>
      ))}
      {question === null ? null : (
        <>
          {question === "birthDate" ? (
            <DateForm marks={marks} action={action} theirs={theirs} locale={locale} />
          ) : null}
          <TextForm reply={reply} marks={marks} action={action} theirs={theirs} phone={phone} />
        </>
      )}
    </div>
  );
}

function DateForm(props: Omit<AskedProps, "reply"> & { locale: "en" | "es" }) {
  const { marks, action, theirs, locale } = props;
  return (
    <form class="table-form" method="post" action={action} autocomplete="off">
      <Hidden marks={marks} />
      <fieldset>
        <legend>{theirs("pages.dateLegend")}</legend>
        <div class="table-date">
          {fieldOrder[locale].map((name) => (
            <label>
              {theirs(`pages.${dateWord[name]}`)}
              <input
                type="text"
                name={name}
                inputmode={name === "month" ? undefined : "numeric"}
                maxlength={12}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <button class="button main">{theirs("pages.send")}</button>
    </form>
  );
}

function TextForm({ reply, marks, action, theirs, phone }: AskedProps) {
  const other = reply.question === "birthDate" || reply.messages.some(({ choices }) => choices.length > 0);
  return (
    <form class="table-form" method="post" action={action} autocomplete="off">
      <Hidden marks={marks} />
      <label for="answer">{theirs(other ? "pages.orType" : "pages.typeHere")}</label>
      <div class="table-line">
        <input
          type={reply.question === "reachPhone" ? "tel" : "text"}
          id="answer"
          name="text"
          value={reply.question === "reachPhone" ? phone : undefined}
          maxlength={1000}
          spellcheck={false}
          autocapitalize={reply.question === "name" ? "words" : "sentences"}
          enterkeyhint="send"
        />
        <button class={other ? "button" : "button main"}>{theirs("pages.send")}</button>
      </div>
    </form>
  );
}
