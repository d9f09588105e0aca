/**
 * What the carrier reports about a text it took: delivered, failed and why. Reports come late, twice and out of order.
 */
import { optedOutCode, recordCarrierOptOut } from "./outbox/carrierOptOut.ts";
import { recordReport } from "./outbox/store.ts";
import type { Services } from "./services.ts";

export interface DeliveryReport {
  /** The outbox row, from the signed address the report came to. */
  id: string;
  sid: string;
  /** In the carrier's words. */
  status: string;
  errorCode: number | undefined;
  /** The phone, as the carrier names it. */
  to: string;
}

/** Records it; about a text that is no longer there nothing happens. */
export async function recordDelivery(services: Services, report: DeliveryReport): Promise<void> {
  const { database, sealer, runtime } = services;
  const { id, status, errorCode } = report;
  if (errorCode === optedOutCode && report.to !== "") await recordCarrierOptOut(services, report.to);
  await recordReport(database, runtime.now(), {
    id,
    sids: sealer.hashes("turns", "sent", report.sid),
    status,
    code: errorCode === undefined ? null : `carrier_${errorCode}`,
  });
}
