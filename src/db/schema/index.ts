/**
 * Every table, for drizzle and its migrations.
 */
export * from "./list.ts";
export * from "./conversation.ts";
export * from "./operation.ts";
export * from "./outbox.ts";
export * from "./staff.ts";
export * from "./consentEvent.ts";
export * from "./slip.ts";
