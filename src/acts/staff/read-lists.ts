/**
 * Lists for the people who answer for them: what is loaded, and who did what to it by whose authority.
 */
import { listOverviews, type ListOverview } from "../../lists/listOverview.ts";
import type { Services } from "../services.ts";
import { namesOf } from "./names.ts";

const eventsShown = 50;

/** What was done to lists, as the audit calls it. */
export const listEvents = [
  "list_import_started",
  "list_imported",
  "list_import_failed",
  "list_rolled_back",
  "list_removed",
  "list_rekeyed",
  "list_quality_read",
] as const;

export interface ListDeed {
  event: (typeof listEvents)[number];
  /** Epoch milliseconds. */
  at: number;
  by: string;
  list: string;
  /** The version it made, left or read; absent for a whole list. */
  version?: number;
  /** By which authority a version came. */
  authority?: string;
}

export interface StaffLists {
  /** `importedBy` is a name. */
  lists: ListOverview[];
  /** The last 50, newest first. */
  history: ListDeed[];
}

interface Row {
  event: ListDeed["event"];
  at: number;
  actor: string;
  list: string | null;
  version: number | null;
  authority: string | null;
}

export async function readLists(services: Services): Promise<StaffLists> {
  const { database } = services;
  const [lists, rows] = await Promise.all([
    listOverviews(database),
    database.query<Row>(
      `select event, (extract(epoch from at) * 1000)::float8 as at, actor, detail->>'list' as list,
         coalesce(detail->>'version', detail->>'to')::int as version, detail->>'authority' as authority
       from audit where event in (select jsonb_array_elements_text($1::text::jsonb)) order by id desc limit $2::int`,
      [JSON.stringify(listEvents), eventsShown],
    ),
  ]);
  const makers = lists.flatMap((list) => list.versions.map((version) => version.importedBy));
  const names = await namesOf(services, [...makers, ...rows.map((row) => row.actor)]);
  const name = (id: string) => names.get(id) ?? id;
  return {
    lists: lists.map((list) => ({
      ...list,
      versions: list.versions.map((one) => ({ ...one, importedBy: name(one.importedBy) })),
    })),
    history: rows.map(({ event, at, actor, list, version, authority }) => ({
      event,
      at,
      by: name(actor),
      list: list ?? "",
      ...(version === null ? {} : { version }),
      ...(authority === null ? {} : { authority }),
    })),
  };
}
