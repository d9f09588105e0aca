/**
 * The pages on which one changes a secret of the own account: each asks for the password first.
 */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { NewPhone } from "../../acts/staff/change-phone.ts";
import { passwordChars } from "../../acts/staff/types.ts";
import { AppKey, CodeField } from "../codes.tsx";
import { showPage, wordsOf, type Word } from "../layout.tsx";
import { NewPassword, NewPin } from "../secretFields.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { accountPath } from "./page.tsx";

/** Why a form was not taken: a last part of a key beneath `account.problem`. */
export type Problem = "wrong" | "limited" | "changed" | "short" | "pin" | "gone";

const statuses = { limited: 429, changed: 409, gone: 410 } as const;
const statusOf = (problem: Problem) =>
  problem in statuses ? statuses[problem as keyof typeof statuses] : 400;

interface Framed {
  c: Context<StaffEnv>;
  deps: StaffDeps;
  heading: string;
  problem?: Problem | "code" | undefined;
}

/** One of these pages: what is wrong, the form, and the way back. */
function frame({ c, deps, heading, problem }: Framed, children: Child): Promise<Response> {
  const word = wordsOf(c, deps);
  const said =
    problem === "code"
      ? "staff.factor.codeWrong"
      : problem === "pin"
        ? "staff.factor.pinWrong"
        : `account.problem.${problem}`;
  return showPage(
    c,
    deps,
    { heading, status: problem === undefined ? 200 : problem === "code" ? 400 : statusOf(problem) },
    <>
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(said, { n: passwordChars.min })}
        </p>
      )}
      {children}
      <p>
        <a class="button quiet" href={accountPath}>
          {word("account.back")}
        </a>
      </p>
    </>,
  );
}

/** The own password, asked again. */
export function Current({ word, id = "current" }: { word: Word; id?: string }) {
  return (
    <>
      <label for={id}>{word("account.current")}</label>
      <input
        id={id}
        name="current"
        type="password"
        autocomplete="current-password"
        maxlength={passwordChars.max}
        required
      />
    </>
  );
}

export type Secret = "password" | "pin" | "phone" | "codes";

/** The page of one secret, as a plain form. */
export function secretPage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  secret: Secret,
  problem?: Problem,
): Promise<Response> {
  const word = wordsOf(c, deps);
  return frame(
    { c, deps, heading: `account.${secret}.title`, problem },
    <>
      <p>{word(`account.${secret}.how`)}</p>
      <form method="post" action={`${accountPath}/${secret}`} class="staff-form">
        {/* Password keepers want to know whose password it is. */}
        <input type="email" value={c.var.staff.email} autocomplete="username" hidden readonly />
        <Current word={word} />
        {secret === "password" ? <NewPassword word={word} /> : null}
        {secret === "pin" ? <NewPin word={word} /> : null}
        <button class="button main">{word(`account.${secret}.do`)}</button>
      </form>
    </>,
  );
}

/** The new phone's key, and the first code of it. */
export function phonePage(
  c: Context<StaffEnv>,
  deps: StaffDeps,
  { secret, sealed }: NewPhone,
  wrong = false,
): Promise<Response> {
  const word = wordsOf(c, deps);
  const { email } = c.var.staff;
  return frame(
    { c, deps, heading: "account.phone.title", problem: wrong ? "code" : undefined },
    <>
      <p>{word("account.phone.until")}</p>
      <AppKey issuer={deps.services.config.org.name} email={email} secret={secret} word={word} />
      <form method="post" action={`${accountPath}/phone/code`} class="staff-form">
        <input type="hidden" name="sealed" value={sealed} />
        <CodeField word={word} />
        <button class="button main">{word("staff.factor.done")}</button>
      </form>
    </>,
  );
}
