/**
 * Column types that several tables share.
 */
import { customType, timestamp } from "drizzle-orm/pg-core";

/** Bytes; Buffer on both drivers. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** An instant, with time zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
