/**
 * When somebody works on the queue: the week, and the days nobody does. The organisation sets it; until it does, Monday to
 * Friday count as whole days. Nothing of it is told to the public, who read ORG_HOURS.
 */
import { z } from "zod";
import { losAngelesDate } from "../../runtime.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const day = z.iso.date();

/** From Sunday on; null is a day off. Without times the whole day counts. */
const week = z.array(z.union([z.null(), z.object({ from: time, to: time }).partial()])).length(7);
/** Both ends are days off, and all between. */
const closing = z.object({ from: day, to: day, name: z.string() });
const schema = z.object({ week, closed: z.array(closing) });

export type OfficeHours = z.infer<typeof schema>;
export type Closing = z.infer<typeof closing>;
export type HoursProblem = "noDay" | "times" | "day" | "many";

export const closingChars = 60;
/** So many days off in a row at most, and so many entries. */
const closingDays = 366;
const closingsMax = 100;
const triesMax = 5;

const workday = {};
export const defaultHours: OfficeHours = {
  week: [null, workday, workday, workday, workday, workday, null],
  closed: [],
};

const settingKey = "officeHours";

/** What a setting holds; what is not understood counts as not set. */
function hoursFrom(value: string | undefined): OfficeHours {
  if (value === undefined) return defaultHours;
  try {
    const parsed = schema.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : defaultHours;
  } catch {
    return defaultHours;
  }
}

async function stored({ database }: Services): Promise<string | undefined> {
  const [row] = await database.query<{ value: string }>("select value from setting where key = $1", [
    settingKey,
  ]);
  return row?.value;
}

export const readHours = async (services: Services): Promise<OfficeHours> =>
  hoursFrom(await stored(services));

/** What is wrong with a week, or undefined. */
function weekProblem(typed: OfficeHours["week"]): HoursProblem | undefined {
  if (typed.every((one) => one === null)) return "noDay";
  const bad = typed.some((one) => {
    if (one === null) return false;
    const { from, to } = one;
    return (
      (from === undefined) !== (to === undefined) || (from !== undefined && to !== undefined && from >= to)
    );
  });
  return bad || !week.safeParse(typed).success ? "times" : undefined;
}

/** Changes what is stored, with its audit; does it again when somebody else was quicker. */
async function change(
  services: Services,
  actor: Actor,
  what: "week" | "closed" | "open",
  make: (hours: OfficeHours) => OfficeHours | HoursProblem,
): Promise<"done" | HoursProblem> {
  for (let tries = 0; tries < triesMax; tries++) {
    const before = await stored(services);
    const made = make(hoursFrom(before));
    if (typeof made === "string") return made;
    const rows = await services.database.query(
      `with changed as (
         insert into setting as s (key, value, at)
         select $1, $2, to_timestamp($3::float8 / 1000) where $4::text is null
         on conflict (key) do nothing returning 1
       ), replaced as (
         update setting set value = $2, at = to_timestamp($3::float8 / 1000) where key = $1 and value = $4::text
         returning 1
       ), either as (select 1 from changed union all select 1 from replaced)
       insert into audit (at, event, actor, detail)
       select to_timestamp($3::float8 / 1000), 'hours_changed', $5, jsonb_build_object('what', $6::text) from either
       returning 1 as one`,
      [settingKey, JSON.stringify(made), services.runtime.now(), before ?? null, actor.id, what],
    );
    if (rows.length > 0) return "done";
  }
  throw new Error("the hours were changed by others again and again");
}

/** Sets the week. @param typed from Sunday on. */
export async function setWeek(
  services: Services,
  actor: Actor,
  typed: OfficeHours["week"],
): Promise<"done" | HoursProblem> {
  const problem = weekProblem(typed);
  return problem ?? change(services, actor, "week", (hours) => ({ ...hours, week: typed }));
}

/** Adds days off. What is over is forgotten. @param typed.to "" for one day alone. */
export async function addClosing(
  services: Services,
  actor: Actor,
  typed: Closing,
): Promise<"done" | HoursProblem> {
  const to = typed.to === "" ? typed.from : typed.to;
  const name = typed.name
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, closingChars);
  const parsed = closing.safeParse({ from: typed.from, to, name });
  const days = (Date.parse(to) - Date.parse(typed.from)) / 86_400_000;
  if (!parsed.success || days < 0 || days >= closingDays) return "day";
  // A wish lives thirty days: what was over before that bears on none.
  const past = losAngelesDate(services.runtime.now() - 31 * 86_400_000);
  return change(services, actor, "closed", (hours) => {
    const kept = hours.closed.filter((one) => one.to >= past && !(one.from === typed.from && one.to === to));
    if (kept.length >= closingsMax) return "many";
    return { ...hours, closed: [...kept, parsed.data].sort((a, b) => a.from.localeCompare(b.from)) };
  });
}

/** Works on these days again. */
export function removeClosing(
  services: Services,
  actor: Actor,
  from: string,
  to: string,
): Promise<"done" | HoursProblem> {
  return change(services, actor, "open", (hours) => ({
    ...hours,
    closed: hours.closed.filter((one) => !(one.from === from && one.to === to)),
  }));
}
