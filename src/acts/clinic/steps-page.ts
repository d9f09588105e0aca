/**
 * The steps on a page of their own, behind a code that a camera reads: it opens once, by a press, for half an hour. It
 * outlasts "Next person", since it was asked for; no name and no answer is on it.
 */
import { z } from "zod";
import { byteaArray } from "../../db/database.ts";
import type { Services } from "../services.ts";

/** Minutes that a code is good for. */
export const stepsPageMinutes = 30;
const codeBytes = 16;
const block = 4_096;

const page = z.object({
  locale: z.enum(["en", "es"]),
  told: z.array(
    z.object({
      text: z.string(),
      sources: z.array(z.object({ label: z.string(), url: z.string().exactOptional() })),
    }),
  ),
});

export type StepsPage = z.infer<typeof page>;

const hashed = (code: Uint8Array) => Buffer.from(code).toString("hex");
const row = (code: Uint8Array) => `steps_page/${hashed(code)}`;

/** @returns the code, for an address: 128 bits of chance, kept as a keyed hash. */
export async function keepStepsPage(
  { database, runtime, sealer }: Services,
  { locale, told }: StepsPage,
): Promise<string> {
  const code = runtime.bytes(codeBytes).toString("base64url");
  const hash = sealer.hash("tokens", "steps-page", code);
  const sealed = sealer.seal(
    "conversations",
    row(hash),
    Buffer.from(JSON.stringify({ locale, told })),
    block,
  );
  await database.query(
    "insert into steps_page (code, sealed, gone_at) values ($1::bytea, $2::bytea, to_timestamp($3::float8 / 1000))",
    [hash, sealed, runtime.now() + stepsPageMinutes * 60_000],
  );
  return code;
}

/** Opens a page, which is gone then. @returns undefined alike for a code that is wrong, used or too old. */
export async function takeStepsPage(
  { database, runtime, sealer }: Services,
  code: string,
): Promise<StepsPage | undefined> {
  const [taken] = await database.query<{ code: Uint8Array; sealed: Uint8Array; live: boolean }>(
    `delete from steps_page where code = any($1::text::bytea[])
     returning code, sealed, gone_at > to_timestamp($2::float8 / 1000) as live`,
    [byteaArray(sealer.hashes("tokens", "steps-page", code)), runtime.now()],
  );
  if (!taken?.live) return undefined;
  const parsed = page.safeParse(sealer.openJson("conversations", row(taken.code), taken.sealed));
  return parsed.success ? parsed.data : undefined;
}
