/**
 * A list file on its way in through the staff page.
 */
import type { ImportStage, Rejection } from "../import-list.ts";
import type { ListProblem, RefusedBecause } from "../list-refusal.ts";

/** What files are laid out like, of those that a page can name. */
export const layouts = ["plain", "doj", "county"] as const;
export type UploadLayout = (typeof layouts)[number];

/** Bytes of one file, and of what a packed one may come to. 2,500,000 rows are about 400 MB. */
export const uploadMax = 512 * 1024 * 1024;
export const unpackedMax = 4 * 1024 * 1024 * 1024;

/** A run that was silent for so long has died with its process. */
export const silentMs = 30_000;

/** "lost": the server that ran it is gone. Whatever did not end as "imported" has changed nothing. */
export type UploadState = "running" | "imported" | "unchanged" | "checked" | "failed" | "cancelled" | "lost";

export interface UploadProgress extends ImportStage {
  /** Bytes of the file so far, and in all as far as that is known. */
  received: number;
  size: number;
  records: number;
  /** Of the whole, 0 to 1. */
  share: number;
}

/** Counts alone. */
export interface UploadResult {
  records: number;
  labels: number;
  skipped: number;
  impossibleDates: number;
  rejected: Partial<Record<Rejection, number>>;
}

/** Why it failed, and where: never a word of the file. */
export interface UploadProblem {
  code: ListProblem | RefusedBecause | "stopped" | "fault";
  line?: number;
  column?: string;
}

export interface Upload {
  id: string;
  list: string;
  dryRun: boolean;
  /** A name. */
  by: string;
  /** Epoch milliseconds. */
  startedAt: number;
  state: UploadState;
  progress: UploadProgress;
  result?: UploadResult | undefined;
  problem?: UploadProblem | undefined;
}
