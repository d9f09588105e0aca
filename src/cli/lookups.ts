/**
 * `clearline lookups full|number|off`: the switch for an incident; it cannot go above LOOKUPS.
 */
import { switchLookups, type LookupMode } from "../acts/switch-lookups.ts";
import { UsageError, type Command } from "./command.ts";

const modes: readonly LookupMode[] = ["full", "number", "off"];

export const lookupsCommand: Command = {
  name: "lookups",
  usage:
    "lookups full|number|off            turn lookups down at once in an incident, or up again to LOOKUPS",
  async run(args, context) {
    const mode = modes.find((m) => m === args[0]);
    if (!mode || args.length !== 1) throw new UsageError(`lookups takes one of ${modes.join(", ")}`);
    const services = await context.services();
    await switchLookups(services, mode, "operator");
    const ceiling = services.config.lookups;
    context.out(`Lookups are switched to ${mode}; LOOKUPS allows at most ${ceiling}.\n`);
    return 0;
  },
};
