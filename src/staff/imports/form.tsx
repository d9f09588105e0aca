/**
 * The form that sends a file. Its fields stand before the file, so that the server knows what it is before it comes.
 */
import type { ListOverview } from "../../acts/show-lists.ts";
import { layouts, uploadMax, type UploadLayout } from "../../acts/uploads/types.ts";
import type { Word } from "../layout.tsx";
import { importPath } from "./progress.tsx";
import { uploadMaxMb } from "./words.ts";

/** What was typed, to be shown again. */
export interface Typed {
  list: string;
  title: string;
  announced: string;
  authority: string;
  layout: UploadLayout;
  check: boolean;
}

export const nothingTyped: Typed = {
  list: "",
  title: "",
  announced: "",
  authority: "",
  layout: "plain",
  check: false,
};

function Text(props: {
  id: keyof Typed;
  label: string;
  hint?: string;
  value: string;
  more?: Record<string, string | number | boolean>;
}) {
  const { id, label, hint, value, more } = props;
  return (
    <>
      <label for={`import-${id}`}>{label}</label>
      <input
        id={`import-${id}`}
        name={id}
        value={value}
        autocomplete="off"
        aria-describedby={hint === undefined ? undefined : `import-${id}-hint`}
        {...more}
      />
      {hint === undefined ? null : (
        <p class="aside-text" id={`import-${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}

function Layouts({ chosen, word }: { chosen: UploadLayout; word: Word }) {
  return (
    <fieldset>
      <legend>{word("imports.layout")}</legend>
      {layouts.map((layout) => (
        <label class="staff-choice">
          <input type="radio" name="layout" value={layout} checked={layout === chosen} />
          <span>
            {word(`imports.layouts.${layout}`)}
            <small>{word(`imports.layouts.${layout}Hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** @param known the list that gets a newer file; absent for a new list. @param id of the upload this form begins. */
export function ImportForm(props: {
  word: Word;
  id: string;
  typed: Typed;
  known: ListOverview | undefined;
  today: string;
}) {
  const { word, id, typed, known, today } = props;
  const hint = word("imports.fileHint", { size: uploadMaxMb });
  return (
    <form
      method="post"
      action={importPath}
      enctype="multipart/form-data"
      class="staff-form"
      data-import
      data-max={String(uploadMax)}
      data-too-large={word("imports.problem.tooLarge", { size: uploadMaxMb })}
      data-lost={word("imports.lost")}
      data-sending={word("imports.sending")}
    >
      <input type="hidden" name="upload" value={id} />
      <Text
        id="list"
        label={word("imports.id")}
        hint={word("imports.idHint")}
        value={typed.list}
        more={{
          required: true,
          maxlength: 40,
          pattern: "[A-Za-z0-9][A-Za-z0-9_\\-]{0,39}",
          readonly: known !== undefined,
        }}
      />
      {known ? null : (
        <Text
          id="title"
          label={word("imports.name")}
          hint={word("imports.nameHint")}
          value={typed.title}
          more={{ maxlength: 120 }}
        />
      )}
      <Text
        id="announced"
        label={word("imports.announced")}
        value={typed.announced}
        more={{ type: "date", required: true, max: today }}
      />
      <Text
        id="authority"
        label={word("imports.authority")}
        hint={word("imports.authorityHint")}
        value={typed.authority}
        more={{ required: true, maxlength: 300 }}
      />
      <Layouts chosen={typed.layout} word={word} />
      <div class="import-check">
        <label class="staff-choice">
          <input type="checkbox" name="check" value="yes" checked={typed.check} />
          <span>
            {word("imports.check")}
            <small>{word("imports.checkHint")}</small>
          </span>
        </label>
      </div>
      <label for="import-file">{word("imports.file")}</label>
      <input
        id="import-file"
        type="file"
        name="file"
        accept=".csv,.gz,text/csv,application/gzip"
        aria-describedby="import-file-hint"
        required
      />
      <p class="aside-text" id="import-file-hint">
        {hint}
      </p>
      <button class="button main">{word("imports.send")}</button>
      <p class="aside-text">{word("imports.leave")}</p>
    </form>
  );
}
