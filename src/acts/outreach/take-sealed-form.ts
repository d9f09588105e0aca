/**
 * A form that waited sealed on a device without signal. It is understood and kept under the code of the person's slip;
 * nothing is looked up until that code is texted. Delivered again it is the same form, once.
 */
import { z } from "zod";
import { byteaArray, intArray } from "../../db/database.ts";
import { newConversation } from "../../dialog/position.ts";
import { readEventCode } from "../../flow/eventCode.ts";
import type { SlipMark } from "../../flow/questions/slip.ts";
import { carryHashes, readCarryCode, slipMs } from "../../privacy/carryCode.ts";
import { eventTallies } from "../../privacy/eventTally.ts";
import { losAngelesDate, utcDay } from "../../runtime.ts";
import type { Services } from "../services.ts";
import { sealSlip } from "../turn/slip.ts";
import { fieldNames, fillOutreach, outreachFlow, type OutreachForm } from "./form.ts";
import { openQueued } from "./queueKey.ts";

const line = z.string().max(200);
const sealedForm = z.object({
  code: z.string().max(40),
  agreed: z.literal(true),
  locale: z.enum(["en", "es"]),
  event: line.optional(),
  fields: z.partialRecord(z.enum(fieldNames), line),
});

/** `unreadable`: it does not open here and never will; everything else has arrived. */
export type Arrival = "arrived" | "unreadable";

const keepStatement = `
with kept as (
  insert into turn (id, handle, reply, at)
  select $1::bytea, $3::bytea, null, to_timestamp($5::float8 / 1000)
  where not exists (select 1 from turn where id = any($2::text::bytea[]))
  on conflict (id) do nothing returning 1
), slipped as (
  insert into slip (code, sealed, gone_at)
  select $3::bytea, $4::bytea, to_timestamp($6::float8 / 1000) from kept
  on conflict (code) do nothing
)
insert into tally as y (day, name, channel, locale, shard, n, segments_in, segments_out)
select $7::text::date, c.name, 'outreach', $8, $9::int, 1, 0, 0
from kept, unnest($10::text::text[], $11::text::int[]) as c(name, i)
on conflict (day, name, channel, locale, shard) do update set n = y.n + 1`;

/** @throws what the database throws; nothing was kept then, and the device sends it again. */
export async function takeSealedForm(
  services: Services,
  queued: { sealed: string; turn: string },
): Promise<Arrival> {
  const { database, sealer, runtime } = services;
  const parsed = sealedForm.safeParse(await openQueued(services, queued.sealed, queued.turn));
  const code = parsed.success ? readCarryCode(parsed.data.code) : undefined;
  if (!parsed.success || code === undefined) return "unreadable";
  const now = runtime.now();
  const { locale, fields } = parsed.data;
  const event = readEventCode(parsed.data.event ?? "");
  const mark = await markOf(services, { locale, fields });
  const hash = carryHashes(sealer, code)[0] ?? Buffer.alloc(0);
  const ids = sealer.hashes("turns", "outreach-queue", queued.turn);
  const names = ["form_arrived", ...(event === undefined ? [] : eventTallies(sealer, event).slice(0, 1))];
  await database.query(keepStatement, [
    ids[0] ?? Buffer.alloc(0),
    byteaArray(ids),
    hash,
    sealSlip(sealer, hash, { code, locale, mark }),
    now,
    now + slipMs,
    utcDay(now),
    locale,
    runtime.bytes(1).readUInt8() % 16,
    `{${names.join(",")}}`,
    intArray(names.map(() => 1)),
  ]);
  return "arrived";
}

/** The form's answers, and the birth date apart from them. What did not read is asked by text. */
async function markOf(services: Services, form: OutreachForm): Promise<SlipMark> {
  const now = services.runtime.now();
  const flow = await outreachFlow(services);
  const opened = newConversation(flow, "outreach", now, { locale: form.locale, opened: true });
  const moment = { now, today: losAngelesDate(now) };
  const { step, unclear } = fillOutreach(flow, opened, form, moment, "keep");
  const { log } = step.conversation;
  const read = log.find(({ q }) => q === "birthDate")?.v;
  const either = unclear.find(({ question }) => question === "birthDate")?.options ?? [];
  const born = [read, ...either].filter((one): one is string => typeof one === "string");
  // Without a date to compare, a number found on a slip would be told by itself: then name and date alone are asked.
  const left = born.length > 0 ? ["birthDate"] : ["birthDate", "caseNumber"];
  const answers = log.filter(({ q }) => !left.includes(q)).map(({ q, v }) => ({ q, v }));
  return {
    born,
    answers: born.length > 0 ? answers : [...answers, { q: "caseNumber", v: { none: true } }],
    tries: 0,
  };
}
