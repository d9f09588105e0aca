/**
 * Everyone who works here, for `staff list` and the admin's page.
 */
import type { Services } from "../services.ts";
import { openPerson } from "./person.ts";
import type { Role, StaffLocale } from "./types.ts";

export interface ListedStaff {
  id: string;
  email: string;
  /** Empty until they gave one. */
  name: string;
  role: Role;
  locale: StaffLocale;
  /** `lapsed`: invited, and the invitation has run out. */
  state: "active" | "invited" | "lapsed" | "disabled";
}

interface Row extends Pick<ListedStaff, "id" | "role" | "locale" | "state"> {
  sealed: Uint8Array;
}

/** In the order they were added. */
export async function listStaff({ database, runtime, sealer }: Services): Promise<ListedStaff[]> {
  const rows = await database.query<Row>(
    `select u.id, u.role, u.locale, u.sealed,
       case when u.disabled_at is not null then 'disabled' when u.joined_at is not null then 'active'
         when i.gone_at > to_timestamp($1::float8 / 1000) then 'invited' else 'lapsed' end as state
     from staff_user u left join staff_invitation i on i.user_id = u.id order by u.created_at, u.id`,
    [runtime.now()],
  );
  return rows.map(({ sealed, ...row }) => ({ ...row, ...openPerson(sealer, row.id, sealed) }));
}
