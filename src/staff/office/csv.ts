/**
 * Tables as files for a spreadsheet (RFC 4180), by lines that end in CRLF.
 */
import type { Context } from "hono";

/** What a spreadsheet would take for a formula or a command. */
const formula = /^[=+\-@\t\r]/;

/** A cell: a formula is made text by an apostrophe (OWASP, CSV injection), and quoted where it must be. */
function cell(value: string | number): string {
  const text = typeof value === "string" && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as the text of a file. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Answers with a file to save. @param name without its ending: letters, digits and hyphens. */
export function sendCsv(c: Context, name: string, rows: readonly (readonly (string | number)[])[]): Response {
  c.header("content-type", "text/csv; charset=utf-8");
  c.header("content-disposition", `attachment; filename="${name}.csv"`);
  c.header("x-content-type-options", "nosniff");
  // The mark by which a spreadsheet knows the letters of Spanish.
  return c.body(`\uFEFF${csvText(rows)}`);
}
