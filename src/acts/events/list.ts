/**
 * Clinic events for the people who run them.
 */
import type { Services } from "../services.ts";
import { eventColumns, type ClinicEvent } from "./types.ts";

/** An event with how many of its sign-up sheet wait, and how many there are. */
export interface ListedEvent extends ClinicEvent {
  waiting: number;
  onSheet: number;
}

const listedMax = 200;

/** Events to come first, the next one on top; then past ones, the latest on top. Two hundred at most. */
export async function listEvents({ database, runtime }: Services): Promise<ListedEvent[]> {
  return database.query<ListedEvent>(
    `select ${eventColumns}, coalesce(s.waiting, 0)::int as waiting, coalesce(s.n, 0)::int as "onSheet"
     from clinic c left join (
       select clinic_id, count(*) as n, count(*) filter (where state in ('waiting', 'taken')) as waiting
       from sheet_person group by clinic_id
     ) s on s.clinic_id = c.id
     order by (c.ends_at < to_timestamp($1::float8 / 1000)),
       case when c.ends_at < to_timestamp($1::float8 / 1000) then null else c.starts_at end,
       c.starts_at desc, c.id
     limit ${listedMax}`,
    [runtime.now()],
  );
}

/** One event, or undefined. */
export async function findEvent({ database }: Services, id: string): Promise<ClinicEvent | undefined> {
  const [row] = await database.query<ClinicEvent>(`select ${eventColumns} from clinic c where c.id = $1`, [
    id,
  ]);
  return row;
}

/** A code that no event has yet: CLINIC and the next number. */
export async function suggestCode({ database }: Services): Promise<string> {
  const rows = await database.query<{ code: string }>(
    "select code from clinic where code ~ '^CLINIC[0-9]{1,4}$'",
  );
  const taken = new Set(rows.map(({ code }) => Number(code.slice("CLINIC".length))));
  let n = 1;
  while (taken.has(n)) n++;
  return `CLINIC${n}`;
}
