/**
 * Who stands behind the ids of the audit. Accounts are never deleted, so that every id keeps its name.
 */
import type { Services } from "../services.ts";
import { openPerson } from "./person.ts";

/** Name, or e-mail of whoever gave none, by staff id; ids of nobody are left out ("operator", "person"). */
export async function namesOf(
  { database, sealer }: Services,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await database.query<{ id: string; sealed: Uint8Array }>(
    "select id, sealed from staff_user where id in (select jsonb_array_elements_text($1::text::jsonb))",
    [JSON.stringify(wanted)],
  );
  return new Map(
    rows.map(({ id, sealed }) => {
      const { name, email } = openPerson(sealer, id, sealed);
      return [id, name || email];
    }),
  );
}
