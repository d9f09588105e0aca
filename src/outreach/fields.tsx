/**
 * The lines of the short form, the same with a signal and without.
 */
import { chosenFields, fieldChoices, writtenFields, type FieldName } from "../acts/outreach/form.ts";
import type { Locale } from "../dialog/types.ts";
import type { Word } from "../staff/layout.tsx";

/** What stands in the form when it is shown again, and what is said beside a line. */
export interface Filling {
  locale: Locale;
  fields: Partial<Record<FieldName, string>>;
  event: string;
  agreed: boolean;
  /** It is about the person who is open on the sign-up sheet. */
  sheet: boolean;
  marks: Partial<Record<FieldName, string>>;
}

export const emptyFilling = (locale: Locale, event = ""): Filling => ({
  locale,
  fields: {},
  event,
  agreed: false,
  sheet: false,
  marks: {},
});

/** Hints of lines that people write in more than one way. */
const hinted: readonly FieldName[] = ["name", "birthDate", "year"];
const charsMax = 200;

export interface FieldsProps {
  filling: Filling;
  word: Word;
  /** A sentence in a language, for what is read aloud. */
  spoken: (key: string, locale: Locale) => string;
  /** Which consent is read: `now`, or `later` without a signal. */
  consent: "now" | "later";
}

/** Consent, language, all lines, and what sends them. */
export function FormFields({ filling, word, spoken, consent }: FieldsProps) {
  const locales = ["en", "es"] as const;
  return (
    <>
      <section class="outreach-consent" aria-labelledby="consent-title">
        <h2 id="consent-title">{word("shortform.consent.title")}</h2>
        {(["now", "later"] as const).map((kind) => (
          <div data-consent={kind} hidden={kind !== consent}>
            {locales.map((locale) => (
              <p lang={locale}>{spoken(`shortform.consent.${kind}`, locale)}</p>
            ))}
          </div>
        ))}
      </section>
      <div>
        <label class="staff-choice">
          <input type="checkbox" name="agreed" value="yes" checked={filling.agreed} required />
          {word("shortform.consent.yes")}
        </label>
      </div>
      <fieldset>
        <legend>{word("shortform.locale")}</legend>
        <div class="outreach-pair">
          {locales.map((locale) => (
            <label class="staff-choice" lang={locale}>
              <input type="radio" name="locale" value={locale} checked={filling.locale === locale} />
              {word(`staff.languageName.${locale}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {writtenFields.map((name) => (
        <Written name={name} filling={filling} word={word} />
      ))}
      {chosenFields.map((name) => (
        <>
          <label for={`f-${name}`}>{word(`shortform.${name}`)}</label>
          <select id={`f-${name}`} name={name}>
            {[...fieldChoices(name)].reverse().map((choice) => (
              <option value={choice} selected={(filling.fields[name] ?? "unsure") === choice}>
                {word(`questions.${name}.choice.${choice}`)}
              </option>
            ))}
          </select>
        </>
      ))}
      <label for="f-event">{word("shortform.event")}</label>
      <input id="f-event" name="event" value={filling.event} maxlength={24} autocomplete="off" />
      <p class="notice" role="alert" data-needed hidden>
        {word("shortform.needed")}
      </p>
      <button class="button main" data-send hidden={consent === "later"}>
        {word("shortform.send")}
      </button>
      <button class="button main" data-save hidden={consent === "now"}>
        {word("shortform.save")}
      </button>
    </>
  );
}

function Written({ name, filling, word }: { name: FieldName } & Pick<FieldsProps, "filling" | "word">) {
  const mark = filling.marks[name];
  const hint = hinted.includes(name);
  const described = [...(hint ? [`h-${name}`] : []), ...(mark === undefined ? [] : [`m-${name}`])].join(" ");
  return (
    <>
      <label for={`f-${name}`}>{word(`shortform.${name}`)}</label>
      {mark === undefined ? null : (
        <p class="notice" id={`m-${name}`}>
          {mark}
        </p>
      )}
      <input
        id={`f-${name}`}
        name={name}
        value={filling.fields[name] ?? ""}
        maxlength={charsMax}
        autocomplete="off"
        autocapitalize={name === "name" ? "words" : "off"}
        spellcheck={false}
        aria-describedby={described === "" ? undefined : described}
        aria-invalid={mark === undefined ? undefined : "true"}
        autofocus={mark !== undefined && Object.keys(filling.marks)[0] === name}
      />
      {hint ? (
        <p class="aside-text" id={`h-${name}`}>
          {word(`shortform.${name}Hint`)}
        </p>
      ) : null}
    </>
  );
}
