/**
 * The person at a clinic table, as a session knows them: found by the session alone, so that no other session opens
 * them and no browser holds anything to open them with.
 */
import { z } from "zod";
import type { Services } from "../services.ts";

/** A result stands no longer than the answers do. */
export const personMs = 24 * 3_600_000;

const schema = z.object({
  /** Chance, to tell this person's pages from those of the one before. */
  person: z.string(),
  /** The conversation's. It never leaves the server. */
  token: z.string(),
  /** The turn whose reply stands on the screen; null while the first question does. */
  turn: z.string().nullable(),
  locale: z.enum(["en", "es"]),
  /** For the worker alone. */
  secondLook: z.boolean(),
  /** Code of the event that the worker chose for today. */
  event: z.string().exactOptional(),
  /** Texts asked for. */
  texts: z.number().int(),
  /** The turn that was a whole short form: it is known by the worker and the form, not by the conversation. */
  form: z.string().exactOptional(),
  /** The wish whose answer is read with them, in hex, their number, and what was decided. */
  answer: z
    .object({ handoff: z.string(), ticket: z.number().int(), said: z.enum(["found", "none", "unavailable"]) })
    .exactOptional(),
  /** Whose row of an event's sign-up sheet it is, and the phone on it, as people write it. */
  sheet: z.object({ clinic: z.string(), row: z.string(), phone: z.string() }).exactOptional(),
});

export type ClinicPerson = z.infer<typeof schema>;

const row = (session: string) => `clinic_person/${session}`;
/** Beyond what is kept of anybody, so that the length says nothing. */
const block = 512;

export function sealClinicPerson({ sealer }: Services, session: string, person: ClinicPerson): Buffer {
  return sealer.seal("conversations", row(session), Buffer.from(JSON.stringify(person)), block);
}

interface Row {
  sealed: Uint8Array;
  handedAt: number | null;
}

export interface Found {
  state: ClinicPerson;
  /** When the person last did something with the phone in their hand; null while the worker has it. */
  handedAt: number | null;
  sealed: Uint8Array;
}

/** Who sits at the table of a session; undefined when nobody does, or not any more. */
export async function findClinicPerson(services: Services, session: string): Promise<Found | undefined> {
  const [found] = await services.database.query<Row>(
    `select sealed, (extract(epoch from handed_at) * 1000)::float8 as "handedAt" from clinic_person
     where session = $1 and gone_at > to_timestamp($2::float8 / 1000)`,
    [session, services.runtime.now()],
  );
  if (!found) return undefined;
  const parsed = schema.safeParse(services.sealer.openJson("conversations", row(session), found.sealed));
  return parsed.success ? { ...found, state: parsed.data } : undefined;
}

const triesMax = 5;

/**
 * Changes what is kept of one person, whatever else changes it meanwhile.
 * @param person the person it is about: nothing is written once another one sits there.
 */
export async function changeClinicPerson(
  services: Services,
  session: string,
  person: string,
  change: (state: ClinicPerson) => ClinicPerson,
): Promise<ClinicPerson | undefined> {
  for (let attempt = 0; attempt < triesMax; attempt++) {
    const found = await findClinicPerson(services, session);
    if (found?.state.person !== person) return undefined;
    const state = change(found.state);
    if (JSON.stringify(state) === JSON.stringify(found.state)) return state;
    const written = await services.database.query(
      `update clinic_person set sealed = $3::bytea where session = $1 and sealed = $2::bytea returning 1 as one`,
      [session, found.sealed, sealClinicPerson(services, session, state)],
    );
    if (written.length > 0) return state;
  }
  throw new Error("the person at the table changed five times while one answer was taken");
}
