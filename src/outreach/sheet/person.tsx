/**
 * One person of a sheet, large enough to read at arm's length, and what may become of them.
 */
import type { SheetPerson } from "../../acts/events/sheetRows.ts";
import type { Word } from "../../staff/layout.tsx";

export interface PersonCardProps {
  person: SheetPerson | undefined;
  /** In words. */
  birthDate: string;
  /** Where the helping begins, and where the row is put away. */
  begin: string;
  action: string;
  word: Word;
}

export function PersonCard({ person, birthDate, begin, action, word }: PersonCardProps) {
  const rows = person && [
    ["events.work.name", person.name],
    ["events.work.birthDate", birthDate],
    ["events.work.phone", person.phone === "" ? word("events.work.noPhone") : person.phone],
    ["events.work.language", word(`events.languages.${person.locale}`)],
  ];
  return (
    <>
      {rows ? (
        <>
          <p>{word("events.work.readOut")}</p>
          <dl class="sheet-who">
            {rows.map(([name = "", value]) => (
              <>
                <dt>{word(name)}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </>
      ) : (
        <p class="notice">{word("events.work.unreadable")}</p>
      )}
      {rows ? (
        <form method="post" action={begin} class="sheet-do">
          <button class="button main" name="how" value="ask">
            {word("events.work.ask")}
          </button>
          <button class="button" name="how" value="form">
            {word("events.work.form")}
          </button>
        </form>
      ) : null}
      <form method="post" action={action} class="sheet-do">
        <button class="button" name="state" value="absent">
          {word("events.work.markAbsent")}
        </button>
        <button class="button" name="state" value="left">
          {word("events.work.markLeft")}
        </button>
        <button class="button" name="state" value="done">
          {word("events.work.markDone")}
        </button>
        <button class="button quiet" name="state" value="waiting">
          {word("events.work.putBack")}
        </button>
      </form>
    </>
  );
}
