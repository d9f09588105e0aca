/**
 * What an organisation decides about the conversation, with its counsel.
 */
export interface FlowOptions {
  /** `full` asks name, birth date and number; `number` case number and last name; `off` looks nothing up. */
  lookups: "full" | "number" | "off";
  /** Later lists may come and texts can be sent: the watch is offered. */
  watch: boolean;
  /** One question may be texted a month later, and none is waiting: who goes for a copy is asked about it. */
  followUp: boolean;
}
