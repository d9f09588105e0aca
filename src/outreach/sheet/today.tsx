/**
 * The event someone works at today, to choose once: for any page at the clinic table. Its form posts to
 * /outreach/sheet/event and comes back to `to`.
 */
import { currentEvent, eventsNow } from "../../acts/events/choose.ts";
import type { ClinicEvent } from "../../acts/events/types.ts";
import type { SignedIn } from "../../acts/staff/types.ts";
import type { Word } from "../../staff/layout.tsx";
import type { StaffDeps } from "../../staff/types.ts";

export interface Today {
  /** Whom they help is counted under its code. */
  current: ClinicEvent | undefined;
  /** Events that can be chosen. */
  events: readonly ClinicEvent[];
}

/** What `TodaysEvent` shows. */
export async function readToday({ services }: StaffDeps, staff: SignedIn): Promise<Today> {
  const [current, events] = [await currentEvent(services, staff), await eventsNow(services)];
  return { current, events };
}

/** A select and a button; nothing where no event is on today. */
export function TodaysEvent({ today, to, word }: { today: Today; to: string; word: Word }) {
  const { current, events } = today;
  if (events.length === 0) return null;
  return (
    <form method="post" action="/outreach/sheet/event" class="staff-form">
      <input type="hidden" name="to" value={to} />
      <label for="event">{word("events.today.label")}</label>
      <select id="event" name="event">
        <option value="">{word("events.today.none")}</option>
        {events.map((event) => (
          <option value={event.id} selected={event.id === current?.id}>
            {`${event.code}: ${event.place}`}
          </option>
        ))}
      </select>
      <p class="aside-text">
        {current ? word("events.today.now", { code: current.code }) : word("events.today.noneNow")}
      </p>
      <button class="button">{word("events.today.save")}</button>
    </form>
  );
}
