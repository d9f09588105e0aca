/**
 * Loads the invented sample, so that there is something to try. A real list replaces it and keeps it out for good.
 */
import { whileHolding } from "../lists/importLock.ts";
import { listOverviews } from "../lists/listOverview.ts";
import { loadVersion } from "../lists/loadVersion.ts";
import { purgeRetired } from "../lists/purgeRetired.ts";
import { generateSample, sampleLists, type SampleList, type SampleRow } from "../lists/sample/generate.ts";
import { scheme } from "../matching/blockKeys.ts";
import { ListRefusal } from "./list-refusal.ts";
import type { Services } from "./services.ts";

export { samplePeople, type SamplePerson } from "../lists/sample/generate.ts";

/** The same people on every installation. */
const seed = 1;
export const sampleRecords = 2000;
const prefix = "sample-";

export interface SampleRequest {
  /** Records in both lists together. */
  records?: number | undefined;
  /** Loads it again at this size where a sample already stands. */
  replace?: boolean;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Names that real lists may not take. */
export function isSampleId(listId: string): boolean {
  return listId.toLowerCase().startsWith(prefix);
}

/**
 * @returns how many records were loaded: 0 when a real list was ever imported, or the sample stands already and this
 * program reads it.
 * @throws ListRefusal with `replace`, when a real list was ever imported.
 */
export async function loadSample(services: Services, request: SampleRequest = {}): Promise<number> {
  const { database } = services;
  const lists = await listOverviews(database);
  if (lists.some((list) => !list.sample) || (await everImported(services))) {
    if (request.replace === true)
      throw new ListRefusal("a real list was imported here: the sample stays away");
    return 0;
  }
  const standing = new Set(
    lists
      // One that was built under an older scheme is made anew: nothing in it is worth re-keying.
      .filter((list) => list.versions.some((one) => one.role === "current" && one.scheme === scheme))
      .map((list) => list.id),
  );
  const total = request.records ?? sampleRecords;
  let before = 0;
  for (const list of sampleLists(total, seed)) {
    if (request.replace !== true && standing.has(list.id)) continue;
    const held = await whileHolding(database, list.id, async () => {
      await purgeRetired(database, { held: list.id });
      await load(services, list, request, (records) => request.onProgress?.(before + records, total));
      await purgeRetired(database, { held: list.id });
    });
    if (!held) throw new ListRefusal(`another import of ${list.id} is under way`);
    before += list.count;
    request.onProgress?.(before, total);
  }
  return before;
}

async function load(
  services: Services,
  list: SampleList,
  request: SampleRequest,
  tell: (records: number) => void,
): Promise<void> {
  const { database, runtime, sealer } = services;
  await loadVersion(
    { database, runtime, keys: sealer.keys },
    {
      list: { id: list.id, title: list.id, announced: list.announced, sample: true },
      provenance: { authority: "none: an invented sample", importedBy: "operator" },
      event: "list_import_started",
      fileHash: () => runtime.bytes(32),
      signal: request.signal,
      // Writing and labels take about as long as reading.
      onProgress: ({ read, written, labels }) =>
        tell(0.3 * read + 0.4 * written + 0.3 * labels * (read === 0 ? list.count : read)),
      async fill(add) {
        for (const record of list.records) await add(record);
        return 0;
      },
    },
  );
}

/** Since the audit remembers a year, a list that was removed counts as well. */
async function everImported({ database }: Services): Promise<boolean> {
  const rows = await database.query(
    `select 1 from audit where event = 'list_imported' and not starts_with(detail ->> 'list', $1) limit 1`,
    [prefix],
  );
  return rows.length > 0;
}

/** The sample as rows of our own CSV, list by list: for trying the import itself. */
export function* sampleRows(
  records: number,
  rowSeed = seed,
): Generator<{ id: string; announced: string; count: number; rows: Iterable<SampleRow> }> {
  for (const { id, announced, count } of sampleLists(records, rowSeed)) {
    const list = id === "sample-2020" ? "2020" : "2021";
    yield { id, announced, count, rows: generateSample({ records: count, seed: rowSeed, list }) };
  }
}
