/**
 * One person of a sheet, large enough to read at arm's length, and what may become of them.
 */
import type { SheetPerson } from "../../acts/events/sheetRows.ts";
import type { Word } from "../../staff/layout.tsx";

export interface PersonCardProps {
  person: SheetPerson | undefined;
  /** In words. */
  birthDate: string;
  action: string;
  word: Word;
}

export function PersonCard({ person, birthDate, action, word }: PersonCardProps) {
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
      <form method="post" action={action} class="sheet-do">
        <button class="button main" name="state" value="done">
          {word("events.work.markDone")}
        </button>
        <button class="button" name="state" value="absent">
          {word("events.work.markAbsent")}
        </button>
        <button class="button quiet" name="state" value="waiting">
          {word("events.work.putBack")}
        </button>
      </form>
    </>
  );
}
