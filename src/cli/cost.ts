/**
 * `clearline cost`: what a conversation by text message costs, by language and outcome, and what many would.
 */
import { parseArgs } from "node:util";
import { readCosts, type CostLine } from "../acts/read-costs.ts";
import { UsageError, type Command } from "./command.ts";

const dollars = (amount: number, digits = 2) => `$${amount.toFixed(digits)}`;
const whole = (count: number) => count.toLocaleString("en-US");

export const costCommand: Command = {
  name: "cost",
  usage: "cost [--days N --conversations N]  what text messages cost, and what many would",
  async run(args, context) {
    const { values } = parseArgs({
      args,
      options: {
        days: { type: "string", default: "30" },
        conversations: { type: "string", default: "1000" },
      },
    });
    const days = count(values.days, "--days", 3660);
    const wanted = count(values.conversations, "--conversations", 100_000_000);
    const services = await context.services();
    const { prices } = services.config;
    const costs = await readCosts(services, days);
    const out = (line = "") => context.out(`${line}\n`);
    out(`Text messages, ${costs.from} to ${costs.to}, in segments (UTC days)`);
    out(
      `Prices: ${dollars(prices.textOut + prices.carrierOut, 4)} a segment out (carriers' fee included), ${dollars(prices.textIn, 4)} in, ${dollars(prices.month)} a month`,
    );
    out();
    table(out, "Finished conversations, by language and last outcome", costs.finished);
    table(out, "Conversations up to an outcome", costs.told);
    table(out, "Texts sent later", costs.later);
    const { all } = costs;
    out(
      `In all: ${whole(all.n)} conversations begun, ${whole(all.segmentsIn)} segments in, ${whole(all.segmentsOut)} out, ${dollars(all.dollars)}`,
    );
    if (all.n === 0) {
      out("No conversation by text was counted in this time, so nothing can be projected.");
      return 0;
    }
    const each = all.dollars / all.n;
    out(
      `Projection: ${whole(wanted)} conversations a month like these: ${dollars(each * wanted)} and ${dollars(prices.month)} for the number (${dollars(each, 4)} each)`,
    );
    return 0;
  },
};

function table(out: (line?: string) => void, title: string, lines: readonly CostLine[]): void {
  if (lines.length === 0) return;
  out(title);
  out(
    `  ${"".padEnd(24)}${["n", "in each", "out each", "$ each", "$ all"].map((h) => h.padStart(10)).join("")}`,
  );
  for (const { locale, of, n, segmentsIn, segmentsOut, dollars: total } of lines) {
    const cells = [
      whole(n),
      (segmentsIn / n).toFixed(1),
      (segmentsOut / n).toFixed(1),
      dollars(total / n, 4),
      dollars(total),
    ];
    out(`  ${`${locale} ${of}`.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join("")}`);
  }
  out();
}

function count(text: string, option: string, most: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > most)
    throw new UsageError(`${option} "${text}": a whole number from 1 to ${most}`);
  return n;
}
