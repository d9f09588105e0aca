/**
 * The checks themselves: each finds what it is there to find, and passes what keeps the rule.
 */
import { describe, expect, it } from "vitest";
import type { SourceEntry } from "../../src/law/sources.ts";
import type { Entry } from "./catalogue.ts";
import { checkCode, checkTextInCode } from "./codeRules.ts";
import { checkParity, checkPhones, checkReading, checkWords } from "./copyRules.ts";
import type { Finding } from "./finding.ts";
import { checkImports } from "./imports.ts";
import { checkMissing, checkUnused, readReferences, usedKeys } from "./keyRules.ts";
import { checkSms, checkVariants, smsMessages } from "./smsRules.ts";
import { checkSources } from "./sourceRules.ts";
import type { SourceFile } from "./sourceFiles.ts";

const entry = (locale: "en" | "es", key: string, text: string, more: Partial<Entry> = {}): Entry => ({
  locale,
  key,
  fullKey: `${key}${more.sms === true ? "_sms" : ""}`,
  sms: false,
  text,
  ...more,
});
const pair = (key: string, en: string, es: string) => [entry("en", key, en), entry("es", key, es)];
const file = (path: string, text: string): SourceFile => ({
  path,
  text,
  lines: text.split("\n").length,
  test: path.includes(".test."),
});
const whats = (findings: readonly Finding[]) => findings.map((finding) => finding.what).join("; ");

describe("languages agree", () => {
  it("passes the same keys, placeholders and links", () => {
    expect(
      checkParity(pair("a.b", "Call {{phone}} or see x.org/y.", "Llame al {{phone}} o vea x.org/y.")),
    ).toEqual([]);
  });
  it("finds a key that one language lacks", () => {
    expect(whats(checkParity([entry("en", "a.b", "Yes")]))).toContain("is missing in es");
  });
  it("finds placeholders and links that differ", () => {
    expect(whats(checkParity(pair("a.b", "Call {{phone}}.", "Llame al {{pd}}.")))).toContain(
      "en [phone], es [pd]",
    );
    expect(whats(checkParity(pair("a.b", "See x.org.", "Vea y.org.")))).toContain("en [x.org], es [y.org]");
  });
  it("finds a placeholder that nothing fills", () => {
    expect(whats(checkParity(pair("a.b", "{{fee}}", "{{fee}}")))).toContain("unknown placeholder fee");
  });
  it("finds a plural form that Spanish needs and lacks", () => {
    const forms = ["one", "other"].map((plural) => entry("es", "a.b", "x", { plural }));
    expect(whats(checkParity(forms))).toContain("has plural forms one other, not many one other");
  });
});

describe("reading and words", () => {
  it("finds a sentence that is too long or too hard", () => {
    const long = "We will look at the old case and then we will tell you what we saw on it.";
    expect(whats(checkReading([entry("en", "a.b", long)]))).toContain("has a sentence of");
    expect(
      whats(
        checkReading([
          entry("en", "a.b", "Eligibility determinations necessitate individualized consideration."),
        ]),
      ),
    ).toContain("reads at grade");
    expect(
      whats(
        checkReading([
          entry("es", "a.b", "Determinaciones administrativas requieren consideraciones individualizadas."),
        ]),
      ),
    ).toContain("reads at INFLESZ");
  });
  it.each([
    ["en", "You qualify for this."],
    ["en", "Please try again, invalid date."],
    ["en", "They should file the form."],
    ["es", "Usted califica para esto."],
    ["es", "Por favor, pruebe otra vez."],
    ["es", "Vaya al tribunal."],
  ] as const)("finds forbidden words in %s: %s", (locale, text) => {
    expect(whats(checkWords([entry(locale, "a.b", text)]))).toContain("uses “");
  });
  it("finds a term of law that the Spanish text does not carry", () => {
    expect(whats(checkWords(pair("a.b", "Ask the clerk.", "Pregunte a alguien.")))).toContain(
      "glossary for clerk",
    );
  });
  it("finds the Public Defender's number before the organisation's", () => {
    expect(checkPhones([entry("en", "a.b", "{{pd}} or {{phone}}")])).toHaveLength(1);
    expect(checkPhones([entry("en", "a.b", "{{phone}} or {{pd}}")])).toEqual([]);
  });
});

describe("text messages", () => {
  it("finds letters outside GSM-7, words for no lock screen, and messages over budget", () => {
    expect(whats(checkSms([entry("es", "a.b", "Está aquí")]))).toContain("which GSM-7 lacks");
    expect(whats(checkSms([entry("en", "a.b", "A cannabis case")]))).toContain("lock screen");
    expect(whats(checkSms([entry("en", "a.b", "word ".repeat(62))]))).toContain("costs 3 segments");
  });
  it("reads the variant for text messages where there is one", () => {
    const variant = entry("en", "a.b", "An old case", { sms: true });
    expect(checkSms([entry("en", "a.b", "A cannabis case"), variant])).toEqual([]);
  });
  it("counts a question's choices on lines of their own", () => {
    const labels = ["had", "grew", "sold", "other", "unsure"].map((id) =>
      entry("en", `questions.offense.choice.${id}`, id),
    );
    const [asked] = smsMessages([entry("en", "questions.offense.ask", "Which?"), ...labels]);
    expect(asked?.text).toBe("Which?\n1 had\n2 grew\n3 sold\n4 other\n5 unsure");
  });
  it("finds a variant that repeats the web's text", () => {
    expect(
      checkVariants([entry("en", "a.b", "Same"), entry("en", "a.b", "Same", { sms: true })]),
    ).toHaveLength(1);
  });
});

describe("sources of law", () => {
  const source: SourceEntry = {
    sources: [{ label: "Health and Safety Code 11361.8" }],
    confidence: "V",
    status: "stated",
    reviewed: null,
    reviewer: "not yet reviewed by an attorney",
    factsAt: "2026-11-22",
  };
  const entries = [entry("en", "topics.apply", "x")];
  const check = (given: SourceEntry | undefined, used: string[] = []) =>
    whats(checkSources(entries, given ? { "topics.apply": given } : {}, new Set(used)));

  it("passes a complete entry and finds a missing one", () => {
    expect(check(source)).toBe("");
    expect(check(undefined)).toContain("no entry in sources.json");
  });
  it("finds a blocked sentence in use, and one stated on general knowledge", () => {
    const place = { ...entry("en", "topics.work", "y{{cleared}}") };
    const joining: SourceEntry = { ...source, confidence: "GK", status: "blocked", joins: ["topics.work"] };
    const checkJoin = (texts: Entry[], given: SourceEntry) =>
      whats(
        checkSources([...entries, ...texts], { "topics.apply": given, "topics.work": source }, new Set()),
      );
    expect(checkJoin([place], joining)).toBe("");
    expect(checkJoin([entry("en", "topics.work", "y")], joining)).toContain("has no place for it");
    expect(checkJoin([place], { ...joining, joins: [] })).toContain("joins no message");
    const blocked: SourceEntry = { ...source, confidence: "GK", status: "blocked" };
    expect(check(blocked, ["topics.apply"])).toContain("is blocked and used");
    expect(check({ ...source, confidence: "GK" })).toContain("is stated on GK alone");
  });
  it("finds an entry without a source or without its date", () => {
    expect(check({ ...source, sources: [] })).toContain("names no source");
    expect(check({ ...source, factsAt: "soon" })).toContain("facts were compared");
  });
});

describe("keys in code", () => {
  const entries = [
    ...pair("commands.help", "Help", "Ayuda"),
    ...pair("commands.old", "Old", "Viejo"),
    ...pair("topics.proof", "Proof", "Prueba"),
    ...pair("pages.send", "Send", "Enviar"),
  ];
  const areas = new Set(["commands", "topics", "pages"]);
  const read = (...files: SourceFile[]) => readReferences(files, areas);

  it("finds keys by literal, by template and by a page's word", () => {
    const references = read(
      file("src/flow/a.ts", 'say("commands.help"); say(`topics.${value}`);'),
      file("src/channels/web/a.tsx", '<b data-word="send">{word("send")}</b>'),
    );
    expect([...usedKeys(entries, references)].sort()).toEqual([
      "commands.help",
      "pages.send",
      "topics.proof",
    ]);
    expect(checkUnused(entries, usedKeys(entries, references), new Set()).map((f) => f.where)).toEqual([
      "commands.old",
    ]);
  });
  it("finds a key that no catalogue has", () => {
    expect(whats(checkMissing(entries, read(file("src/flow/a.ts", 'say("commands.gone")'))))).toContain(
      "commands.gone",
    );
  });
  it("takes neither comments nor file names for keys", () => {
    const code = '/** Like "commands.gone". */\n// "commands.lost"\nopen("pages.css");';
    expect(checkMissing(entries, read(file("src/pages/a.ts", code)))).toEqual([]);
  });
});

describe("rules for code", () => {
  it.each([
    ["src/dialog/a.ts", 'import { x } from "../flow/b.ts";'],
    ["src/channels/sms/a.ts", 'import { x } from "../../db/b.ts";'],
    ["src/cli/a.ts", 'import type { X } from "../lists/b.ts";'],
    ["src/flow/a.ts", 'import {\n  type X,\n  y,\n} from "../acts/b.ts";'],
    ["src/novel/a.ts", 'import { x } from "../dialog/b.ts";'],
  ])("finds that %s may not know what it imports", (path, text) => {
    expect(checkImports([file(path, text)])).toHaveLength(1);
  });
  it.each([
    [
      "src/flow/a.ts",
      'import type { X } from "../dialog/types.ts";\nimport { y } from "../law/outcomes.ts";',
    ],
    ["src/copy/a.ts", 'import { type X } from "../dialog/types.ts";'],
    ["src/understanding/a.ts", 'import { fold } from "../matching/normalise.ts";'],
    ["src/acts/a.ts", 'import { x } from "../db/b.ts";\nexport { y } from "../lists/c.ts";'],
    ["src/dialog/a.test.ts", 'import { x } from "../acts/b.ts";'],
  ])("lets %s import what it may", (path, text) => {
    expect(checkImports([file(path, text)])).toEqual([]);
  });
  it("finds clock, chance and environment outside their one place, and not in comments", () => {
    expect(checkCode([file("src/acts/a.ts", "export const t = Date.now();")])).toHaveLength(1);
    expect(checkCode([file("src/acts/a.ts", "export const e = process.env.HOME;")])).toHaveLength(1);
    expect(checkCode([file("src/runtime.ts", "export const t = Date.now();")])).toEqual([]);
    expect(
      checkCode([file("src/acts/a.ts", "// Date.now() is elsewhere\nexport const d = new Date(0);")]),
    ).toEqual([]);
  });
  it("finds a file of more than 400 lines", () => {
    expect(whats(checkCode([file("bench/a.ts", "\n".repeat(401))]))).toContain("over 400");
  });
  it.each([
    "export const A = () => <p>Send it now</p>;",
    'export const A = () => <img alt="A court" src="/a" />;',
    'export const A = () => <button aria-label="Close">×</button>;',
    'export const text = "We cannot do that now.";',
  ])("finds text of its own in %s", (text) => {
    expect(checkTextInCode([file("src/pages/a.tsx", text)])).toHaveLength(1);
  });
  it.each([
    'export const A = () => <p class="quiet wide">{copy.text("pages.send", locale)}</p>;',
    'throw new Error("The page cannot be drawn");',
    "/** Says what it does. */\nexport const a = 1;",
  ])("takes %s for code", (text) => {
    expect(checkTextInCode([file("src/pages/a.tsx", text)])).toEqual([]);
  });
});
