/**
 * In the browser: sends the file without leaving the page, shows how far it is, and how it ended. Without script the
 * form goes its plain way, and the page is looked at again by hand.
 */
const path = "/staff/lists/import";
const asJson = { headers: { accept: "application/json" }, credentials: "same-origin" } as const;
const pollMs = 1000;

interface Stages {
  state: string;
  percent: number;
  received: string;
  rows: string;
  written: string;
  labels: string;
  say: string;
}

const form = document.querySelector<HTMLFormElement>("[data-import]");
const here = document.querySelector<HTMLElement>("[data-here]");
const notice = document.querySelector<HTMLElement>("[data-problem]");

/** A version 4 UUID; `crypto.randomUUID` is missing on plain http and in older browsers. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => (byte + 0x100).toString(16).slice(1)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function tellProblem(text: string): void {
  if (!notice) return;
  notice.textContent = text;
  notice.hidden = text === "";
}

function fill(section: HTMLElement, stages: Stages): void {
  const bar = section.querySelector("progress");
  if (bar) bar.value = stages.percent;
  for (const stage of ["received", "rows", "written", "labels"] as const) {
    const cell = section.querySelector(`[data-stage=${stage}]`);
    if (cell) cell.textContent = stages[stage];
  }
  // Read aloud when it changes: four times in all.
  const said = section.querySelector("[data-say]");
  if (said && stages.percent >= 25 && said.textContent !== stages.say) said.textContent = stages.say;
}

/** The section of an upload as the server draws it. */
async function sectionOf(id: string): Promise<HTMLElement | undefined> {
  const response = await fetch(`${path}/${id}`, { credentials: "same-origin" });
  const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
  const section = drawn.querySelector<HTMLElement>("[data-upload]");
  return section ? document.importNode(section, true) : undefined;
}

function scripted(section: HTMLElement): void {
  const by = section.querySelector<HTMLElement>("[data-unscripted]");
  if (by) by.hidden = true;
  const cancel = section.querySelector<HTMLFormElement>("[data-cancel]");
  cancel?.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = cancel.querySelector("button");
    if (button) button.disabled = true;
    fetch(cancel.action, { method: "POST", ...asJson }).catch(() => {
      if (button) button.disabled = false;
    });
  });
}

/**
 * Asks until the upload has ended.
 * @param given up when it never comes to be.
 */
async function follow(
  id: string,
  seen: (stages: Stages) => void | Promise<void>,
  given: () => boolean = () => false,
): Promise<string | undefined> {
  for (;;) {
    try {
      const response = await fetch(`${path}/${id}`, asJson);
      if (response.status === 200) {
        const stages = (await response.json()) as Stages;
        await seen(stages);
        if (stages.state !== "running") return stages.state;
      } else if (response.status === 404 && given()) return undefined;
    } catch {
      // No signal: it goes on without us, and so do we.
      if (given()) return undefined;
    }
    await wait(pollMs);
  }
}

/** Sends the form. @returns what was wrong, or "" when it is here or need not come any more. */
async function post(sent: HTMLFormElement, signal: AbortSignal): Promise<string> {
  const lost = sent.dataset["lost"] ?? "";
  try {
    const response = await fetch(path, { ...asJson, method: "POST", body: new FormData(sent), signal });
    if (response.status === 200) return "";
    const told = (await response.json().catch(() => ({}))) as { problem?: string };
    return told.problem ?? lost;
  } catch {
    return signal.aborted ? "" : lost;
  }
}

async function send(sent: HTMLFormElement, place: HTMLElement): Promise<void> {
  const field = sent.querySelector<HTMLInputElement>("[name=upload]");
  const file = sent.querySelector<HTMLInputElement>("[type=file]")?.files?.[0];
  const button = sent.querySelector("button");
  tellProblem("");
  if (file && file.size > Number(sent.dataset["max"])) {
    tellProblem(sent.dataset["tooLarge"] ?? "");
    return;
  }
  const id = newId();
  if (field) field.value = id;
  if (button) button.disabled = true;
  place.textContent = sent.dataset["sending"] ?? "";
  const stopping = new AbortController();
  let left = false;
  const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener("beforeunload", leaving);
  const posting = post(sent, stopping.signal)
    .then((problem) => {
      tellProblem(problem);
      left = problem !== "";
      return undefined;
    })
    .finally(() => removeEventListener("beforeunload", leaving));
  let section: HTMLElement | undefined;
  const show = async () => {
    section = await sectionOf(id);
    if (!section) return;
    scripted(section);
    place.textContent = "";
    place.appendChild(section);
    section.scrollIntoView({ block: "nearest" });
  };
  const state = await follow(
    id,
    async (stages) => {
      if (!section) await show();
      if (section) fill(section, stages);
    },
    () => left,
  );
  // What cannot be taken need not be sent to its end.
  if (state !== undefined) stopping.abort();
  await posting;
  if (button) button.disabled = false;
  if (state === "imported") {
    location.assign(`${path}/${id}`);
    return;
  }
  if (state === undefined) {
    place.textContent = "";
    return;
  }
  tellProblem("");
  await show();
  section?.focus();
}

if (form && here) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, here).catch(() => tellProblem(form.dataset["lost"] ?? ""));
  });
  addEventListener("pageshow", () => {
    const button = form.querySelector("button");
    if (button) button.disabled = false;
  });
}

// A page that was opened to look, by whoever sent the file or by somebody else.
const looked = form ? null : document.querySelector<HTMLElement>("[data-upload][data-state=running]");
if (looked) {
  scripted(looked);
  follow(looked.dataset["upload"] ?? "", (stages) => fill(looked, stages)).then(
    () => location.reload(),
    () => undefined,
  );
}
