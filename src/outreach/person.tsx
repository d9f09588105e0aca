/**
 * One person after another at the clinic table. Every page about a person has one address and is read anew from the
 * session, so that Back and Reload show who sits there now, and nobody who sat there before.
 */
import { Hono, type Context } from "hono";
import { renderSVG } from "uqr";
import type { PresentWeb } from "../acts/handle-web-turn.ts";
import { handOverPhone, takePhoneBack } from "../acts/clinic/hand.ts";
import { nextPerson } from "../acts/clinic/next.ts";
import { sendSteps } from "../acts/clinic/send-steps.ts";
import { leaveRow } from "../acts/clinic/sheet-row.ts";
import { startPerson } from "../acts/clinic/start.ts";
import { findClinicPerson, type ClinicPerson } from "../acts/clinic/state.ts";
import { keepStepsPage, stepsPageMinutes } from "../acts/clinic/steps-page.ts";
import { showPerson, takeAnswer, type Table } from "../acts/clinic/turn.ts";
import { readSteps } from "../acts/read-steps.ts";
import { openNext } from "../acts/events/work-sheet.ts";
import { closeWait, listWaits, ticketOf } from "../acts/clinic/waits.ts";
import { canSend } from "../acts/outbox/carrier.ts";
import type { Copy } from "../copy/copy.ts";
import { assertOpen } from "../http/gate.ts";
import { fieldsOf } from "../staff/desk.tsx";
import { requireStaff } from "../staff/guard.tsx";
import { showPage, wordsOf, type Word } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { answerIn } from "./form.ts";
import { Consent, formAt, paths, Questions } from "./personPages.tsx";
import { Picture } from "./picture.tsx";
import { Said, toldIn } from "./said.tsx";

const files = { styles: ["table.css"], scripts: ["table.js"], slim: true } as const;
const sentNotes = ["invited", "inConversation", "badNumber", "tooMany", "unavailable", "notAgreed"];
/** Light modules around a code: ISO/IEC 18004 asks for four. */
const quietModules = 4;

export const inLanguage =
  (copy: Copy, locale: "en" | "es"): Word =>
  (key, params) =>
    copy.text(key, locale, params);

export const marksOf = (state: ClinicPerson, turn: string) => ({
  person: state.person,
  after: state.turn ?? "",
  turn,
});

/** Routes beneath /outreach for whoever is signed in and has the phone. */
export function createPerson(deps: StaffDeps, present: PresentWeb): Hono<StaffEnv> {
  const { services, copy } = deps;
  const app = new Hono<StaffEnv>();
  const signedIn = requireStaff(deps, { roles: everyone });
  const tableOf = ({ var: { staff } }: Context<StaffEnv>): Table => ({
    worker: staff.id,
    session: staff.session,
    present,
  });
  const found = async (c: Context<StaffEnv>) =>
    (await findClinicPerson(services, c.var.staff.session))?.state;
  /** What was told them, in the language they chose last; none before a result. */
  const toldTo = async ({ token, locale }: ClinicPerson) => {
    const steps = await readSteps(services, token);
    return steps === undefined ? [] : toldIn(copy, steps, locale);
  };
  /** The person that a form is about, if it is still them. */
  const meant = async (c: Context<StaffEnv>, person: string) => {
    const state = await found(c);
    return state?.person === person ? state : undefined;
  };

  app.post("/start", signedIn, async (c) => {
    await assertOpen(services);
    const field = await fieldsOf(c);
    await startPerson(services, c.var.staff, field("locale") === "es" ? "es" : "en");
    return c.redirect(paths.person, 303);
  });

  app.get("/person", signedIn, async (c) => {
    await assertOpen(services);
    const state = await found(c);
    if (!state) return c.redirect(paths.home, 303);
    // Whoever has the session open has the phone.
    await takePhoneBack(services, c.var.staff.session);
    const reply = await showPerson(services, tableOf(c), state);
    if (!reply) return leave(c);
    const word = wordsOf(c, deps);
    const shown = {
      state,
      reply,
      marks: marksOf(state, services.runtime.uuid()),
      word,
      theirs: inLanguage(copy, state.locale),
    };
    if (state.turn === null)
      return showPage(c, deps, { heading: "outreach.consent.title", ...files }, <Consent {...shown} />);
    const note = c.req.query("sent") ?? "";
    const sent = sentNotes.includes(note) ? note : undefined;
    const heading = reply.outcome === null ? "outreach.person.title" : "outreach.person.found";
    const canText = canSend(services.config);
    const told = await toldTo(state);
    const beside = {
      ticket: await ticketOf(services, state.token),
      waits: await listWaits(services, c.var.staff),
    };
    return showPage(
      c,
      deps,
      { heading, ...files },
      <Questions {...shown} {...beside} told={told} canText={canText} sent={sent} />,
    );
  });

  app.post("/person", signedIn, async (c) => {
    await assertOpen(services);
    const state = await found(c);
    if (!state) return c.redirect(paths.home, 303);
    const answer = answerIn(await fieldsOf(c), state.locale, "helping");
    const done = answer && (await takeAnswer(services, tableOf(c), state, answer));
    return done === "gone" ? leave(c) : c.redirect(paths.person, 303);
  });

  /** Their answers are gone; so is what this session knew of them. */
  async function leave(c: Context<StaffEnv>): Promise<Response> {
    await nextPerson(services, c.var.staff);
    return c.redirect(paths.home, 303);
  }

  app.post("/hand-over", signedIn, async (c) => {
    const field = await fieldsOf(c);
    if (!(await meant(c, field("person")))) return c.redirect(paths.person, 303);
    await handOverPhone(services, c.var.staff.session);
    return c.redirect(paths.hand, 303);
  });

  app.post("/next", signedIn, async (c) => {
    const field = await fieldsOf(c);
    // A button of somebody who was wiped already wipes nobody else.
    const state = await meant(c, field("person"));
    if (!state) return c.redirect(paths.person, 303);
    const to = field("locale");
    const helped = to === "sheet" || (await toldTo(state)).length > 0;
    await leaveRow(services, c.var.staff, state, to === "sheetLeft" ? "left" : helped ? "done" : "waiting");
    if (to === "en" || to === "es") {
      await startPerson(services, c.var.staff, to);
      return c.redirect(paths.person, 303);
    }
    if (to === "answer" && state.answer) await closeWait(services, c.var.staff, state.answer.handoff, "told");
    await nextPerson(services, c.var.staff);
    if (to === "form") return c.redirect(formAt(state.event), 303);
    if (!state.sheet || (to !== "sheet" && to !== "sheetLeft")) return c.redirect(paths.home, 303);
    const opened = await openNext(services, state.sheet.clinic, c.var.staff, true);
    return c.redirect(opened ? paths.sheetPerson : paths.sheet, 303);
  });

  app.post("/send", signedIn, async (c) => {
    await assertOpen(services);
    const field = await fieldsOf(c);
    const state = await meant(c, field("person"));
    if (!state || (await toldTo(state)).length === 0) return c.redirect(paths.person, 303);
    if (field("agreed") !== "yes") return c.redirect(`${paths.person}?sent=notAgreed`, 303);
    const { id, session } = c.var.staff;
    const asksLater = field("followUp") === "yes" ? { actor: id } : undefined;
    const sent = await sendSteps(services, copy, session, state, field("phone"), asksLater);
    return c.redirect(`${paths.person}?sent=${sent}`, 303);
  });

  app.get("/print", signedIn, async (c) => {
    const state = await found(c);
    const told = state ? await toldTo(state) : [];
    if (!state || told.length === 0) return c.redirect(paths.person, 303);
    const word = wordsOf(c, deps);
    const theirs = inLanguage(copy, state.locale);
    return showPage(
      c,
      deps,
      { heading: "outreach.take.title", ...files },
      <>
        <p class="table-noprint">
          <button type="button" class="button main" data-print hidden>
            {word("outreach.take.print")}
          </button>{" "}
          <a class="button" href={paths.person}>
            {word("outreach.take.back")}
          </a>
        </p>
        <noscript>
          <p class="aside-text">{word("outreach.take.printHow")}</p>
        </noscript>
        <div lang={state.locale}>
          {told.map((one) => (
            <Said told={one} word={theirs} />
          ))}
        </div>
      </>,
    );
  });

  app.post("/code", signedIn, async (c) => {
    await assertOpen(services);
    const field = await fieldsOf(c);
    const state = await meant(c, field("person"));
    const told = state ? await toldTo(state) : [];
    if (!state || told.length === 0) return c.redirect(paths.person, 303);
    const code = await keepStepsPage(services, { locale: state.locale, told });
    const word = wordsOf(c, deps);
    const address = `${services.config.publicUrl}/steps/${code}`;
    const svg = renderSVG(address, { ecc: "M", border: quietModules, pixelSize: 1 });
    return showPage(
      c,
      deps,
      { heading: "outreach.take.codeTitle", ...files },
      <>
        <div class="staff-code" role="img" aria-label={word("outreach.take.codeTitle")}>
          <Picture svg={svg} />
        </div>
        <p>{word("outreach.take.codeHow", { n: stepsPageMinutes })}</p>
        <p>
          <a class="button main" href={paths.person}>
            {word("outreach.take.back")}
          </a>
        </p>
      </>,
    );
  });
  return app;
}
