/**
 * Offices people are sent to, as data: what each is for, how sure we are, and when the entry was last checked.
 * A phone number that was not verified stays out; whoever runs Clearline calls each number before going live.
 */
import type { Confidence, LegalSource } from "./sources.ts";

export interface HelpResource {
  id: string;
  kind: "line" | "organisation" | "form";
  /** The office that answers for the number, page or form. */
  owner: string;
  /** As printed, with the area code. */
  phone?: string;
  url?: string;
  /** A form's number, as the copy names it. */
  form?: string;
  source: LegalSource;
  confidence: Confidence;
  /** YYYY-MM-DD: when the entry was compared with its source. */
  checkedOn: string;
}

/** An entry not checked for longer than this is flagged to staff. */
export const checkedDaysMax = 180;

/** Whole days since an entry was checked, on `today` (YYYY-MM-DD); negative when that is still to come. */
export function daysSinceCheck(resource: HelpResource, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(resource.checkedOn)) / 86_400_000);
}

/** The entries that were not checked for more than 180 days. Takes `today`, YYYY-MM-DD. */
export function overdueResources(today: string): HelpResource[] {
  return resources.filter((resource) => daysSinceCheck(resource, today) > checkedDaysMax);
}

/** The cannabis dismissal line: says whether a case is among the dismissals, and speaks for the rest. */
export const publicDefender = {
  id: "publicDefender",
  kind: "line",
  owner: "Los Angeles County Public Defender",
  phone: "(323) 760-6763",
  url: "https://pubdef.lacounty.gov/cannabis-dismissals/",
  source: {
    label: "Los Angeles County Public Defender",
    url: "https://pubdef.lacounty.gov/cannabis-dismissals/",
  },
  confidence: "V",
  checkedOn: "2026-11-22",
} as const satisfies HelpResource;

export const resources: readonly HelpResource[] = [
  publicDefender,
  {
    id: "courtSelfHelp",
    kind: "organisation",
    owner: "Judicial Council of California",
    url: "https://selfhelp.courts.ca.gov/clean-your-record/marijuana-conviction-relief-prop-64",
    source: { label: "California Courts Self-Help Guide" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "libraryClinics",
    kind: "organisation",
    owner: "LA County Library and Los Angeles County Public Defender",
    url: "https://LACountyLibrary.org/Clean-Your-Record",
    source: { label: "LA County Library, July 10, 2024; LAist, 2024" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "recordReview",
    kind: "organisation",
    owner: "California Department of Justice",
    url: "https://oag.ca.gov/fingerprints/record-review",
    source: { label: "California Attorney General" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "adultForm",
    kind: "form",
    form: "CR-400",
    owner: "Judicial Council of California",
    url: "https://courts.ca.gov/prop64.htm",
    source: { label: "Judicial Council of California", url: "https://courts.ca.gov/prop64.htm" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "juvenileForm",
    kind: "form",
    form: "JV-744",
    owner: "Judicial Council of California",
    url: "https://courts.ca.gov/prop64.htm",
    source: { label: "Judicial Council of California", url: "https://courts.ca.gov/prop64.htm" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "arrestForm",
    kind: "form",
    form: "CR-409",
    owner: "Judicial Council of California",
    source: { label: "Judicial Council form CR-409 (Penal Code 851.91)" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
];
