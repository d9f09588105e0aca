/**
 * `clearline doctor`: checks what a deployment needs, one line each; exit code 1 when something is wrong.
 */
import { examine } from "../acts/examine.ts";
import type { Command } from "./command.ts";

export const doctorCommand: Command = {
  name: "doctor",
  usage: "doctor                             check configuration, database, keys and lists",
  async run(_args, context) {
    const findings = await examine(await context.services());
    for (const { good, what } of findings) context.out(`${good ? "ok  " : "BAD "} ${what}\n`);
    return findings.every(({ good }) => good) ? 0 : 1;
  },
};
