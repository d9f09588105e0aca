/**
 * People who talk with the application under test: over signed text messages, or over the chat's JSON.
 */
import type { ChatReply } from "../../src/acts/chat.ts";
import { textParams, textsOf, twilioRequest, type TestApp } from "./app.ts";
import type { Person } from "./list.ts";

export interface Answered {
  status: number;
  headers: Record<string, string>;
  /** As received. */
  body: string;
  /** Every message of the reply, in order. */
  texts: string[];
}

/** One person on one channel. */
export interface Talk {
  say(text: string): Promise<Answered>;
  /** Every answer so far. */
  readonly heard: Answered[];
}

async function answered(response: Response, texts: (body: string) => string[]): Promise<Answered> {
  const body = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
    texts: response.ok ? texts(body) : [],
  };
}

/** Posts one signed text message. */
export async function postText(
  app: TestApp,
  from: string,
  body: string,
  sid?: string,
  extra: Record<string, string> = {},
): Promise<Answered> {
  const params = { ...textParams(from, body, sid), ...extra };
  return answered(await app.request("/webhooks/sms", twilioRequest(params)), textsOf);
}

export function smsTalk(app: TestApp, from: string): Talk {
  const heard: Answered[] = [];
  return {
    heard,
    async say(text) {
      const one = await postText(app, from, text);
      heard.push(one);
      return one;
    },
  };
}

/** Posts JSON to the chat's webhook. */
export async function postChat(
  app: TestApp,
  json: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await app.request("/webhooks/chat", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof json === "string" ? json : JSON.stringify(json),
  });
  return answered(response, (body) =>
    (JSON.parse(body) as ChatReply).messages.map((message) => message.text),
  );
}

export interface WebTalk extends Talk {
  /** The conversation's token now. */
  readonly token: string;
  /** The last reply. */
  readonly reply: ChatReply;
  send(input: { text?: string; choice?: string; edit?: string; turn?: string }): Promise<Answered>;
}

/** Opens a chat; `headers` go with every call. */
export async function webTalk(
  app: TestApp,
  options: { locale?: "en" | "es"; headers?: Record<string, string>; event?: string } = {},
): Promise<WebTalk> {
  const { locale = "en", headers, event } = options;
  const heard: Answered[] = [];
  let token = "";
  let reply: ChatReply;
  let turn = 0;
  const post = async (json: object) => {
    const one = await postChat(app, json, headers);
    heard.push(one);
    if (one.status === 200) {
      reply = JSON.parse(one.body) as ChatReply;
      token = reply.conversation;
    }
    return one;
  };
  await post({ locale, ...(event === undefined ? {} : { event }) });
  const send: WebTalk["send"] = (input) =>
    post({ conversation: token, turn: `turn-${++turn}`, locale, ...input });
  return {
    heard,
    say: (text) => send({ text }),
    send,
    get token() {
      return token;
    },
    get reply() {
      return reply;
    },
  };
}

/** What each channel and language says until a lookup is made, in order. */
export function untilLookup(channel: "sms" | "web", locale: "en" | "es", person: Person): string[] {
  const opening = channel === "sms" ? [locale === "en" ? "hello" : "hola", "1"] : ["1", "1"];
  const year = person.caseNumber === "no" ? [person.year] : [];
  return [...opening, person.caseNumber, person.name, person.birthDate, ...year, "1"];
}

/** A new person on a channel; on the web `who` does not matter, each has an address of their own. */
export async function newTalk(
  app: TestApp,
  channel: "sms" | "web",
  locale: "en" | "es",
  who: string,
): Promise<Talk> {
  if (channel === "sms") return smsTalk(app, who);
  return webTalk(app, { locale, headers: { "x-forwarded-for": newAddress() } });
}

/** Talks up to and with the lookup. @returns its answer. */
export async function ask(
  app: TestApp,
  channel: "sms" | "web",
  locale: "en" | "es",
  who: string,
  person: Person,
): Promise<{ talk: Talk; answer: Answered }> {
  const talk = await newTalk(app, channel, locale, who);
  let answer: Answered | undefined;
  for (const text of untilLookup(channel, locale, person)) answer = await talk.say(text);
  if (!answer) throw new Error("nothing was said");
  return { talk, answer };
}

let addresses = 0;

/** An address nobody else uses in this run of a file. */
export function newAddress(): string {
  return `198.51.${Math.floor(++addresses / 250)}.${addresses % 250}`;
}

let phones = 0;

/** A phone nobody else uses in this run of a file. */
export function newPhone(): string {
  return `+1323555${String(1000 + ++phones)}`;
}
