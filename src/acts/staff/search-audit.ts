/**
 * Looks through the audit, and is audited itself (P16): the search and its entry are one statement.
 */
import { auditEvents, type AuditEvent } from "../../privacy/audit.ts";
import type { Services } from "../services.ts";
import { namesOf } from "./names.ts";
import type { Actor } from "./types.ts";

export { auditEvents, type AuditEvent } from "../../privacy/audit.ts";

export const auditPage = 50;

export interface AuditSearch {
  event?: AuditEvent | undefined;
  /** A staff id, "operator" or "person". */
  actor?: string | undefined;
  /** First and last day in Los Angeles, YYYY-MM-DD. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only entries older than this one, in decimal: the next page. */
  before?: string | undefined;
}

export interface AuditLine {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  event: string;
  by: string;
  /** What it says beside, a name and a value each; a staff id is given as a name. */
  detail: [name: string, value: string][];
}

interface Row {
  id: string;
  at: number;
  event: string;
  actor: string;
  detail: Record<string, string | number | boolean> | null;
}

/** What a search asked for, for its own entry. */
function asked({ event, actor, from, to, before }: AuditSearch): Record<string, string> {
  const fields = { event, actor, from, to, before };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}

/** @returns a page of entries, newest first, and whether there are more. Keyed subjects stay where they are. */
export async function searchAudit(
  services: Services,
  search: AuditSearch,
  actor: Actor,
): Promise<{ lines: AuditLine[]; more: boolean }> {
  const rows = await services.database.query<Row>(
    `with noted as (
       insert into audit (at, event, actor, detail)
       values (to_timestamp($1::float8 / 1000), 'audit_searched', $2, $3::text::jsonb)
     )
     select id::text as id, (extract(epoch from at) * 1000)::float8 as at, event, actor, detail from audit a
     where ($4::text is null or event = $4::text) and ($5::text is null or actor = $5::text)
       and ($6::text is null or at >= ($6::text::date)::timestamp at time zone 'America/Los_Angeles')
       and ($7::text is null or at < ($7::text::date + 1)::timestamp at time zone 'America/Los_Angeles')
       and ($8::text is null or a.id < $8::text::bigint)
     order by a.id desc limit $9::int`,
    [
      services.runtime.now(),
      actor.id,
      JSON.stringify(asked(search)),
      search.event ?? null,
      search.actor ?? null,
      search.from ?? null,
      search.to ?? null,
      search.before ?? null,
      auditPage + 1,
    ],
  );
  const page = rows.slice(0, auditPage);
  const staff = page.flatMap(({ actor: by, detail }) => [by, ...Object.values(detail ?? {}).map(String)]);
  const names = await namesOf(services, staff);
  const name = (id: string) => names.get(id) ?? id;
  return {
    lines: page.map(({ id, at, event, actor: by, detail }) => ({
      id,
      at,
      event,
      by: name(by),
      detail: Object.entries(detail ?? {}).map(([key, value]) => [key, name(String(value))]),
    })),
    more: rows.length > auditPage,
  };
}

/** The event of this name, if it is one. */
export const asAuditEvent = (name: string): AuditEvent | undefined =>
  auditEvents.find((event) => event === name);
