/**
 * At the clinic table, in the browser: printing by a button, and no page of anybody out of the browser's memory.
 */
// A page that comes back from memory comes back blank, until it is loaded anew.
addEventListener("pagehide", () => {
  document.documentElement.hidden = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
