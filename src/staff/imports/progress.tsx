/**
 * One upload, while it runs and once it has ended: the same for whoever looks, from whichever page.
 */
import type { Upload } from "../../acts/uploads/types.ts";
import type { Word } from "../layout.tsx";
import type { Formats } from "../office/format.ts";
import { problemText, stagesOf } from "./words.ts";

export const importPath = "/staff/lists/import";

interface Speaking {
  upload: Upload;
  word: Word;
  formats: Formats;
}

function Running({ upload, word, formats }: Speaking) {
  const stages = stagesOf(upload, word, formats);
  const rows: [stage: string, name: string, value: string][] = [
    ["received", word("imports.received"), stages.received],
    ["rows", word("imports.rows"), stages.rows],
    ...(upload.dryRun
      ? []
      : ([
          ["written", word("imports.written"), stages.written],
          ["labels", word("imports.labels"), stages.labels],
        ] as [string, string, string][])),
  ];
  return (
    <>
      <progress class="import-bar" max="100" value={stages.percent} aria-label={word("imports.share")}>
        {stages.percent} %
      </progress>
      <dl class="office-facts">
        {rows.map(([stage, name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd data-stage={stage}>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="import-said" role="status" data-say></p>
      <form method="post" action={`${importPath}/${upload.id}/cancel`} data-cancel>
        <button class="button quiet">{word("imports.cancel")}</button>
      </form>
      <p data-unscripted>
        <a class="button quiet" href={`${importPath}/${upload.id}`}>
          {word("imports.look")}
        </a>
      </p>
    </>
  );
}

function Ended({ upload, word, formats }: Speaking) {
  const { result, problem, state } = upload;
  const reasons = Object.entries(result?.rejected ?? {});
  const counts: [string, number][] = result
    ? [
        [word("imports.records"), result.records],
        ...(state === "imported" ? ([[word("imports.labels"), result.labels]] as [string, number][]) : []),
        [word("imports.skipped"), result.skipped],
        [word("imports.impossible"), result.impossibleDates],
        [word("imports.rejected"), reasons.reduce((sum, [, count]) => sum + count, 0)],
      ]
    : [];
  return (
    <>
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {problemText(problem, word)}
        </p>
      )}
      {state === "running" ? null : <p>{word(`imports.told.${state}`)}</p>}
      {result && state !== "unchanged" ? (
        <dl class="office-facts">
          {counts.map(([name, count]) => (
            <div>
              <dt>{name}</dt>
              <dd>{formats.count(count)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {reasons.length === 0 ? null : (
        <>
          <table class="office-table">
            <caption>{word("imports.reasons")}</caption>
            <thead>
              <tr>
                <th scope="col">{word("imports.reason")}</th>
                <th scope="col">{word("imports.count")}</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(([reason, count]) => (
                <tr>
                  <th scope="row">{word(`imports.rejection.${reason}`)}</th>
                  <td>{formats.count(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a class="button quiet" href={`${importPath}/${upload.id}/rejected.csv`} download>
              {word("imports.report")}
            </a>
            <br />
            {word("imports.reportHint")}
          </p>
        </>
      )}
    </>
  );
}

/** @param heading the level of its heading on this page; 1 where the page's own says it. */
export function UploadSection(props: Speaking & { heading?: string }) {
  const { upload, word, formats, heading } = props;
  return (
    <section class="office-card" data-upload={upload.id} data-state={upload.state} tabindex={-1}>
      {heading === undefined ? null : <h2>{heading}</h2>}
      <p>
        {upload.list} ·{" "}
        {word("imports.startedBy", { who: upload.by, when: formats.instant(upload.startedAt) })}
      </p>
      {upload.state === "running" ? (
        <Running upload={upload} word={word} formats={formats} />
      ) : (
        <Ended upload={upload} word={word} formats={formats} />
      )}
    </section>
  );
}

/** After an import: how good it is, and the way back. */
export function AfterImport({ upload, word }: Pick<Speaking, "upload" | "word">) {
  if (upload.state !== "imported") return null;
  return (
    <div class="staff-buttons">
      <form method="post" action="/staff/lists/quality">
        <button class="button quiet" name="list" value={upload.list}>
          {word("office.lists.quality")}
        </button>
      </form>
      <form method="post" action="/staff/lists">
        <input type="hidden" name="list" value={upload.list} />
        <button class="button quiet" name="do" value="back">
          {word("office.lists.back")}
        </button>
      </form>
    </div>
  );
}
