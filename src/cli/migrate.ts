/**
 * `clearline migrate`: brings the schema up to date under the role that owns it.
 */
import { migrate } from "../acts/migrate.ts";
import { readConfig } from "../env.ts";
import type { Command } from "./command.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage: "migrate                            bring the database schema up to date",
  local: true,
  async run(_args, context) {
    await migrate(readConfig());
    context.out("The schema is up to date.\n");
    return 0;
  },
};
