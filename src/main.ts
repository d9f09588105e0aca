/**
 * The server's life: configuration, services, sample, listening, and a stop that lets work in hand finish.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { askFollowUps } from "./acts/ask-follow-ups.ts";
import { loadSample } from "./acts/load-sample.ts";
import { currentLists, type CurrentLists } from "./acts/current-lists.ts";
import { openServices } from "./acts/open-services.ts";
import { canSend } from "./acts/outbox/carrier.ts";
import { purge } from "./acts/purge.ts";
import { sendDue } from "./acts/send-due.ts";
import type { Services } from "./acts/services.ts";
import { turnMs } from "./acts/turn/types.ts";
import { stopUploads } from "./acts/uploads/running.ts";
import { endWatches, tellWatchers } from "./acts/watch-lists.ts";
import { createApp } from "./app.ts";
import type { CommandContext } from "./cli/command.ts";
import { serveCommands } from "./cli/hand-over.ts";
import { welcome } from "./cli/welcome.ts";
import { createCopy, type Copy } from "./copy/copy.ts";
import { overBudget, readConfig } from "./env.ts";
import { listen } from "./http/listen.ts";
import { every, type Job } from "./jobs/every.ts";
import { createTwilioCarrier } from "./jobs/twilioCarrier.ts";
import { systemRuntime } from "./runtime.ts";

/** How long /readyz says no before the listener closes. */
const drainMs = 3_000;
const purgeMs = 10 * 60_000;
/** How soon an import is followed by its watchers' texts and a month by its question, and how soon a due text goes out. */
const watchMs = 60_000;
const sendMs = 1_000;

export interface RunningServer {
  port: number;
  /** Resolves when the server has stopped. */
  stopped: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts everything and listens.
 * @param runCommand runs commands that other processes hand over while this one holds the embedded database.
 * @throws ConfigError, FolderInUseError, or an Error in plain words.
 */
export async function startServer(
  context: Pick<CommandContext, "out" | "err" | "tty">,
  runCommand: (args: string[], context: CommandContext) => Promise<number>,
): Promise<RunningServer> {
  const config = readConfig();
  const opened = await openServices(config, systemRuntime, { statementTimeoutMs: turnMs });
  const { services, lock } = opened;
  try {
    const copy = createCopy(config.org);
    lock?.serve(serveCommands(services, runCommand));
    if (config.databaseUrl === undefined && config.lookups !== "off") {
      await loadSample(services, { onProgress: progressTo(context) });
    }
    const readiness = { accepting: true };
    const app = createApp({ services, copy, readiness });
    const listening = await listen(app.fetch, config.host, config.port);
    const jobs = startJobs(services, copy);
    let resolve: () => void = () => {};
    const stopped = new Promise<void>((done) => (resolve = done));
    let stopping: Promise<void> | undefined;
    const stop = () =>
      (stopping ??= (async () => {
        readiness.accepting = false;
        // A balancer sees that first and sends nobody here any more; on the machine itself nobody waits for it.
        if (!config.loopback) await sleep(drainMs);
        await Promise.all([listening.close(), stopUploads(services), ...jobs.map((job) => job.stop())]);
        await opened.close();
        resolve();
      })());
    // From the moment it listens a signal ends it in order, also while it still says hello.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
    try {
      const lists = await currentLists(services);
      context.out(welcome(services, listening.port, lists));
      for (const warning of warnings(services, lists)) context.err(`! ${warning}\n`);
    } catch (error) {
      if (!stopping) {
        await stop();
        throw error;
      }
    }
    return { port: listening.port, stopped, stop };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** What repeats: purge, watches, and sending where there is an account to send by. */
function startJobs(services: Services, copy: Copy): Job[] {
  const { config, log } = services;
  const jobs = [
    every("purge", purgeMs, log, async (signal) => {
      // Who is still watching is told before the row goes.
      await endWatches(services, copy, signal);
      await purge(services, signal);
    }),
  ];
  if (canSend(config)) {
    // Without an account a watch waits untold: its text would only be given up.
    jobs.push(every("watch", watchMs, log, (signal) => tellWatchers(services, copy, signal)));
    jobs.push(every("followUp", watchMs, log, (signal) => askFollowUps(services, copy, signal)));
    const carrier = createTwilioCarrier(config.twilio);
    jobs.push(every("sender", sendMs, log, (signal) => sendDue(services, carrier, signal)));
  }
  return jobs;
}

function warnings({ config }: Services, { versions, notReady }: CurrentLists): string[] {
  const found: string[] = [];
  if (notReady === "SCHEME_DIFFERS")
    found.push("A list was built by an older version and answers nothing yet: run `clearline lists rekey`.");
  if (notReady === "KEY_MISSING")
    found.push("A list is sealed by a key that CLEARLINE_KEYS does not hold: it answers nothing.");
  const real = versions.some((version) => !version.list.sample);
  if (real && config.databaseUrl === undefined) {
    found.push(
      "A real list sits on the embedded database, which a power cut can damage: use PostgreSQL (DATABASE_URL).",
    );
  }
  if (real && config.legalReview === undefined) {
    found.push(
      config.loopback
        ? "A real list is loaded and LEGAL_REVIEW is not set: open on this machine alone."
        : "A real list is loaded and LEGAL_REVIEW is not set: the public channels stay closed.",
    );
  }
  const { accountSid, authTokens } = config.twilio;
  if ((accountSid !== undefined || authTokens.length > 0) && !canSend(config)) {
    found.push(
      "Texts that people ask for later are not sent: that takes TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID.",
    );
  }
  if (config.twilio.authTokens.length > 0) found.push(...overBudget(config.org));
  if (config.twilio.insecureLocal)
    found.push("TWILIO_AUTH_TOKEN=insecure-local: signatures are NOT checked.");
  return found;
}

function progressTo(context: Pick<CommandContext, "err" | "tty">): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((done / Math.max(1, total)) * 100);
    if (percent === shown) return;
    shown = percent;
    if (context.tty) {
      const bar = "#".repeat(Math.floor(percent / 4)).padEnd(25, ".");
      context.err(`\rLoading the invented sample list [${bar}] ${percent} %${percent === 100 ? "\n" : ""}`);
    } else if (percent === 100) context.err("Loading the invented sample list: 100 %\n");
  };
}
