/**
 * Everything dies on time (P13). Each statement stands alone and finds what is left: twice, or after a crash, it
 * does no harm.
 */
import { writeAudit } from "../privacy/audit.ts";
import { purgeRetired } from "../lists/purgeRetired.ts";
import { canSend } from "./outbox/carrier.ts";
import { giveUpExpired } from "./outbox/store.ts";
import type { Services } from "./services.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long things live beyond what their own rows say. */
export const retention = {
  repliesMs: dayMs,
  turnsMs: 90 * dayMs,
  consentMs: 5 * 366 * dayMs,
  auditMs: 366 * dayMs,
  uploadsMs: 30 * dayMs,
} as const;

/** One step: what it removes, by when, and how. `$1` is an instant in epoch milliseconds, `$2` the batch. */
interface Step {
  name: string;
  ageMs: number;
  sql: string;
}

const batch = 5_000;
const instant = "to_timestamp($1::float8 / 1000)";

const deletion = (table: string, condition: string) =>
  `with gone as (delete from ${table} where ctid = any(array(
     select ctid from ${table} where ${condition} limit $2::int)) returning 1) select count(*)::int as n from gone`;
const emptying = (table: string, set: string, condition: string) =>
  `with gone as (update ${table} set ${set} where ctid = any(array(
     select ctid from ${table} where ${condition} limit $2::int)) returning 1) select count(*)::int as n from gone`;

const steps: readonly Step[] = [
  {
    name: "answers",
    ageMs: 0,
    sql: emptying(
      "conversation",
      "sealed = null, attempts = 0",
      `sealed is not null and answers_until < ${instant}`,
    ),
  },
  { name: "conversations", ageMs: 0, sql: deletion("conversation", `gone_at < ${instant}`) },
  {
    name: "replies",
    ageMs: retention.repliesMs,
    sql: emptying("turn", "reply = null", `reply is not null and at < ${instant}`),
  },
  { name: "turns", ageMs: retention.turnsMs, sql: deletion("turn", `at < ${instant}`) },
  { name: "counters", ageMs: 0, sql: deletion("limit_counter", `gone_at < ${instant}`) },
  {
    name: "nearMisses",
    ageMs: 0,
    sql: deletion("record_budget", `gone_at < ${instant} and frozen_at is null`),
  },
  {
    // A frozen record stays frozen until staff release it; what was guessed is forgotten all the same.
    name: "frozenGuesses",
    ageMs: 0,
    sql: emptying(
      "record_budget",
      "guesses = '{}', days = '{}'",
      `gone_at < ${instant} and frozen_at is not null and guesses <> '{}'`,
    ),
  },
  { name: "carryCodes", ageMs: 0, sql: deletion("carry_code", `gone_at < ${instant}`) },
  { name: "clinicPeople", ageMs: 0, sql: deletion("clinic_person", `gone_at < ${instant}`) },
  { name: "stepsPages", ageMs: 0, sql: deletion("steps_page", `gone_at < ${instant}`) },
  { name: "slips", ageMs: 0, sql: deletion("slip", `gone_at < ${instant}`) },
  { name: "tableWaits", ageMs: 0, sql: deletion("table_wait", `gone_at < ${instant}`) },
  { name: "watches", ageMs: 0, sql: deletion("watch", `gone_at < ${instant}`) },
  { name: "followUps", ageMs: 0, sql: deletion("follow_up", `gone_at < ${instant}`) },
  { name: "handoffs", ageMs: 0, sql: deletion("handoff", `gone_at < ${instant}`) },
  { name: "texts", ageMs: 0, sql: deletion("outbox", `gone_at < ${instant}`) },
  { name: "consent", ageMs: retention.consentMs, sql: deletion("consent", `at < ${instant}`) },
  {
    // Sign-up sheets go the day after their event, and how many people went is audited with it.
    name: "sheets",
    ageMs: 0,
    sql: `with gone as (delete from sheet_person where ctid = any(array(
       select ctid from sheet_person where gone_at < ${instant} limit $2::int)) returning 1),
     counted as (select count(*)::int as n from gone), audited as (
       insert into audit (at, event, actor, detail)
       select ${instant}, 'sheet_purged', 'job', jsonb_build_object('people', n) from counted where n > 0)
     select n from counted`,
  },
  { name: "sessions", ageMs: 0, sql: deletion("staff_session", `expires_at < ${instant}`) },
  { name: "signIns", ageMs: 0, sql: deletion("staff_verification", `expires_at < ${instant}`) },
  { name: "invitations", ageMs: 0, sql: deletion("staff_invitation", `gone_at < ${instant}`) },
  {
    name: "consentEvents",
    ageMs: retention.consentMs,
    sql: deletion("consent_event", `at < ${instant}`),
  },
  { name: "uploads", ageMs: retention.uploadsMs, sql: deletion("list_upload", `seen_at < ${instant}`) },
  { name: "dayKeys", ageMs: 0, sql: deletion("secret", `gone_at < ${instant}`) },
];

/**
 * Removes everything whose time has come.
 * @returns how many rows each step removed.
 */
export async function purge(services: Services, signal?: AbortSignal): Promise<Record<string, number>> {
  const { database, runtime } = services;
  const now = runtime.now();
  const removed: Record<string, number> = {};
  // Bodies of texts that are not worth sending any more; a sender does the same, where there is one.
  const reason = canSend(services.config) ? "expired" : "noAccount";
  removed["unsent"] = await giveUpExpired(database, now, reason);
  for (const { name, ageMs, sql } of steps) {
    let total = 0;
    for (;;) {
      signal?.throwIfAborted();
      const rows = await database.query<{ n: number }>(sql, [now - ageMs, batch], signal);
      const n = rows[0]?.n ?? 0;
      total += n;
      if (n < batch) break;
    }
    removed[name] = total;
  }
  const audit = await database.query<{ n: number }>(
    "select audit_purge(to_timestamp($1::float8 / 1000)) as n",
    [now - retention.auditMs],
    signal,
  );
  removed["audit"] = audit[0]?.n ?? 0;
  removed["listRows"] = await purgeRetired(database, signal ? { signal } : {});
  const some = Object.fromEntries(Object.entries(removed).filter(([, n]) => n > 0));
  if (Object.keys(some).length > 0)
    await writeAudit(database, now, { event: "purged", actor: "job", detail: some });
  return removed;
}
