/**
 * Limits reached: how it stands now, how often each kind stood in the way, and what each of them means.
 */
import { readLimits, type LimitNumbers } from "../../acts/numbers/read-limits.ts";
import { BarTable, Columns } from "../office/charts.tsx";
import { hidden, type Drawing, type Part } from "./part.ts";

/** How it stands now, whatever time is looked at. */
function Now({
  now,
  word,
  formats,
  role,
}: Pick<LimitNumbers, "now"> & Pick<Drawing, "word" | "formats" | "role">) {
  const states: [name: string, alarm: boolean, text: string][] = [
    [
      "ceiling",
      now.overCeiling,
      word(`numbers.limits.ceiling.${now.overCeiling ? "over" : "under"}`, {
        n: formats.count(now.ceiling),
      }),
    ],
    ["frozen", now.frozen, word(`numbers.limits.frozen.${now.frozen ? "some" : "none"}`)],
    ["lookups", now.lookups !== "full", word(`office.switch.now.${now.lookups}`)],
  ];
  const alarms = states.filter(([, alarm]) => alarm).length;
  return (
    <section aria-labelledby="limits-now">
      <h2 id="limits-now">{word("numbers.limits.now")}</h2>
      <p class="office-state" data-mode={alarms === 0 ? "full" : "alarm"}>
        {alarms === 0 ? word("numbers.limits.calm") : word("numbers.limits.alarm", { count: alarms })}
      </p>
      <ul class="numbers-states">
        {states.map(([name, alarm, text]) => (
          <li data-state={name} data-alarm={alarm ? "yes" : "no"}>
            <span class="numbers-mark">{word(`numbers.limits.mark.${alarm ? "alarm" : "fine"}`)}</span> {text}
          </li>
        ))}
      </ul>
      {role === "admin" ? (
        <p>
          <a class="button quiet" href="/staff/switch">
            {word("numbers.limits.toSwitch")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

export const limits: Part = {
  id: "limits",
  path: "/limits",
  async read({ services, days, word, formats, role }: Drawing) {
    const read = await readLimits(services, days);
    const count = (n: number | null) => formats.count(n);
    const kindName = (id: string) => word(`numbers.limits.kind.${id}`);
    return {
      rows: [
        ["limits", "all", word("office.numbers.all"), read.all ?? hidden],
        ...read.kinds.map(({ id, n }) => ["limits", id, kindName(id), n ?? hidden]),
        ...read.days.map(({ id, n }) => [`limits_${read.by}`, id, id, n ?? hidden]),
      ],
      page: (
        <>
          <Now now={read.now} word={word} formats={formats} role={role} />
          {read.all === 0 ? (
            <p>{word("numbers.limits.nothing")}</p>
          ) : (
            <>
              <Columns
                word={word}
                count={count}
                title={word(`numbers.limits.${read.by === "day" ? "byDay" : "byWeek"}`)}
                head={word(`office.numbers.${read.by}`)}
                rows={read.days.map(({ id, n }) => ({ label: formats.day(id), n }))}
              />
              <BarTable
                word={word}
                count={count}
                title={word("numbers.limits.kinds")}
                head={word("numbers.limits.head")}
                rows={read.kinds.map(({ id, n }) => ({ label: kindName(id), n }))}
                most={read.all}
              />
            </>
          )}
          <h2>{word("numbers.limits.means")}</h2>
          <dl class="numbers-means">
            {read.kinds.map(({ id, allowed }) => (
              <div>
                <dt>{kindName(id)}</dt>
                <dd>{word(`numbers.limits.mean.${id}`, { n: formats.count(allowed) })}</dd>
              </div>
            ))}
          </dl>
        </>
      ),
    };
  },
};
