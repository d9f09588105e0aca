/**
 * Texts that people wait for: who stands for a later list, and how many asked, were told, and waited to the end.
 */
import { readLater, type LaterTexts } from "../../acts/numbers/read-later.ts";
import { Figures } from "../office/charts.tsx";
import { hidden, languageName, type Drawing, type Part, type Speaking } from "./part.ts";

const counts = ["asked", "told", "ended"] as const;

function Months({ months, word, formats }: Speaking & Pick<LaterTexts, "months">) {
  const most = Math.max(1, ...months.flatMap((one) => counts.map((name) => one[name] ?? 0)));
  const title = word("numbers.later.months");
  return (
    <div class="office-scroll" role="region" aria-label={title} tabindex={0}>
      <table class="office-table numbers-months">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{word("numbers.later.month")}</th>
            {counts.map((name) => (
              <th scope="col">{word(`numbers.later.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((one) => (
            <tr>
              <th scope="row">{formats.month(one.month)}</th>
              {counts.map((name) => (
                <td>
                  {formats.count(one[name])}
                  <svg aria-hidden="true" focusable="false">
                    <rect class="track" width="100%" height="100%" rx="2" />
                    <rect
                      class="bar"
                      width={`${((100 * (one[name] ?? 0)) / most).toFixed(1)}%`}
                      height="100%"
                      rx="2"
                    />
                  </svg>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const later: Part = {
  id: "later",
  path: "/later",
  ownTime: true,
  async read({ services, word, formats, role }: Drawing) {
    const { standing, months } = await readLater(services);
    return {
      rows: [
        ...standing.map(({ locale, n }) => [
          "watches_standing",
          locale,
          languageName(word, locale),
          n ?? hidden,
        ]),
        ...counts.flatMap((name) =>
          months.map((one) => [`watches_${name}`, one.month, formats.month(one.month), one[name] ?? hidden]),
        ),
      ],
      page: (
        <>
          <h2>{word("office.watches.title")}</h2>
          <p>{word("office.watches.what")}</p>
          {standing.length === 0 ? (
            <p>{word("office.watches.none")}</p>
          ) : (
            <Figures
              figures={standing.map(({ locale, n }) => [formats.count(n), languageName(word, locale)])}
            />
          )}
          <Months months={months} word={word} formats={formats} />
          <p class="aside-text">{word("numbers.later.hint")}</p>
          {role === "admin" ? (
            <p>
              <a class="button quiet" href="/staff/outbox">
                {word("numbers.later.toOutbox")}
              </a>
            </p>
          ) : null}
        </>
      ),
    };
  },
};
