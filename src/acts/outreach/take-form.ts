/**
 * A worker's short form, taken as one turn of the conversation: understood, looked up, answered. Nothing of it is kept
 * but the sealed answer, until the next person or for a day.
 */
import { byteaArray } from "../../db/database.ts";
import type { Unclear } from "../../dialog/fill.ts";
import { newConversation } from "../../dialog/position.ts";
import type { Effect } from "../../dialog/types.ts";
import { losAngelesDate } from "../../runtime.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { handleTurn } from "../turn/handle-turn.ts";
import type { Presented } from "../turn/types.ts";
import { fillOutreach, outreachFlow, type OutreachForm } from "./form.ts";

export type FormResult =
  /** The rendered answer, as `present` made it; empty when it is kept no longer. */
  | { kind: "answered"; bytes: Buffer }
  /** Lines to write again. Nothing was looked up. */
  | { kind: "unclear"; unclear: Unclear[] };

export interface FormTurn {
  form: OutreachForm;
  /** Made with the page: sent twice, it happens once. */
  turn: string;
  arrived: number;
  present: (effects: readonly Effect[], after: Presented) => Buffer;
}

const turnIds = ({ sealer }: Services, actor: Actor, turn: string) =>
  sealer.hashes("turns", "outreach", actor.id, turn);

/** @throws what the database throws; nothing was committed then. */
export async function takeForm(
  services: Services,
  actor: Actor,
  { form, turn, arrived, present }: FormTurn,
  signal?: AbortSignal,
): Promise<FormResult> {
  const { sealer, runtime } = services;
  const now = runtime.now();
  const flow = await outreachFlow(services, signal);
  const opened = newConversation(flow, "outreach", now, { locale: form.locale, opened: true });
  const { unclear } = fillOutreach(flow, opened, form, { now, today: losAngelesDate(now) });
  if (unclear.length > 0) return { kind: "unclear", unclear };
  const result = await handleTurn(
    services,
    {
      channel: "outreach",
      handles: sealer.hashes("tokens", "outreach", actor.id, turn),
      turnIds: turnIds(services, actor, turn),
      input: { kind: "text", text: "" },
      take: (current, conversation, moment) => fillOutreach(current, conversation, form, moment).step,
      once: true,
      fresh: { locale: form.locale, event: form.event, opened: true },
      subject: { kind: "worker", of: actor.id },
      optOuts: false,
      arrived,
      present,
    },
    signal,
  );
  return { kind: "answered", bytes: result.kind === "reply" ? result.bytes : Buffer.alloc(0) };
}

/** Next person: the answer told last is gone, here as on the device. */
export async function forgetForm(services: Services, actor: Actor, turn: string): Promise<void> {
  await services.database.query("update turn set reply = null where id = any($1::text::bytea[])", [
    byteaArray(turnIds(services, actor, turn)),
  ]);
}
