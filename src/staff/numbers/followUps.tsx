/**
 * The question a month later, by language, over a year: one time alone, so that no two of them can be subtracted.
 */
import { readFollowUps, type FollowUpCounts } from "../../acts/staff/read-follow-ups.ts";
import { hidden, languageName, type Drawing, type Part, type Speaking } from "./part.ts";

const yearDays = 365;

const columns = ["agreed", "asked", "answered", "got", "notYet", "trouble"] as const;

function Table({ counts, word, formats }: Speaking & { counts: readonly FollowUpCounts[] }) {
  return (
    <section>
      <div class="office-scroll" role="region" aria-label={word("followup.title")} tabindex={0}>
        <table class="office-table">
          <caption>{word("followup.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{word("followup.language")}</th>
              {columns.map((column) => (
                <th scope="col">{word(`followup.column.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row) => (
              <tr>
                <th scope="row">{languageName(word, row.locale)}</th>
                {columns.map((column) => (
                  <td>{formats.count(row[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="aside-text">{word("followup.hint")}</p>
    </section>
  );
}

export const followUps: Part = {
  id: "followUps",
  path: "/follow-ups",
  ownTime: true,
  async read({ services, word, formats }: Drawing) {
    const counts = await readFollowUps(services, yearDays);
    return {
      rows: counts.flatMap((row) =>
        columns.map((column) => [
          "follow_up",
          `${row.locale} ${column}`,
          `${languageName(word, row.locale)}: ${word(`followup.column.${column}`)}`,
          row[column] ?? hidden,
        ]),
      ),
      page:
        counts.length === 0 ? (
          <p>{word("followup.none")}</p>
        ) : (
          <Table counts={counts} word={word} formats={formats} />
        ),
    };
  },
};
