/**
 * Carrying the chat on by text message: asks for the code and shows it with the picture to scan.
 */
import type { CarryReply } from "../channels/web/types.ts";
import type { Words } from "./words.ts";

/** What may come of asking: a code, no conversation to carry on, or no answer. */
type Asked = CarryReply | "none" | "offline";

/**
 * @param root the chat.
 * @param ask posts the token and gives the answer.
 * @returns what shows the code of a conversation, and what hides it again; undefined where texts cannot be received.
 */
export function createCarry(root: HTMLElement, ask: (token: string) => Promise<Asked>) {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="carry${name}"]`);
  const [box, text, code, link, picture] = ["", "Text", "Code", "Open", "Picture"].map(part);
  if (!box || !text || !code || !link || !picture) return undefined;
  let asked = 0;
  return {
    hide() {
      asked++;
      box.hidden = true;
    },
    async show(token: string, words: Words): Promise<void> {
      const mine = ++asked;
      const answer = await ask(token);
      if (mine !== asked) return;
      const made = typeof answer === "string" ? undefined : answer;
      text.textContent =
        (answer === "offline" ? words.offline : made ? words["carryHow"] : words["carryNone"]) || "";
      code.textContent = made ? made.code : "";
      link.hidden = !made;
      if (made) link.setAttribute("href", made.smsHref);
      // Drawn by our own server, of nothing anybody typed.
      picture.innerHTML = made ? made.svg : "";
      box.hidden = false;
      box.focus();
    },
  };
}
