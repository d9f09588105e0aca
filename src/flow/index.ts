/**
 * The conversation, as a list one can read: every question in the order it is asked.
 */
import type { Flow } from "../dialog/types.ts";
import { readWish } from "../understanding/later.ts";
import { detectLocale } from "../understanding/understand.ts";
import { due } from "./due.ts";
import { readEventCode } from "./eventCode.ts";
import type { FlowOptions } from "./options.ts";
import { hearingCallMe, wishPerson } from "./person.ts";
import { anotherTry } from "./questions/anotherTry.ts";
import { deleteWhich, resume } from "./questions/asides.ts";
import { birthDate } from "./questions/birthDate.ts";
import { caseNumber } from "./questions/caseNumber.ts";
import { confirm } from "./questions/confirm.ts";
import { forWhom } from "./questions/forWhom.ts";
import { name } from "./questions/name.ts";
import { reach } from "./questions/reach.ts";
import { reachConsent } from "./questions/reachConsent.ts";
import { reachDetails } from "./questions/reachDetails.ts";
import { reachPhone } from "./questions/reachPhone.ts";
import { followUp } from "./questions/followUp.ts";
import { gotCopy } from "./questions/gotCopy.ts";
import { slip } from "./questions/slip.ts";
import { start } from "./questions/start.ts";
import { steps } from "./questions/steps.ts";
import { topics } from "./questions/topics.ts";
import { watch } from "./questions/watch.ts";
import { year } from "./questions/year.ts";
import { read } from "./reading.ts";

/** Raised whenever a question comes or goes; conversations go on under the version they began with. */
export const flowVersion = 3;

export function createFlow(options: FlowOptions): Flow {
  return {
    version: flowVersion,
    questions: [
      // Asides, before any other: the one opened last stands.
      deleteWhich,
      resume,
      reach,
      reachPhone,
      ...reachDetails,
      reachConsent,
      slip,
      gotCopy,
      start(options),
      forWhom(options),
      caseNumber(options),
      name(options),
      birthDate(options),
      year(options),
      confirm(options),
      anotherTry,
      ...steps(options),
      topics,
      watch(options),
      followUp(options),
    ].map(hearingCallMe),
    due: due(options),
    detectLocale: (text) => detectLocale(text) ?? undefined,
    eventCode: readEventCode,
    fallbackLocale: "en",
    readWish,
    readAlone: (text, s) => {
      const reading = read("topics", text, s);
      return reading.kind === "command" || reading.command !== undefined ? reading : { kind: "unknown" };
    },
    person: wishPerson,
  };
}
