/**
 * The web's face on a real port, with a scripted conversation behind it.
 */
import { serve, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import type { Services } from "../../../src/acts/services.ts";
import { createFaultPage } from "../../../src/channels/web/page/fault.tsx";
import { createWebPages } from "../../../src/channels/web/pages.tsx";
import { createChat } from "../../../src/channels/web/receive.ts";
import { createCopy } from "../../../src/copy/copy.ts";
import { readConfig, type Config } from "../../../src/env.ts";
import type { ServerEnv } from "../../../src/http/address.ts";
import { answerError, answerMissing } from "../../../src/http/errors.ts";
import { createLog } from "../../../src/http/log.ts";
import { systemRuntime } from "../../../src/runtime.ts";
import { scriptedChat, type ScriptedChat } from "./scriptedChat.ts";

export interface Site {
  url: string;
  chat: ScriptedChat;
  stop: () => Promise<void>;
}

const silent = createLog("silent");

/** Listens on a port of a loopback host; 0 is a free one. */
export async function listen(
  app: Hono<ServerEnv>,
  port = 0,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = await new Promise<ServerType>((resolve) => {
    const started: ServerType = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, () =>
      resolve(started),
    );
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

/** The pages need no database: only the settings, the clock and the log of the services. */
export function pageServices(config: Config): Services {
  const versions = { current: () => Promise.resolve([]) };
  return { config, runtime: systemRuntime, log: silent, versions } as unknown as Services;
}

/** The pages and the chat's webhook over a scripted conversation, to be asked in memory or served. */
export function pagesForTests(settings: Record<string, string> = {}): {
  app: Hono<ServerEnv>;
  chat: ScriptedChat;
} {
  const config = readConfig({ ORG_NAME: "Harbor Legal Aid", HOST: "127.0.0.1", ...settings });
  const copy = createCopy(config.org);
  const chat = scriptedChat();
  const app = new Hono<ServerEnv>();
  app.route("/webhooks/chat", createChat(chat.take, []));
  app.route("/", createWebPages({ services: pageServices(config), copy, turn: chat.take }));
  const answer = answerError(copy, silent, config.org.phone, createFaultPage(config, copy));
  app.notFound(answerMissing(app, answer));
  app.onError(answer);
  return { app, chat };
}

/** Serves the pages on a real port. `settings` are environment variables. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const { app, chat } = pagesForTests(settings);
  const { url, stop } = await listen(app);
  return { url, chat, stop };
}
