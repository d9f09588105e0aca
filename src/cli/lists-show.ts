/**
 * `clearline lists show`.
 */
import { showLists, type VersionOverview } from "../acts/show-lists.ts";
import { losAngelesDate } from "../runtime.ts";
import { UsageError, type CommandContext } from "./command.ts";

const n = (count: number) => count.toLocaleString("en-US");

export async function runShow(args: string[], context: CommandContext): Promise<number> {
  if (args.length > 0) throw new UsageError("lists show takes no arguments");
  const lists = await showLists(await context.services());
  if (lists.length === 0) context.out("No list is loaded.\n");
  for (const list of lists) {
    const kind = list.sample ? " (an invented sample)" : "";
    context.out(`${list.id}: ${list.title}${kind}, announced ${list.announced}\n`);
    for (const version of list.versions) {
      for (const line of describe(version)) context.out(`  ${line}\n`);
    }
  }
  return 0;
}

const roles = {
  current: "current",
  previous: "kept for roll-back",
  loading: "being loaded, or left by a killed import",
};

function describe(version: VersionOverview): string[] {
  const when = losAngelesDate(version.readyAt ?? version.startedAt);
  const lines = [
    `version ${version.version}, ${roles[version.role]}: ${n(version.records)} records, ${n(version.labels)} labels`,
    `  ${version.readyAt === null ? "begun" : "imported"} ${when} by ${version.importedBy}, key ${version.keyId}, scheme ${version.scheme}`,
    `  authority: ${version.authority}`,
  ];
  const { facts } = version;
  if (facts) {
    const statuses = Object.entries(facts.byStatus).map(([status, count]) => `${status} ${n(count)}`);
    lines.push(
      `  without birth date ${n(facts.withoutBirthDate)}, case number ${n(facts.withoutCaseNumber)}, name ${n(facts.withoutName)}; rejected rows ${n(facts.rejected)}; long records ${n(facts.long)}`,
      `  status: ${statuses.join(", ")}`,
    );
  }
  return lines;
}
