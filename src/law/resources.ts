/**
 * Offices people are sent to, as data: what each is for, how sure we are, and when the entry was last checked.
 * A phone number that was not verified stays out; whoever runs Clearline calls each number before going live.
 */
import type { Confidence, LegalSource } from "./sources.ts";

export interface HelpResource {
  id: string;
  /** The office that answers for the number or page. */
  owner: string;
  /** As printed, with the area code. */
  phone?: string;
  url?: string;
  source: LegalSource;
  confidence: Confidence;
  /** YYYY-MM-DD: when the entry was compared with its source. */
  checkedOn: string;
}

/** The cannabis dismissal line: says whether a case is among the dismissals, and speaks for the rest. */
export const publicDefender = {
  id: "publicDefender",
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
    owner: "Judicial Council of California",
    url: "https://selfhelp.courts.ca.gov/clean-your-record/marijuana-conviction-relief-prop-64",
    source: { label: "California Courts Self-Help Guide" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "libraryClinics",
    owner: "LA County Library and Los Angeles County Public Defender",
    url: "https://LACountyLibrary.org/Clean-Your-Record",
    source: { label: "LA County Library, July 10, 2024; LAist, 2024" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
  {
    id: "recordReview",
    owner: "California Department of Justice",
    url: "https://oag.ca.gov/fingerprints/record-review",
    source: { label: "California Attorney General" },
    confidence: "V",
    checkedOn: "2026-11-22",
  },
];
