/**
 * The queue's first page: who waits, in the order to work through. No name, no number, nothing anybody said.
 */
import type { Context } from "hono";
import { listHandoffs, type ListedHandoff } from "../../acts/handoff/list-handoffs.ts";
import { localeOf, showPage, wordsOf } from "../layout.tsx";
import { admins, matchingPath } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { spellDue, spellTime } from "./words.ts";

export const queuePath = "/staff/people-waiting";

function Marks({ one, c, deps }: { one: ListedHandoff; c: Context<StaffEnv>; deps: StaffDeps }) {
  const word = wordsOf(c, deps);
  const me = c.var.staff.id;
  return (
    <>
      {one.ticket === null || one.closed ? null : (
        <span class="queue-mark urgent">{word("queue.atTable", { n: one.ticket })}</span>
      )}
      {one.overdue ? <span class="queue-mark late">{word("queue.overdue")}</span> : null}
      {one.urgent ? <span class="queue-mark urgent">{word("queue.urgent")}</span> : null}
      {one.proposedBy.length === 0 ? null : (
        <span class="queue-mark">
          {word(one.proposedBy.every((by) => by === me) ? "queue.secondYou" : "queue.second")}
        </span>
      )}
      {one.texted ? <span class="queue-mark">{word("queue.texted")}</span> : null}
    </>
  );
}

function Waiting({ one, c, deps }: { one: ListedHandoff; c: Context<StaffEnv>; deps: StaffDeps }) {
  const word = wordsOf(c, deps);
  const locale = localeOf(c);
  const kind = word(`queue.kind.${one.kind}`);
  const when = spellTime(one.at, locale);
  const mine = one.claim?.id === c.var.staff.id;
  return (
    <li>
      <p class="queue-line">
        <strong>{kind}</strong>
        <Marks one={one} c={c} deps={deps} />
      </p>
      <p class="queue-line quiet">
        <span>
          {word(`queue.language.${one.locale}`)}, {word(`queue.channel.${one.channel}`)}
        </span>
        <span>{word("queue.asked", { when })}</span>
        {one.closed ? null : <span>{word("queue.dueOn", { when: spellDue(one.due, locale) })}</span>}
        <span>
          {one.claim
            ? mine
              ? word("queue.claimedYou")
              : word("queue.claimedBy", { name: one.claim.name })
            : word("queue.free")}
        </span>
      </p>
      <a class="button" href={`${queuePath}/${one.id}`} aria-label={word("queue.openLabel", { when })}>
        {word("queue.openOne")}
      </a>
    </li>
  );
}

export async function queuePage(c: Context<StaffEnv>, deps: StaffDeps): Promise<Response> {
  const word = wordsOf(c, deps);
  const { open, closed, notMine, full, notTaken } = await listHandoffs(deps.services);
  return showPage(
    c,
    deps,
    { heading: "queue.title" },
    <>
      {full === undefined ? null : (
        <p class="notice" role="status">
          {word(`queue.full.${full}`, { count: open.length })}
        </p>
      )}
      {notTaken === 0 ? null : <p>{word("queue.notTaken", { count: notTaken })}</p>}
      <p>
        {open.length === 0 ? word("queue.empty") : word("queue.count", { count: open.length })}
        {notMine === 0 ? null : ` ${word("queue.notMine", { count: notMine })}`}
      </p>
      <ul class="staff-people queue">
        {open.map((one) => (
          <Waiting one={one} c={c} deps={deps} />
        ))}
      </ul>
      {closed.length === 0 ? null : (
        <>
          <h2>{word("queue.closed")}</h2>
          <ul class="staff-people queue">
            {closed.map((one) => (
              <Waiting one={one} c={c} deps={deps} />
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="button quiet" href={matchingPath}>
          {word("numbers.heading.matching")}
        </a>
      </p>
      {admins.includes(c.var.staff.role) ? (
        <>
          <h2>{word("queue.export.title")}</h2>
          <p>{word("queue.export.lead")}</p>
          <form method="post" action={`${queuePath}/export`}>
            <button class="button">{word("queue.export.button")}</button>
          </form>
        </>
      ) : null}
    </>,
  );
}
