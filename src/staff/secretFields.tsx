/**
 * Fields for a new password and a new PIN, wherever one is chosen.
 */
import { passwordChars } from "../acts/staff/types.ts";
import type { Word } from "./layout.tsx";

export function NewPassword({ word }: { word: Word }) {
  return (
    <>
      <label for="password">{word("staff.join.password", { n: passwordChars.min })}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="new-password"
        minlength={passwordChars.min}
        maxlength={passwordChars.max}
        aria-describedby="password-hint"
        required
      />
      <p id="password-hint" class="aside-text">
        {word("staff.join.passwordHint")}
      </p>
    </>
  );
}

export function NewPin({ word }: { word: Word }) {
  return (
    <>
      <label for="pin">{word("staff.factor.pin")}</label>
      <input
        id="pin"
        name="pin"
        type="password"
        inputmode="numeric"
        autocomplete="off"
        pattern="[0-9]{4,6}"
        maxlength={6}
        aria-describedby="pin-hint"
        required
      />
      <p id="pin-hint" class="aside-text">
        {word("staff.factor.pinHint")}
      </p>
    </>
  );
}
