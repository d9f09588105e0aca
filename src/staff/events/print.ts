/**
 * A button that prints the page; without scripts the browser's own menu does.
 */
for (const button of Array.from(document.querySelectorAll<HTMLElement>("[data-print]"))) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
