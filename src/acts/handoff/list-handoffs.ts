/**
 * Who waits for a person, for the queue's first page: in the order to work through, without anything they said.
 */
import type { Locale } from "../../dialog/types.ts";
import { handoffLimits } from "../../privacy/handoffLimits.ts";
import type { Services } from "../services.ts";
import { openPerson } from "../staff/person.ts";
import { dueBy, isOverdue, type Due } from "./due.ts";
import { readHours } from "./hours.ts";

export type HandoffKind = "person" | "callBack" | "notMine";

export interface ListedHandoff {
  /** Random, in hex. */
  id: string;
  kind: HandoffKind;
  urgent: boolean;
  closed: boolean;
  locale: Locale;
  channel: string;
  /** When it was asked, in epoch milliseconds. */
  at: number;
  due: Due;
  overdue: boolean;
  claim?: { id: string; name: string };
  /** They wait at a clinic table, under this number. */
  ticket: number | null;
  texted: boolean;
  /** Verdicts that overturn the machine and wait for somebody else than these. */
  proposedBy: string[];
}

export interface Queue {
  open: ListedHandoff[];
  closed: ListedHandoff[];
  /** How often in the last 30 days a confirmed case was said to be another's. */
  notMine: number;
  /** No wish is taken at all, or none from the web or by calls, until some are closed. */
  full: "all" | "web" | "voice" | undefined;
  /** How many wishes of the last seven days were not taken, for this or because one sender asked often. */
  notTaken: number;
}

interface Row {
  id: string;
  kind: HandoffKind;
  urgent: boolean;
  state: string;
  locale: Locale;
  channel: string;
  at: number;
  /** When it was taken up again, or asked for. */
  since: number;
  claimedBy: string | null;
  sealed: Uint8Array | null;
  texted: boolean;
  ticket: number | null;
  proposedBy: string | null;
}

const statement = `
select encode(h.id, 'hex') as id, h.kind, h.urgent, h.state, h.locale, h.channel,
  (extract(epoch from h.at) * 1000)::float8 as at,
  (extract(epoch from greatest(h.at, w.reopened_at)) * 1000)::float8 as since, w.claimed_by as "claimedBy", u.sealed,
  w.texted_at is not null as texted, q.ticket,
  (select string_agg(d.decided_by, ' ') from handoff_decision d where d.handoff = h.id and d.state = 'proposed')
    as "proposedBy"
from handoff h
left join handoff_work w on w.handoff = h.id
left join staff_user u on u.id = w.claimed_by
left join table_wait q on q.handoff = h.id and q.closed_at is null and q.gone_at > to_timestamp($1::float8 / 1000)
where h.gone_at > to_timestamp($1::float8 / 1000)
order by (q.ticket is null), h.urgent desc, h.at, h.id`;

const countStatement = `
select coalesce(sum(n) filter (where name = 'handOff_notMine'), 0)::int as "notMine",
  coalesce(sum(n) filter (where name = 'handOffFull' and day > today - 7), 0)::int as "notTaken"
from tally, (select (to_timestamp($1::float8 / 1000) at time zone 'UTC')::date as today) as t
where name in ('handOff_notMine', 'handOffFull') and day > today - 30`;

/** Who waits at a clinic table first, then urgent wishes, then who has waited longest. */
export async function listHandoffs(services: Services): Promise<Queue> {
  const { database, runtime, sealer } = services;
  const hours = await readHours(services);
  const now = runtime.now();
  const rows = await database.query<Row>(statement, [now]);
  const [counted] = await database.query<{ notMine: number; notTaken: number }>(countStatement, [now]);
  const listed = rows.map(({ state, since, claimedBy, sealed, proposedBy, ...row }): ListedHandoff => {
    const due = dueBy(since, row.urgent, hours);
    const closed = state === "closed";
    return {
      ...row,
      closed,
      due,
      overdue: !closed && isOverdue(due, now),
      proposedBy: proposedBy?.split(" ") ?? [],
      ...(claimedBy === null || sealed === null
        ? {}
        : { claim: { id: claimedBy, name: nameOf(openPerson(sealer, claimedBy, sealed)) } }),
    };
  });
  const open = listed.filter((one) => !one.closed);
  return {
    open,
    closed: listed.filter((one) => one.closed),
    notMine: counted?.notMine ?? 0,
    full: fullOf(open),
    notTaken: counted?.notTaken ?? 0,
  };
}

function fullOf(open: readonly ListedHandoff[]): Queue["full"] {
  const { waiting } = handoffLimits;
  if (open.length >= waiting.all) return "all";
  const from = (name: string) => open.filter(({ channel }) => channel === name).length;
  return (["web", "voice"] as const).find((name) => from(name) >= waiting[name]);
}

const nameOf = ({ name, email }: { name: string; email: string }) => name || email;
