/**
 * One step of a phone call: its state comes back sealed in the address that Twilio signs, bound to the call, so that
 * nothing is stored for a call that asks for nothing. A step repeated by the carrier gives the same and happens once.
 */
import type { Copy } from "../copy/copy.ts";
import { byteaArray } from "../db/database.ts";
import { spendHandoff } from "../privacy/handoffLimits.ts";
import { losAngelesDate, utcDay } from "../runtime.ts";
import { calledIn, handoffMs, sealHandoff } from "./handoff/payload.ts";
import { canSend } from "./outbox/carrier.ts";
import { insertTexts, outboxRow } from "./outbox/rows.ts";
import { isOptedOut } from "./outbox/store.ts";
import type { Services } from "./services.ts";
import {
  answerCall,
  isCall,
  phoneDigits,
  stepCall,
  type Call,
  type CallTurn,
  type Heard,
} from "./voice/call.ts";

const stateBlock = 128;

export interface CallStep {
  /** CallSid. */
  sid: string;
  /** As the network shows it; may be nobody's. */
  from: string;
  /** What the address carried; absent when the call begins. */
  state: string | undefined;
  heard: Heard;
}

export interface CallAnswer extends Omit<CallTurn, "next"> {
  locale: Call["locale"];
  /** What stands next, and its state for the next address; absent when the call ends. */
  next?: { at: Call["at"]; state: string };
}

const stateRow = (sid: string) => `voice/${sid}`;

/** @throws whatever the database throws; nothing was kept then. */
export async function takeCall(services: Services, copy: Copy, step: CallStep): Promise<CallAnswer> {
  const { config, runtime, sealer } = services;
  const before = openState(services, step);
  const caller = phoneDigits(step.from);
  const around = {
    caller,
    canText: canSend(config),
    today: losAngelesDate(runtime.now()),
  };
  let turn = before ? stepCall(before, step.heard, around) : answerCall();
  const locale = turn.next?.locale ?? before?.locale ?? "en";
  if (turn.callBack !== undefined && !(await keepCallBack(services, step.sid, caller, turn.callBack, locale)))
    turn = { say: [{ key: "callBackFull" }, { key: "goodbye" }] };
  if (turn.text === true && caller !== undefined)
    turn = await textCaller(services, copy, caller, turn, locale);
  const { next, ...rest } = turn;
  if (!next) return { ...rest, locale };
  const sealed = sealer.seal(
    "conversations",
    stateRow(step.sid),
    Buffer.from(JSON.stringify(next)),
    stateBlock,
  );
  return { ...rest, locale, next: { at: next.at, state: sealed.toString("base64url") } };
}

function openState({ sealer }: Services, { sid, state }: CallStep): Call | undefined {
  if (state === undefined || state === "") return undefined;
  const value = sealer.openJson("conversations", stateRow(sid), Buffer.from(state, "base64url"));
  return isCall(value) ? value : undefined;
}

/**
 * A handoff with nothing but the number, once a call; a number that waits for a call already is not written down again.
 * @returns false when the queue's limits leave no room for it.
 */
async function keepCallBack(
  services: Services,
  sid: string,
  caller: string | undefined,
  number: string,
  locale: Call["locale"],
): Promise<boolean> {
  const { database, runtime, sealer } = services;
  const now = runtime.now();
  const phone = `+1${number}`;
  const id = sealer.hash("turns", "voice", sid, "callBack");
  const waits = await database.query(
    `select 1 as one from handoff where id = $1::bytea or (handle = any($2::text::bytea[]) and kind = 'callBack'
       and state = 'open' and gone_at > to_timestamp($3::float8 / 1000)) limit 1`,
    [id, byteaArray(sealer.hashes("phones", phone)), now],
  );
  if (waits.length > 0) return true;
  const asked = { kind: "caller", of: caller, channel: "voice", cause: id, now } as const;
  if (!(await spendHandoff(database, sealer, asked))) {
    await countFull(services, locale);
    return false;
  }
  const handle = sealer.hash("phones", phone);
  const sealed = sealHandoff(sealer, id, calledIn(phone, locale));
  await database.query(
    `with asked as (
       insert into handoff (id, handle, reach, sealed, kind, locale, channel, at, gone_at)
       values ($1::bytea, $2::bytea, $2::bytea, $3::bytea, 'callBack', $4, 'voice', to_timestamp($5::float8 / 1000),
         to_timestamp($6::float8 / 1000))
       on conflict (id) do nothing
       returning handle
     )
     insert into audit (at, event, actor, subject)
     select to_timestamp($5::float8 / 1000), 'handoff_asked', 'person', handle from asked`,
    [id, handle, sealed, locale, now, now + handoffMs],
  );
  return true;
}

/** One more in the day's total of wishes that were not kept, for staff. */
async function countFull({ database, runtime }: Services, locale: Call["locale"]): Promise<void> {
  await database.query(
    `insert into tally as y (day, name, channel, locale, shard, n)
     values ($1::text::date, 'handOffFull', 'voice', $2, $3::int, 1)
     on conflict (day, name, channel, locale, shard) do update set n = y.n + 1`,
    [utcDay(runtime.now()), locale, runtime.bytes(1).readUInt8() % 16],
  );
}

/** Texts the caller the way to go on, unless that phone has stopped our texts: then it is told how to start them. */
async function textCaller(
  services: Services,
  copy: Copy,
  caller: string,
  turn: CallTurn,
  locale: Call["locale"],
): Promise<CallTurn> {
  const { database, runtime, sealer } = services;
  const phone = `+1${caller}`;
  if (await isOptedOut(database, sealer.hashes("phones", phone)))
    return { say: [{ key: "textStopped" }, { key: "goodbye" }] };
  const now = runtime.now();
  // One a phone and day: the number on the display can be made up, and nobody shall be showered with our texts.
  const row = outboxRow(sealer, copy, { kind: "goOn", phone, locale, cause: [phone, utcDay(now)] }, now);
  await database.query(insertTexts("$1"), [JSON.stringify([row])]);
  return turn;
}
