/**
 * The words of the list report. It is for those who run the service, in English like the command line; nobody who
 * asks about a case ever sees it.
 */
import type { Confirmable, QualityField, Recall } from "../acts/read-quality.ts";

export const fieldWords: Readonly<Record<QualityField, string>> = {
  caseNumber: "Case number",
  name: "Name",
  birthDate: "Birth date",
  convictionDate: "Conviction date",
  charges: "Charges",
  court: "Court",
  status: "Status",
};

export const confirmableWords: Readonly<Record<Confirmable, string>> = {
  nameAndDate: "By name and birth date",
  numberOnly: "By case number and a name only",
  never: "Not at all by message",
};

export const casesWords = ["One case", "Two cases", "Three cases", "Four or more"] as const;

export const recallWords: Readonly<Record<Recall["kind"], string>> = {
  clean: "As filed",
  slipInGiven: "Slip in the first name",
  slipInFamily: "Slip in the last name",
  oneFamilyName: "Second last name left out",
  noMiddleName: "Middle name left out",
  namesSwapped: "First and last name swapped",
  dayAndMonthSwapped: "Day and month swapped",
  wrongDay: "Wrong day of birth",
  wrongYear: "Birth year one off",
};

export const qualityWords = {
  title: "What this list can answer",
  made: "Made",
  version: "version",
  announced: "announced",
  imported: "imported",
  sample: "An invented sample, not a real list.",
  lead: "Totals and simulations of one imported list. No name, date or number of anybody stands here; counts from 1 to 10 are not shown, nor what would give them away.",
  records: "records",
  reachable: "can be confirmed by name and birth date",
  recallClean: "of people asking as they are filed are confirmed",
  falsely: "of 10,000 strangers would be told of a case that is not theirs",
  confirmable: {
    title: "How records can be confirmed",
    lead: "A record without a birth date is confirmed by its case number alone. Where that is missing too, only a person looking by hand can tell.",
  },
  gaps: {
    title: "What is missing, by decade of conviction",
    lead: "Share of a decade's records that lack a field. Darker means more is missing.",
    decade: "Decade",
    records: "Records",
    all: "All",
    unknown: "No date",
    hidden: "too few to show",
  },
  twice: {
    title: "Rows that stand twice",
    lead: "A repeated row does no harm: a person is told of the case once. A number under two names may be two defendants of one case, or a slip in the file; ask whoever sent it.",
    repeated: "Same number, name and birth date as another row",
    conflicting: "Same number, another name or birth date",
    firstOfJanuary: "Born on January 1, often a year alone",
  },
  people: {
    title: "People by number of cases",
    lead: "People with name and birth date on this list. Those with several cases are told how many there are.",
  },
  recall: {
    title: "People on the list who ask",
    lead: "A sample of the list's own people, asked for by name, birth date and year, as filed and with one mistake. Outlined: the record was among those opened. Filled: it was confirmed. A wrong birth date never confirms, by design.",
    opened: "opened",
    confirmed: "confirmed",
    asked: "asked",
    cap: "Records opened by every lookup, found or not:",
  },
  strangers: {
    title: "People not on the list who ask",
    lead: "Expected wrong confirmations in 10,000 lookups by strangers, whose names and birth dates are drawn from the list's own. The lines show the 95 % interval of the simulation.",
    recombined: "Strangers with first and last names as common as here",
    namesake: "If every stranger had the full name of somebody on the list",
  },
} as const;
