/**
 * In the browser: asks a device for a passkey, to sign in or to add one, and hands its answer to the page's own form.
 */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

type Asked = { message: string } | { options: unknown };

async function ask(form: HTMLFormElement): Promise<string> {
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => typeof value === "string" && fields.append(name, value));
  const reply = await fetch(form.dataset["options"] ?? "", {
    method: "POST",
    headers: { accept: "application/json" },
    body: fields,
    credentials: "same-origin",
  });
  const asked = (await reply.json()) as Asked;
  if ("message" in asked) throw new Refused(asked.message);
  const made =
    form.dataset["passkey"] === "create"
      ? await startRegistration({
          optionsJSON: asked.options as Parameters<typeof startRegistration>[0]["optionsJSON"],
        })
      : await startAuthentication({
          optionsJSON: asked.options as Parameters<typeof startAuthentication>[0]["optionsJSON"],
        });
  return JSON.stringify(made);
}

/** What the server said is wrong. */
class Refused extends Error {}

/** Says what the server said; for whatever the device or the line says, the words the page brought along. */
function tell(form: HTMLFormElement, error: unknown): void {
  const notice = form.querySelector<HTMLElement>("[data-failed]");
  if (!notice) return;
  notice.textContent = error instanceof Refused ? error.message : (notice.dataset["failed"] ?? "");
  notice.hidden = false;
}

/** Hands the device's answer to the form and sends it. */
async function send(form: HTMLFormElement, answer: HTMLInputElement): Promise<void> {
  answer.value = "";
  answer.value = await ask(form);
  // The password was asked for the question; the answer needs it no more.
  const current = form.querySelector<HTMLInputElement>("input[name=current]");
  if (current) current.value = "";
  form.submit();
}

function start(form: HTMLFormElement): void {
  const answer = form.querySelector<HTMLInputElement>("input[name=response]");
  let busy = false;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy || !answer) return;
    busy = true;
    send(form, answer).catch((error: unknown) => {
      busy = false;
      tell(form, error);
    });
  });
}

const without = document.querySelector<HTMLElement>("[data-no-passkey]");
if (browserSupportsWebAuthn()) {
  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>("form[data-passkey]")))
    start(form);
  if (without) without.hidden = true;
}
