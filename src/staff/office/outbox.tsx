/**
 * Texts that are sent later, what became of them, and how many people wait for a later list.
 */
import { Hono } from "hono";
import { showOutbox, type OutboxLine } from "../../acts/show-outbox.ts";
import { countWatches } from "../../acts/staff/count-watches.ts";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf } from "../layout.tsx";
import { admins } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { formatsOf } from "./format.ts";

/** What went wrong stands first. */
const order: readonly OutboxLine["state"][] = ["failed", "waiting", "claimed", "sent"];

/** Routes beneath /staff/outbox. */
export function createOutbox(deps: StaffDeps): Hono<StaffEnv> {
  const { services, copy } = deps;
  const app = new Hono<StaffEnv>();
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", async (c) => {
    const word = wordsOf(c, deps);
    const locale = localeOf(c);
    const formats = formatsOf(locale, word);
    const [outbox, watches] = await Promise.all([showOutbox(services), countWatches(services)]);
    const lines = order.flatMap((state) => outbox.lines.filter((line) => line.state === state));
    // A text's own words say best what it is.
    const said = (kind: string) =>
      copy.has(`texts.${kind}`, locale) ? copy.text(`texts.${kind}`, locale) : kind;
    return showPage(
      c,
      deps,
      { heading: "office.nav.outbox", styles: ["office.css"], wide: true },
      <>
        {outbox.sending ? null : (
          <p class="notice" role="status">
            {word("office.outbox.off")}
          </p>
        )}
        <p>{word("office.outbox.what")}</p>
        {lines.length === 0 ? (
          <p>{word("office.outbox.none")}</p>
        ) : (
          <div class="office-scroll" role="region" aria-label={word("office.nav.outbox")} tabindex={0}>
            <table class="office-table">
              <caption>{word("office.outbox.last")}</caption>
              <thead>
                <tr>
                  {(["state", "count", "reason", "status", "text"] as const).map((name) => (
                    <th scope="col">{word(`office.outbox.${name}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(({ state, n, reason, status, kind }) => (
                  <tr class={state === "failed" ? "office-failed" : ""}>
                    <th scope="row">{word(`office.outbox.states.${state}`)}</th>
                    <td>{formats.count(n)}</td>
                    <td>{reason === null ? "–" : <code>{reason}</code>}</td>
                    <td>{status === null ? "–" : <code>{status}</code>}</td>
                    <td>{said(kind)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <h2>{word("office.watches.title")}</h2>
        <p>{word("office.watches.what")}</p>
        {watches.length === 0 ? <p>{word("office.watches.none")}</p> : null}
        <ul>
          {watches.map(({ locale: of, n }) => (
            <li>
              {word(`staff.languageName.${of === "es" ? "es" : "en"}`)}: {formats.count(n)}
            </li>
          ))}
        </ul>
      </>,
    );
  });
  return app;
}
