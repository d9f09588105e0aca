/**
 * The places in the served document that the chat fills. The server draws them all, usable as plain forms;
 * the script takes over what is there.
 */

export interface Parts {
  root: HTMLElement;
  log: HTMLElement;
  typing: HTMLElement;
  /** Says that a turn is not sent yet, or what the server answered instead. */
  status: HTMLElement;
  statusText: HTMLElement;
  tryNow: HTMLButtonElement;
  composer: HTMLFormElement;
  label: HTMLElement;
  answer: HTMLInputElement;
  date: HTMLFormElement;
  tools: HTMLElement;
  end: HTMLElement;
  ended: HTMLElement;
  print: HTMLElement;
  sheets: HTMLElement;
  again: HTMLElement;
  progress: HTMLElement;
  deleteAsk: HTMLElement;
}

/** Finds the places by their `data-part`. @throws when the document is not ours. */
export function findParts(root: HTMLElement): Parts {
  const part = (name: string): HTMLElement => {
    const element = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (element === null) throw new Error(name);
    return element;
  };
  return {
    root,
    log: part("log"),
    typing: part("typing"),
    status: part("status"),
    statusText: part("statusText"),
    tryNow: part("tryNow") as HTMLButtonElement,
    composer: part("composer") as HTMLFormElement,
    label: part("label"),
    answer: part("answer") as HTMLInputElement,
    date: part("date") as HTMLFormElement,
    tools: part("tools"),
    end: part("end"),
    ended: part("ended"),
    print: part("print"),
    sheets: part("sheets"),
    again: part("again"),
    progress: part("progress"),
    deleteAsk: part("deleteAsk"),
  };
}
