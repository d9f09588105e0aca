/**
 * Lists, their versions, totals and by whose authority they came. Totals describe whole lists, never a person.
 */
import { listOverviews, type ListOverview } from "../lists/listOverview.ts";
import type { Services } from "./services.ts";

export type { ListOverview, VersionOverview } from "../lists/listOverview.ts";

/** All lists by announcement; versions newest first. */
export function showLists(services: Services): Promise<ListOverview[]> {
  return listOverviews(services.database);
}
