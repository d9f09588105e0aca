/**
 * CSV for spreadsheets and case systems (RFC 4180). What people typed must never run as a formula there.
 */

/** Signs that begin a formula, or that a spreadsheet skips before one (OWASP, "CSV Injection"). */
const formula = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** One row, ended by CRLF; every cell quoted, one that could be a formula behind an apostrophe. */
export function safeCsvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`);
  return `${quoted.join(",")}\r\n`;
}
