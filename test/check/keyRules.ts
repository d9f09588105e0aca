/**
 * Keys between catalogue and code: none missing, none left over.
 *
 * The convention that makes this checkable: code names a key by its whole literal ("commands.help") or by a template
 * that begins with the area (`questions.${id}.why`). What is built otherwise stands in `built`. Words of the web's
 * pages are named without their area, by `word("send")`, `data-word="send"` or in a list called `…Words`.
 */
import type { Entry } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./sourceFiles.ts";

/** Keys that code builds otherwise, and where. */
const built: readonly { keys: RegExp; where: string }[] = [
  { keys: /^voice\.(?:steps|ask)\.\w+$/, where: "src/acts/voice/call.ts adds the area" },
  { keys: /^questions\.\w+\.askHelping$/, where: "src/flow/asking.ts adds Helping" },
  {
    keys: /^questions\.\w+\.(?:ask|ambiguous|why|retry[123])$/,
    where: "src/dialog builds a question's keys",
  },
];

const quoted = /["'`](?<key>[a-z]+\.[\w.]*(?:\$\{[^`]*)?)["'`]/g;
const pageWord =
  /(?:\bword\(|\bdata-word(?:-label)?=|\bdataset\.word(?:Label)? = |\bname=)"(?<name>[\w.]+)"/g;
const pageWordList = /\b\w*[wW]ords = \[(?<names>[^\]]*)\]/g;

/** The keys that code refers to; a template matches every key of its shape. */
export interface References {
  literals: Map<string, string>;
  patterns: { pattern: RegExp; where: string }[];
}

function templatePattern(template: string): RegExp {
  const shape = template
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "\u0000")
    .replace(/[.*+?^()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("\u0000", String.raw`\w+`);
  return new RegExp(`^${shape}$`);
}

/** Reads every reference to a key out of the files; `areas` are the catalogue's file names. */
export function readReferences(files: readonly SourceFile[], areas: ReadonlySet<string>): References {
  const references: References = {
    literals: new Map(),
    patterns: built.map(({ keys, where }) => ({ pattern: keys, where })),
  };
  for (const file of files) {
    if (file.test || !file.path.startsWith("src/")) continue;
    const code = file.text.replace(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, "");
    for (const { groups } of code.matchAll(quoted)) {
      const key = groups?.["key"] ?? "";
      const area = key.slice(0, key.indexOf("."));
      if (!areas.has(area) || /\.(?:css|js|json|ts|html)$/.test(key)) continue;
      // A page's words are found by name below; the template alone would call every one of them used.
      if (/^pages\.\$\{\w+\}$/.test(key)) continue;
      if (key.includes("${")) references.patterns.push({ pattern: templatePattern(key), where: file.path });
      else references.literals.set(key, file.path);
    }
    if (!/^src\/(?:channels\/web|widget|pages)\//.test(file.path)) continue;
    const names = Array.from(code.matchAll(pageWord), (match) => match.groups?.["name"] ?? "");
    const lists = Array.from(code.matchAll(pageWordList), (match) => match.groups?.["names"] ?? "");
    for (const list of lists)
      for (const name of list.matchAll(/"([\w.]+)"/g)) references.literals.set(`pages.${name[1]}`, file.path);
    // `name=` is also an attribute of form fields: it counts as a use, not as a demand.
    for (const name of names)
      references.patterns.push({ pattern: new RegExp(`^pages\\.${name}$`), where: file.path });
  }
  return references;
}

/** The catalogue's keys that code refers to. */
export function usedKeys(entries: readonly Entry[], references: References): Set<string> {
  const keys = new Set(entries.map((entry) => entry.key));
  return new Set(
    [...keys].filter(
      (key) => references.literals.has(key) || references.patterns.some(({ pattern }) => pattern.test(key)),
    ),
  );
}

/** Keys that code names and the catalogue lacks. */
export function checkMissing(entries: readonly Entry[], references: References): Finding[] {
  const keys = new Set(entries.map((entry) => entry.key));
  const missing = [...references.literals].filter(([key]) => !keys.has(key));
  return missing.map(([key, file]) => ({ where: file, what: `names ${key}, which no catalogue has` }));
}

/** Keys that no code refers to; blocked sentences wait and may be unused. */
export function checkUnused(
  entries: readonly Entry[],
  used: ReadonlySet<string>,
  blocked: ReadonlySet<string>,
): Finding[] {
  const keys = new Set(entries.map((entry) => entry.key));
  return [...keys]
    .filter((key) => !used.has(key) && !blocked.has(key))
    .map((key) => ({ where: key, what: "is used nowhere" }));
}
