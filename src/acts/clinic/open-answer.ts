/**
 * A reviewer's answer, read with the person who waited for it: they sit down again with what they handed over, and are
 * told what anybody is told whose case is confirmed, or is not. The look is audited before any list is read (P16).
 */
import { and, eq, isNull } from "drizzle-orm";
import { handoffDecision } from "../../db/schema/handoffWork.ts";
import { tableWait } from "../../db/schema/tableWait.ts";
import { Turn, type Moment, type Step } from "../../dialog/step.ts";
import type { Conversation, Flow, Json, LookupResult } from "../../dialog/types.ts";
import { findNearMatches } from "../handoff/near-matches.ts";
import { openHandoff, type Handoff } from "../handoff/payload.ts";
import { handoffId, lockHandoff } from "../handoff/work.ts";
import { ListsNotReadyError } from "../../lists/versionCache.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { recordStaffView } from "../staff/view.ts";
import { changeClinicPerson } from "./state.ts";
import { seatPerson } from "./start.ts";
import { ask, type Table } from "./turn.ts";
import { isReady, statusOf } from "./waits.ts";

const personChars = 12;

interface Decided {
  ticket: number;
  handoff: Handoff;
  /** The records that are theirs, as tags; none where no case was found. */
  theirs: string[];
}

/** Reads what was decided, for whoever waits at this worker's table and for nobody else. */
async function readDecided(services: Services, staff: Actor, id: string): Promise<Decided | undefined> {
  const bytes = handoffId(id);
  if (!bytes) return undefined;
  const { database, sealer } = services;
  return database.drizzle.transaction(async (tx) => {
    const row = await lockHandoff(services, tx, bytes);
    const own = and(eq(tableWait.handoff, bytes), eq(tableWait.userId, staff.id), isNull(tableWait.closedAt));
    const [wait] = await tx.select().from(tableWait).where(own);
    const handoff = row && openHandoff(sealer, bytes, row.sealed);
    if (!wait || !handoff) return undefined;
    const decisions = await tx.select().from(handoffDecision).where(eq(handoffDecision.handoff, bytes));
    const said = decisions.map(({ verdict, state }) => `${verdict}/${state}`);
    const status = statusOf(said, row.state === "closed", false);
    if (!isReady(status)) return undefined;
    await recordStaffView(services, tx, staff, "handoff_viewed", ["handoff", id], {
      table: true,
      lookup: status === "found",
    });
    const theirs = decisions.filter(({ verdict, state }) => verdict === "theirs" && state === "settled");
    return {
      ticket: wait.ticket,
      handoff,
      theirs: theirs.map(({ record }) => Buffer.from(record).toString("base64url")),
    };
  });
}

/** Lists that can be read now; none where they cannot. */
async function readable({ versions }: Services) {
  return versions.current().catch((error: unknown) => {
    if (error instanceof ListsNotReadyError) return [];
    throw error;
  });
}

/** What the lookup would have said, had it known. */
async function resultOf(services: Services, id: string, { handoff, theirs }: Decided): Promise<LookupResult> {
  const versions = await readable(services);
  const listDate = versions
    .map(({ importedDay }) => importedDay)
    .sort()
    .at(-1);
  if (listDate === undefined) return { kind: "unavailable" };
  if (theirs.length === 0) return { kind: "notConfirmed", listDate };
  const near = await findNearMatches(services, id, handoff);
  const cases = near.matches.filter(({ tag }) => theirs.includes(tag)).map(({ told }) => told);
  return cases.length === 0 ? { kind: "unavailable" } : { kind: "confirmed", cases };
}

/** What they handed over, as it was answered, with that result. */
function tell(
  flow: Flow,
  conversation: Conversation,
  { answers, forWhom }: Handoff,
  result: LookupResult,
  moment: Moment,
): Step {
  const turn = new Turn(flow, conversation, moment);
  turn.conversation.turn += 1;
  turn.conversation.lastAt = moment.now;
  const { names, caseNumbers, birthDate, year, place, offense, disposition } = answers;
  const log: { [question: string]: Json | undefined } = {
    start: "agree",
    forWhom: forWhom ?? "helping",
    caseNumber: caseNumbers.length === 0 ? { none: true } : { numbers: caseNumbers },
    name: names.length === 0 ? null : names,
    birthDate: birthDate ?? null,
    year: year ?? null,
    place,
    offense,
    disposition,
    confirm: "search",
    lookup: result as unknown as Json,
    anotherTry: result.kind === "notConfirmed" ? "goOn" : undefined,
  };
  for (const [question, value] of Object.entries(log)) if (value !== undefined) turn.log(question, value);
  turn.goOn();
  return turn.finish();
}

/**
 * Sits the person down with the answer; whoever sat there is wiped.
 * @param wish the id of the wish, in hex, and the turn that the page made: pressed twice, it happens once.
 * @returns false where there is no answer (yet, or any more) for this worker.
 */
export async function openAnswer(
  services: Services,
  table: Table,
  { id, turn }: { id: string; turn: string },
): Promise<boolean> {
  const { worker, session } = table;
  const decided = await readDecided(services, { id: worker }, id);
  if (!decided) return false;
  const result = await resultOf(services, id, decided);
  const { ticket, handoff } = decided;
  const said =
    result.kind === "confirmed" ? "found" : result.kind === "notConfirmed" ? "none" : "unavailable";
  const person = services.sealer
    .hash("tokens", "outreach-answer", worker, id, turn)
    .toString("base64url")
    .slice(0, personChars);
  const seated = { person, locale: handoff.locale, answer: { handoff: id, ticket, said } } as const;
  const state = await seatPerson(services, { id: worker, session }, seated);
  const reply = await ask(services, table, state, turn, {}, (flow, conversation, moment) =>
    tell(flow, conversation, handoff, result, moment),
  );
  if (reply.conversation !== state.token) return false;
  const kept = await changeClinicPerson(services, session, person, (then) =>
    then.turn === null ? { ...then, turn } : then,
  );
  return kept !== undefined;
}
