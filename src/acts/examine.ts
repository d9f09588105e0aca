/**
 * What a deployment needs, checked: for operators, before a number goes on a poster.
 */
import { checkedDaysMax, overdueResources } from "../law/resources.ts";
import { losAngelesDate } from "../runtime.ts";
import { appliedMigrations, expectedMigrations } from "../db/migrate.ts";
import type { Services } from "./services.ts";
import { showOutbox, type OutboxLine } from "./show-outbox.ts";

export interface Finding {
  good: boolean;
  what: string;
}

/** Checks schema, keys, lists, counsel's review, help entries, database, public address and Twilio token. */
export async function examine(services: Services): Promise<Finding[]> {
  const { config, database, versions, sealer } = services;
  const applied = await appliedMigrations(database);
  const ready = await versions.ready();
  const current = ready ? await versions.current() : [];
  const real = current.some((version) => !version.list.sample);
  const local = config.loopback;
  const tokens = config.twilio.authTokens.length;
  const outbox = await showOutbox(services);
  const waiting = outbox.lines.reduce((sum, line) => sum + (line.state === "waiting" ? line.n : 0), 0);
  const overdue = overdueResources(losAngelesDate(services.runtime.now())).map((resource) => resource.id);
  const finding = (good: boolean, what: string): Finding => ({ good, what });
  return [
    finding(applied >= expectedMigrations(), `schema: ${applied} of ${expectedMigrations()} migrations`),
    finding(true, `keys: ${sealer.keys.ids.length}, active ${sealer.keys.activeId}`),
    finding(
      ready,
      ready
        ? `lists: ${current.length} current`
        : "lists: of another scheme or key; run `clearline lists rekey`",
    ),
    finding(config.lookups === "off" || current.length > 0, `lookups: ${config.lookups}`),
    finding(!real || config.legalReview !== undefined, `legal review: ${config.legalReview ?? "not named"}`),
    finding(
      overdue.length === 0,
      overdue.length === 0
        ? `help entries: checked within ${checkedDaysMax} days`
        : `help entries: not checked for ${checkedDaysMax} days: ${overdue.join(", ")}`,
    ),
    finding(!real || database.kind === "postgres", `database: ${database.kind}`),
    finding(local || config.publicUrl.startsWith("https://"), `public address: ${config.publicUrl}`),
    finding(local || tokens > 0, `Twilio token: ${tokens > 0 ? "set" : "not set"}`),
    finding(
      outbox.sending || waiting === 0,
      outbox.sending
        ? `later texts: sent${becameOf(outbox.lines)}`
        : `later texts: no account or sender, ${waiting} wait in vain`,
    ),
  ];
}

/** What became of the texts of the last month: how many went out and wait, and why some were given up. */
function becameOf(lines: readonly OutboxLine[]): string {
  const totals = new Map<string, number>();
  for (const { kind, state, reason, n } of lines) {
    const name = state === "failed" ? `${kind} ${reason ?? "unknown"}` : state;
    totals.set(name, (totals.get(name) ?? 0) + n);
  }
  const parts = [...totals].map(([name, n]) => `${n} ${name}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
