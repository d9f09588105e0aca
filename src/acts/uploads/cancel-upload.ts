/**
 * Stops an upload and leaves nothing of it, whichever process runs it.
 */
import type { Services } from "../services.ts";
import { runningUploads } from "./running.ts";

/** @returns false when it has ended, or there is none. */
export async function cancelUpload(services: Services, id: string): Promise<boolean> {
  const rows = await services.database.query(
    "update list_upload set stop = true where id = $1::uuid and state = 'running' returning id",
    [id],
  );
  // Another process sees the wish within a second.
  runningUploads(services).get(id)?.controller.abort();
  return rows.length === 1;
}
