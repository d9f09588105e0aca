/**
 * Paper. The sheets come from the server, which can write them in both languages; where they cannot be had, the steps
 * of the transcript are printed as they stand.
 */

/** What goes onto paper and what hides the rest, by the style sheet: the class of the document's root. */
const mark = "sheeted";

/**
 * @param place where the sheets wait, seen on paper alone
 * @param ask gives the page that holds the sheets; any other text, or nothing, where there are none
 */
export function createPrint(place: HTMLElement, ask: (both: boolean) => Promise<string>) {
  const html = document.documentElement;
  const clear = () => {
    const sheets = place.querySelector(".sheets");
    if (sheets !== null) sheets.remove();
    html.classList.remove(mark);
  };
  return {
    /** Takes the sheets away: the conversation went on, or is gone. */
    clear,
    /** @returns whether all that was asked for went onto paper */
    async print(both: boolean): Promise<boolean> {
      const page = await ask(both).catch(() => "");
      clear();
      const sheets = new DOMParser().parseFromString(page, "text/html").querySelector(".sheets");
      if (sheets !== null) {
        place.append(sheets);
        html.classList.add(mark);
      }
      window.print();
      return sheets !== null || !both;
    },
  };
}
