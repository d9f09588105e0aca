/**
 * The flow as it runs now: the organisation's ceiling, lowered at once by staff's switch.
 */
import type { Channel, Flow } from "../dialog/types.ts";
import { createFlow } from "./index.ts";
import type { FlowOptions } from "./options.ts";

const order = ["off", "number", "full"] as const;
const flows = new Map<string, Flow>();

/**
 * @param config LOOKUPS, the ceiling.
 * @param switched the switch in the database; it can only lower.
 * @param laterTexts whether a text may be sent to this address long after its last message.
 * @param followUp whether it may be asked about the question a month later.
 */
export function flowFor(
  config: { lookups: FlowOptions["lookups"] },
  switched: string | null,
  channel: Channel,
  laterTexts = channel === "sms",
  followUp = false,
): Flow {
  const ceiling = order.indexOf(config.lookups);
  const lowered = switched === null ? ceiling : order.findIndex((mode) => mode === switched);
  const lookups = order[lowered < 0 ? ceiling : Math.min(ceiling, lowered)] ?? "off";
  const watch = laterTexts;
  const name = `${lookups}/${watch}/${followUp}`;
  let flow = flows.get(name);
  if (!flow) flows.set(name, (flow = createFlow({ lookups, watch, followUp })));
  return flow;
}
