/**
 * Who may know whom, as a table, and a check of every import in src against it.
 * Types may travel further than code, so each area names both.
 */
import path from "node:path";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./sourceFiles.ts";

interface Rule {
  /** Areas, or files from `src/`, whose code this area may run. */
  code: readonly string[];
  /** Areas, or files, whose types alone it may use as well. */
  types?: readonly string[];
}

const pureAreas = ["dialog", "law", "matching"];

/** Areas are folders of src; the files beside them are named in full. What has no rule may import nothing. */
const mayImport: Readonly<Record<string, Rule>> = {
  dialog: { code: [] },
  law: { code: [] },
  matching: { code: [] },
  understanding: { code: ["matching/normalise.ts", "law/codes.ts"], types: ["matching"] },
  flow: { code: ["dialog", "understanding", "law"] },
  copy: { code: ["law"], types: ["dialog", "env.ts"] },
  db: { code: [] },
  privacy: { code: ["db"], types: ["env.ts"] },
  lists: { code: ["matching", "privacy", "db"] },
  http: { code: ["env.ts"], types: ["acts", "copy"] },
  acts: {
    code: [...pureAreas, "understanding", "flow", "copy", "privacy", "lists", "db", "http"],
    types: ["env.ts"],
  },
  channels: {
    code: ["acts", "copy", "pages", "widget", "http", "understanding"],
    types: ["dialog", "privacy", "env.ts"],
  },
  // Workers and staff share accounts, lock and shell.
  // A person at the clinic table is shown what the chat shows.
  outreach: {
    code: ["staff", "acts", "copy", "pages", "http", "widget", "channels/web/present.ts"],
    types: ["dialog", "privacy", "env.ts"],
  },
  staff: {
    code: ["acts", "review", "quality", "copy", "pages", "http"],
    types: ["dialog", "privacy", "env.ts"],
  },
  pages: { code: [] },
  // What attorneys and reviewers of the copy read shows the rules, the questions and both channels as they are.
  review: {
    code: ["dialog", "law", "understanding", "flow", "copy", "pages", "channels", "http"],
    types: ["acts", "env.ts"],
  },
  // The report on a list, for the command line and for staff.
  quality: { code: ["acts/read-quality.ts", "review"], types: ["copy"] },
  widget: { code: [], types: ["channels/web/types.ts"] },
  jobs: { code: ["acts", "http"], types: ["env.ts"] },
  cli: {
    code: ["acts", "copy", "understanding", "channels", "review", "quality", "env.ts", "main.ts"],
    types: ["privacy"],
  },
  "app.ts": { code: ["channels", "outreach", "staff", "review", "http"], types: ["acts", "copy"] },
  "main.ts": { code: ["app.ts", "acts", "cli", "copy", "env.ts", "http", "jobs"] },
  // Colours that nobody could read stop the start like any other wrong setting.
  "env.ts": { code: ["pages/theme.ts"] },
  "runtime.ts": { code: [] },
};

/** Clock and chance are handed in; everybody may say what shape they have. */
const anywhere = ["runtime.ts"];

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(?<type>type\s+)?(?:(?<names>[^;"']*?)\s+from\s+)?["'](?<from>\.[^"']+)["']/g;

const areaOf = (file: string) => file.split("/")[0] ?? file;

const allows = (list: readonly string[], target: string) =>
  list.includes(target) || list.includes(areaOf(target));

/** Are all the names of an import types (`import { type A, type B }`)? */
const onlyTypes = (names: string | undefined) =>
  names !== undefined &&
  names.startsWith("{") &&
  names
    .slice(1, names.lastIndexOf("}"))
    .split(",")
    .every((name) => name.trim() === "" || name.trim().startsWith("type "));

/** Imports that the table does not allow. Tests may import what they test with. */
export function checkImports(files: readonly SourceFile[]): Finding[] {
  const findings: Finding[] = [];
  for (const file of files) {
    if (file.test || !file.path.startsWith("src/") || !/\.tsx?$/.test(file.path)) continue;
    const from = file.path.slice("src/".length);
    const rule = mayImport[areaOf(from)];
    if (rule === undefined) {
      findings.push({ where: file.path, what: `${areaOf(from)} has no rule in test/check/imports.ts` });
      continue;
    }
    for (const { groups } of file.text.matchAll(statement)) {
      const target = path.posix.join(path.posix.dirname(from), groups?.["from"] ?? "");
      if (areaOf(target) === areaOf(from) || target.startsWith("..")) continue;
      const type = groups?.["type"] !== undefined || onlyTypes(groups?.["names"]);
      const allowed =
        allows(anywhere, target) || allows(rule.code, target) || (type && allows(rule.types ?? [], target));
      if (!allowed)
        findings.push({ where: file.path, what: `may not import ${type ? "types of " : ""}${target}` });
    }
  }
  return findings;
}
