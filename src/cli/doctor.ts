/**
 * `clearline doctor`: checks what a deployment needs, one line each; exit code 1 when something is wrong.
 */
import { appliedMigrations, expectedMigrations } from "../db/migrate.ts";
import { isLoopback } from "../env.ts";
import type { Command } from "./command.ts";

export const doctorCommand: Command = {
  name: "doctor",
  usage: "doctor                             check configuration, database, keys and lists",
  async run(_args, context) {
    const { config, database, versions, sealer } = await context.services();
    const checks: [boolean, string][] = [];
    const applied = await appliedMigrations(database);
    checks.push([
      applied >= expectedMigrations(),
      `schema: ${applied} of ${expectedMigrations()} migrations`,
    ]);
    checks.push([
      sealer.keys.ids.length > 0,
      `keys: ${sealer.keys.ids.length}, active ${sealer.keys.activeId}`,
    ]);
    const ready = await versions.ready();
    checks.push([
      ready,
      ready ? "lists: readable" : "lists: built under another scheme or key; run `clearline lists rekey`",
    ]);
    const current = ready ? await versions.current() : [];
    checks.push([config.lookups === "off" || current.length > 0, `lists: ${current.length} current`]);
    const real = current.some((version) => !version.list.sample);
    checks.push([
      !real || config.legalReview !== undefined,
      `legal review: ${config.legalReview ?? "not named (LEGAL_REVIEW)"}`,
    ]);
    checks.push([!real || config.databaseUrl !== undefined, `database: ${database.kind}`]);
    const local = isLoopback(config.host);
    checks.push([local || config.publicUrl.startsWith("https://"), `public address: ${config.publicUrl}`]);
    checks.push([
      local || config.twilio.authTokens.length > 0,
      `Twilio token: ${config.twilio.authTokens.length > 0 ? "set" : "not set"}`,
    ]);
    for (const [good, text] of checks) context.out(`${good ? "ok  " : "BAD "} ${text}\n`);
    return checks.every(([good]) => good) ? 0 : 1;
  },
};
