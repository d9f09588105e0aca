/**
 * Goes back to the import before. The one it leaves loses its keys in the same statement, so that no row of it can
 * be read (P23).
 */
import { whileHolding } from "../lists/importLock.ts";
import { purgeRetired } from "../lists/purgeRetired.ts";
import { rollBack } from "../lists/versionStore.ts";
import { ListRefusal } from "./list-refusal.ts";
import type { Services } from "./services.ts";

/** @throws ListRefusal when there is nothing to go back to, or an import of the list is under way. */
export async function rollBackList(
  services: Services,
  list: string,
  actor: string,
): Promise<{ from: number; to: number }> {
  const { database, runtime } = services;
  const held = await whileHolding(database, list, async () => {
    const done = await rollBack(database, runtime.now(), list, actor);
    if (!done) throw new ListRefusal(`${list} has no earlier import to go back to`);
    await purgeRetired(database, { held: list });
    return done;
  });
  if (!held) throw new ListRefusal(`an import of ${list} is under way`);
  return held.result;
}
