/**
 * A day in an organisation, written straight into the database: people of every role, somebody who waits for a person,
 * somebody at the table, a clinic with its sheet, an invitation, a code. For tests of who may see and do what.
 */
import { newConversation } from "../../src/dialog/position.ts";
import { flowFor } from "../../src/flow/modes.ts";
import { sealConversation } from "../../src/acts/turn/state.ts";
import { nextPerson } from "../../src/acts/clinic/next.ts";
import { sealClinicPerson, type ClinicPerson } from "../../src/acts/clinic/state.ts";
import { keepStepsPage } from "../../src/acts/clinic/steps-page.ts";
import { sealSheetPerson } from "../../src/acts/events/sheetRows.ts";
import { sealHandoff, type Handoff } from "../../src/acts/handoff/payload.ts";
import { makeToken } from "../../src/acts/handle-web-turn.ts";
import { RejectedRows } from "../../src/acts/uploads/rejectedRows.ts";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import type { Role } from "../../src/acts/staff/types.ts";
import type { TestApp } from "./app.ts";
import type { TestServices } from "./services.ts";
import { signedIn, staffBrowser, type StaffBrowser } from "./staff.ts";

/** Everybody who may come to a page: nobody, three roles, an admin whose account was closed, an admin who locked. */
export const visitors = ["nobody", "worker", "reviewer", "admin", "disabled", "locked"] as const;
export type Visitor = (typeof visitors)[number];

/** Words that stand in the database of people who wait alone: whoever is not let in never sees one. */
export const canaries =
  /Wilhelmina|Quorndale|Ottoline|Brackenwick|\(?213\)?[ -]?555[ -]?01(?:61|62)|QX900117/i;

export interface DeskWorld {
  app: TestApp;
  browsers: Record<Visitor, Omit<StaffBrowser, "id" | "email">>;
  /** Ids of the accounts that can be signed in. */
  staff: Record<Role, string>;
  /** Hex: one nobody has claimed, one the reviewer has, one that is closed. */
  handoff: string;
  claimed: string;
  closed: string;
  /** Ids of the event of today and of one that is over. */
  event: string;
  over: string;
  /** The person at the worker's table. */
  person: string;
  /** Of an invitation, and of a page of steps. */
  invitation: string;
  code: string;
  /** Of a list that is being sent, with rejected rows. */
  upload: string;
}

const waiting: Handoff = {
  version: 1,
  channel: "sms",
  locale: "en",
  answers: {
    names: [{ given: ["Wilhelmina"], family: ["Quorndale"] }],
    caseNumbers: ["QX900117"],
    birthDate: "1950-01-31",
  },
  outcomes: ["notConfirmed"],
  reach: { phone: "+12135550161", time: "morning", message: true, urgent: false },
  afterConfirmed: false,
  wording: "questions.reachConsent.ask",
  from: "+12135550161",
};

/** Writes it all into a database without people. @returns what tests need of it. */
export async function makeDeskWorld(app: TestApp): Promise<DeskWorld> {
  const { services } = app;
  const worker = await signedIn(app, "worker");
  const reviewer = await signedIn(app, "reviewer");
  const admin = await signedIn(app, "admin");
  const disabled = await signedIn(app, "admin");
  const locked = await signedIn(app, "admin");
  const { database, runtime } = services;
  await database.query("update staff_user set disabled_at = created_at where id = $1", [disabled.id]);
  await database.query("update staff_session set locked_at = seen_at where user_id = $1", [locked.id]);
  const at = runtime.now();
  const [event, over] = [
    await keepEvent(services, "CLINIC1", at),
    await keepEvent(services, "CLINIC2", at - 9e8),
  ];
  for (const who of [worker, reviewer, admin])
    await database.query(
      "insert into staff_clinic (user_id, clinic_id, at) values ($1, $2, to_timestamp($3::float8 / 1000))",
      [who.id, event, at],
    );
  await keepOnSheet(services, event, 1, worker.id);
  await keepOnSheet(services, event, 2);
  await keepOnSheet(services, event, 3, undefined, "absent");
  const handoffs = [await keepHandoff(services), await keepHandoff(services), await keepHandoff(services)];
  const [handoff = "", claimed = "", closed = ""] = handoffs;
  await database.query(
    `insert into handoff_work (handoff, claimed_by, claimed_at) values (decode($1, 'hex'), $2, to_timestamp($3::float8 / 1000))`,
    [claimed, reviewer.id, at],
  );
  await database.query("update handoff set state = 'closed' where id = decode($1, 'hex')", [closed]);
  const person = await sitDown(services, worker.id);
  const who = { email: "invited@staff.example", role: "worker", locale: "en" } as const;
  const { link } = await inviteStaff(services, who, "operator");
  return {
    app,
    browsers: { nobody: staffBrowser(app), worker, reviewer, admin, disabled, locked },
    staff: { worker: worker.id, reviewer: reviewer.id, admin: admin.id },
    handoff,
    claimed,
    closed,
    event,
    over,
    person: person.person,
    invitation: link.split("/").at(-1) ?? "",
    upload: await keepUpload(services, admin.id),
    code: await keepStepsPage(services, {
      locale: "en",
      told: [{ text: "What to do next.", sources: [] }],
    }),
  };
}

async function keepEvent({ database, runtime }: TestServices, code: string, at: number): Promise<string> {
  const id = runtime.uuid();
  await database.query(
    `insert into clinic (id, code, place, starts_at, ends_at, languages, booking, shown, created_by, created_at, updated_at)
     select $1, $2, 'Main Library', t - interval '1 hour', t + interval '4 hours', array['en', 'es'], null, true, 'x', t, t
     from to_timestamp($3::float8 / 1000) as t`,
    [id, code, at],
  );
  return id;
}

async function keepOnSheet(
  { database, runtime, sealer }: TestServices,
  event: string,
  position: number,
  takenBy?: string,
  state = takenBy === undefined ? "waiting" : "taken",
): Promise<void> {
  const id = runtime.uuid();
  const who = {
    name: "Ottoline Brackenwick",
    birthDate: "1961-07-04",
    phone: "+12135550162",
    locale: "en",
  } as const;
  await database.query(
    `insert into sheet_person (id, clinic_id, position, sealed, state, taken_by, taken_at, at, gone_at)
     select $1, $2, $3::int, $4::bytea, $5, $6::text, case when $6::text is not null then t end, t, t + interval '1 day'
     from to_timestamp($7::float8 / 1000) as t`,
    [id, event, position, sealSheetPerson(sealer, id, who), state, takenBy ?? null, runtime.now()],
  );
}

/** Somebody who waits, as a conversation leaves them. @returns the id in hex. */
export async function keepHandoff(
  { database, runtime, sealer }: TestServices,
  over: Partial<Handoff> = {},
): Promise<string> {
  const id = runtime.bytes(16);
  await database.query(
    `insert into handoff (id, handle, sealed, kind, urgent, locale, channel, at, gone_at)
     select $1::bytea, $2::bytea, $3::bytea, 'person', false, 'en', 'sms', t, t + interval '30 days'
     from to_timestamp($4::float8 / 1000) as t`,
    [id, runtime.bytes(32), sealHandoff(sealer, id, { ...waiting, ...over }), runtime.now()],
  );
  return id.toString("hex");
}

/** Whoever is handed over at the worker's table waits for this wish's answer. */
export async function keepWait({ app: { services }, staff }: DeskWorld, handoff: string): Promise<void> {
  await services.database.query(
    `insert into table_wait (handoff, user_id, scope, ticket, at, gone_at)
     select decode($1, 'hex'), $2, 'x', 1, t, t + interval '12 hours' from to_timestamp($3::float8 / 1000) as t`,
    [handoff, staff.worker, services.runtime.now()],
  );
}

/** A list on its way in. @returns its id. */
async function keepUpload({ database, runtime }: TestServices, admin: string): Promise<string> {
  const id = runtime.uuid();
  const progress = { rows: 3, written: 0, labels: 0, received: 90, size: 900, records: 0, share: 0.1 };
  const rejected = new RejectedRows();
  rejected.add(2, "damaged");
  await database.query(
    `insert into list_upload (id, list_id, dry_run, started_by, started_at, seen_at, progress, rejected)
     select $1::uuid, 'list-a', false, $2, t, t, $3::text::jsonb, $4::bytea from to_timestamp($5::float8 / 1000) as t`,
    [id, admin, JSON.stringify(progress), (await rejected.deflated()) ?? null, runtime.now()],
  );
  return id;
}

/** Somebody at the table of this worker's session, told their result. */
async function sitDown(services: TestServices, worker: string): Promise<ClinicPerson> {
  const { database, runtime, sealer } = services;
  const [row] = await database.query<{ id: string }>("select id from staff_session where user_id = $1", [
    worker,
  ]);
  const session = row?.id ?? "";
  await nextPerson(services, { id: worker, session });
  const person: ClinicPerson = {
    person: runtime.bytes(9).toString("base64url"),
    token: makeToken(services),
    turn: null,
    locale: "en",
    secondLook: false,
    texts: 0,
  };
  const handle = sealer.hash("tokens", "web", person.token);
  const flow = flowFor(services.config, null, "outreach");
  const conversation = newConversation(flow, "outreach", runtime.now(), { locale: "en", opened: true });
  const answers = { start: "stepsOnly", place: "laCounty", offense: "had", disposition: "convicted" };
  for (const [q, v] of Object.entries({ ...answers, outcome: "mayApply" }))
    conversation.log.push({ q, v, turn: 1 });
  await database.query(
    `insert into conversation (handle, version, sealed, attempts, answers_until, gone_at)
     select $1::bytea, 1, $2::bytea, 0, t, t from to_timestamp($3::float8 / 1000) as t`,
    [handle, sealConversation(sealer, handle, conversation), runtime.now() + 3_600_000],
  );
  await database.query(
    "insert into clinic_person (session, sealed, gone_at) values ($1, $2::bytea, to_timestamp($3::float8 / 1000))",
    [session, sealClinicPerson(services, session, person), runtime.now() + 3_600_000],
  );
  return person;
}
