/**
 * Twilio's REST API as the carrier of later texts, by its own library, loaded when the first text is sent (it takes
 * 200 ms and 25 MB).
 */
import type { Carrier, OutgoingText, SendResult } from "../acts/outbox/carrier.ts";
import type { Config } from "../env.ts";
import type twilioLibrary from "twilio";

/** A POST is given up well before its claim's lease ends, and before a stopping process runs out of grace. */
const timeoutMs = 8_000;
/** Twilio lists newest first; a phone gets a handful of texts a month. */
const listedMax = 50;
/** Errors of the request that say: our account. */
const accountCodes = new Set([20003, 20005, 20006, 20008, 20404, 21606, 21603, 21703]);
/** Never got as far as Twilio. */
const unreachedCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** An hour of silence at most, whatever is asked. */
const retryAfterMaxMs = 3_600_000;

export interface TwilioOptions {
  /** Instead of https://api.twilio.com: a stand-in for tests. */
  baseUrl?: string;
  /** How long an answer is waited for. */
  timeoutMs?: number;
}

type Client = InstanceType<typeof twilioLibrary.Twilio>;

/** @param twilio an account, a token and a sender: see `canSend`. */
export function createTwilioCarrier(twilio: Config["twilio"], options: TwilioOptions = {}): Carrier {
  let client: Promise<Client> | undefined;
  const connected = () => (client ??= connect(twilio, options));
  return {
    async send(text) {
      const { messages } = await connected();
      try {
        const sent = await messages.create(createOptions(twilio, text));
        return { kind: "accepted", sid: sent.sid, status: sent.status };
      } catch (error) {
        return resultOf(error);
      }
    },
    async sentTo(to, since) {
      const { messages } = await connected();
      const listed = await messages.list({ to, limit: listedMax });
      return listed
        .filter((m) => m.direction.startsWith("outbound") && m.direction !== "outbound-reply")
        .filter((m) => m.dateCreated.getTime() >= since)
        .map((m) => m.sid)
        .reverse();
    },
  };
}

async function connect(twilio: Config["twilio"], options: TwilioOptions): Promise<Client> {
  const { baseUrl } = options;
  const { default: library } = await import("twilio");
  const { default: RequestClient } = await import("twilio/lib/base/RequestClient.js");
  const http = new RequestClient({ timeout: options.timeoutMs ?? timeoutMs });
  const request = http.request.bind(http);
  http.request = async (asked) => {
    const { pathname, search } = new URL(asked.uri);
    const uri = baseUrl === undefined ? asked.uri : `${baseUrl}${pathname}${search}`;
    const response = await request({ ...asked, uri });
    const { statusCode: status, headers } = response as unknown as Answer;
    // The library's own error forgets the headers.
    const retryAfterMs = status === 429 || status === 503 ? retryAfter(headers) : undefined;
    if (retryAfterMs !== undefined)
      throw Object.assign(new Error(`answered ${status}`), { status, retryAfterMs });
    return response;
  };
  return library(twilio.accountSid, twilio.authTokens[0], { httpClient: http });
}

interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
}

/** Milliseconds of a Retry-After header: seconds, or a date, which is measured by the answer's own. */
function retryAfter({ "retry-after": after, date }: Answer["headers"]): number | undefined {
  if (typeof after !== "string") return undefined;
  const ms = /^\s*\d+\s*$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(String(date));
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, retryAfterMaxMs) : undefined;
}

function createOptions(twilio: Config["twilio"], text: OutgoingText) {
  // The address says the channel: WhatsApp goes out from the same number with the same prefix.
  const prefix = /^[a-z]+:/.exec(text.to)?.[0] ?? "";
  const sender =
    twilio.messagingServiceSid === undefined
      ? { from: `${prefix}${twilio.from ?? ""}` }
      : { messagingServiceSid: twilio.messagingServiceSid };
  return {
    ...sender,
    to: text.to,
    body: text.body,
    validityPeriod: text.validForSeconds,
    ...(text.statusUrl === undefined ? {} : { statusCallback: text.statusUrl }),
  };
}

/** What an error means for the text: Twilio's `RestException` has `status` and `code`, a broken line a system code. */
function resultOf(error: unknown): SendResult {
  const { status, code, retryAfterMs } = error as {
    status?: unknown;
    code?: unknown;
    retryAfterMs?: number;
  };
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (typeof code === "string" && unreachedCodes.has(code)) return { kind: "unreached" };
  if (typeof status !== "number") return { kind: "unknown" };
  const number = typeof code === "number" ? code : status;
  if (status === 429 || number === 20429) return { kind: "throttled", ...wait };
  if (status === 401 || status === 403 || accountCodes.has(number)) return { kind: "account", code: number };
  if (status >= 400 && status < 500) return { kind: "refused", code: number };
  return { kind: "unknown", ...wait };
}
