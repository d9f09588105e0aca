/**
 * Imports a file while it is being sent, without keeping it anywhere: its bytes go from the connection into the
 * import, which the command line runs as well. The run goes on by itself once the file is here; how far it is stands
 * in the database, where every page and every server process can see it.
 */
import { errorCode } from "../../http/log.ts";
import { checkImport, importList, type ListBytes } from "../import-list.ts";
import { ListFileError, ListRefusal } from "../list-refusal.ts";
import type { Services } from "../services.ts";
import { RejectedRows } from "./rejectedRows.ts";
import { runningUploads, serverStops } from "./running.ts";
import { endUpload, insertUpload, noteProgress, type EndedUpload } from "./store.ts";
import { unpackedMax, type UploadLayout, type UploadProblem, type UploadProgress } from "./types.ts";

export interface UploadRequest {
  /** A UUID of the sender's making. */
  id: string;
  list: string;
  /** YYYY-MM-DD. */
  announced: string;
  authority: string;
  title?: string | undefined;
  layout: UploadLayout;
  dryRun: boolean;
  /** A staff id. */
  actor: string;
  bytes: ListBytes;
  /** Aborted when the run is to stop: then no byte is read any more. */
  stopping: AbortController;
}

/** How often progress is noted and a wish to stop is seen. */
const tickMs = 1000;

/**
 * Begins an import, and returns as soon as it is noted. The run itself never rejects: how it ended is in its row.
 * @returns a promise that resolves when it has ended.
 * @throws ListRefusal when what is said of the list cannot be, or an import of it is under way.
 */
export async function takeUpload(
  services: Services,
  request: UploadRequest,
): Promise<{ ended: Promise<void> }> {
  checkImport(services, request);
  const { database, runtime } = services;
  const progress: UploadProgress = {
    received: 0,
    size: request.bytes.size,
    rows: 0,
    records: 0,
    written: 0,
    labels: 0,
    share: 0,
  };
  const refused = await insertUpload(database, runtime.now(), request, progress);
  if (refused === "twice") throw new ListRefusal("this form was sent already", "twice");
  if (refused) throw new ListRefusal(`another import of ${request.list} is under way`, "underWay");
  const running = runningUploads(services);
  const ended = run(services, request, progress).finally(() => running.delete(request.id));
  running.set(request.id, { controller: request.stopping, ended });
  return { ended };
}

async function run(services: Services, request: UploadRequest, progress: UploadProgress): Promise<void> {
  const { database, runtime, log } = services;
  const rejected = new RejectedRows();
  let noting: Promise<void> | undefined;
  const note = async () => {
    const stop = await noteProgress(database, runtime.now(), request.id, progress);
    if (stop) request.stopping.abort();
  };
  const ticking = setInterval(() => {
    // How far it is must not decide whether it succeeds.
    noting ??= note()
      .catch(() => undefined)
      .finally(() => (noting = undefined));
  }, tickMs);
  ticking.unref();
  let end: EndedUpload;
  try {
    end = await importing(services, request, progress, rejected);
  } catch (error) {
    end = failure(services, request, error);
  } finally {
    clearInterval(ticking);
    await noting;
  }
  const rows = await rejected.deflated();
  await endUpload(
    database,
    runtime.now(),
    request.id,
    progress,
    rows ? { ...end, rejected: rows } : end,
  ).catch((error: unknown) => log.error("upload_not_noted", { list: request.list, code: errorCode(error) }));
}

async function importing(
  services: Services,
  request: UploadRequest,
  progress: UploadProgress,
  rejected: RejectedRows,
): Promise<EndedUpload> {
  const { outcome, records, labels, skipped, impossibleDates, ...rest } = await importList(services, {
    file: { size: request.bytes.size, chunks: counted(request.bytes, progress) },
    list: request.list,
    announced: request.announced,
    authority: request.authority,
    title: request.title,
    map: request.layout === "plain" ? undefined : request.layout,
    dryRun: request.dryRun,
    importedBy: request.actor,
    signal: request.stopping.signal,
    unpackedMax,
    onRejected: (line, reason) => rejected.add(line, reason),
    onProgress(share, read, stage) {
      const whole = request.dryRun ? progress.received / Math.max(1, progress.size) : share;
      Object.assign(progress, stage, { records: read, share: Math.min(1, Math.max(progress.share, whole)) });
    },
  });
  Object.assign(progress, { share: 1, records, written: outcome === "imported" ? records : 0 });
  return {
    state: outcome,
    result: { records, labels, skipped, impossibleDates, rejected: rest.rejected },
  };
}

async function* counted({ chunks }: ListBytes, progress: UploadProgress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    progress.received += chunk.length;
    yield chunk;
  }
  // What was counted on is the whole form, a little more than the file.
  progress.size = progress.received;
}

function failure(services: Services, request: UploadRequest, error: unknown): EndedUpload {
  const { aborted, reason } = request.stopping.signal;
  if (aborted && reason !== serverStops) return { state: "cancelled" };
  return { state: "failed", problem: problemOf(services, request, error) };
}

function problemOf({ log }: Services, request: UploadRequest, error: unknown): UploadProblem {
  if (request.stopping.signal.aborted) return { code: "stopped" };
  if (error instanceof ListFileError) return { code: error.problem, ...error.place };
  if (error instanceof ListRefusal) return { code: error.because };
  log.error("upload_failed", { list: request.list, code: errorCode(error) });
  return { code: "fault" };
}
