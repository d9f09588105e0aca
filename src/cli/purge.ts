/**
 * `clearline purge`: removes everything whose time has come; the server does the same every ten minutes.
 */
import { purge } from "../acts/purge.ts";
import { endWatches } from "../acts/watch-lists.ts";
import { createCopy } from "../copy/copy.ts";
import type { Command } from "./command.ts";

export const purgeCommand: Command = {
  name: "purge",
  usage: "purge                              remove everything whose time has come",
  async run(_args, context) {
    const services = await context.services();
    // Who is still watching is told before the row goes.
    await endWatches(services, createCopy(services.config.org), context.signal);
    const removed = await purge(services, context.signal);
    for (const [name, n] of Object.entries(removed)) if (n > 0) context.out(`${name}: ${n}\n`);
    context.out("Purged.\n");
    return 0;
  },
};
