/**
 * Until when a device keeps anything of the clinic: forms that wait, and the key they are sealed with.
 */
import { instantOf, localTime } from "../events/localTime.ts";
import { currentEvent } from "../events/choose.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface DeviceTimes {
  /** What waits is erased, in milliseconds from now. */
  left: number;
  /** From here on a worker is warned of what waits, in milliseconds from now; 0 for at once. */
  soon: number;
}

/**
 * The end of the day, in Los Angeles, on which the worker's event ends; of today where none was chosen. Not the
 * event's last minute: people sit there still, and a worker has to find a signal afterwards. What waits opens nowhere on
 * the device, so the hours until midnight give nothing away, and each form that arrives keeps a slip's promise. They are
 * warned from the event's end on, or in the day's last hour.
 */
export async function deviceTimes(services: Services, staff: Actor): Promise<DeviceTimes> {
  const now = services.runtime.now();
  const event = await currentEvent(services, staff);
  const ends = event && event.endsAt > now ? event.endsAt : undefined;
  const { day } = localTime(ends ?? now);
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + dayMs).toISOString().slice(0, 10);
  const left = (instantOf(next, "00:00") ?? now + dayMs) - now;
  const over = event === undefined ? Infinity : event.endsAt - now;
  return { left, soon: Math.max(0, Math.min(left - hourMs, over)) };
}
