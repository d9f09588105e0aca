/**
 * Sends what is due. Twilio's POST is not idempotent, so a text is claimed and committed, posted, and then recorded; a
 * claim whose sender died is first looked for in the carrier's own list, and sent again only if it is not there after
 * two minutes. Any number of processes may run this (R12). A text is tried until it is not worth sending any more.
 */
import type { Services } from "./services.ts";
import type { Carrier, SendResult } from "./outbox/carrier.ts";
import { optedOutCode, recordCarrierOptOut } from "./outbox/carrierOptOut.ts";
import { isQuiet, untilHoursChange } from "./outbox/hours.ts";
import { openText, type SealedText } from "./outbox/rows.ts";
import {
  claimNext,
  giveUp,
  giveUpExpired,
  isOptedOut,
  knownSids,
  pauseSending,
  recordSent,
  release,
  stillStands,
  takeLost,
  type Claim,
} from "./outbox/store.ts";

/** A claim is nobody else's business for this long; a POST is cut off well before. */
const leaseMs = 60_000;
/** A claim older than this is not posted any more. */
const staleMs = 30_000;
/** Absent from the carrier's list for this long after its claim, a text was never taken. */
const absentMs = 120_000;
/** Clocks differ, and the carrier dates in whole seconds. */
const skewMs = 10_000;
const backoff = { firstMs: 5_000, mostMs: 600_000 } as const;
/** Our account is at fault: staff must act, and until then we ask rarely. */
const accountPauseMs = 300_000;
/** The carrier keeps what it could not deliver at most this long. */
const validMaxMs = 36_000_000;
/** Texts in one run: a stop of the process waits for no more. */
const runMax = 50;

export interface SendRun {
  sentCount: number;
  failedCount: number;
  /** Looked for and settled after their sender had died. */
  settledCount: number;
}

/** Runs once over what is due. @throws whatever the database throws; a claim left behind is settled by a later run. */
export async function sendDue(services: Services, carrier: Carrier, signal?: AbortSignal): Promise<SendRun> {
  const { database, runtime } = services;
  const stopped = () => signal?.aborted === true;
  const run: SendRun = { sentCount: 0, failedCount: 0, settledCount: 0 };
  run.failedCount += await giveUpExpired(database, runtime.now(), "expired");
  for (let n = 0; n < runMax && !stopped(); n++) {
    const lost = await takeLost(database, runtime.now(), leaseMs);
    if (!lost) break;
    await settle(services, carrier, lost, run);
  }
  const { segmentMs } = services.config.sending;
  for (let n = 0; n < runMax && !stopped(); n++) {
    const now = runtime.now();
    const claim = await claimNext(database, { now, quiet: isQuiet(now), segmentMs, leaseMs });
    if (!claim) break;
    await sendOne(services, carrier, claim, run);
  }
  if (run.sentCount + run.failedCount + run.settledCount > 0) services.log.info("texts_sent", { ...run });
  return run;
}

async function sendOne(services: Services, carrier: Carrier, claim: Claim, run: SendRun): Promise<void> {
  const { database, sealer, runtime, config } = services;
  const text = openText(sealer, claim.id, claim.sealed);
  if (!text) return fail(services, claim, "unreadable", run);
  // The last moment before the POST: whoever stopped us since it was asked for gets nothing more.
  const phones = sealer.hashes("phones", text.phone);
  if (await isOptedOut(database, phones)) return fail(services, claim, "optedOut", run);
  // Nor does who wrote again, or erased everything, what was to go out only in silence.
  if (claim.standing !== null && !(await stillStands(database, phones, claim.standing, runtime.now())))
    return fail(services, claim, "wroteAgain", run);
  // A process that stood still meanwhile may have been given up by the others: it leaves the text to them.
  if (runtime.now() - claim.claimedAt > staleMs) return;
  const reachable = config.publicUrlGiven && !config.loopback;
  const result = await carrier.send({
    to: text.phone,
    body: text.body,
    ...(reachable ? { statusUrl: `${config.publicUrl}/webhooks/sms/status?id=${claim.id}` } : {}),
    validForSeconds: validSeconds(claim, runtime.now()),
  });
  await record(services, claim, text, result, run);
}

async function record(
  services: Services,
  claim: Claim,
  text: SealedText,
  result: SendResult,
  run: SendRun,
): Promise<void> {
  const { database, sealer, runtime, log } = services;
  const now = runtime.now();
  switch (result.kind) {
    case "accepted":
      await recordSent(database, now, claim.id, sealer.hash("turns", "sent", result.sid), result.status);
      run.sentCount += 1;
      return;
    case "refused":
      if (result.code === optedOutCode) await recordCarrierOptOut(services, text.phone);
      return fail(services, claim, result.code === optedOutCode ? "optedOut" : `carrier_${result.code}`, run);
    case "throttled": {
      const until = now + Math.max(backoffMs(claim.attempts), result.retryAfterMs ?? 0);
      await pauseSending(database, now, until);
      log.warn("sending_throttled", { durationMs: until - now });
      return release(database, claim.id, until, "throttled");
    }
    case "account":
      await pauseSending(database, now, now + accountPauseMs);
      log.error("sending_account", { code: String(result.code) });
      return release(database, claim.id, now + accountPauseMs, "account");
    case "unreached": {
      // The line is down for every text: the others wait as well.
      const until = now + backoffMs(claim.attempts);
      await pauseSending(database, now, until);
      return release(database, claim.id, until, "unreached");
    }
    case "unknown":
      // It may have been taken: the claim stands, and is looked for once its lease is over.
      await pauseSending(database, now, now + Math.max(backoffMs(claim.attempts), result.retryAfterMs ?? 0));
      log.warn("sending_unknown");
      return;
  }
}

/** A claim without an end: found in the carrier's list it was sent; long absent it was not, and goes again. */
async function settle(services: Services, carrier: Carrier, claim: Claim, run: SendRun): Promise<void> {
  const { database, sealer, runtime, log } = services;
  const text = openText(sealer, claim.id, claim.sealed);
  if (!text) return fail(services, claim, "unreadable", run);
  let sids: string[];
  try {
    sids = await carrier.sentTo(text.phone, claim.claimedAt - skewMs);
  } catch {
    log.warn("sending_unsettled");
    return;
  }
  const hashes = sids.map((sid) => sealer.hashes("turns", "sent", sid));
  const known = await knownSids(database, hashes.flat());
  const own = hashes.find((under) => !under.some((hash) => known.has(hash.toString("hex"))))?.[0];
  const now = runtime.now();
  if (own) {
    await recordSent(database, now, claim.id, own, "queued");
    run.settledCount += 1;
  } else if (now - claim.claimedAt >= absentMs) {
    await release(database, claim.id, now + backoffMs(claim.attempts), "unanswered");
  }
}

async function fail(services: Services, claim: Claim, reason: string, run: SendRun): Promise<void> {
  await giveUp(services.database, claim.id, reason);
  run.failedCount += 1;
}

function backoffMs(attempts: number): number {
  return Math.min(backoff.mostMs, backoff.firstMs * 2 ** Math.max(0, attempts - 1));
}

/** What waits at the carrier must not arrive at night either, unless it was asked for this moment. */
function validSeconds(claim: Claim, now: number): number {
  const end = Math.min(claim.expiresAt - now, validMaxMs, claim.asked ? Infinity : untilHoursChange(now));
  return Math.max(1, Math.floor(end / 1000));
}
