/**
 * An event's code as forms and addresses bring it, for channels and pages: one pattern, the flow's.
 */
export { isEventCode, readEventCode } from "../../flow/eventCode.ts";
