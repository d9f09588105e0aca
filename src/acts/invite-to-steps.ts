/**
 * Steps on a client's phone: someone at the organisation's table asks, the first text says only that, and the steps go
 * out when the phone answers, since the number may be mistyped. What was asked and answered waits as a conversation of
 * that phone's own, without any name.
 */
import type { Copy } from "../copy/copy.ts";
import type { Json, Locale } from "../dialog/types.ts";
import { newConversation } from "../dialog/position.ts";
import { spokenMark } from "../flow/laterTexts.ts";
import { flowFor } from "../flow/modes.ts";
import { insertConsentEvents } from "./consentEvents.ts";
import { spokenYes } from "./followUp/agree-aloud.ts";
import { insertTexts, outboxRow } from "./outbox/rows.ts";
import type { Services } from "./services.ts";
import { sealConversation } from "./turn/state.ts";

const dayMs = 24 * 3_600_000;

export interface StepsInvite {
  /** E.164. */
  phone: string;
  locale: Locale;
  /** Answers that decide the steps (`place`, `offense`, `disposition`, `year`); any other is left out. */
  answers: Readonly<Record<string, Json>>;
  /** The conversation and turn that asked for it: asked twice, it is sent once. */
  cause: readonly string[];
  /** The person said yes to the question a month later, to this worker; it holds once the phone answers. */
  agreed?: { actor: string };
}

/** Nothing of who it is about: the phone may be a stranger's. */
const kept = ["place", "offense", "disposition", "year"];

/**
 * @returns "inConversation" when that phone is in the middle of a conversation of its own, which stays as it is and
 * gets no text; "repeated" when this very wish was carried out before.
 */
export async function inviteToSteps(
  services: Services,
  copy: Copy,
  invite: StepsInvite,
): Promise<"invited" | "inConversation" | "repeated"> {
  const { config, database, runtime, sealer } = services;
  const { phone, locale } = invite;
  const now = runtime.now();
  const flow = flowFor(config, null, "sms");
  const conversation = newConversation(flow, "sms", now, { locale, opened: true });
  const answers = Object.entries({ start: "stepsOnly", ...invite.answers });
  for (const [q, v] of answers)
    if (q === "start" || kept.includes(q)) conversation.log.push({ q, v, turn: 1 });
  if (invite.agreed) conversation.log.push({ q: spokenMark, v: true, turn: 1 });
  const handle = sealer.hash("phones", phone);
  const agreed = invite.agreed
    ? [spokenYes(sealer, copy, { phone, locale, at: now, cause: invite.cause })]
    : [];
  const text = outboxRow(sealer, copy, { kind: "stepsInvite", phone, locale, cause: invite.cause }, now);
  const rows = await database.query<{ invited: boolean; repeated: boolean }>(
    `with repeated as (
       select 1 from outbox where id = decode($2, 'hex')
     ), opened as (
       insert into conversation as c (handle, version, sealed, attempts, answers_until, gone_at)
       select $3::bytea, 1, $4::bytea, 0, to_timestamp($5::float8 / 1000), to_timestamp($5::float8 / 1000)
       where not exists (select 1 from repeated)
       on conflict (handle) do update set version = c.version + 1, sealed = excluded.sealed,
         answers_until = excluded.answers_until, gone_at = excluded.gone_at
       where c.sealed is null or c.answers_until <= to_timestamp($6::float8 / 1000)
       returning 1
     ), entered as (${insertTexts("$1", " where exists (select 1 from opened)")}),
     evidenced as (${insertConsentEvents("$7", "$3::bytea", " where exists (select 1 from opened)", "to_timestamp($6::float8 / 1000)")}),
     audited as (
       insert into audit (at, event, actor, subject)
       select to_timestamp($6::float8 / 1000), 'follow_up_agreed', $8, $3::bytea from opened where $8::text <> ''
     )
     select exists (select 1 from opened) as invited, exists (select 1 from repeated) as repeated`,
    [
      JSON.stringify([text]),
      text.id,
      handle,
      sealConversation(sealer, handle, conversation),
      now + dayMs,
      now,
      JSON.stringify(agreed),
      invite.agreed?.actor ?? "",
    ],
  );
  if (rows[0]?.repeated === true) return "repeated";
  return rows[0]?.invited === true ? "invited" : "inConversation";
}
