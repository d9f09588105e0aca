/**
 * The sessions of somebody who works here, for themselves: where they are signed in, and how to end all others.
 */
import type { Services } from "../services.ts";
import { sessionMs, type SignedIn } from "./types.ts";

export interface OwnSession {
  id: string;
  /** "Chrome, Android"; null where it is not known. */
  device: string | null;
  /** Epoch milliseconds. */
  startedAt: number;
  seenAt: number;
  /** The one that asks. */
  own: boolean;
}

type Own = Pick<SignedIn, "id" | "session">;

/** The one that asks first, then those used last. */
export async function ownSessions({ database, runtime }: Services, staff: Own): Promise<OwnSession[]> {
  return database.query<OwnSession>(
    `select id, user_agent as device, id = $2 as own, (extract(epoch from started_at) * 1000)::float8 as "startedAt",
       (extract(epoch from seen_at) * 1000)::float8 as "seenAt"
     from staff_session where user_id = $1 and seen_at is not null
       and started_at > to_timestamp(($3::float8 - ${sessionMs}) / 1000)
     order by own desc, seen_at desc, id`,
    [staff.id, staff.session, runtime.now()],
  );
}

/** @returns how many ended. */
export async function endOtherSessions({ database, runtime }: Services, staff: Own): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `with others as (delete from staff_session where user_id = $1 and id <> $2 returning 1),
     halfway as (delete from staff_verification where value = $1),
     counted as (select count(*)::int as n from others),
     audited as (
       insert into audit (at, event, actor, detail)
       select to_timestamp($3::float8 / 1000), 'staff_sessions_ended', $1, jsonb_build_object('sessions', n)
       from counted where n > 0
     )
     select n from counted`,
    [staff.id, staff.session, runtime.now()],
  );
  return row?.n ?? 0;
}
