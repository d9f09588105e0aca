/**
 * Small pieces of the document.
 */
import { spans } from "./richText.ts";

/** Makes an element: `make("p", "quiet", "text", child)`. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.append(...children);
  return element;
}

/** A link; what is no telephone number opens beside the chat. */
export function link(text: string, href: string): HTMLAnchorElement {
  const anchor = make("a", "", text);
  anchor.href = href;
  if (!href.startsWith("tel:")) {
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
  }
  return anchor;
}

/** Words with their links and telephone numbers, each to be followed or dialled by a touch. */
export const inline = (text: string) =>
  spans(text).map((span) => (span.href ? link(span.text, span.href) : span.text));
