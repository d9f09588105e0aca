/**
 * A form with a file, read as it comes: fields first, then the file's bytes as a stream. Nothing is stored, and no more
 * than a few chunks are ever in memory.
 */
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { ListFileError } from "../../acts/list-refusal.ts";
import { uploadMax } from "../../acts/uploads/types.ts";
import type { Runtime } from "../../runtime.ts";

/** A sender that is silent for so long is gone. */
const stallMs = 120_000;

export interface IncomingForm {
  /** Of fields that stand before the file; "" for others. */
  field: (name: string) => string;
  /**
   * The file, unless none was chosen. It may be destroyed at any time: what is still coming is then thrown away. It fails
   * with ListFileError when the connection is lost or the file too large.
   */
  file: Readable | undefined;
  /** Resolves when everything has come or the connection is lost. Never rejects. */
  received: Promise<void>;
}

/**
 * Begins to read.
 * @throws ListFileError when this is no form, or it ended before its file.
 */
export function receiveForm(request: Request, runtime: Pick<Runtime, "elapsed">): Promise<IncomingForm> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;/i.test(type))
    return Promise.reject(new ListFileError("no form", "noFile"));
  const body = Readable.fromWeb(request.body as ReadableStream);
  const parser = new Busboy({
    headers: { "content-type": type },
    limits: { files: 1, fields: 16, fieldSize: 4000, fileSize: uploadMax, headerPairs: 20 },
  });
  const fields = new Map<string, string>();
  const field = (name: string) => fields.get(name)?.trim() ?? "";
  return new Promise((resolve, reject) => {
    const lost = () => new ListFileError("the connection was lost", "connection");
    let relay: PassThrough | undefined;
    const received = pipeline(body, parser).catch(() => {
      // Also a form that is cut off in the middle.
      relay?.destroy(lost());
      reject(lost());
    });
    parser.on("field", (name: string, value: string) => fields.set(name, value));
    parser.on("file", (name: string, stream: Readable, fileName: string) => {
      stream.on("error", () => relay?.destroy(lost()));
      if (name !== "file" || fileName === "" || relay) {
        stream.resume();
        return;
      }
      relay = relayOf(stream, runtime, () => body.destroy());
      resolve({ field, file: relay, received });
    });
    parser.on("finish", () => resolve({ field, file: undefined, received }));
  });
}

/** What is read of a file; when nobody reads any more, the rest of it is thrown away. */
function relayOf(stream: Readable, runtime: Pick<Runtime, "elapsed">, hangUp: () => void): PassThrough {
  const relay = new PassThrough({ highWaterMark: 256 * 1024 });
  let last = runtime.elapsed();
  stream.on("data", () => (last = runtime.elapsed()));
  stream.on("limit", () => relay.destroy(new ListFileError("is too large", "tooLarge")));
  stream.pipe(relay);
  // Silence counts only while the reader waits: it may be busy for longer.
  const watching = setInterval(() => {
    if (relay.readableLength > 0) last = runtime.elapsed();
    if (runtime.elapsed() - last < stallMs) return;
    relay.destroy(new ListFileError("the connection was lost", "connection"));
    hangUp();
  }, stallMs / 10);
  watching.unref();
  // It may be destroyed before somebody listens.
  relay.on("error", () => undefined);
  relay.on("close", () => {
    clearInterval(watching);
    stream.unpipe(relay);
    stream.resume();
  });
  return relay;
}
