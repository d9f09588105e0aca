/**
 * A yes to the question a month later, said to a person of ours who read the words aloud: kept as any other consent, for
 * a phone that they could be reached at.
 */
import { and, inArray, ne, sql } from "drizzle-orm";
import type { Copy } from "../../copy/copy.ts";
import { byteaArray, type Drizzle } from "../../db/database.ts";
import { consentEvent as consentEvents } from "../../db/schema/consentEvent.ts";
import { followUp } from "../../db/schema/followUp.ts";
import { audit, tally } from "../../db/schema/operation.ts";
import type { Locale } from "../../dialog/types.ts";
import { utcDay } from "../../runtime.ts";
import { consentEvent, type ConsentEventRow } from "../consentEvents.ts";
import { canSend, takesLaterTexts } from "../outbox/carrier.ts";
import { isOptedOut } from "../outbox/store.ts";
import type { Services } from "../services.ts";
import { followUpRow } from "./row.ts";

/** What is read aloud. */
const aloudWording = "followup.aloud";
/** Nobody typed it. */
const spoken = "(spoken)";

/** A phone that texts reach later: a number of +1, by SMS or RCS. */
const textable = /^(?:rcs:)?\+1\d{10}$/;

/** May this phone be asked a month later? @param phone its address, as people write to us. */
export async function mayAskLater(services: Services, phone: string): Promise<boolean> {
  if (!canSend(services.config) || !takesLaterTexts(phone) || !textable.test(phone)) return false;
  return !(await isOptedOut(services.database, services.sealer.hashes("phones", phone)));
}

/** When this phone is to be asked, if it waits for the question; epoch milliseconds. */
export async function askedOn({ database, sealer }: Services, phone: string): Promise<number | undefined> {
  const [row] = await database.query<{ due: number }>(
    `select (extract(epoch from due_at) * 1000)::float8 as due from follow_up
     where address = any($1::text::bytea[]) and text is null order by at desc limit 1`,
    [byteaArray(sealer.hashes("phones", phone))],
  );
  return row?.due;
}

/** The evidence of a spoken yes. */
export function spokenYes(
  sealer: Services["sealer"],
  copy: Copy,
  said: { phone: string; locale: Locale; at: number; cause: readonly string[] },
): ConsentEventRow {
  const wording = copy.text(aloudWording, said.locale);
  return consentEvent(sealer, { ...said, kind: "followUp", text: spoken, wording });
}

/** Keeps a spoken yes within a transaction. @param cause what it was said in; the same never gives two. */
export async function agreeAloud(
  { sealer, runtime }: Services,
  tx: Drizzle,
  copy: Copy,
  said: { phone: string; locale: Locale; actor: string; channel: string; cause: readonly string[] },
): Promise<void> {
  const { phone, locale, actor, channel, cause } = said;
  const now = runtime.now();
  const at = new Date(now);
  const address = sealer.hash("phones", phone);
  const { sealed, dueAt, goneAt } = followUpRow(sealer, address, phone, locale, now);
  const values = { sealed, locale, at, dueAt: new Date(dueAt), text: null, goneAt: new Date(goneAt) };
  await tx
    .delete(followUp)
    .where(and(inArray(followUp.address, sealer.hashes("phones", phone)), ne(followUp.address, address)));
  await tx
    .insert(followUp)
    .values({ address, ...values })
    .onConflictDoUpdate({ target: followUp.address, set: values });
  const event = spokenYes(sealer, copy, { phone, locale, at: now, cause });
  await tx
    .insert(consentEvents)
    .values({
      id: Buffer.from(event.id, "hex"),
      address,
      kind: "followUp",
      locale,
      sealed: Buffer.from(event.sealed, "hex"),
      at,
    })
    .onConflictDoNothing();
  await tx
    .insert(tally)
    .values({ day: utcDay(now), name: "followUp", channel, locale, shard: 0, n: 1 })
    .onConflictDoUpdate({
      target: [tally.day, tally.name, tally.channel, tally.locale, tally.shard],
      set: { n: sql`${tally.n} + 1` },
    });
  await tx.insert(audit).values({ at, event: "follow_up_agreed", actor, subject: address });
}
