/**
 * Every table, for drizzle and its migrations.
 */
export * from "./list.ts";
export * from "./clinicPerson.ts";
export * from "./conversation.ts";
export * from "./event.ts";
export * from "./operation.ts";
export * from "./outbox.ts";
export * from "./staff.ts";
export * from "./tableWait.ts";
export * from "./consentEvent.ts";
export * from "./handoffWork.ts";
export * from "./slip.ts";
export * from "./numbers.ts";
export * from "./listUpload.ts";
export * from "./followUp.ts";
