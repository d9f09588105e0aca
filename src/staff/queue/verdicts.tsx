/**
 * How often people agreed with the machine, by what it said and by weight.
 */
import type { Context } from "hono";
import { readVerdicts } from "../../acts/handoff/read-verdicts.ts";
import { verdicts } from "../../acts/handoff/decide-match.ts";
import { showPage, wordsOf } from "../layout.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { queuePath } from "./list.tsx";

export async function verdictsPage(c: Context<StaffEnv>, deps: StaffDeps): Promise<Response> {
  const word = wordsOf(c, deps);
  const rows = await readVerdicts(deps.services);
  return showPage(
    c,
    deps,
    { heading: "queue.verdicts.title" },
    <>
      <p>{rows.length === 0 ? word("queue.verdicts.none") : word("queue.verdicts.lead")}</p>
      {rows.length === 0 ? null : (
        <table class="queue-compared">
          <thead>
            <tr>
              <th scope="col">{word("queue.verdicts.machine")}</th>
              <th scope="col">{word("queue.verdicts.weight")}</th>
              {verdicts.map((verdict) => (
                <th scope="col">{word(`queue.decide.${verdict}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ machine, from, counts }) => (
              <tr>
                <td>{word(`queue.near.machine.${machine}`)}</td>
                <td>
                  {from}–{from + 3}
                </td>
                {verdicts.map((verdict) => (
                  <td>{counts[verdict] ?? word("queue.verdicts.few")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a class="button quiet" href={queuePath}>
          {word("queue.person.back")}
        </a>
      </p>
    </>,
  );
}
