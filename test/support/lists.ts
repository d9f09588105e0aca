/**
 * Invented lists for tests: as files, and imported.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { importList, type ImportRequest, type ImportSummary } from "../../src/acts/import-list.ts";
import type { Services } from "../../src/acts/services.ts";
import { csvLine } from "../../src/cli/csvOut.ts";
import { generateSample, type SampleRow } from "../../src/lists/sample/generate.ts";

/** A folder that is removed when the suite ends; call it inside `describe` or at the top of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Invented rows of our own CSV. */
export function listRows(records: number, seed = 7): SampleRow[] {
  return [...generateSample({ records, seed, list: "2020" })];
}

/** Rows as CSV with a header. */
export function listCsv(rows: readonly SampleRow[]): string {
  const [first] = rows;
  const lines = [
    Object.keys(first ?? { case_number: "" }),
    ...rows.map((row) => Object.values(row) as string[]),
  ];
  return lines.map((line) => csvLine(line)).join("");
}

/** Writes rows as CSV with a header. @returns the file's path. */
export function writeList(folder: string, name: string, rows: readonly SampleRow[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, listCsv(rows));
  return file;
}

/** Imports with everything a request needs; what is given comes on top. */
export function importFile(
  services: Services,
  file: string,
  request: Partial<ImportRequest> = {},
): Promise<ImportSummary> {
  return importList(services, {
    file,
    list: "county-2020",
    announced: "2020-02-13",
    authority: "Order of 2020-02-11, clerk@example.org",
    importedBy: "operator",
    ...request,
  });
}
