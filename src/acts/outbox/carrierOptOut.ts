/**
 * The carrier knows of an opt-out that we do not (error 21610): it is recorded here as if it had been said to us.
 */
import { consentEvent, insertConsentEvents } from "../consentEvents.ts";
import type { Services } from "../services.ts";

/** Error of a send to, or a report about, a phone that has opted out with the carrier. */
export const optedOutCode = 21610;

/** Marks an address as opted out, once, with its audit entry. */
export async function recordCarrierOptOut(services: Services, phone: string): Promise<void> {
  const { database, sealer, runtime } = services;
  const now = runtime.now();
  const address = sealer.hash("phones", phone);
  const said = { phone, text: `carrier ${optedOutCode}`, at: now };
  const event = consentEvent(sealer, {
    ...said,
    kind: "out",
    locale: "en",
    cause: [address.toString("hex"), String(now)],
  });
  await database.query(
    `with outed as (
       insert into consent as o (address, state, sealed, at)
       values ($1::bytea, 'out', $2::bytea, to_timestamp($3::float8 / 1000))
       on conflict (address) do update set state = 'out', sealed = excluded.sealed, at = excluded.at
       where o.state <> 'out'
       returning address
     ), evidenced as (${insertConsentEvents("$4", "outed.address", ", outed", "to_timestamp($3::float8 / 1000)")})
     insert into audit (at, event, actor, subject)
     select to_timestamp($3::float8 / 1000), 'opted_out', 'carrier', address from outed`,
    [
      address,
      sealer.sealJson("phones", `consent/${address.toString("hex")}`, said),
      now,
      JSON.stringify([event]),
    ],
  );
}
