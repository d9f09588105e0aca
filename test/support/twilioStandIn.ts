/**
 * A local stand-in for Twilio's REST API, spoken to by Twilio's own library: takes messages, lists them, reports what
 * became of them, and misbehaves as it is told: throttles, refuses, fails before or after taking, hangs up, answers too
 * late, and delivers its reports late, twice, out of order and before its own answer. It keeps what it took, in order.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface TakenMessage {
  sid: string;
  to: string;
  from: string;
  body: string;
  statusCallback: string | undefined;
  validityPeriod: string | undefined;
  at: number;
  direction: "outbound-api" | "outbound-reply";
}

/** What happens to one POST: by its order, or by who it goes to. */
export type Behaviour =
  | "take"
  /** 429, nothing taken. */
  | "throttle"
  /** The same, and when to come back: a Retry-After header in whole seconds. */
  | { retryAfter: number }
  /** 500, nothing taken. */
  | "failBefore"
  /** Taken, and answered 500. */
  | "failAfter"
  /** Taken, and the line goes dead. */
  | "hangUpAfter"
  /** The line goes dead, nothing taken. */
  | "hangUpBefore"
  /** Taken, or not, and no answer for as long as anybody waits. */
  | "delayAfter"
  | "delayBefore"
  /** 401: wrong credentials. */
  | "unauthorized"
  /** Twilio's error, with HTTP 400. */
  | { code: number };

/** One report about a message: where Twilio would post it, and with what. */
export interface StatusReport {
  url: string;
  params: Record<string, string>;
}

export interface TwilioStandIn {
  url: string;
  /** Messages taken, oldest first. */
  readonly taken: TakenMessage[];
  /** Every POST, whatever became of it. */
  readonly posts: { to: string; body: string }[];
  /** Answers for the next POSTs; afterwards `otherwise`. */
  next: Behaviour[];
  otherwise: (to: string, nth: number) => Behaviour;
  /** The list of messages cannot be had. */
  listFails: boolean;
  /** Called before a POST is answered: the place to hold it back, or to kill its sender. */
  onPost: (message: { to: string }) => Promise<void>;
  /** What becomes of a message once it is taken, in the order of Twilio's reports. */
  fate: (to: string) => readonly { status: string; code?: number }[];
  /** Reports that are still to be delivered, in the order of their making. */
  readonly reports: StatusReport[];
  /** Set: reports are delivered by it before the POST that caused them is answered. */
  reportFirst: ((report: StatusReport) => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** @param now the stand-in's clock, in epoch milliseconds. */
export async function startTwilioStandIn(now: () => number): Promise<TwilioStandIn> {
  let posted = 0;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  const standIn: TwilioStandIn = {
    url: "",
    taken: [],
    posts: [],
    next: [],
    otherwise: () => "take",
    listFails: false,
    onPost: () => Promise.resolve(),
    fate: () => [{ status: "queued" }, { status: "sent" }, { status: "delivered" }],
    reports: [],
    reportFirst: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (!/^\/2010-04-01\/Accounts\/AC\w+\/Messages\.json$/.test(url.pathname))
      return json(response, 404, { code: 20404, message: "not found", status: 404 });
    if (request.method === "GET") return list(url, response);
    const form = new URLSearchParams(await text(request));
    const to = form.get("To") ?? "";
    standIn.posts.push({ to, body: form.get("Body") ?? "" });
    const behaviour = standIn.next.shift() ?? standIn.otherwise(to, posted);
    posted += 1;
    await standIn.onPost({ to });
    const takes = behaviour === "take" || (typeof behaviour === "string" && behaviour.endsWith("After"));
    const message = takes ? take(form) : undefined;
    if (message) await report(message);
    // Held open: whoever asked gives up first.
    if (behaviour === "delayAfter" || behaviour === "delayBefore") return;
    if (behaviour === "hangUpAfter" || behaviour === "hangUpBefore") {
      request.socket.destroy();
    } else if (behaviour === "throttle") {
      json(response, 429, { code: 20429, message: "too many requests", status: 429 });
    } else if (typeof behaviour === "object" && "retryAfter" in behaviour) {
      response.setHeader("retry-after", String(behaviour.retryAfter));
      json(response, 429, { code: 20429, message: "too many requests", status: 429 });
    } else if (behaviour === "unauthorized") {
      json(response, 401, { code: 20003, message: "authenticate", status: 401 });
    } else if (typeof behaviour === "object") {
      json(response, 400, { code: behaviour.code, message: "refused", status: 400 });
    } else if (message && behaviour === "take") json(response, 201, resource(message));
    else json(response, 500, { code: 20500, message: "internal", status: 500 });
  }

  function take(form: URLSearchParams): TakenMessage {
    const message: TakenMessage = {
      sid: `SM${String(standIn.taken.length + 1).padStart(32, "0")}`,
      to: form.get("To") ?? "",
      from: form.get("From") ?? form.get("MessagingServiceSid") ?? "",
      body: form.get("Body") ?? "",
      statusCallback: form.get("StatusCallback") ?? undefined,
      validityPeriod: form.get("ValidityPeriod") ?? undefined,
      at: now(),
      direction: "outbound-api",
    };
    standIn.taken.push(message);
    return message;
  }

  async function report(message: TakenMessage): Promise<void> {
    if (message.statusCallback === undefined) return;
    for (const { status, code } of standIn.fate(message.to)) {
      const params = {
        MessageSid: message.sid,
        MessageStatus: status,
        To: message.to,
        ...(code === undefined ? {} : { ErrorCode: String(code) }),
      };
      const one = { url: message.statusCallback, params };
      if (standIn.reportFirst) await standIn.reportFirst(one);
      else standIn.reports.push(one);
    }
  }

  function list(url: URL, response: ServerResponse): void {
    if (standIn.listFails) return json(response, 503, { code: 20503, message: "unavailable", status: 503 });
    const to = url.searchParams.get("To");
    const found = standIn.taken.filter((message) => to === null || message.to === to);
    return json(response, 200, {
      messages: found.map(resource).reverse(),
      page_size: 50,
      next_page_uri: null,
    });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

function resource(message: TakenMessage): object {
  // Twilio dates in RFC 2822, whole seconds.
  const date = new Date(message.at).toUTCString().replace("GMT", "+0000");
  return {
    sid: message.sid,
    to: message.to,
    from: message.from,
    body: message.body,
    direction: message.direction,
    status: "queued",
    date_created: date,
    date_sent: null,
    date_updated: date,
    num_segments: "1",
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
