/**
 * My account, at a glance: who one is here, how one gets in, and where one is signed in.
 */
import type { Context } from "hono";
import { ownSessions, type OwnSession } from "../../acts/staff/own-sessions.ts";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { formatsOf, type Formats } from "../office/format.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";

export const accountPath = "/staff/account";

/** What was done, as the address says it after a form: a last part of a key beneath `account.did`. */
export const did = ["password", "pin", "phone", "language", "sessions"] as const;
export type Did = (typeof did)[number];

/** Each has a page of its own beneath this one. */
const secrets = ["password", "pin", "phone", "codes", "passkeys"] as const;

function Secrets({ word }: { word: Word }) {
  return (
    <ul class="staff-entries">
      {secrets.map((secret) => (
        <li>
          <a href={`${accountPath}/${secret}`}>{word(`account.${secret}.title`)}</a>
          <p>{word(`account.${secret}.about`)}</p>
        </li>
      ))}
    </ul>
  );
}

function Language({ c, word }: { c: Context<StaffEnv>; word: Word }) {
  return (
    <form method="post" action={`${accountPath}/language`} class="staff-form">
      <fieldset>
        <legend>{word("staff.language")}</legend>
        {(["en", "es"] as const).map((locale) => (
          <label class="staff-choice" lang={locale}>
            <input type="radio" name="locale" value={locale} checked={locale === localeOf(c)} />
            {word(`staff.languageName.${locale}`)}
          </label>
        ))}
      </fieldset>
      <button class="button">{word("account.language")}</button>
    </form>
  );
}

interface SessionsProps {
  sessions: readonly OwnSession[];
  word: Word;
  formats: Formats;
}

function Sessions({ sessions, word, formats }: SessionsProps) {
  return (
    <>
      <h2>{word("account.sessions.title")}</h2>
      <ul class="staff-people">
        {sessions.map(({ device, startedAt, seenAt, own }) => (
          <li>
            <p class="staff-person">
              <strong>{device ?? word("account.sessions.unknown")}</strong>
              {own ? <span>{word("account.sessions.this")}</span> : null}
            </p>
            <p class="staff-person">
              <span>{word("account.sessions.since", { when: formats.instant(startedAt) })}</span>
              <span>{word("account.sessions.seen", { when: formats.instant(seenAt) })}</span>
            </p>
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? (
        <p>{word("account.sessions.alone")}</p>
      ) : (
        <form method="post" action={`${accountPath}/sessions`}>
          <button class="button">{word("account.sessions.end")}</button>
        </form>
      )}
    </>
  );
}

export async function accountPage(c: Context<StaffEnv>, deps: StaffDeps, told?: Did): Promise<Response> {
  const word = wordsOf(c, deps);
  const { staff } = c.var;
  const sessions = await ownSessions(deps.services, staff);
  return showPage(
    c,
    deps,
    { heading: "account.title" },
    <>
      {told === undefined ? null : (
        <p class="notice" role="status">
          {word(`account.did.${told}`)}
        </p>
      )}
      <p class="staff-person">
        {staff.name === "" ? null : <strong>{staff.name}</strong>}
        <span>{staff.email}</span>
        <span>{word(`staff.role.${staff.role}`)}</span>
      </p>
      <h2>{word("account.secrets")}</h2>
      <Secrets word={word} />
      <Sessions sessions={sessions} word={word} formats={formatsOf(localeOf(c), word)} />
      <h2>{word("account.languageTitle")}</h2>
      <Language c={c} word={word} />
    </>,
  );
}
