/**
 * The fast gate's last part: copy, sources, keys and the house's rules for code, in a second or two.
 * It prints what every message costs, then what is wrong; `--table` and `--no-table` leave one of the two out.
 */
import { readEntries, readSources, withCleared } from "./catalogue.ts";
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
const sources = readSources();
/** As people would read them with every waiting sentence cleared: the longest they get. */
const told = withCleared(entries, sources);

if (!process.argv.includes("--no-table")) console.log(table(told));
if (!process.argv.includes("--table")) {
  const files = readSourceFiles(["src", "test", "bench"]);
  const areas = new Set(entries.map((entry) => entry.key.slice(0, entry.key.indexOf("."))));
  const references = readReferences(files, areas);
  const joining = Object.keys(sources).filter((key) => sources[key]?.joins !== undefined);
  const used = usedKeys(entries, references);
  const blocked = new Set(Object.keys(sources).filter((key) => sources[key]?.status === "blocked"));

  const failures: readonly [string, Finding[]][] = [
    ["Languages agree", checkParity(entries)],
    ["Easy to read", checkReading(told)],
    ["Words", [...checkWords(told), ...checkPhones(told)]],
    ["Text messages", [...checkSms(told), ...checkVariants(entries)]],
    ["Whole conversations", checkPaths()],
    ["Sources of law", checkSources(entries, sources, used)],
    ["Keys in code", [...checkMissing(entries, references), ...checkRequired(entries)]],
    ["Text in code", checkTextInCode(files)],
    ["Who may know whom", checkImports(files)],
    ["Clock, chance, environment, length", checkCode(files)],
  ];
  const warnings = checkUnused(entries, used, new Set([...blocked, ...joining]));

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
