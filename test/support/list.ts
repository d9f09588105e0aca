/**
 * Lists for tests: invented records straight into a sealed version, and one person whose case is on them.
 */
import { loadVersion } from "../../src/lists/loadVersion.ts";
import type { ListRecord } from "../../src/matching/types.ts";
import type { Services } from "../../src/acts/services.ts";

export interface TestList {
  id: string;
  /** YYYY-MM-DD. */
  announced: string;
  records: readonly ListRecord[];
  /** Marked as the invented sample. */
  sample?: boolean;
}

/** Loads a list as an import would; a second call with the same id makes a new version. */
export async function loadList(services: Services, list: TestList): Promise<void> {
  await loadVersion(
    { database: services.database, runtime: services.runtime, keys: services.sealer.keys },
    {
      list: { id: list.id, title: list.id, announced: list.announced, sample: list.sample ?? false },
      provenance: { authority: "Order of 2020-02-11, test@example.org", importedBy: "operator" },
      event: "list_import_started",
      fileHash: () => services.runtime.bytes(32),
      async fill(add) {
        for (const record of list.records) await add(record);
        return 0;
      },
    },
  );
}

/** A record with every field filled; `over` lays other fields over it. */
export function record(over: Partial<ListRecord> = {}): ListRecord {
  return {
    caseNumber: "BA131774",
    name: { given: ["MARCUS", "D"], family: ["TOLLESWORTH"] },
    aka: [],
    birthDate: "1974-05-19",
    charges: ["11359 HS-POSSESS MARIJUANA FOR SALE"],
    convictionDate: "1996-08-14",
    court: "Clara Shortridge Foltz, Central",
    status: "dismissed",
    statusDate: "2020-02-11",
    ...over,
  };
}

/** What a person types about themselves. */
export interface Person {
  name: string;
  birthDate: string;
  year: string;
  caseNumber: string;
}

/** The person of `record()`, as they would type it, without a case number. */
export const marcus: Person = {
  name: "Marcus Tollesworth",
  birthDate: "May 19, 1974",
  year: "1996",
  caseNumber: "no",
};

const families = ["ABERNACK", "BRISTOWE", "CALLOWHILL", "DRAYBURN", "ELLINGTREE", "FENWARREN", "GATESHORN"];
const givens = ["AGNES", "BORIS", "CECILY", "DORIAN", "EDITHA", "FERGUS", "GILDA", "HUBERT", "IMELDA"];

/** Invented records that nobody asks for, so that a list is never of one record alone. */
export function crowd(count: number): ListRecord[] {
  return Array.from({ length: count }, (_, n) =>
    record({
      caseNumber: `XA${String(100_000 + n)}`,
      name: { given: [givens[n % givens.length] ?? ""], family: [families[n % families.length] ?? ""] },
      birthDate: `${1940 + (n % 40)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`,
      convictionDate: `${1975 + (n % 35)}-03-0${1 + (n % 9)}`,
      status: n % 2 === 0 ? "filed" : "eligible",
    }),
  );
}
