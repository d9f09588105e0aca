/**
 * The uploads that this process runs, so that they can be stopped at once.
 */
import type { Services } from "../services.ts";

export interface RunningUpload {
  controller: AbortController;
  ended: Promise<void>;
}

const running = new WeakMap<object, Map<string, RunningUpload>>();

/** By id. */
export function runningUploads({ database }: Services): Map<string, RunningUpload> {
  const known = running.get(database.drizzle) ?? new Map<string, RunningUpload>();
  running.set(database.drizzle, known);
  return known;
}

/** Why a run was stopped, when not by somebody who pressed Cancel. */
export const serverStops = "the server stops";

/** Stops all of them, and waits until nothing is written any more. */
export async function stopUploads(services: Services): Promise<void> {
  const all = [...runningUploads(services).values()];
  for (const { controller } of all) controller.abort(serverStops);
  await Promise.all(all.map(({ ended }) => ended));
}
