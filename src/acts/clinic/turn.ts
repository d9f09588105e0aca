/**
 * One answer at a clinic table, typed by the worker or tapped by the person: a turn like any other, under the worker's
 * own limits. What is on the screen is read again from the turn, so that Reload and the PIN show the same.
 */
import { byteaArray } from "../../db/database.ts";
import type { ChatReply, ChatRequest } from "../chat.ts";
import { handleWebTurn, type PresentWeb } from "../handle-web-turn.ts";
import { losAngelesDate } from "../../runtime.ts";
import type { Services } from "../services.ts";
import { turnMs } from "../turn/types.ts";
import { erasePerson, keepPerson, openNext } from "../events/work-sheet.ts";
import { eraseWish } from "./waits.ts";
import { prefill } from "./prefill.ts";
import type { TurnRequest } from "../turn/types.ts";
import { changeClinicPerson, type ClinicPerson } from "./state.ts";

/** Whose table it is. */
export interface Table {
  worker: string;
  session: string;
  present: PresentWeb;
}

/** One form of the person's pages. */
export interface Answer {
  /** As the page has them: the person it is about, the turn it shows, the turn that it makes. */
  person: string;
  after: string;
  turn: string;
  said: Pick<ChatRequest, "text" | "choice" | "edit">;
  /** For whom it is asked is known: the worker asks for somebody, or the person taps. */
  forWhom: "me" | "helping";
}

/** A form is known by its worker and its page: sent twice it happens once, whoever sits there by then. */
export const formTurnIds = ({ sealer }: Services, worker: string, form: string) =>
  sealer.hashes("turns", "outreach", worker, form);

/** Asks the conversation. @param take takes the turn in place of what was said. */
export function ask(
  services: Services,
  { worker, session, present }: Table,
  state: ClinicPerson,
  turn: string,
  said: Answer["said"],
  take?: TurnRequest["take"],
): Promise<ChatReply> {
  const { runtime } = services;
  const { token: conversation, locale, event } = state;
  const request = { conversation, turn, locale, event, ...said };
  const secondLook = async (needed: boolean) => {
    await changeClinicPerson(services, session, state.person, (now) => ({ ...now, secondLook: needed }));
  };
  return handleWebTurn(
    services,
    {
      request,
      address: "",
      channel: "outreach",
      worker: { id: worker, secondLook, waits: `${event ?? worker}/${losAngelesDate(runtime.now())}` },
      take,
      turnIds: turn === state.form ? formTurnIds(services, worker, turn) : undefined,
      arrived: runtime.elapsed(),
      present,
    },
    runtime.deadline(turnMs),
  );
}

/**
 * What stands on the screen.
 * @returns undefined when the conversation is gone: erased by a word of theirs and left, or a day old.
 */
export async function showPerson(
  services: Services,
  table: Table,
  state: ClinicPerson,
): Promise<ChatReply | undefined> {
  if (state.turn === null) {
    const { runtime } = services;
    const request = { turn: "open", locale: state.locale };
    const opening = { request, address: "", channel: "outreach", arrived: runtime.elapsed() } as const;
    return handleWebTurn(services, { ...opening, present: table.present });
  }
  const reply = await ask(services, table, state, state.turn, {});
  return reply.conversation === state.token ? reply : undefined;
}

/**
 * Takes one answer. A form of a person before, or of a question before, changes nothing.
 * @returns "none" when nobody (or another person) sits there, "gone" when the conversation is.
 */
export async function takeAnswer(
  services: Services,
  table: Table,
  state: ClinicPerson,
  answer: Answer,
): Promise<"taken" | "stale" | "none" | "gone"> {
  if (answer.person !== state.person) return "none";
  if (answer.after !== (state.turn ?? "")) return "stale";
  let turn = answer.turn;
  let reply = await ask(services, table, state, turn, answer.said);
  if (reply.conversation === state.token && answer.said.choice === "agree" && reply.question === "forWhom") {
    turn = `${answer.turn}.for`;
    reply = await begin(services, table, state, turn, answer.forWhom);
  }
  if (reply.conversation !== state.token) return "gone";
  const { locale } = reply;
  const erased = reply.done && !(await hasAnswers(services, state));
  if (state.sheet)
    await (erased
      ? erasePerson(services, state.sheet.row)
      : keepPerson(services, { id: table.worker }, state.sheet.row));
  if (erased && state.answer) await eraseWish(services, { id: table.worker }, state.answer.handoff);
  const kept = await changeClinicPerson(services, table.session, state.person, (now) => ({
    ...now,
    turn,
    locale,
    // Another search begins: the hint was about the one before.
    secondLook: now.secondLook && reply.question !== "confirm" && !erased,
  }));
  return kept ? "taken" : "none";
}

/** For whom it is asked; with what the sheet knows, where they come from one. */
async function begin(
  services: Services,
  table: Table,
  state: ClinicPerson,
  turn: string,
  forWhom: Answer["forWhom"],
): Promise<ChatReply> {
  const staff = { id: table.worker };
  const opened = state.sheet && (await openNext(services, state.sheet.clinic, staff, false));
  const known = opened?.id === state.sheet?.row ? opened?.person : undefined;
  if (!known) return ask(services, table, state, turn, { choice: forWhom });
  return ask(services, table, state, turn, {}, (flow, conversation, moment) =>
    prefill(flow, conversation, known, forWhom, moment),
  );
}

/** "Delete" is understood in any words: whether it was said shows in the row. */
async function hasAnswers({ database, sealer }: Services, { token }: ClinicPerson): Promise<boolean> {
  const rows = await database.query(
    "select 1 as one from conversation where handle = any($1::text::bytea[]) and sealed is not null",
    [byteaArray(sealer.hashes("tokens", "web", token))],
  );
  return rows.length > 0;
}
