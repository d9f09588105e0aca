/**
 * At the clinic table, in the browser: printing by a button, no page of anybody out of the browser's memory, and word of
 * an answer that came meanwhile.
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

const pollMs = 20_000;
const place = document.querySelector<HTMLElement>("[data-waits]");

/** Says which numbers have an answer that had none when the page was made. */
async function askForNews(from: HTMLElement): Promise<void> {
  const { waits = "", known = "", says = "" } = from.dataset;
  const response = await fetch(waits, {
    headers: { accept: "application/json" },
    credentials: "same-origin",
  });
  // Locked, or signed out: nothing is said.
  if (!response.ok) return;
  const { ready } = (await response.json()) as { ready: number[] };
  const news = ready.filter((n) => known.split(" ").indexOf(String(n)) < 0);
  const text = news.length === 0 ? "" : says.replace("{n}", news.join(", "));
  const line = from.querySelector<HTMLElement>("[data-news]");
  if (line && line.textContent !== text) line.textContent = text;
  for (const part of from.querySelectorAll<HTMLElement>("[data-news], [data-show]"))
    part.hidden = text === "";
}

if (place) {
  setInterval(() => {
    // Without a signal the next time will do.
    if (!document.hidden) askForNews(place).catch(() => undefined);
  }, pollMs);
}
