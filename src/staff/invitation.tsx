/**
 * Taking up an invitation: name, language and password; then the second factor, a PIN, and the backup codes, once.
 */
import { Hono, type Context } from "hono";
import { limitedAddress } from "../acts/handle-web-turn.ts";
import {
  beginJoining,
  finishJoining,
  readInvitation,
  spendInvitationForm,
  spendWrongLink,
  type Invited,
} from "../acts/staff/join.ts";
import { passwordChars, pinPattern } from "../acts/staff/types.ts";
import { AppKey, BackupCodes, CodeField } from "./codes.tsx";
import { clientAddress } from "../http/address.ts";
import { fieldsOf } from "./desk.tsx";
import { localeOf, showPage, wordsOf } from "./layout.tsx";
import { homeOf } from "./navigation.ts";
import { NewPassword, NewPin } from "./secretFields.tsx";
import type { StaffDeps, StaffEnv } from "./types.ts";

type C = Context<StaffEnv>;

const nameCharsMax = 80;
const secretPattern = /^[A-Z2-7]{16,128}$/;

function gonePage(c: C, deps: StaffDeps): Promise<Response> {
  const word = wordsOf(c, deps);
  return showPage(
    c,
    deps,
    { heading: "staff.join.goneTitle", status: 410 },
    <p>{word("staff.join.gone")}</p>,
  );
}

function limitedPage(c: C, deps: StaffDeps): Promise<Response> {
  const word = wordsOf(c, deps);
  const options = { heading: "staff.join.goneTitle", status: 429 } as const;
  return showPage(c, deps, options, <p>{word("staff.signIn.limited")}</p>);
}

/** For a link that leads nowhere: all of them look alike, and one address may not try many. */
async function nowhere(c: C, deps: StaffDeps): Promise<Response> {
  const address = limitedAddress(clientAddress(c, deps.services.config.trustedProxies));
  return (await spendWrongLink(deps.services, address)) ? gonePage(c, deps) : limitedPage(c, deps);
}

function detailsPage(
  c: C,
  deps: StaffDeps,
  invited: Invited,
  problem?: "name" | "password",
): Promise<Response> {
  const word = wordsOf(c, deps);
  const locale = localeOf(c);
  return showPage(
    c,
    deps,
    { heading: "staff.join.title", status: problem === undefined ? 200 : 400 },
    <>
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`staff.join.${problem}Wanted`, { n: passwordChars.min })}
        </p>
      )}
      <p>{word("staff.join.intro")}</p>
      <form method="post" class="staff-form">
        <label for="email">{word("staff.email")}</label>
        <input id="email" type="email" value={invited.email} autocomplete="username" readonly />
        <label for="name">{word("staff.name")}</label>
        <input
          id="name"
          name="name"
          type="text"
          value={invited.name}
          autocomplete="name"
          maxlength={nameCharsMax}
          required
        />
        <fieldset>
          <legend>{word("staff.language")}</legend>
          {(["en", "es"] as const).map((one) => (
            <label class="staff-choice" lang={one}>
              <input type="radio" name="language" value={one} checked={one === locale} />
              {word(`staff.languageName.${one}`)}
            </label>
          ))}
        </fieldset>
        <NewPassword word={word} />
        <button class="button main">{word("staff.signIn.next")}</button>
      </form>
    </>,
  );
}

function factorPage(
  c: C,
  deps: StaffDeps,
  invited: Invited,
  secret: string,
  problem?: "code" | "pin",
): Promise<Response> {
  const word = wordsOf(c, deps);
  const issuer = deps.services.config.org.name;
  return showPage(
    c,
    deps,
    { heading: "staff.factor.title", status: problem === undefined ? 200 : 400 },
    <>
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`staff.factor.${problem}Wrong`)}
        </p>
      )}
      <AppKey issuer={issuer} email={invited.email} secret={secret} word={word} />
      <form method="post" action={`${c.req.path.replace(/\/code$/, "")}/code`} class="staff-form">
        <input type="hidden" name="secret" value={secret} />
        <CodeField word={word} />
        <NewPin word={word} />
        <button class="button main">{word("staff.factor.done")}</button>
      </form>
    </>,
  );
}

/** Routes beneath /staff/invitation. */
export function createInvitation(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();

  /** Whose invitation it is; the pages speak their language. */
  async function invitedBy(c: C, token: string): Promise<Invited | undefined> {
    const invited = await readInvitation(services, token);
    if (invited) c.set("locale", invited.locale);
    return invited;
  }

  app.get("/:token", async (c) => {
    const invited = await invitedBy(c, c.req.param("token"));
    return invited ? detailsPage(c, deps, invited) : nowhere(c, deps);
  });

  app.post("/:token", async (c) => {
    const token = c.req.param("token");
    const invited = await invitedBy(c, token);
    if (!invited) return nowhere(c, deps);
    if (!(await spendInvitationForm(services, invited))) return limitedPage(c, deps);
    const field = await fieldsOf(c);
    const name = field("name")
      .replace(/[\p{C}\s]+/gu, " ")
      .trim()
      .slice(0, nameCharsMax);
    const password = field("password");
    const entered = { ...invited, name };
    if (name === "") return detailsPage(c, deps, entered, "name");
    if (password.length < passwordChars.min || password.length > passwordChars.max)
      return detailsPage(c, deps, entered, "password");
    const locale = field("language") === "es" ? "es" : "en";
    c.set("locale", locale);
    const enrolment = await beginJoining(services, token, { name, locale, password });
    if (!enrolment) return gonePage(c, deps);
    for (const cookie of enrolment.cookies) c.header("set-cookie", cookie, { append: true });
    return factorPage(c, deps, { ...entered, locale }, enrolment.secret);
  });

  app.get("/:token/code", (c) =>
    c.redirect(`/staff/invitation/${encodeURIComponent(c.req.param("token"))}`, 303),
  );
  app.post("/:token/code", async (c) => {
    const token = c.req.param("token");
    const invited = await invitedBy(c, token);
    const field = await fieldsOf(c);
    const secret = field("secret");
    if (!invited) return nowhere(c, deps);
    if (!secretPattern.test(secret)) return gonePage(c, deps);
    if (!(await spendInvitationForm(services, invited))) return limitedPage(c, deps);
    const pin = field("pin").trim();
    if (!pinPattern.test(pin)) return factorPage(c, deps, invited, secret, "pin");
    const joined = await finishJoining(services, token, c.req.header("cookie") ?? "", {
      code: field("code").replace(/\s/g, ""),
      pin,
      userAgent: c.req.header("user-agent"),
    });
    if (joined.next === "gone") return gonePage(c, deps);
    if (joined.next === "wrong") return factorPage(c, deps, invited, secret, "code");
    for (const cookie of joined.cookies) c.header("set-cookie", cookie, { append: true });
    const word = wordsOf(c, deps);
    return showPage(
      c,
      deps,
      { heading: "staff.backup.title" },
      <BackupCodes codes={joined.backupCodes} to={homeOf(joined.staff.role)} word={word} />,
    );
  });
  return app;
}
