/**
 * What is shown of a second factor: the key for an authenticator app, as picture and as text, and backup codes.
 */
import { raw } from "hono/html";
import { renderSVG } from "uqr";
import type { Word } from "./layout.tsx";

/** What an authenticator app reads from the picture (Key URI Format). */
function keyUri(issuer: string, email: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`;
}

/** @param props.secret base32. */
export function AppKey(props: { issuer: string; email: string; secret: string; word: Word }) {
  const { issuer, email, secret, word } = props;
  return (
    <>
      <p>{word("staff.factor.app")}</p>
      <div class="staff-code" role="img" aria-label={word("staff.factor.picture")}>
        {raw(renderSVG(keyUri(issuer, email, secret), { border: 2 }))}
      </div>
      <p>
        {word("staff.factor.typed")} <code class="staff-secret">{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
    </>
  );
}

/** The code that the app shows now. */
export function CodeField({ word }: { word: Word }) {
  return (
    <>
      <label for="code">{word("staff.factor.code")}</label>
      <input
        id="code"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={16}
        required
      />
    </>
  );
}

/** Shown once, and the way on. */
export function BackupCodes({ codes, to, word }: { codes: readonly string[]; to: string; word: Word }) {
  return (
    <>
      <p>{word("staff.backup.text")}</p>
      <ul class="staff-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button main" href={to}>
          {word("staff.backup.kept")}
        </a>
      </p>
    </>
  );
}
