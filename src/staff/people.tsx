/**
 * Who works here, for admins: invite, give another role, invite again, disable.
 */
import { Hono, type Context } from "hono";
import { changeRole, disableStaff, resetStaff } from "../acts/staff/change.ts";
import { inviteStaff } from "../acts/staff/invite.ts";
import { listStaff, type ListedStaff } from "../acts/staff/list.ts";
import { roles, StaffRefusal } from "../acts/staff/types.ts";
import { fieldsOf } from "./desk.tsx";
import { requireStaff } from "./guard.tsx";
import { showPage, wordsOf, type Word } from "./layout.tsx";
import { admins } from "./navigation.ts";
import type { StaffDeps, StaffEnv } from "./types.ts";

interface Told {
  /** Shown once. */
  link?: string;
  /** A role was changed: it counts already. */
  changed?: boolean;
  problem?: StaffRefusal["code"];
}

function RoleForm({ person, word }: { person: ListedStaff; word: Word }) {
  const whose = (key: string) => `${word(key)}: ${person.email}`;
  return (
    <form method="post" class="staff-role" action="/staff/people">
      <input type="hidden" name="id" value={person.id} />
      <select name="role" aria-label={whose("staff.people.role")}>
        {roles.map((role) => (
          <option value={role} selected={role === person.role}>
            {word(`staff.role.${role}`)}
          </option>
        ))}
      </select>
      <button class="button quiet" name="do" value="role" aria-label={whose("staff.people.roleDo")}>
        {word("staff.people.roleDo")}
      </button>
    </form>
  );
}

function Person({ person, own, word }: { person: ListedStaff; own: boolean; word: Word }) {
  return (
    <li>
      <p class="staff-person">
        <strong>{person.name || person.email}</strong>
        {person.name === "" ? null : <span>{person.email}</span>}
        <span>{word(`staff.role.${person.role}`)}</span>
        <span>{word(`staff.people.state.${person.state}`)}</span>
      </p>
      {own ? <p class="aside-text">{word("staff.people.own")}</p> : <RoleForm person={person} word={word} />}
      {own ? null : (
        <form method="post" class="staff-buttons" action="/staff/people">
          <input type="hidden" name="id" value={person.id} />
          <button
            class="button quiet"
            name="do"
            value="reset"
            aria-label={`${word("staff.people.reset")}: ${person.email}`}
          >
            {word("staff.people.reset")}
          </button>
          {person.state === "disabled" ? null : (
            <button
              class="button quiet"
              name="do"
              value="disable"
              aria-label={`${word("staff.people.disable")}: ${person.email}`}
            >
              {word("staff.people.disable")}
            </button>
          )}
        </form>
      )}
    </li>
  );
}

async function peoplePage(c: Context<StaffEnv>, deps: StaffDeps, told: Told = {}): Promise<Response> {
  const word = wordsOf(c, deps);
  const people = await listStaff(deps.services);
  return showPage(
    c,
    deps,
    { heading: "staff.nav.people", status: told.problem === undefined ? 200 : 400 },
    <>
      {told.link === undefined ? null : (
        <div class="notice" role="status">
          <p>{word("staff.people.link")}</p>
          <p>
            <code class="staff-secret">{told.link}</code>
          </p>
        </div>
      )}
      {told.changed !== true ? null : (
        <p class="notice" role="status">
          {word("staff.people.roleDone")}
        </p>
      )}
      {told.problem === undefined ? null : (
        <p class="notice" role="alert">
          {word(`staff.people.problem.${told.problem}`)}
        </p>
      )}
      <ul class="staff-people">
        {people.map((person) => (
          <Person person={person} own={person.id === c.var.staff.id} word={word} />
        ))}
      </ul>
      <p class="aside-text">{word("staff.people.resetHint")}</p>
      <h2>{word("staff.people.invite")}</h2>
      <form method="post" action="/staff/people" class="staff-form">
        <label for="email">{word("staff.email")}</label>
        <input id="email" name="email" type="email" maxlength={254} autocomplete="off" required />
        <fieldset>
          <legend>{word("staff.people.role")}</legend>
          {roles.map((role) => (
            <label class="staff-choice">
              <input type="radio" name="role" value={role} checked={role === "worker"} />
              <span>
                {word(`staff.role.${role}`)}
                <small>{word(`staff.roleAbout.${role}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{word("staff.language")}</legend>
          {(["en", "es"] as const).map((locale) => (
            <label class="staff-choice" lang={locale}>
              <input type="radio" name="locale" value={locale} checked={locale === "en"} />
              {word(`staff.languageName.${locale}`)}
            </label>
          ))}
        </fieldset>
        <button class="button main" name="do" value="invite">
          {word("staff.people.inviteDo")}
        </button>
      </form>
    </>,
  );
}

/** Routes beneath /staff/people. */
export function createPeople(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", (c) => peoplePage(c, deps, { changed: c.req.query("did") === "role" }));
  app.post("/", async (c) => {
    const field = await fieldsOf(c);
    const { id: actor } = c.var.staff;
    const id = field("id");
    try {
      if (field("do") === "invite") {
        const role = roles.find((one) => one === field("role")) ?? "worker";
        const locale = field("locale") === "es" ? "es" : "en";
        return peoplePage(
          c,
          deps,
          await inviteStaff(services, { email: field("email"), role, locale }, actor),
        );
      }
      if (field("do") === "role") {
        const role = roles.find((one) => one === field("role"));
        if (!role) return peoplePage(c, deps, { problem: "unknown" });
        await changeRole(services, { id }, role, actor);
        return c.redirect("/staff/people?did=role", 303);
      }
      if (field("do") === "reset") return peoplePage(c, deps, await resetStaff(services, { id }, actor));
      if (field("do") === "disable") await disableStaff(services, { id }, actor);
      return c.redirect("/staff/people", 303);
    } catch (error) {
      if (error instanceof StaffRefusal) return peoplePage(c, deps, { problem: error.code });
      throw error;
    }
  });
  return app;
}
