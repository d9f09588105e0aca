/**
 * A worker's short form, taken as one turn of the person who sits down with it: understood, looked up, answered, and from
 * there on the same conversation as question by question.
 */
import type { Unclear } from "../../dialog/fill.ts";
import { newConversation } from "../../dialog/position.ts";
import { losAngelesDate } from "../../runtime.ts";
import { fillOutreach, outreachFlow, type OutreachForm } from "../outreach/form.ts";
import type { Services } from "../services.ts";
import { readBefore } from "../turn/store.ts";
import { changeClinicPerson, findClinicPerson, type ClinicPerson } from "./state.ts";
import { seatPerson } from "./start.ts";
import { ask, formTurnIds, type Table } from "./turn.ts";

export type FormResult =
  /** Whoever the form is about sits there with the answer. */
  | { kind: "answered" }
  /** It was answered before, and the person has left. */
  | { kind: "gone" }
  /** Lines to write again. Nothing was looked up, and nobody was wiped. */
  | { kind: "unclear"; unclear: Unclear[] };

const personChars = 12;

/**
 * @param turn made with the page: sent twice, it happens once.
 * @throws what the database throws; nothing was committed then.
 */
export async function takeForm(
  services: Services,
  table: Table,
  { form, turn, sheet }: { form: OutreachForm; turn: string; sheet?: ClinicPerson["sheet"] },
): Promise<FormResult> {
  const { database, sealer, runtime } = services;
  const { worker: id, session } = table;
  const now = runtime.now();
  const flow = await outreachFlow(services);
  const opened = newConversation(flow, "outreach", now, { locale: form.locale, opened: true });
  const { unclear } = fillOutreach(flow, opened, form, { now, today: losAngelesDate(now) });
  if (unclear.length > 0) return { kind: "unclear", unclear };
  const person = sealer
    .hash("tokens", "outreach-person", id, turn)
    .toString("base64url")
    .slice(0, personChars);
  const sits = async () => (await findClinicPerson(services, session))?.state.person === person;
  const { seen } = await readBefore(database, [], formTurnIds(services, id, turn));
  if (seen) return { kind: (await sits()) ? "answered" : "gone" };
  const { locale, event } = form;
  const seated = {
    person,
    locale,
    form: turn,
    ...(event === undefined ? {} : { event }),
    ...(sheet === undefined ? {} : { sheet }),
  };
  const state = await seatPerson(services, { id, session }, seated);
  const reply = await ask(
    services,
    table,
    state,
    turn,
    {},
    (current, conversation, moment) => fillOutreach(current, conversation, form, moment).step,
  );
  if (reply.conversation !== state.token) return { kind: "gone" };
  const kept = await changeClinicPerson(services, session, person, (then) =>
    then.turn === null ? { ...then, turn } : then,
  );
  return { kind: kept ? "answered" : "gone" };
}
