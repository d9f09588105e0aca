/**
 * Steps on the phone of the person at the table. The number may be mistyped: the first text says nothing of anyone.
 */
import type { Copy } from "../../copy/copy.ts";
import { byteaArray } from "../../db/database.ts";
import { answersOf } from "../../dialog/position.ts";
import { readPhone } from "../../understanding/questions/phone.ts";
import { canSend } from "../outbox/carrier.ts";
import { inviteToSteps } from "../invite-to-steps.ts";
import type { Services } from "../services.ts";
import { openConversation } from "../turn/state.ts";
import { changeClinicPerson, type ClinicPerson } from "./state.ts";

/** Numbers that one person may have mistyped. */
export const textsMax = 3;

export type Sent = "invited" | "inConversation" | "badNumber" | "tooMany" | "unavailable";

/**
 * @param typed the number as it was typed; only numbers of +1 are texted.
 * @param agreed the worker to whom the person said yes to the question a month later, if they did.
 */
export async function sendSteps(
  services: Services,
  copy: Copy,
  session: string,
  state: ClinicPerson,
  typed: string,
  agreed?: { actor: string },
): Promise<Sent> {
  const { database, sealer } = services;
  if (!canSend(services.config)) return "unavailable";
  const phone = readPhone(typed)?.number;
  if (phone === undefined || !/^\+1\d{10}$/.test(phone)) return "badNumber";
  // Counted before it is sent, and never refunded.
  const counted = await changeClinicPerson(services, session, state.person, (now) => ({
    ...now,
    texts: now.texts + 1,
  }));
  if (!counted) return "unavailable";
  if (counted.texts > textsMax) return "tooMany";
  const [row] = await database.query<{ handle: Uint8Array; sealed: Uint8Array }>(
    `select handle, sealed from conversation where handle = any($1::text::bytea[]) and sealed is not null
     order by gone_at desc limit 1`,
    [byteaArray(sealer.hashes("tokens", "web", state.token))],
  );
  const conversation = row && openConversation(sealer, row.handle, row.sealed);
  const answers = Object.fromEntries(answersOf(conversation?.log ?? []));
  const cause = ["clinic", state.person, phone];
  const { locale } = state;
  const done = await inviteToSteps(services, copy, {
    phone,
    locale,
    answers,
    cause,
    ...(agreed ? { agreed } : {}),
  });
  return done === "repeated" ? "invited" : done;
}
