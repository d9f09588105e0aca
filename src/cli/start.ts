/**
 * `clearline start`: the server.
 */
import { startServer } from "../main.ts";
import type { Command } from "./command.ts";

export const startCommand: Command = {
  name: "start",
  usage: "start                              serve the chat and the webhooks",
  local: true,
  async run(_args, context) {
    const { runCommand } = await import("./run.ts");
    const server = await startServer(context, runCommand);
    await server.stopped;
    return 0;
  },
};
