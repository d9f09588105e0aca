/**
 * An upload in the reader's words: how far it is, what was wrong.
 */
import { uploadMax, type Upload, type UploadProblem } from "../../acts/uploads/types.ts";
import type { Word } from "../layout.tsx";
import type { Formats } from "../office/format.ts";

const mega = 1024 * 1024;
export const uploadMaxMb = uploadMax / mega;

/** What the script puts into the page, again and again. */
export interface Stages {
  state: Upload["state"];
  /** 0 to 100. */
  percent: number;
  received: string;
  rows: string;
  written: string;
  labels: string;
  /** Said aloud: changes four times in all. */
  say: string;
}

export function stagesOf(upload: Upload, word: Word, formats: Formats): Stages {
  const { received, size, rows, written, labels, share } = upload.progress;
  const percent = Math.floor(100 * share);
  const ofFile = size === 0 ? 0 : Math.min(1, received / size);
  const mb = (bytes: number) => formats.count(Math.round((10 * bytes) / mega) / 10);
  return {
    state: upload.state,
    percent,
    received: word("imports.receivedOf", {
      mb: mb(received),
      all: mb(size),
      percent: `${Math.floor(100 * ofFile)} %`,
    }),
    rows: formats.count(rows),
    written: formats.count(written),
    labels: `${Math.floor(100 * labels)} %`,
    say: word("imports.done", { percent: `${25 * Math.floor(percent / 25)} %` }),
  };
}

/** What was wrong, and near which line. */
export function problemText(problem: UploadProblem, word: Word): string {
  const text = word(`imports.problem.${problem.code}`, {
    size: uploadMaxMb,
    column: problem.column ?? "",
  });
  return problem.line === undefined ? text : `${text} ${word("imports.atLine", { line: problem.line })}`;
}

/** The heading of an upload, as its state is. */
export const headingOf = ({ state, dryRun }: Upload): string =>
  `imports.state.${state === "running" && dryRun ? "checking" : state}`;
