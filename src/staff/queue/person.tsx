/**
 * One who waits: how to reach them, what they handed over, what the lists hold near them, and the work on it.
 */
import type { Context } from "hono";
import { templates, templateText } from "../../acts/handoff/answer-handoff.ts";
import { closings } from "../../acts/handoff/close-handoff.ts";
import { noteChars } from "../../acts/handoff/note-handoff.ts";
import { viewHandoff, type Handoff, type ViewedHandoff } from "../../acts/handoff/view-handoff.ts";
import { losAngelesDate } from "../../runtime.ts";
import { localeOf, showPage, wordsOf, type PageOptions, type Word } from "../layout.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { Fact } from "./fact.tsx";
import { queuePath } from "./list.tsx";
import { Match, nameText } from "./match.tsx";
import { spellDate, spellDay, spellDue, spellPhone, spellTime } from "./words.ts";

type C = Context<StaffEnv>;

interface Shown {
  viewed: ViewedHandoff;
  c: C;
  deps: StaffDeps;
}

function Reach({ handoff, word }: { handoff: Handoff; word: Word }) {
  const { phone, extension, time, said, message } = handoff.reach;
  return (
    <>
      <h2>{word("queue.reach.title")}</h2>
      <dl class="queue-facts">
        <Fact name={word("queue.reach.phone")}>
          <a class="queue-phone" href={`tel:${phone}`}>
            {spellPhone(phone)}
          </a>
        </Fact>
        {extension === undefined ? null : <Fact name={word("queue.reach.extension")}>{extension}</Fact>}
        <Fact name={word("queue.reach.language")}>{word(`queue.language.${handoff.locale}`)}</Fact>
        <Fact name={word("queue.reach.time")}>
          {time === null ? word("queue.reach.timeUnknown") : word(`queue.reach.times.${time}`)}
        </Fact>
        {said === undefined ? null : (
          <Fact name={word("queue.reach.said")}>
            <q lang={handoff.locale}>{said}</q>
          </Fact>
        )}
        <Fact name={word("queue.reach.message")}>
          {word(message ? "queue.reach.messageYes" : "queue.reach.messageNo")}
        </Fact>
      </dl>
    </>
  );
}

function Said({ handoff, c, deps }: { handoff: Handoff; c: C; deps: StaffDeps }) {
  const word = wordsOf(c, deps);
  const locale = localeOf(c);
  const { answers, outcomes, forWhom, wording } = handoff;
  /** The words of the very choice they made; what there are no words for stays as it is. */
  const chosen = (question: string, id: string) => {
    const key = `questions.${question}.choice.${id}`;
    return deps.copy.has(key, locale) ? word(key) : id;
  };
  const told = (id: string) => {
    const key = `queue.told.${id}`;
    return deps.copy.has(key, locale) ? word(key) : id;
  };
  const { names, caseNumbers, birthDate, year } = answers;
  const facts: [string, string][] = [
    ["names", names.map(nameText).join("; ")],
    ["birthDate", birthDate === undefined ? "" : spellDate(birthDate, locale)],
    ["caseNumber", caseNumbers.join("; ")],
    ["year", year ? [...new Set([year.from, year.to])].join("–") : ""],
    ...(["place", "offense", "disposition"] as const).map((id): [string, string] => [
      id,
      answers[id] === undefined ? "" : chosen(id, answers[id]),
    ]),
  ];
  const given = facts.filter(([, text]) => text !== "");
  return (
    <>
      <h2>{word("queue.said.title")}</h2>
      {wording === undefined ? null : <p class="aside-text">{word("queue.said.agreed")}</p>}
      {given.length === 0 ? <p>{word("queue.said.nothing")}</p> : null}
      <dl class="queue-facts">
        {given.map(([field, text]) => (
          <Fact name={word(`queue.field.${field}`)}>{text}</Fact>
        ))}
        {forWhom === undefined ? null : (
          <Fact name={word("queue.said.forWhom")}>{word(`queue.said.forWhoms.${forWhom}`)}</Fact>
        )}
        <Fact name={word("queue.said.told")}>
          {outcomes.length === 0 ? word("queue.said.toldNothing") : outcomes.map(told).join("; ")}
        </Fact>
      </dl>
    </>
  );
}

function Near({ viewed, handoff, c, deps }: Shown & { handoff: Handoff }) {
  const word = wordsOf(c, deps);
  const { looked, matches, marks } = viewed.near;
  const nothing = looked === "yes" ? "nobody" : looked;
  return (
    <>
      <h2>{word("queue.near.title")}</h2>
      <p>{matches.length === 0 ? word(`queue.near.${nothing}`) : word("queue.near.lead")}</p>
      {matches.map((match, i) => (
        <Match
          match={match}
          n={i + 1}
          marks={marks}
          handoff={handoff}
          decision={viewed.decisions.get(match.tag)}
          {...(viewed.closed ? {} : { action: `${queuePath}/${viewed.id}/decide` })}
          me={c.var.staff.id}
          locale={localeOf(c)}
          word={word}
        />
      ))}
    </>
  );
}

function Texting({ viewed, c, deps }: Shown) {
  const word = wordsOf(c, deps);
  const { canText, textedAt } = viewed;
  return (
    <>
      <h3>{word("queue.answer.title")}</h3>
      {textedAt === undefined ? null : (
        <p>{word("queue.answer.last", { when: spellTime(textedAt, localeOf(c)) })}</p>
      )}
      {canText === "yes" ? (
        <form method="post" action={`${queuePath}/${viewed.id}/text`} class="staff-form">
          <fieldset>
            <legend class="queue-hidden">{word("queue.answer.title")}</legend>
            {templates.map((template, i) => (
              <label class="staff-choice">
                <input type="radio" name="template" value={template} checked={i === 0} />
                <span>
                  {word(`queue.answer.${template}`)}
                  <small lang={viewed.handoff?.locale}>
                    {templateText(deps.copy, template, viewed.handoff?.locale ?? "en")}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
          <p class="aside-text">{word("queue.answer.when")}</p>
          <button class="button">{word("queue.answer.send")}</button>
        </form>
      ) : (
        <p>{word(`queue.answer.no.${canText}`)}</p>
      )}
    </>
  );
}

/** Whose it is stands first: nobody shall be called by two. */
function Claim({ viewed, c, deps }: Shown) {
  const word = wordsOf(c, deps);
  const { id, claim } = viewed;
  const mine = claim?.id === c.var.staff.id;
  const mayRelease = mine || (claim !== undefined && c.var.staff.role === "admin");
  const whose = claim ? word("queue.claimedBy", { name: claim.name }) : word("queue.free");
  return (
    <form
      method="post"
      action={`${queuePath}/${id}/${mayRelease ? "release" : "claim"}`}
      class="queue-line queue-claim"
    >
      <span>{mine ? word("queue.claimedYou") : whose}</span>
      <button class="button">{word(mayRelease ? "queue.work.release" : "queue.work.claim")}</button>
    </form>
  );
}

function Reopen({ viewed, c, deps }: Shown) {
  const word = wordsOf(c, deps);
  return (
    <>
      <p class="notice">{word("queue.person.closedNow")}</p>
      <form method="post" action={`${queuePath}/${viewed.id}/reopen`}>
        <button class="button">{word("queue.work.reopen")}</button>
      </form>
    </>
  );
}

function Work({ viewed, c, deps }: Shown) {
  const word = wordsOf(c, deps);
  return (
    <>
      <h2>{word("queue.work.title")}</h2>
      {viewed.handoff ? <Texting viewed={viewed} c={c} deps={deps} /> : null}
      <h3>{word("queue.close.title")}</h3>
      <p>{word("queue.close.lead")}</p>
      <form method="post" action={`${queuePath}/${viewed.id}/close`} class="queue-buttons">
        {viewed.followUp === "possible" && viewed.handoff ? (
          <label class="staff-choice">
            <input type="checkbox" name="followUp" value="yes" />
            <span>
              {word("followup.saidYes")}
              <small lang={viewed.handoff.locale}>
                {deps.copy.text("followup.aloud", viewed.handoff.locale)}
              </small>
            </span>
          </label>
        ) : null}
        {closings.map((how) => (
          <button class="button" name="how" value={how}>
            {word(`queue.close.${how}`)}
          </button>
        ))}
      </form>
    </>
  );
}

function Notes({ viewed, c, deps }: Shown) {
  const word = wordsOf(c, deps);
  return (
    <>
      <h2>{word("queue.note.title")}</h2>
      {viewed.notes.length === 0 ? <p>{word("queue.note.none")}</p> : null}
      <ul class="staff-people">
        {viewed.notes.map(({ text, by, at }) => (
          <li>
            <p class="queue-note">{text}</p>
            <p class="aside-text">
              {by}, {spellTime(at, localeOf(c))}
            </p>
          </li>
        ))}
      </ul>
      {viewed.closed ? null : (
        <form method="post" action={`${queuePath}/${viewed.id}/note`} class="staff-form">
          <label for="note">{word("queue.note.label")}</label>
          <textarea id="note" name="note" rows={3} maxlength={noteChars} required></textarea>
          <button class="button">{word("queue.note.add")}</button>
        </form>
      )}
    </>
  );
}

/**
 * @param notice the last part of a key beneath `queue.notice`: what the form just did.
 * @returns the page, or undefined when there is nobody under that id any more.
 */
export async function personPage(
  c: C,
  deps: StaffDeps,
  id: string,
  notice?: string,
  status: PageOptions["status"] = 200,
): Promise<Response | undefined> {
  const word = wordsOf(c, deps);
  const locale = localeOf(c);
  const viewed = await viewHandoff(deps.services, c.var.staff, id);
  if (!viewed) return undefined;
  const shown = { viewed, c, deps };
  const { handoff } = viewed;
  return showPage(
    c,
    deps,
    { heading: "queue.person.title", status },
    <>
      {notice === undefined ? null : (
        <p class="notice" role={status === 200 ? "status" : "alert"}>
          {word(`queue.notice.${notice}`)}
        </p>
      )}
      <p class="queue-line">
        <strong>{word(`queue.kind.${viewed.kind}`)}</strong>
        {viewed.overdue ? <span class="queue-mark late">{word("queue.overdue")}</span> : null}
        {viewed.urgent ? <span class="queue-mark urgent">{word("queue.urgent")}</span> : null}
      </p>
      <p class="queue-line quiet">
        <span>{word("queue.asked", { when: spellTime(viewed.at, locale) })}</span>
        {viewed.closed ? null : <span>{word("queue.dueOn", { when: spellDue(viewed.due, locale) })}</span>}
        <span>{word("queue.person.goneOn", { when: spellTime(viewed.goneAt, locale) })}</span>
      </p>
      {viewed.ticket === undefined || viewed.closed ? null : (
        <p class="notice">
          {word("queue.atTable", { n: viewed.ticket })}. {word("queue.atTableHow")}
        </p>
      )}
      {viewed.closed ? <Reopen {...shown} /> : <Claim {...shown} />}
      {typeof viewed.followUp === "object" ? (
        <p>{word("followup.waits", { when: spellDay(losAngelesDate(viewed.followUp.on), locale) })}</p>
      ) : null}
      {handoff?.hadTrouble ? <p class="notice">{word("followup.hadTrouble")}</p> : null}
      {handoff ? (
        <>
          <Reach handoff={handoff} word={word} />
          <Said handoff={handoff} c={c} deps={deps} />
          <Near {...shown} handoff={handoff} />
        </>
      ) : (
        <p class="notice">{word("queue.person.unreadable")}</p>
      )}
      {viewed.closed ? null : <Work {...shown} />}
      <Notes {...shown} />
      <p>
        <a class="button quiet" href={queuePath}>
          {word("queue.person.back")}
        </a>
      </p>
    </>,
  );
}
