/**
 * Days and hours as they are said in Los Angeles, and instants.
 */

const zone = "America/Los_Angeles";
const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** The local day and hour of an instant in epoch milliseconds: `{ day: "2026-12-05", time: "10:30" }`. */
export function localTime(at: number): { day: string; time: string } {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year = "", month = "", day = "", hour = "", minute = "" } = part;
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The instant of a local day (YYYY-MM-DD) and hour (HH:MM), in epoch milliseconds.
 * @returns undefined for a day or an hour that the calendar or the clock does not have.
 */
export function instantOf(day: string, time: string): number | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== day) return undefined;
  const shownAt = (at: number) => {
    const shown = localTime(at);
    return Date.parse(`${shown.day}T${shown.time}:00Z`);
  };
  // The zone's distance is that of a nearby instant; looked at twice, it is right on the days the clocks change too.
  const first = wanted + (wanted - shownAt(wanted));
  const at = first + (wanted - shownAt(first));
  return shownAt(at) === wanted ? at : undefined;
}
