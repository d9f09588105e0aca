/**
 * The event someone works at today: chosen once, and whom they help is counted under it until it is over.
 */
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { eventColumns, EventRefusal, type ClinicEvent } from "./types.ts";

const hourMs = 3_600_000;

/** An event can be worked at from some hours before it starts until the evening after it ended. */
export const around = { beforeMs: 12 * hourMs, afterMs: 6 * hourMs } as const;

const open = `c.starts_at <= to_timestamp(($1::float8 + ${around.beforeMs}) / 1000)
  and c.ends_at > to_timestamp(($1::float8 - ${around.afterMs}) / 1000)`;

/** Events that can be chosen now, by when they start. */
export async function eventsNow({ database, runtime }: Services): Promise<ClinicEvent[]> {
  return database.query<ClinicEvent>(
    `select ${eventColumns} from clinic c where ${open} order by c.starts_at, c.code`,
    [runtime.now()],
  );
}

/**
 * Keeps the choice with the account. An empty id takes it back.
 * @throws EventRefusal for an event that is not on.
 */
export async function chooseEvent(services: Services, id: string, staff: Actor): Promise<void> {
  const { database, runtime } = services;
  if (id === "") {
    await database.query("delete from staff_clinic where user_id = $1", [staff.id]);
    return;
  }
  const rows = await database.query(
    `insert into staff_clinic (user_id, clinic_id, at)
     select $2, c.id, to_timestamp($1::float8 / 1000) from clinic c where c.id = $3 and ${open}
     on conflict (user_id) do update set clinic_id = excluded.clinic_id, at = excluded.at returning user_id`,
    [runtime.now(), staff.id, id],
  );
  if (rows.length === 0) throw new EventRefusal(["unknown"]);
}

/** The event this person works at now, or undefined. Its `code` goes along with every conversation they begin. */
export async function currentEvent(services: Services, staff: Actor): Promise<ClinicEvent | undefined> {
  const { database, runtime } = services;
  const [row] = await database.query<ClinicEvent>(
    `select ${eventColumns} from staff_clinic s join clinic c on c.id = s.clinic_id where s.user_id = $2 and ${open}`,
    [runtime.now(), staff.id],
  );
  return row;
}
