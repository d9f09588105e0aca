/**
 * Rules for code: clock, chance and environment enter in one place each, files stay small, and what people read
 * stands in the catalogues.
 */
import type { Finding } from "./finding.ts";
import { codeOf, type SourceFile } from "./sourceFiles.ts";

const linesMax = 400;

interface Ban {
  what: string;
  pattern: RegExp;
  /** Files that may. */
  except: RegExp;
}

const bans: readonly Ban[] = [
  { what: "reads the environment", pattern: /\bprocess\.env\b/, except: /^src\/(?:env\.ts|build\.mjs)$/ },
  {
    what: "reads the clock or rolls dice itself",
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/,
    except: /^src\/(?:runtime\.ts|widget\/)/,
  },
];

/** Bans that hold in src, and no file over 400 lines anywhere. */
export function checkCode(files: readonly SourceFile[]): Finding[] {
  const findings: Finding[] = [];
  for (const file of files) {
    if (file.lines > linesMax && !file.path.includes("/migrations/"))
      findings.push({ where: file.path, what: `has ${file.lines} lines, over ${linesMax}` });
    if (file.test || !file.path.startsWith("src/") || file.path.endsWith(".css")) continue;
    for (const { what, pattern, except } of bans) {
      if (except.test(file.path) || !pattern.test(file.text)) continue;
      if (pattern.test(file.path.endsWith(".mjs") ? file.text : codeOf(file)))
        findings.push({ where: file.path, what });
    }
  }
  return findings;
}

const facing = /^src\/(?:pages|channels|review|widget|outreach|staff)\/.*\.tsx?$/;
/** Attributes and fields whose values are read or heard. */
const spoken =
  /(?:\b(?:alt|title|placeholder|summary|label)|"aria-(?:label|description|placeholder)"|\btextContent)\s*[:=]\s*"(?<text>[^"\n]*\p{L}{2}[^"\n]*)"/gu;
/** A child of an element: the last arguments of a `jsx("tag", …)` call. */
const child = /\bjsx\((?:"[\w-]+"|[A-Z]\w*), (?:null|\{[^]*?\}), "(?<text>(?:[^"\\\n]|\\.)*)"/g;
/** A string of three words or more that begins like a sentence. */
const sentence = /"(?<text>[A-ZÁÉÍÓÚ¿¡][\p{L}']*(?: [\p{L}',]+){2,}[^"\n]*)"/gu;
const thrown = /(?:new \w*Error|\blog\.\w+|\bconsole\.\w+)\(\s*$/;
const letters = /\p{L}{2}/u;

/** Literals in what people see or hear that should be catalogue keys. */
export function checkTextInCode(files: readonly SourceFile[]): Finding[] {
  const findings: Finding[] = [];
  for (const file of files) {
    if (file.test || !facing.test(file.path)) continue;
    const code = codeOf(file);
    const texts = new Set<string>();
    for (const pattern of [spoken, child, sentence]) {
      for (const match of code.matchAll(pattern)) {
        const text = match.groups?.["text"] ?? "";
        if (letters.test(text.replace(/\\u[0-9a-f]{4}/gi, "")) && !thrown.test(code.slice(0, match.index)))
          texts.add(text);
      }
    }
    for (const text of texts)
      findings.push({ where: file.path, what: `has text of its own: “${text.slice(0, 60)}”` });
  }
  return findings;
}
