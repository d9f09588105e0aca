/**
 * Removes a list: from the one statement on it answers nothing and no row of it can be read (P23); an import of it
 * that is under way fails.
 */
import { purgeRetired } from "../lists/purgeRetired.ts";
import { removeList as removeVersions } from "../lists/versionStore.ts";
import { ListRefusal } from "./list-refusal.ts";
import type { Services } from "./services.ts";

/** @throws ListRefusal when there is no such list. */
export async function removeList(services: Services, list: string, actor: string): Promise<void> {
  const { database, runtime } = services;
  if (!(await removeVersions(database, runtime.now(), list, actor))) {
    throw new ListRefusal(`there is no list ${list}`);
  }
  await purgeRetired(database);
}
