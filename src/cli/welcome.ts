/**
 * What `start` prints: the addresses, people to try, and how to go on to PostgreSQL and Twilio.
 */
import type { CurrentLists } from "../acts/current-lists.ts";
import type { Services } from "../acts/services.ts";
import { samplePeople, type SamplePerson } from "../acts/load-sample.ts";

const rule = "─".repeat(64);

/** @param port where the server really listens. @param versions the lists that answer lookups. */
export function welcome({ config }: Services, port: number, { versions }: CurrentLists): string {
  const base = config.publicUrlGiven ? config.publicUrl : `http://${config.host}:${port}`;
  const sample = versions.length > 0 && versions.every((version) => version.list.sample);
  const lines = [
    rule,
    `Clearline for ${config.org.name}`,
    `  Chat             ${base}/   (${base}/es)`,
    `  Twilio webhook   ${base}/webhooks/sms${config.twilio.authTokens.length > 0 || config.twilio.insecureLocal ? "" : "   (503 until TWILIO_AUTH_TOKEN is set)"}`,
    `  Health           ${base}/healthz  ${base}/readyz`,
    `  Database         ${config.databaseUrl === undefined ? `embedded, in ${config.dataDir}` : "PostgreSQL"}`,
    ...versions.map(
      (v) =>
        `  List             ${v.list.title}: ${v.records} records${v.list.sample ? " (SAMPLE, invented)" : ""}`,
    ),
  ];
  if (sample) {
    lines.push("", "Invented people on the sample list, to try:");
    for (const locale of ["en", "es"] as const) lines.push(...samplePeople(locale).map(describe));
  }
  if (config.databaseUrl === undefined) {
    lines.push("", "PostgreSQL: DATABASE_URL=postgres://… CLEARLINE_KEYS_FILE=… npm start");
  }
  if (config.twilio.authTokens.length === 0) {
    lines.push(
      "Twilio: set TWILIO_AUTH_TOKEN and PUBLIC_URL, and point the number's webhook at the address above.",
    );
  }
  return `${[...lines, rule].join("\n")}\n`;
}

function describe(person: SamplePerson): string {
  return `  ${person.name.padEnd(28)} born ${person.birthDate}   court about ${person.year}   case ${person.caseNumber}   → ${person.outcome}`;
}
