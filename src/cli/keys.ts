/**
 * `clearline keys rotate`: re-seals under the first key of CLEARLINE_KEYS, and says when the others may go.
 */
import { rotateKeys } from "../acts/rotate-keys.ts";
import { UsageError, type Command } from "./command.ts";

export const keysCommand: Command = {
  name: "keys",
  usage: "keys rotate                        re-seal under the first of CLEARLINE_KEYS",
  async run(args, context) {
    if (args.length !== 1 || args[0] !== "rotate") throw new UsageError("keys takes one word: rotate");
    const services = await context.services();
    const { resealed, unreadable, waiting } = await rotateKeys(services);
    context.out(`Sealed again under ${services.sealer.keys.activeId}: ${resealed} rows.\n`);
    if (unreadable > 0) {
      context.err(`clearline: ${unreadable} rows open under no listed key: put their key back.\n`);
      return 1;
    }
    if (waiting > 0) {
      context.out(
        `${waiting} conversations and replies are still under another key. They are gone within 24 hours:\n`,
      );
      context.out("keep the other keys listed, run this again tomorrow.\n");
    } else context.out("No row needs another key: the others may be taken out of CLEARLINE_KEYS.\n");
    return 0;
  },
};
