/**
 * The pages of people who work here, by role: one list for the navigation and the home page. A new page adds its entry
 * here, with a name and a line of what it is for in locales/{en,es}/staff.json.
 */
import { roles, type Role } from "../acts/staff/types.ts";

export interface Entry {
  path: string;
  /** Key of its name. */
  word: string;
  /** Key of one sentence that says what the page is for. */
  about: string;
  roles: readonly Role[];
}

export const everyone: readonly Role[] = roles;
export const reviewers: readonly Role[] = ["reviewer", "admin"];
export const admins: readonly Role[] = ["admin"];

export const navigation: readonly Entry[] = [
  { path: "/staff", word: "staff.nav.home", about: "staff.about.home", roles: reviewers },
  { path: "/staff/people-waiting", word: "queue.title", about: "queue.about", roles: reviewers },
  { path: "/outreach", word: "staff.nav.outreach", about: "staff.about.outreach", roles: everyone },
  {
    path: "/outreach/form",
    word: "shortform.navigation",
    about: "shortform.about",
    roles: everyone,
  },
  { path: "/outreach/sheet", word: "events.sheetNav", about: "events.sheetAbout", roles: everyone },
  { path: "/staff/events", word: "events.nav", about: "events.about", roles: reviewers },
  { path: "/staff/numbers", word: "office.nav.numbers", about: "office.about.numbers", roles: reviewers },
  { path: "/staff/lists", word: "office.nav.lists", about: "office.about.lists", roles: admins },
  { path: "/staff/switch", word: "office.nav.switch", about: "office.about.switch", roles: admins },
  { path: "/staff/outbox", word: "office.nav.outbox", about: "office.about.outbox", roles: admins },
  { path: "/staff/copy", word: "office.nav.copy", about: "office.about.copy", roles: admins },
  { path: "/staff/hours", word: "hours.title", about: "hours.about", roles: admins },
  { path: "/staff/audit", word: "office.nav.audit", about: "office.about.audit", roles: admins },
  { path: "/staff/people", word: "staff.nav.people", about: "staff.about.people", roles: admins },
];

/** Where reviewers see how well matching judges. */
export const matchingPath = "/staff/numbers/matching";

/** What a role may open. */
export const navigationFor = (role: Role): Entry[] =>
  navigation.filter((entry) => entry.roles.includes(role));

/** Where a role lands after signing in. */
export const homeOf = (role: string): string => (role === "worker" ? "/outreach" : "/staff");

const doors = /^\/staff\/(?:sign-in|sign-out|hand-over|lock|unlock|seen|language|invitation)(?:[/?]|$)/;

/**
 * An address of ours to go on to, or undefined for anything else: another site, a page of the public, or a door.
 * @param to path and query, as a link or a form named it.
 */
export function localPath(to: string | undefined): string | undefined {
  if (to === undefined || to.length > 500 || !/^\/(?:staff|outreach)(?:[/?]|$)/.test(to)) return undefined;
  if (!/^[\w\-./?=&%~+,:]*$/.test(to) || to.includes("//") || doors.test(to)) return undefined;
  const { origin, pathname } = new URL(to, "https://here.invalid");
  return origin === "https://here.invalid" && /^\/(?:staff|outreach)(?:\/|$)/.test(pathname) ? to : undefined;
}
