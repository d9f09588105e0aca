/**
 * Answers a wish by a text from a template, through the outbox: only where a message may be left, never to a phone that
 * has stopped our texts (the sender looks again at the last moment), and no template twice a day.
 */
import type { Copy } from "../../copy/copy.ts";
import { byteaArray } from "../../db/database.ts";
import type { Locale } from "../../dialog/types.ts";
import { utcDay } from "../../runtime.ts";
import { canSend } from "../outbox/carrier.ts";
import { insertTexts, outboxRow } from "../outbox/rows.ts";
import { isOptedOut } from "../outbox/store.ts";
import { answerKinds, textKinds } from "../outbox/texts.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { viewSubject } from "../staff/view.ts";
import { claimHandoff } from "./claim-handoff.ts";
import { openHandoff, type Handoff } from "./payload.ts";
import { handoffId, type Undone } from "./work.ts";

export const templates = answerKinds;
export type Template = (typeof templates)[number];

/** `notAllowed`: they want no message left; `stopped`: the phone stopped our texts; `noSender`: nothing can be sent. */
export type CanText = "yes" | "notAllowed" | "stopped" | "noSender";
export type Answered = "done" | "again" | Exclude<CanText, "yes"> | Undone;

/** The very words a template sends. */
export function templateText(copy: Copy, template: Template, locale: Locale): string {
  return copy.text(textKinds[template].key, locale, {}, "sms");
}

/** Where they wrote from the number to call, its address on that channel; else the number. */
export function addressOf({ from, reach }: Handoff): string {
  return from !== undefined && from.endsWith(`:${reach.phone}`) ? from : reach.phone;
}

/** May this person be texted? */
export async function canText(services: Services, handoff: Handoff): Promise<CanText> {
  if (!handoff.reach.message || handoff.reach.extension !== undefined) return "notAllowed";
  if (!canSend(services.config)) return "noSender";
  const addresses = services.sealer.hashes("phones", addressOf(handoff));
  return (await isOptedOut(services.database, addresses)) ? "stopped" : "yes";
}

/**
 * Puts the text into the outbox and makes the wish the actor's.
 * @param id in hex.
 * @returns "again" when this template went out to them today.
 */
export async function answerHandoff(
  services: Services,
  copy: Copy,
  actor: Actor,
  id: string,
  template: Template,
): Promise<Answered> {
  const { database, runtime, sealer } = services;
  // Whoever answers takes it on, before any text: if somebody else has it, they speak to the person.
  const claimed = await claimHandoff(services, actor, id);
  if (claimed !== "done") return claimed;
  const bytes = handoffId(id) ?? Buffer.alloc(0);
  const [row] = await database.query<{ sealed: Uint8Array }>(
    "select sealed from handoff where id = $1::bytea",
    [bytes],
  );
  const handoff = row && openHandoff(sealer, bytes, row.sealed);
  if (!handoff) return "unknown";
  const able = await canText(services, handoff);
  if (able !== "yes") return able;
  const now = runtime.now();
  const phone = addressOf(handoff);
  const cause = [id, utcDay(now)];
  const text = outboxRow(sealer, copy, { kind: template, phone, locale: handoff.locale, cause }, now);
  const rows = await database.query<{ mine: boolean; entered: boolean }>(
    `with mine as (
       select h.id from handoff h join handoff_work w on w.handoff = h.id
       where h.id = $2::bytea and h.state = 'open' and w.claimed_by = $3 and h.sealed = $7::bytea
         and not exists (select 1 from (select state from consent where address = any($4::text::bytea[])
           order by at desc limit 1) as c where c.state = 'out')
       for update of h
     ), entered as (
       ${insertTexts("$1", " where exists (select 1 from mine)")} returning 1
     ), marked as (
       update handoff_work set texted_at = to_timestamp($5::float8 / 1000)
       where handoff in (select id from mine) and exists (select 1 from entered)
     ), audited as (
       insert into audit (at, event, actor, subject, detail)
       select to_timestamp($5::float8 / 1000), 'handoff_answered', $3, $6::bytea,
         jsonb_build_object('template', $8::text) from entered
     )
     select exists (select 1 from mine) as mine, exists (select 1 from entered) as entered`,
    [
      JSON.stringify([text]),
      bytes,
      actor.id,
      byteaArray(sealer.hashes("phones", phone)),
      now,
      viewSubject(services, "handoff", id),
      row.sealed,
      template,
    ],
  );
  if (rows[0]?.entered === true) return "done";
  return rows[0]?.mine === true ? "again" : "stopped";
}
