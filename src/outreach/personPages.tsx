/**
 * The pages about one person at the table: the consent that is read aloud, the questions, the result and what to take
 * along. The worker's words are in the worker's language, what is for the person in theirs.
 */
import type { ChatReply } from "../acts/chat.ts";
import type { ClinicPerson } from "../acts/clinic/state.ts";
import type { TableWait } from "../acts/clinic/waits.ts";
import type { Word } from "../staff/layout.tsx";
import { WaitNews } from "./waits.tsx";
import { Asked, Hidden, Said, type Marks, type Told } from "./said.tsx";

export const paths = {
  home: "/outreach",
  start: "/outreach/start",
  person: "/outreach/person",
  handOver: "/outreach/hand-over",
  hand: "/outreach/hand",
  next: "/outreach/next",
  print: "/outreach/print",
  code: "/outreach/code",
  send: "/outreach/send",
  form: "/outreach/form",
  waits: "/outreach/waits",
  openAnswer: "/outreach/waits/open",
  closeWait: "/outreach/waits/close",
  sheet: "/outreach/sheet",
  sheetPerson: "/outreach/sheet/person",
} as const;

/** The short form, empty but for the code of the clinic. */
export const formAt = (event: string | undefined): string =>
  event === undefined ? paths.form : `${paths.form}?event=${encodeURIComponent(event)}`;

export interface PersonProps {
  state: ClinicPerson;
  reply: ChatReply;
  marks: Marks;
  /** In the worker's language, and in the person's. */
  word: Word;
  theirs: Word;
}

/** Both languages, each in itself; the one whose turn it is comes first. */
export function StartForm({ word, first }: { word: Word; first: "en" | "es" }) {
  const order = first === "en" ? (["en", "es"] as const) : (["es", "en"] as const);
  return (
    <form class="table-buttons" method="post" action={paths.start}>
      {order.map((locale, i) => (
        <button class={i === 0 ? "button main" : "button"} name="locale" value={locale} lang={locale}>
          {word(locale === "en" ? "outreach.start.english" : "outreach.start.spanish")}
        </button>
      ))}
    </form>
  );
}

/**
 * Erases, and goes straight on: the other language first, since people come by turns; after a short form, the next form; from a sheet, the next on it.
 */
export function NextForm({ state, word, open }: { state: ClinicPerson; word: Word; open: boolean }) {
  const asked = state.locale === "en" ? (["es", "en"] as const) : (["en", "es"] as const);
  const way = state.form === undefined ? ([...asked, "form"] as const) : (["form", ...asked] as const);
  const row = state.sheet === undefined ? [] : (["sheet", "sheetLeft"] as const);
  const answer = state.answer === undefined ? [] : (["answer"] as const);
  const order = [...answer, ...row, ...way];
  return (
    <details class="table-part table-noprint" open={open}>
      <summary>{word("outreach.person.nextTitle")}</summary>
      <p>{word("outreach.person.nextHow")}</p>
      <form class="table-buttons" method="post" action={paths.next}>
        <input type="hidden" name="person" value={state.person} />
        {order.map((locale, i) => (
          <button class={open && i === 0 ? "button main" : "button"} name="locale" value={locale}>
            {word(`outreach.person.next.${locale}`, { n: state.answer?.ticket ?? 0 })}
          </button>
        ))}
      </form>
    </details>
  );
}

/** Before anything is asked: two sentences to read aloud, and what they said to it. */
export function Consent({ state, reply, marks, word, theirs }: PersonProps) {
  const choices = reply.messages.flatMap((message) => message.choices.map(({ id }) => id));
  const other = state.locale === "en" ? "es" : "en";
  return (
    <>
      {state.sheet === undefined ? null : <p class="notice">{word("outreach.consent.fromSheet")}</p>}
      <p class="table-say" lang={state.locale}>
        {theirs("outreach.consent.say")}
      </p>
      <form class="table-buttons" method="post" action={paths.person}>
        <Hidden marks={marks} />
        {choices.includes("agree") ? (
          <button class="button main" name="choice" value="agree">
            {word("outreach.consent.yes")}
          </button>
        ) : null}
        <button class="button" formaction={paths.handOver}>
          {word("outreach.consent.tap")}
        </button>
        <button class="button" name="choice" value="stepsOnly">
          {word("outreach.consent.stepsOnly")}
        </button>
        <button
          class="button"
          formaction={paths.next}
          {...(state.sheet === undefined ? {} : { name: "locale", value: "sheetLeft" })}
        >
          {word("outreach.consent.no")}
        </button>
      </form>
      <p class="aside-text">{word("outreach.consent.tapHow")}</p>
      <form method="post" action={paths.start}>
        <button class="button quiet" name="locale" value={other} lang={other}>
          {theirs("outreach.person.language")}
        </button>
      </form>
      <details class="table-more" lang={state.locale}>
        <summary
          lang={word("outreach.person.language") === theirs("outreach.person.language") ? undefined : other}
        >
          {word("outreach.consent.whole")}
        </summary>
        {reply.messages.map((message) => (
          <Said told={message} word={theirs} />
        ))}
      </details>
    </>
  );
}

/** Back, why, a person, the other language: words that always work, as buttons. */
function Tools(props: { marks: Marks; action: string; theirs: Word; locale: "en" | "es" }) {
  const { marks, action, theirs, locale } = props;
  const other = locale === "en" ? "es" : "en";
  return (
    <form class="table-tools table-noprint" method="post" action={action} lang={locale}>
      <Hidden marks={marks} />
      {(["back", "why", "person"] as const).map((name) => (
        <button class="button quiet" name="command" value={name}>
          {theirs(`pages.${name}`)}
        </button>
      ))}
      <button class="button quiet" name="command" value="language" lang={other}>
        {theirs("outreach.person.language")}
      </button>
    </form>
  );
}

/** Only the worker sees it, and only when the worker has the phone. */
function SecondLook({ reply, marks, word }: PersonProps) {
  const asks = reply.messages.some(({ choices }) => choices.some(({ id }) => id === "person"));
  return (
    <div class="notice table-noprint">
      <h2>{word("outreach.secondLook.title")}</h2>
      <p>{word("outreach.secondLook.text")}</p>
      {asks ? (
        <form method="post" action={paths.person}>
          <Hidden marks={marks} />
          <button class="button" name="choice" value="person">
            {word("outreach.secondLook.do")}
          </button>
        </form>
      ) : null}
    </div>
  );
}

export interface WorkerProps extends PersonProps {
  /** Their number, once they were handed over and wait. */
  ticket: number | undefined;
  /** Who waits at this table. */
  waits: readonly TableWait[];
  /** What was told, in the person's language now. */
  told: readonly Told[];
  canText: boolean;
  /** What became of a text, as a key. */
  sent: string | undefined;
}

/** The questions, asked by the worker. */
export function Questions(props: WorkerProps) {
  const { state, reply, marks, word, theirs, sent, told, ticket, waits } = props;
  const some = told.length > 0;
  return (
    <>
      {sent === undefined ? null : (
        <p class="notice" role="status">
          {word(`outreach.take.sent.${sent}`)}
        </p>
      )}
      <WaitNews waits={waits} word={word} />
      {ticket === undefined ? null : (
        <p class="notice" role="status">
          {word("outreach.waits.ticket", { n: ticket })}
        </p>
      )}
      {state.answer === undefined ? null : (
        <p class="notice">{word(`outreach.waits.answer.${state.answer.said}`)}</p>
      )}
      {state.secondLook && ticket === undefined ? <SecondLook {...props} /> : null}
      <Asked reply={reply} marks={marks} action={paths.person} theirs={theirs} phone={state.sheet?.phone} />
      {reply.done ? null : (
        <>
          <Tools marks={marks} action={paths.person} theirs={theirs} locale={reply.locale} />
          <form class="table-noprint" method="post" action={paths.handOver}>
            <Hidden marks={marks} />
            <button class="button">{word("outreach.person.hand")}</button>
          </form>
        </>
      )}
      {some && reply.outcome === null ? (
        <ReadAgain told={told} locale={state.locale} theirs={theirs} />
      ) : null}
      {some ? <TakeAlong {...props} /> : null}
      <NextForm state={state} word={word} open={some || reply.done} />
    </>
  );
}

/** The result once more, after other questions or in the other language. */
function ReadAgain({ told, locale, theirs }: { told: readonly Told[]; locale: "en" | "es"; theirs: Word }) {
  return (
    <details class="table-more" lang={locale}>
      <summary>{theirs("outreach.person.again")}</summary>
      {told.map((one) => (
        <Said told={one} word={theirs} />
      ))}
    </details>
  );
}

function TakeAlong({ state, word, theirs, canText }: WorkerProps) {
  return (
    <section class="table-part table-noprint">
      <h2>{word("outreach.take.title")}</h2>
      <div class="table-buttons">
        <a class="button" href={paths.print}>
          {word("outreach.take.print")}
        </a>
        <form method="post" action={paths.code}>
          <input type="hidden" name="person" value={state.person} />
          <button class="button">{word("outreach.take.code")}</button>
        </form>
      </div>
      {canText ? (
        <form class="table-form" method="post" action={paths.send} autocomplete="off">
          <input type="hidden" name="person" value={state.person} />
          <p class="table-say small" lang={state.locale}>
            {theirs("outreach.take.consent")}
          </p>
          <label class="staff-choice">
            <input type="checkbox" name="agreed" value="yes" required />
            {word("outreach.take.agreed")}
          </label>
          <label class="staff-choice">
            <input type="checkbox" name="followUp" value="yes" />
            <span>
              {word("followup.saidYes")} <span lang={state.locale}>{theirs("followup.aloud")}</span>
            </span>
          </label>
          <label for="phone">{word("outreach.take.phone")}</label>
          <input
            type="tel"
            id="phone"
            name="phone"
            value={state.sheet?.phone}
            maxlength={40}
            required
            class="table-phone"
          />
          <button class="button">{word("outreach.take.send")}</button>
          <p class="aside-text">{word("outreach.take.phoneHow")}</p>
        </form>
      ) : null}
    </section>
  );
}

/** The same questions in the person's own hand: nothing else is on the page. */
export function HandedQuestions({ reply, marks, theirs }: Omit<PersonProps, "word" | "state">) {
  return (
    <>
      <Asked reply={reply} marks={marks} action={paths.hand} theirs={theirs} />
      {reply.done ? (
        <p class="table-say">{theirs("outreach.hand.done")}</p>
      ) : (
        <Tools marks={marks} action={paths.hand} theirs={theirs} locale={reply.locale} />
      )}
      <p>
        <a class="button" href={paths.person}>
          {theirs("outreach.hand.back")}
        </a>
      </p>
    </>
  );
}
