/**
 * The own password, asked again before what it protects is changed: a screen left open is not enough.
 */
import { writeAudit } from "../../privacy/audit.ts";
import { spendTry } from "../../privacy/tries.ts";
import type { Services } from "../services.ts";
import { staffAuth } from "./auth.ts";
import type { Actor } from "./types.ts";

/** Tries of one person, right and wrong ones together. */
export const confirmLimit = { max: 10, windowMs: 15 * 60_000 } as const;

export type Unconfirmed = "wrong" | "limited";

/**
 * @returns the hash that the password fits, by which the change can tell that it was not changed meanwhile; or why not.
 */
export async function confirmPassword(
  services: Services,
  { id }: Actor,
  password: string,
): Promise<{ hash: string } | Unconfirmed> {
  const { database, runtime, sealer } = services;
  const limits = [{ of: ["own-password", id], ...confirmLimit }];
  if (!(await spendTry(database, sealer, limits, runtime.now()))) return "limited";
  const { auth } = await staffAuth(services);
  const context = await auth.$context;
  const [row] = await database.query<{ hash: string | null }>(
    "select password as hash from staff_account where user_id = $1 and provider_id = 'credential'",
    [id],
  );
  if (row?.hash != null && (await context.password.verify({ hash: row.hash, password })))
    return { hash: row.hash };
  await writeAudit(database, runtime.now(), {
    event: "staff_sign_in_failed",
    actor: id,
    detail: { step: "account" },
  });
  return "wrong";
}
