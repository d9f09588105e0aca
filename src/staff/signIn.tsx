/**
 * Signing in and out: e-mail and password, then a code, or a passkey alone; and out for somebody else on the same device.
 */
import { Hono, type Context } from "hono";
import { getCookie } from "hono/cookie";
import { limitedAddress } from "../acts/handle-web-turn.ts";
import { askPasskey, enterPasskey } from "../acts/staff/passkey-sign-in.ts";
import { enterCode, enterPassword } from "../acts/staff/sign-in.ts";
import { handOver, signOut } from "../acts/staff/session.ts";
import { passwordChars } from "../acts/staff/types.ts";
import { clientAddress } from "../http/address.ts";
import { fieldsOf } from "./desk.tsx";
import { localeOf, showPage, wordsOf, type PageOptions, type Word } from "./layout.tsx";
import { homeOf, localPath } from "./navigation.ts";
import { PasskeyAnswer, responseOf } from "./passkeyForm.tsx";
import type { StaffDeps, StaffEnv } from "./types.ts";

type C = Context<StaffEnv>;

/** Where to go on to, in the address of the next step, so that it survives it; and the language. */
function query(c: C, to: string | undefined): string {
  const params = new URLSearchParams();
  if (to !== undefined) params.set("to", to);
  if (c.req.query("locale") !== undefined) params.set("locale", localeOf(c));
  return params.size === 0 ? "" : `?${params.toString()}`;
}

function passwordPage(
  c: C,
  deps: StaffDeps,
  problem?: "refused" | "limited" | "again" | "passkey",
): Promise<Response> {
  const word = wordsOf(c, deps);
  const status = problem === "refused" || problem === "passkey" ? 401 : problem === "limited" ? 429 : 200;
  // Whatever brought somebody here, nobody is signed in: the script drops what an earlier session left on the device.
  const options: PageOptions = { heading: "staff.signIn.title", status, scripts: ["left.js", "passkey.js"] };
  return showPage(
    c,
    deps,
    options,
    <>
      {problem === undefined && c.req.query("left") !== undefined ? (
        <p class="notice" role="status">
          {word("staff.signIn.left")}
        </p>
      ) : null}
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`staff.signIn.${problem}`)}
        </p>
      )}
      <form
        method="post"
        action={`/staff/sign-in${query(c, localPath(c.req.query("to")))}`}
        class="staff-form"
      >
        <label for="email">{word("staff.email")}</label>
        <input id="email" name="email" type="email" autocomplete="username" maxlength={254} required />
        <label for="password">{word("staff.password")}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          maxlength={passwordChars.max}
          required
        />
        <button class="button main">{word("staff.signIn.next")}</button>
      </form>
      <PasskeyForm c={c} word={word} />
      <p class="aside-text">{word("staff.signIn.help")}</p>
    </>,
  );
}

/** Shown by the script, where the browser knows passkeys. */
function PasskeyForm({ c, word }: { c: C; word: Word }) {
  return (
    <form
      method="post"
      action={`/staff/sign-in/passkey${query(c, localPath(c.req.query("to")))}`}
      class="staff-form"
      data-passkey="get"
      data-options="/staff/sign-in/passkey/options"
      hidden
    >
      <PasskeyAnswer failed={word("account.passkeys.failed")} />
      <button class="button">{word("account.passkeys.use")}</button>
    </form>
  );
}

function codePage(c: C, deps: StaffDeps, wrong = false): Promise<Response> {
  const word = wordsOf(c, deps);
  return showPage(
    c,
    deps,
    { heading: "staff.code.title", status: wrong ? 401 : 200, scripts: ["passkey.js"] },
    <>
      {wrong ? (
        <p class="notice" role="alert">
          {word("staff.code.wrong")}
        </p>
      ) : null}
      <p>{word("staff.code.how")}</p>
      <form
        method="post"
        action={`/staff/sign-in/code${query(c, localPath(c.req.query("to")))}`}
        class="staff-form"
      >
        <label for="code">{word("staff.code.label")}</label>
        <input
          id="code"
          name="code"
          type="text"
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck={false}
          maxlength={32}
          required
        />
        <button class="button main">{word("staff.signIn.title")}</button>
      </form>
      <PasskeyForm c={c} word={word} />
      <p>
        <a href={`/staff/sign-in${query(c, localPath(c.req.query("to")))}`}>{word("staff.code.back")}</a>
      </p>
    </>,
  );
}

/** Routes beneath /staff that need no session. */
export function createSignIn(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  const cookieHeader = (c: C) => c.req.header("cookie") ?? "";

  app.get("/sign-in", (c) => passwordPage(c, deps));
  app.post("/sign-in", async (c) => {
    const field = await fieldsOf(c);
    const step = await enterPassword(services, {
      email: field("email"),
      password: field("password"),
      address: limitedAddress(clientAddress(c, services.config.trustedProxies)),
      cookies: cookieHeader(c),
    });
    if (step.next !== "code") return passwordPage(c, deps, step.next);
    for (const cookie of step.cookies) c.header("set-cookie", cookie, { append: true });
    return c.redirect(`/staff/sign-in/code${query(c, localPath(c.req.query("to")))}`, 303);
  });

  const address = (c: C) => limitedAddress(clientAddress(c, services.config.trustedProxies));
  app.post("/sign-in/passkey/options", async (c) => {
    const options = await askPasskey(services, address(c));
    if (options !== "limited") return c.json({ options });
    return c.json({ message: wordsOf(c, deps)("staff.signIn.limited") }, 429);
  });
  app.get("/sign-in/passkey", (c) => c.redirect("/staff/sign-in", 303));
  app.post("/sign-in/passkey", async (c) => {
    const step = await enterPasskey(services, {
      response: await responseOf(c),
      address: address(c),
      cookies: cookieHeader(c),
      userAgent: c.req.header("user-agent"),
    });
    if (step.next !== "in") return passwordPage(c, deps, step.next === "limited" ? "limited" : "passkey");
    for (const cookie of step.cookies) c.header("set-cookie", cookie, { append: true });
    return c.redirect(localPath(c.req.query("to")) ?? homeOf(step.role), 303);
  });

  app.get("/sign-in/code", async (c) => {
    const pending = Object.keys(getCookie(c)).some((name) => name.endsWith("clearline_code"));
    if (!pending) return c.redirect(`/staff/sign-in${query(c, localPath(c.req.query("to")))}`, 303);
    return codePage(c, deps);
  });
  app.post("/sign-in/code", async (c) => {
    const field = await fieldsOf(c);
    const step = await enterCode(services, cookieHeader(c), field("code"), c.req.header("user-agent"));
    if (step.next === "wrong") return codePage(c, deps, true);
    if (step.next === "again") return passwordPage(c, deps, "again");
    for (const cookie of step.cookies) c.header("set-cookie", cookie, { append: true });
    return c.redirect(localPath(c.req.query("to")) ?? homeOf(step.role), 303);
  });

  app.post("/sign-out", async (c) => {
    c.header("set-cookie", await signOut(services, cookieHeader(c)), { append: true });
    return c.redirect("/staff/sign-in", 303);
  });
  app.post("/hand-over", async (c) => {
    for (const cookie of await handOver(services, cookieHeader(c)))
      c.header("set-cookie", cookie, { append: true });
    return c.redirect("/staff/sign-in?left", 303);
  });
  return app;
}
