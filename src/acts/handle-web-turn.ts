/**
 * A turn of the web chat. Opening is stateless: a token is made and the first question shown, nothing is stored.
 * Unknown, expired and deleted tokens look alike: a new token, the first question, one line of why.
 */
import { timingSafeEqual } from "node:crypto";
import type { ChatReply, ChatRequest } from "./chat.ts";
import { newConversation, progressOf, situationOf } from "../dialog/position.ts";
import { step } from "../dialog/step.ts";
import type { Channel, Effect, Input, Locale } from "../dialog/types.ts";
import { readEventCode } from "../flow/eventCode.ts";
import { flowFor } from "../flow/modes.ts";
import { losAngelesDate } from "../runtime.ts";
import { keyedHash } from "../privacy/seal.ts";
import { handleTurn } from "./turn/handle-turn.ts";
import type { SecondLook } from "./turn/look-up.ts";
import type { Presented, TurnRequest } from "./turn/types.ts";
import type { Services } from "./services.ts";

/** A reply without its token, which stands outside what is stored. */
export type PresentWeb = (effects: readonly Effect[], after: Presented) => Omit<ChatReply, "conversation">;

export interface WebTurn {
  request: ChatRequest;
  /** The client's address, as far as proxies are trusted. */
  address: string;
  channel?: Extract<Channel, "web" | "outreach">;
  /** Absent on the web: the worker at a clinic table, whose own limits count there; `waits`: where numbers run on. */
  worker?: { id: string; secondLook: SecondLook; waits: string } | undefined;
  /** Takes the turn in place of what the request says: a whole form at once. */
  take?: TurnRequest["take"] | undefined;
  /** Keyed hashes of the turn's id where it is not the conversation's own. */
  turnIds?: readonly Buffer[] | undefined;
  arrived: number;
  present: PresentWeb;
}

const tokenMs = 24 * 3_600_000;
const idBytes = 16;
const macBytes = 16;

/** A token: 128 random bits, the minute it was made, and a keyed tag, so that hand-made ones are told from ours. */
export function makeToken(services: Services): string {
  const head = Buffer.alloc(idBytes + 4);
  services.runtime.bytes(idBytes).copy(head);
  head.writeUInt32BE(Math.floor(services.runtime.now() / 60_000), idBytes);
  return Buffer.concat([head, tagOf(services, head, services.sealer.keys.activeId)]).toString("base64url");
}

function tagOf(services: Services, head: Buffer, keyId: string): Buffer {
  return keyedHash(services.sealer.keys.subKey("tokens", keyId), [
    "web-token",
    head.toString("hex"),
  ]).subarray(0, macBytes);
}

/** Was this token made here, within the last 24 hours? */
export function isLive(services: Services, token: string): boolean {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== idBytes + 4 + macBytes || bytes.toString("base64url") !== token) return false;
  const head = bytes.subarray(0, idBytes + 4);
  const madeAt = head.readUInt32BE(idBytes) * 60_000;
  if (services.runtime.now() - madeAt >= tokenMs) return false;
  return services.sealer.keys.ids.some((id) =>
    timingSafeEqual(bytes.subarray(idBytes + 4), tagOf(services, head, id)),
  );
}

/** The network a limit counts by: an IPv4 address, or an IPv6 /64 (one household or library). */
export function limitedAddress(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = "", tail = ""] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((g) => Number.parseInt(g, 16).toString(16))
    .join(":")}::/64`;
}

/** Takes one request of the chat and answers it. @throws what the database throws; nothing was committed then. */
export async function handleWebTurn(
  services: Services,
  turn: WebTurn,
  signal?: AbortSignal,
): Promise<ChatReply> {
  const { request } = turn;
  const channel = turn.channel ?? "web";
  const locale = request.locale ?? "en";
  const input = inputOf(request);
  if (request.conversation === undefined || request.conversation === "")
    return open(services, turn, channel, locale, []);
  if (!isLive(services, request.conversation)) return open(services, turn, channel, locale, [deadToken]);
  const event = readEventCode(request.event ?? "");
  const { sealer } = services;
  const token = request.conversation;
  const handles = sealer.hashes("tokens", "web", token);
  const result = await handleTurn(
    services,
    {
      channel,
      handles,
      turnIds: turn.turnIds ?? sealer.hashes("turns", "web", token, request.turn),
      ...(turn.take ? { take: turn.take } : {}),
      input: input ?? { kind: "text", text: "" },
      fresh: { locale, event, opened: true },
      mustExist: true,
      subject: turn.worker
        ? { kind: "worker", of: turn.worker.id }
        : { kind: "address", of: limitedAddress(turn.address) },
      secondLook: turn.worker?.secondLook,
      table: turn.worker && { worker: turn.worker.id, scope: turn.worker.waits },
      optOuts: false,
      arrived: turn.arrived,
      present: (effects, after) => Buffer.from(JSON.stringify(turn.present(effects, after))),
    },
    signal,
  );
  if (result.kind === "gone" || result.bytes.length === 0)
    return open(services, turn, channel, locale, [deadToken]);
  const reply = JSON.parse(result.bytes.toString()) as Omit<ChatReply, "conversation">;
  return { conversation: token, ...reply };
}

const deadToken: Effect = { type: "say", key: "commands.deadToken" };

function inputOf(request: ChatRequest): Input | undefined {
  if (request.choice !== undefined) return { kind: "choice", id: request.choice };
  if (request.edit !== undefined) return { kind: "edit", question: request.edit };
  if (request.text !== undefined) return { kind: "text", text: request.text };
  return undefined;
}

/** Shows the first question under a new token. */
async function open(
  services: Services,
  turn: WebTurn,
  channel: Channel,
  locale: Locale,
  notice: readonly Effect[],
): Promise<ChatReply> {
  const now = services.runtime.now();
  const today = losAngelesDate(now);
  const rows = await services.database.query<{ value: string }>(
    "select value from setting where key = 'lookups'",
  );
  const flow = flowFor(services.config, rows[0]?.value ?? null, channel);
  const opened = step(
    flow,
    newConversation(flow, channel, now, { locale }),
    { kind: "open", locale },
    { now, today },
  );
  const s = situationOf(flow, opened.conversation, today);
  const reply = turn.present([...notice, ...opened.effects], {
    locale,
    question: opened.question,
    progress: progressOf(flow, s),
    outcome: null,
    done: false,
  });
  return { conversation: makeToken(services), ...reply };
}
