/**
 * Finds the links and telephone numbers in a message, so that a touch follows or dials them.
 * Pure: the page on the server and the chat in the browser use the same reading.
 */

export interface Span {
  text: string;
  /** Where a touch leads: "https:…" or "tel:…"; absent for plain words. */
  href?: string;
}

const target =
  /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]|\+\d{1,3}(?: \d{2,4}){2,4}\b|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/g;

/** Splits one message into plain words and links. Joining the texts gives the message back. */
export function spans(message: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  // No matchAll: browsers of 2017 lack it.
  target.lastIndex = 0;
  for (let match = target.exec(message); match !== null; match = target.exec(message)) {
    const text = match[0];
    if (match.index > end) found.push({ text: message.slice(end, match.index) });
    // With its country's code written a number is dialled as it is; without, it is one of ours.
    const country = text.startsWith("+") ? "" : "1";
    const href = text.startsWith("http") ? text : `tel:+${country}${text.replace(/\D/g, "")}`;
    found.push({ text, href });
    end = match.index + text.length;
  }
  if (end < message.length) found.push({ text: message.slice(end) });
  return found;
}

/** The paragraphs of a message: blank lines divide them, single line breaks stay. */
export function paragraphs(message: string): string[] {
  return message
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
