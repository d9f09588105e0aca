/**
 * Audit without content (P16): a closed set of events, a keyed subject at most, in the same transaction as the act.
 */
import type { Database } from "../db/database.ts";

export const auditEvents = [
  "lookup_made",
  "lookup_refused",
  "record_frozen",
  "record_released",
  "opted_out",
  "opted_in",
  "answers_erased",
  "handoff_asked",
  "watch_asked",
  "reminder_asked",
  "follow_up_agreed",
  "list_import_started",
  "list_imported",
  "list_import_failed",
  "list_rolled_back",
  "list_removed",
  "list_rekeyed",
  "list_checked",
  "list_quality_read",
  "keys_rotated",
  "lookups_switched",
  "purged",
  // People who work here, and what they look at and change.
  "staff_added",
  "staff_invited",
  "staff_joined",
  "staff_disabled",
  "staff_reset",
  "staff_signed_in",
  "staff_sign_in_failed",
  "staff_locked_out",
  "staff_handed_over",
  "staff_role_changed",
  "staff_password_changed",
  "staff_pin_changed",
  "staff_phone_changed",
  "staff_codes_renewed",
  "staff_passkey_added",
  "staff_passkey_removed",
  "staff_language_changed",
  "staff_sessions_ended",
  "handoff_viewed",
  "handoff_claimed",
  "handoff_decided",
  "handoff_noted",
  "handoff_answered",
  "handoff_closed",
  "handoff_reopened",
  "handoffs_exported",
  "event_created",
  "event_changed",
  "sheet_loaded",
  "sheet_person_viewed",
  "sheet_purged",
  "outreach_lookup",
  "audit_searched",
  "hours_changed",
] as const;
export type AuditEvent = (typeof auditEvents)[number];

export interface AuditEntry {
  event: AuditEvent;
  /** "person" for the public, "operator" for the command line, otherwise a staff id. */
  actor: string;
  /** Keyed hash of whom it concerns; absent for lists and switches. */
  subject?: Uint8Array;
  detail?: Record<string, string | number | boolean>;
}

/** Writes one entry on its own. Inside a larger statement use the same columns. */
export async function writeAudit(database: Database, now: number, entry: AuditEntry): Promise<void> {
  await database.query(
    `insert into audit (at, event, actor, subject, detail)
     values (to_timestamp($1::float8 / 1000), $2, $3, $4::bytea, $5::text::jsonb)`,
    [
      now,
      entry.event,
      entry.actor,
      entry.subject ?? null,
      entry.detail ? JSON.stringify(entry.detail) : null,
    ],
  );
}
