/**
 * What the pages of the numbers have in common: each draws one part, and gives its rows to the one file of all.
 */
import type { Child } from "hono/jsx";
import type { NumberDays } from "../../acts/numbers/windows.ts";
import type { Services } from "../../acts/services.ts";
import type { Role } from "../../acts/staff/types.ts";
import type { Word } from "../layout.tsx";
import type { Formats } from "../office/format.ts";

export interface Speaking {
  word: Word;
  formats: Formats;
}

export interface Drawing extends Speaking {
  services: Services;
  days: NumberDays;
  /** Whose page it is: some are led on to pages that others may not open. */
  role: Role;
}

export interface Part {
  /** Its name under `numbers.part`. */
  id: string;
  /** Beneath /staff/numbers. */
  path: string;
  /** Its own time, whatever is chosen: the choice is not offered. */
  ownTime?: true;
  /** What the page shows, and the same as rows: part, id, name, count, segments in, segments out, dollars. */
  read(drawing: Drawing): Promise<{ page: Child; rows: (string | number)[][] }>;
}

/** Stands in the file where a count is not shown. */
export const hidden = "hidden";

const channels = ["sms", "web", "outreach", "voice"];
const languages = ["en", "es"];

export const channelName = (word: Word, id: string): string =>
  channels.includes(id) ? word(`office.channel.${id}`) : id;

export const languageName = (word: Word, id: string): string =>
  languages.includes(id) ? word(`staff.languageName.${id}`) : word("office.numbers.noLanguage");
