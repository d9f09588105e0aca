/**
 * The California DOJ research file (94 columns and an end mark, header optional) and the county's results made from it, as read by
 * Code for America's gogen (facts in its `data/doj_row.go` and `los_angeles_eligibility_flow.go`): one row a count
 * and event, grouped by person; a case is what its convictions of HS 11357–11360 in Los Angeles share a number with.
 */
import type { CaseStatus, ListRecord } from "../../matching/types.ts";
import { dateCell, isDamaged, textCell, wholeName } from "./cells.ts";
import { caseNumbers } from "./columns.ts";
import { dojColumns } from "./dojColumns.ts";
import { longestCell, type Layout, type ReadItem, type RowReader } from "./layout.ts";
import { ListFileError } from "./listFileError.ts";
import type { CsvRow } from "./rows.ts";

/** Without a header: as documented, without the end mark, and with the empty cell that some exports end rows with. */
const rawWidths = [dojColumns.length, dojColumns.length - 1, dojColumns.length + 1];

const county = "LOS ANGELES";
const code = /^(1135[789]|11360)(?!\d)/;
/** More rows than any person has; a file without person numbers is not kept in memory as one. */
const mostRowsAPerson = 5000;

/** What the county determined → what the list says. Absent: not on the list. */
const determinations: [start: string, status: CaseStatus][] = [
  ["eligible for", "eligible"],
  ["hand review", "eligible"],
  ["maybe eligible", "eligible"],
  ["to be reviewed", "eligible"],
];

const resultColumns = ["Case Number", "Eligibility Determination", "Date of Conviction"];

/** `--map doj`: the raw file, with or without header, with or without the county's result columns. */
export const dojLayout: Layout = {
  id: "doj",
  start(first, today) {
    const header = first.some((cell) =>
      ["SUBJECT_ID", "CII_NUMBER", "PRI_NAME"].includes(cell.trim().toUpperCase()),
    );
    if (!header && !rawWidths.includes(first.length)) {
      throw new ListFileError("line 1: neither a header nor the columns of the DOJ research file", "layout");
    }
    const places = placesOf(header ? first : dojColumns);
    need(places, ["PRI_NAME"]);
    return { reader: new DojReader(places, first.length, today), header };
  },
};

/** `--map county`: the county's results, whose rows carry case number and determination. */
export const countyLayout: Layout = {
  id: "county",
  start(first, today) {
    const places = placesOf(first);
    need(places, ["PRI_NAME", "Case Number", "Eligibility Determination"]);
    return { reader: new DojReader(places, first.length, today), header: true };
  },
};

function placesOf(header: readonly string[]): Map<string, number> {
  return new Map(header.map((name, place) => [name.trim().toUpperCase(), place]));
}

function need(places: ReadonlyMap<string, number>, names: string[]): void {
  for (const name of names) {
    if (places.has(name.toUpperCase())) continue;
    throw new ListFileError(`line 1: the column ${name} is missing`, "missingColumn", { column: name });
  }
}

interface Event {
  line: number;
  cell(name: string): string;
}

class DojReader implements RowReader {
  impossibleDates = 0;
  readonly #places: ReadonlyMap<string, number>;
  readonly #width: number;
  readonly #today: string;
  readonly #used: number[];
  #person = "";
  #events: Event[] = [];

  constructor(places: ReadonlyMap<string, number>, width: number, today: string) {
    this.#places = places;
    this.#width = width;
    this.#today = today;
    this.#used = [...usedColumns, ...resultColumns].flatMap((name) => places.get(name.toUpperCase()) ?? []);
  }

  read({ line, cells }: CsvRow): ReadItem[] {
    if (cells.length !== this.#width) return [{ line, rejected: "columnCount" }];
    for (const place of this.#used) {
      const cell = cells[place] ?? "";
      if (cell.length > longestCell) return [{ line, rejected: "cellTooLong" }];
      if (isDamaged(cell)) return [{ line, rejected: "damaged" }];
    }
    const event: Event = {
      line,
      cell: (name) => (cells[this.#places.get(name.toUpperCase()) ?? -1] ?? "").trim(),
    };
    const person = event.cell("SUBJECT_ID") || event.cell("CII_NUMBER") || `line ${line}`;
    const items = person === this.#person && this.#events.length < mostRowsAPerson ? [] : this.finish();
    this.#person = person;
    this.#events.push(event);
    return items;
  }

  finish(): ReadItem[] {
    const events = this.#events;
    this.#events = [];
    const items: ReadItem[] = [];
    const cases = new Map<string, ListRecord>();
    for (const event of events) {
      const { line } = event;
      const status = listed(event);
      if (status === undefined) {
        items.push({ line, skipped: true });
        continue;
      }
      const facts = this.#facts(event, status);
      const numbers = numbersOf(event, events);
      if (numbers.length === 0 && facts.name === undefined) {
        items.push({ line, rejected: "noNameOrNumber" });
        continue;
      }
      for (const number of numbers.length === 0 ? [undefined] : numbers) {
        // Convictions without a number are one case when they are of one day.
        const key = number ?? `undated ${facts.convictionDate ?? line}`;
        const known = cases.get(key);
        if (known) {
          for (const charge of facts.charges) if (!known.charges.includes(charge)) known.charges.push(charge);
          continue;
        }
        const record = {
          ...facts,
          charges: [...facts.charges],
          ...(number === undefined ? {} : { caseNumber: number }),
        };
        cases.set(key, record);
        items.push({ line, record });
      }
    }
    return items;
  }

  #facts(event: Event, status: CaseStatus | "unsaid"): ListRecord {
    const record: ListRecord = { aka: [], charges: [chargeOf(event)].filter((charge) => charge !== "") };
    const name = wholeName(event.cell("PRI_NAME")) ?? wholeName(event.cell("REQ_NAME"));
    if (name) record.name = name;
    const other = wholeName(event.cell("REQ_NAME"));
    if (other && JSON.stringify(other) !== JSON.stringify(name)) record.aka.push(other);
    const birthDate = this.#date(event.cell("PRI_DOB")) ?? this.#date(event.cell("REQ_DOB"));
    if (birthDate !== undefined) record.birthDate = birthDate;
    const convictionDate =
      this.#date(event.cell("Date of Conviction")) ??
      this.#date(event.cell("STP_EVENT_DATE")) ??
      this.#date(event.cell("DISP_DATE"));
    if (convictionDate !== undefined) record.convictionDate = convictionDate;
    const court = isArrest(event) ? undefined : textCell(event.cell("STP_ORI_DESCR"));
    if (court !== undefined) record.court = court;
    if (status !== "unsaid") record.status = status;
    return record;
  }

  #date(cell: string): string | undefined {
    const date = dateCell(cell, this.#today);
    if (date !== null) return date;
    this.impossibleDates++;
    return undefined;
  }
}

const usedColumns = [
  "SUBJECT_ID",
  "CII_NUMBER",
  "REQ_NAME",
  "REQ_DOB",
  "PRI_NAME",
  "PRI_DOB",
  "STP_EVENT_DATE",
  "STP_TYPE_DESCR",
  "STP_ORI_DESCR",
  "STP_ORI_CNTY_NAME",
  "CNT_ORDER",
  "DISP_DATE",
  "OFN",
  "OFFENSE_DESCR",
  "DISP_DESCR",
  "COMMENT_TEXT",
];

/** Is this event a case on the list, and what does the list say of it? */
function listed(event: Event): CaseStatus | "unsaid" | undefined {
  const determined = textCell(event.cell("Eligibility Determination"))?.toLowerCase();
  if (determined !== undefined) {
    return determinations.find(([start]) => determined.startsWith(start))?.[1];
  }
  const convicted = event.cell("DISP_DESCR").toUpperCase().startsWith("CONVICTED");
  const here = event.cell("STP_ORI_CNTY_NAME").toUpperCase() === county;
  return convicted && here && code.test(chargeOf(event)) ? "unsaid" : undefined;
}

/** The code before the dash: "11357(C) HS-POSSESS MARIJUANA" → "11357(C) HS". */
function chargeOf(event: Event): string {
  const described = event.cell("OFFENSE_DESCR");
  const text =
    described === "" || described.toUpperCase().startsWith("SEE COMMENT")
      ? event.cell("COMMENT_TEXT")
      : described;
  return (text.split("-")[0] ?? "").trim().slice(0, 60);
}

/** The county's own column, or OFN on the court's rows of the same cycle and step. */
function numbersOf(event: Event, events: readonly Event[]): string[] {
  const stated = caseNumbers(event.cell("Case Number"));
  if (stated.length > 0) return stated;
  const step = event.cell("CNT_ORDER").slice(0, 6);
  const ofCourt = events.filter(
    (other) => other === event || (step !== "" && other.cell("CNT_ORDER").slice(0, 6) === step),
  );
  return [
    ...new Set(
      ofCourt.filter((other) => !isArrest(other)).flatMap((other) => caseNumbers(other.cell("OFN"))),
    ),
  ];
}

/** Rows of other types than the court's carry the arresting agency's numbers. */
function isArrest(event: Event): boolean {
  const type = event.cell("STP_TYPE_DESCR").toUpperCase();
  return type !== "" && !type.startsWith("COURT");
}
