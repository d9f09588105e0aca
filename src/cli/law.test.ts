/**
 * `clearline law report` writes where it is told, needs no database, and refuses what it does not know.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import type { CommandContext } from "./command.ts";
import { runCommand } from "./run.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "clearline-law-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const context: CommandContext = {
    cwd: folder,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    tty: false,
    stdin: (async function* () {})(),
    signal: new AbortController().signal,
    services: () => Promise.reject(new Error("no database was to be opened")),
  };
  return { code: await runCommand(args, context), out, err };
}

it("writes the sheet to standard output", async () => {
  const { code, out, err } = await run("law", "report");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^<!doctype html> <html lang="en">[\s\S]+<\/html>$/);
});

it("writes a file beside where it runs, and says so", async () => {
  const { code, out, err } = await run("law", "report", "--out", "sheet.html", "--locale", "es");
  expect({ code, out }).toEqual({ code: 0, out: "" });
  expect(err).toContain("sheet.html is written");
  expect(readFileSync(path.join(folder, "sheet.html"), "utf8")).toContain('<html lang="es">');
});

it.each([
  [["law"], "there is one law command"],
  [["law", "report", "more"], "there is one law command"],
  [["law", "report", "--locale", "fr"], '"fr" is no language'],
  [["law", "report", "--out", "absent/sheet.html"], "cannot be written"],
  [["law", "report", "--colour"], "--colour"],
])("refuses %j in one line, with exit code 2", async (args, said) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
  expect(err.trim().split("\n")).toHaveLength(1);
});
