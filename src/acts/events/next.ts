/**
 * The next clinics that anybody may know of, for people who ask: read once a minute at most, and only when asked for.
 */
import type { Database } from "../../db/database.ts";
import type { AnnouncedClinic, Effect } from "../../dialog/types.ts";
import { errorCode } from "../../http/log.ts";
import type { Services } from "../services.ts";
import { eventColumns, type ClinicEvent } from "./types.ts";

const keptMs = 60_000;
const told = 3;

/** By database: each process keeps what it read last. */
const kept = new WeakMap<Database, { at: number; clinics: readonly AnnouncedClinic[] }>();

/** What was read counts no more: this process has changed an event. */
export function forgetClinics(database: Database): void {
  kept.delete(database);
}

/** Up to three clinics that are shown to the public and not over, soonest first. */
export async function nextClinics(services: Services, signal?: AbortSignal): Promise<AnnouncedClinic[]> {
  const { database, runtime } = services;
  const now = runtime.now();
  let read = kept.get(database);
  if (!read || Math.abs(now - read.at) >= keptMs) {
    const clinics = await database.query<ClinicEvent>(
      `select ${eventColumns} from clinic c where c.shown and c.ends_at > to_timestamp($1::float8 / 1000)
       order by c.starts_at, c.code limit ${told}`,
      [now],
      signal,
    );
    kept.set(database, (read = { at: now, clinics }));
  }
  return read.clinics.filter((clinic) => clinic.endsAt > now);
}

/**
 * Puts the next clinics before what is said of clinics in general. Nothing is read where nothing is said of them, and
 * where they cannot be read the rest is said all the same.
 */
export async function withClinics(
  services: Services,
  effects: readonly Effect[],
  signal?: AbortSignal,
): Promise<Effect[]> {
  const at = effects.findIndex((effect) => effect.type === "say" && effect.key === "topics.clinic");
  if (at < 0) return [...effects];
  try {
    const clinics = await nextClinics(services, signal);
    if (clinics.length === 0) return [...effects];
    const next: Effect = {
      type: "say",
      key: "topics.clinicNext",
      params: { clinics: { kind: "clinics", clinics } },
    };
    return [...effects.slice(0, at), next, ...effects.slice(at)];
  } catch (error) {
    signal?.throwIfAborted();
    services.log.error("clinics_failed", { code: errorCode(error) });
    return [...effects];
  }
}
