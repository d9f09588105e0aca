/**
 * Notes on a wish: sealed, and gone with it.
 */
import type { Sealer } from "../../privacy/seal.ts";
import { handoffNote } from "../../db/schema/handoffWork.ts";
import type { Services } from "../services.ts";
import type { Actor } from "../staff/types.ts";
import { handoffId, lockHandoff, recordWork, type Done } from "./work.ts";

export const noteChars = 2_000;
const noteIdBytes = 16;

const rowOf = (id: Uint8Array) => `handoff_note/${Buffer.from(id).toString("hex")}`;

/** @returns undefined where no listed key opens it. */
export function openNote(sealer: Sealer, id: Uint8Array, sealed: Uint8Array): string | undefined {
  return sealer.open("staff", rowOf(id), sealed)?.toString();
}

/** The same note under the active key. */
export function resealNote(sealer: Sealer, id: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  const plain = sealer.open("staff", rowOf(id), sealed);
  return plain && sealer.seal("staff", rowOf(id), plain);
}

/**
 * Adds a note; an empty one is none.
 * @param handoff id in hex.
 */
export async function noteHandoff(
  services: Services,
  actor: Actor,
  handoff: string,
  text: string,
): Promise<Done> {
  const id = handoffId(handoff);
  if (!id) return "unknown";
  const said = text.trim().slice(0, noteChars);
  const { database, runtime, sealer } = services;
  return database.drizzle.transaction(async (tx) => {
    if (!(await lockHandoff(services, tx, id))) return "unknown";
    if (said === "") return "done";
    const note = runtime.bytes(noteIdBytes);
    await tx.insert(handoffNote).values({
      id: note,
      handoff: id,
      writtenBy: actor.id,
      sealed: sealer.seal("staff", rowOf(note), Buffer.from(said)),
      at: new Date(runtime.now()),
    });
    await recordWork(services, tx, actor, "handoff_noted", id);
    return "done";
  });
}
