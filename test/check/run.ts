/**
 * The fast gate's last part: copy, sources, keys and the house's rules for code, in a second or two.
 * `npm run check -- --table` prints what every message costs instead.
 */
import { readEntries, readSources } from "./catalogue.ts";
import { checkCode, checkTextInCode } from "./codeRules.ts";
import { checkParity, checkPhones, checkReading, checkWords } from "./copyRules.ts";
import type { Finding } from "./finding.ts";
import { checkImports } from "./imports.ts";
import { checkMissing, checkUnused, readReferences, usedKeys } from "./keyRules.ts";
import { checkPaths } from "./paths.ts";
import { checkRequired } from "./requiredKeys.ts";
import { checkSms, checkVariants } from "./smsRules.ts";
import { checkSources } from "./sourceRules.ts";
import { readSourceFiles } from "./sourceFiles.ts";
import { table } from "./table.ts";

const entries = readEntries();

if (process.argv.includes("--table")) {
  console.log(table(entries));
} else {
  const files = readSourceFiles(["src", "test", "bench"]);
  const sources = readSources();
  const areas = new Set(entries.map((entry) => entry.key.slice(0, entry.key.indexOf("."))));
  const references = readReferences(files, areas);
  const used = usedKeys(entries, references);
  const blocked = new Set(Object.keys(sources).filter((key) => sources[key]?.status === "blocked"));

  const failures: readonly [string, Finding[]][] = [
    ["Languages agree", checkParity(entries)],
    ["Easy to read", checkReading(entries)],
    ["Words", [...checkWords(entries), ...checkPhones(entries)]],
    ["Text messages", [...checkSms(entries), ...checkVariants(entries)]],
    ["Whole conversations", checkPaths()],
    ["Sources of law", checkSources(entries, sources, used)],
    ["Keys in code", [...checkMissing(entries, references), ...checkRequired(entries)]],
    ["Text in code", checkTextInCode(files)],
    ["Who may know whom", checkImports(files)],
    ["Clock, chance, environment, length", checkCode(files)],
  ];
  const warnings = checkUnused(entries, used, blocked);

  let failed = 0;
  for (const [title, findings] of failures) {
    failed += findings.length;
    for (const { where, what } of findings) console.error(`✗ ${title}: ${where} ${what}`);
  }
  if (warnings.length > 0)
    console.warn(`! ${warnings.length} keys used nowhere: ${warnings.map(({ where }) => where).join(", ")}`);
  if (failed > 0) process.exitCode = 1;
  else console.log(`✓ ${entries.length} texts, ${files.length} files`);
}
