/**
 * How long reading one message takes: mean and p99 over the utterances of the tests, and the worst of long hostile ones.
 *   npx tsx bench/understanding.ts [--rounds 20]
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { systemRuntime as runtime } from "../src/runtime.ts";
import { type Locale, questionIds, type QuestionId } from "../src/understanding/types.ts";
import { understand } from "../src/understanding/understand.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "20" } } });
const today = "2026-11-22";

interface Utterance {
  question: QuestionId;
  locale: Locale;
  channel: "sms" | "web";
  text: string;
}

const utterances: Utterance[] = ["corpus.tsv", "fresh.tsv"].flatMap((file) =>
  readFileSync(new URL(`../test/understanding/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [question, locale, channel, text = ""] = line.split("\t");
      return { question, locale, channel, text } as Utterance;
    }),
);

/** Pieces that make backtracking expressions work hardest when they are repeated to 10,000 characters. */
const pieces = [
  "a", " ", "\n", ",", "'", "-", "1", "0O", "7/25/68 ", "1 2 3 ", "BA", "BA123456 ", "de la ", "mil ", "no ", "please ",
  "please would like any more ", "i want to ", "stop ", "don't text ", "my name is ", "me llamo ", "Maria Lopez ", "aka ", "o ",
  "los 90 ", "in 1992 ", "en el 92 ", "was in the ", "los angeles ", "la ", "santa ", "january ", "enero de ", "twenty ",
  "noventa y ", "not in ", "for possession of ", "con ", "caught with ", "still on my ", "(", "\"a\" ", "first name last name ",
  "\u0000", "\ud800", "😀", "é", "ﷺ", "Ａ", "á́́́", "no quiero mas ", "ya no me ", "a/b/c", "X ", "talk to a ", "que me ",
]; // prettier-ignore
const longest = 10_000;

function time(utterance: Utterance): number {
  const started = runtime.elapsed();
  understand(utterance.question, utterance.text, { ...utterance, today });
  return runtime.elapsed() - started;
}

for (const utterance of utterances) time(utterance);
const rounds = Number(values.rounds);
// The processor's time, and of each utterance the least of all rounds: other work on the machine is not the reading's.
const least = utterances.map(() => Number.POSITIVE_INFINITY);
const before = process.cpuUsage();
for (let round = 0; round < rounds; round++) {
  utterances.forEach((utterance, i) => {
    least[i] = Math.min(least[i] ?? 0, time(utterance));
  });
}
const { user, system } = process.cpuUsage(before);
const mean = (user + system) / 1000 / (rounds * utterances.length);
least.sort((a, b) => a - b);
const at = (share: number): number =>
  least[Math.min(least.length - 1, Math.floor(least.length * share))] ?? 0;

const hostile = pieces.map((piece) => {
  const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
  const all = questionIds.flatMap((question) =>
    (["en", "es"] as const).map((locale) => {
      const once = (): number => time({ question, locale, channel: "sms", text });
      // The least of five: a collection in between is not the reading's work.
      return { question, ms: Math.min(once(), once(), once(), once(), once()) };
    }),
  );
  return { piece, ...all.reduce((worst, one) => (one.ms > worst.ms ? one : worst)) };
});
hostile.sort((a, b) => b.ms - a.ms);

const ms = (value: number): string => `${value.toFixed(3)} ms`;
console.log(`${utterances.length} utterances, ${rounds} rounds`);
console.log(
  `processor time, mean ${ms(mean)} · p50 ${ms(at(0.5))} · p99 ${ms(at(0.99))} · worst ${ms(at(1))}`,
);
console.log(
  `${hostile.length} patterns of ${longest} characters at ${questionIds.length} questions; the slowest:`,
);
for (const { piece, question, ms: slowest } of hostile.slice(0, 5))
  console.log(`  ${ms(slowest)} ${question} ${JSON.stringify(piece)}`);
