/**
 * The own passkeys: which there are, adding one (which needs the browser's script), taking one away.
 */
import type { Context } from "hono";
import { Hono } from "hono";
import {
  addPasskey,
  beginPasskey,
  ownPasskeys,
  passkeyNameChars,
  passkeysMax,
  removePasskey,
  type Passkey,
} from "../../acts/staff/passkeys.ts";
import { fieldsOf } from "../desk.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { formatsOf, type Formats } from "../office/format.ts";
import { PasskeyAnswer, responseOf } from "../passkeyForm.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { Current } from "./forms.tsx";
import { accountPath } from "./page.tsx";

const path = `${accountPath}/passkeys`;
type Told = { done?: "added" | "removed"; problem?: "wrong" | "limited" | "many" | "refused" | "gone" };

function List({ passkeys, word, formats }: { passkeys: readonly Passkey[]; word: Word; formats: Formats }) {
  return (
    <ul class="staff-people">
      {passkeys.map(({ id, name, createdAt, usedAt }, n) => (
        <li>
          <p class="staff-person">
            <strong>{name}</strong>
            <span>{word("account.passkeys.since", { when: formats.instant(createdAt) })}</span>
            <span>
              {usedAt === null
                ? word("account.passkeys.unused")
                : word("account.sessions.seen", { when: formats.instant(usedAt) })}
            </span>
          </p>
          <details>
            <summary class="button quiet">{word("account.passkeys.remove")}</summary>
            <form method="post" action={`${path}/remove`} class="staff-form">
              <input type="hidden" name="id" value={id} />
              <Current word={word} id={`current-${n}`} />
              <button class="button" aria-label={`${word("account.passkeys.remove")}: ${name}`}>
                {word("account.passkeys.remove")}
              </button>
            </form>
          </details>
        </li>
      ))}
    </ul>
  );
}

async function passkeysPage(c: Context<StaffEnv>, deps: StaffDeps, told: Told = {}): Promise<Response> {
  const word = wordsOf(c, deps);
  const passkeys = await ownPasskeys(deps.services, c.var.staff);
  const status = told.problem === undefined ? 200 : told.problem === "limited" ? 429 : 400;
  return showPage(
    c,
    deps,
    { heading: "account.passkeys.title", scripts: ["passkey.js"], status },
    <>
      {told.done === undefined ? null : (
        <p class="notice" role="status">
          {word(`account.passkeys.${told.done}`)}
        </p>
      )}
      {told.problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`account.problem.${told.problem}`)}
        </p>
      )}
      <p>{word("account.passkeys.how")}</p>
      {passkeys.length === 0 ? (
        <p>{word("account.passkeys.none")}</p>
      ) : (
        <List passkeys={passkeys} word={word} formats={formatsOf(localeOf(c), word)} />
      )}
      <h2>{word("account.passkeys.add")}</h2>
      <p data-no-passkey>{word("account.passkeys.noScript")}</p>
      {passkeys.length >= passkeysMax ? (
        <p>{word("account.problem.many")}</p>
      ) : (
        <form
          method="post"
          action={path}
          class="staff-form"
          data-passkey="create"
          data-options={`${path}/options`}
          hidden
        >
          <label for="name">{word("account.passkeys.name")}</label>
          <input id="name" name="name" type="text" maxlength={passkeyNameChars} autocomplete="off" required />
          <Current word={word} />
          <PasskeyAnswer failed={word("account.passkeys.failed")} />
          <button class="button main">{word("account.passkeys.addDo")}</button>
        </form>
      )}
      <p>
        <a class="button quiet" href={accountPath}>
          {word("account.back")}
        </a>
      </p>
    </>,
  );
}

/** Routes beneath /staff/account/passkeys, behind its guard. */
export function createPasskeys(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.get("/", (c) => {
    const said = c.req.query("did");
    return passkeysPage(c, deps, said === "added" || said === "removed" ? { done: said } : {});
  });
  app.post("/options", async (c) => {
    const field = await fieldsOf(c);
    const begun = await beginPasskey(services, c.var.staff, field("current"));
    if (typeof begun !== "string") return c.json({ options: begun });
    const message = wordsOf(c, deps)(`account.problem.${begun}`);
    return c.json({ message }, begun === "limited" ? 429 : 400);
  });
  app.post("/", async (c) => {
    const field = await fieldsOf(c);
    const name = field("name")
      .replace(/[\p{C}\s]+/gu, " ")
      .trim()
      .slice(0, passkeyNameChars);
    const made = { response: await responseOf(c), name: name === "" ? "–" : name };
    const result = await addPasskey(services, c.var.staff, made);
    if (result === "done") return c.redirect(`${path}?did=added`, 303);
    return passkeysPage(c, deps, { problem: result });
  });
  app.get("/remove", (c) => c.redirect(path, 303));
  app.post("/remove", async (c) => {
    const field = await fieldsOf(c);
    const result = await removePasskey(services, c.var.staff, { id: field("id"), current: field("current") });
    if (result === "done") return c.redirect(`${path}?did=removed`, 303);
    return passkeysPage(c, deps, { problem: result });
  });
  return app;
}
