/**
 * The lists: what is loaded, by whose authority, and what was done to them; back to the import before, remove, and the
 * quality report as a file.
 */
import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { ListRefusal } from "../../acts/list-refusal.ts";
import { readQuality } from "../../acts/read-quality.ts";
import { removeList } from "../../acts/remove-list.ts";
import { rollBackList } from "../../acts/roll-back-list.ts";
import type { ListOverview, VersionOverview } from "../../acts/show-lists.ts";
import { readLists, type ListDeed } from "../../acts/staff/read-lists.ts";
import { recentUploads } from "../../acts/uploads/read-uploads.ts";
import type { Upload } from "../../acts/uploads/types.ts";
import { listQualityPage } from "../../quality/page.tsx";
import { qualityWords } from "../../quality/words.ts";
import { losAngelesDate } from "../../runtime.ts";
import { fieldsOf } from "../desk.tsx";
import { requireStaff } from "../guard.tsx";
import { localeOf, showPage, wordsOf, type Word } from "../layout.tsx";
import { admins } from "../navigation.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { AskAgain } from "./askAgain.tsx";
import { formatsOf, type Formats } from "./format.ts";
import { actorName } from "./switch.tsx";

type C = Context<StaffEnv>;
interface Speaking {
  word: Word;
  formats: Formats;
}

const path = "/staff/lists";
const listId = /^[a-z0-9][a-z0-9_-]{0,39}$/i;
const deeds = ["back", "remove"] as const;

function Version({ version, word, formats }: Speaking & { version: VersionOverview }) {
  const { facts } = version;
  const rows: [string, string | number][] = [
    [word("office.lists.records"), formats.count(version.records)],
    [word("office.lists.when"), formats.instant(version.readyAt ?? version.startedAt)],
    [word("office.lists.who"), actorName(word, version.importedBy)],
    [word("office.lists.authority"), version.authority],
    ...(facts
      ? ([
          [word("office.lists.withoutDate"), formats.count(facts.withoutBirthDate)],
          [word("office.lists.withoutNumber"), formats.count(facts.withoutCaseNumber)],
          [word("office.lists.rejected"), formats.count(facts.rejected)],
        ] as [string, string][])
      : []),
  ];
  return (
    <>
      <h3>{word(`office.lists.role.${version.role}`, { n: version.version })}</h3>
      <dl class="office-facts">
        {rows.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function List({ list, word, formats }: Speaking & { list: ListOverview }) {
  const can = (role: VersionOverview["role"]) => list.versions.some((version) => version.role === role);
  const button = (deed: (typeof deeds)[number]) => (
    <button
      class="button quiet"
      name="do"
      value={deed}
      aria-label={`${word(`office.lists.${deed}`)}: ${list.id}`}
    >
      {word(`office.lists.${deed}`)}
    </button>
  );
  return (
    <section class="office-card">
      <h2>{list.title}</h2>
      <p>
        {list.id} · {word("office.lists.announced", { listDate: formats.date(list.announced) })}
      </p>
      {list.sample ? <p class="notice">{word("office.lists.sample")}</p> : null}
      {list.versions.map((version) => (
        <Version version={version} word={word} formats={formats} />
      ))}
      {list.sample || !can("current") ? null : (
        <p>
          <a class="button quiet" href={`${path}/import?list=${encodeURIComponent(list.id)}`}>
            {word("imports.newer")}
          </a>
        </p>
      )}
      {can("current") ? (
        <form method="post" action={`${path}/quality`} class="staff-buttons">
          <button class="button quiet" name="list" value={list.id}>
            {word("office.lists.quality")}
          </button>
        </form>
      ) : null}
      <form method="post" action={path} class="staff-buttons">
        <input type="hidden" name="list" value={list.id} />
        {can("previous") ? button("back") : null}
        {button("remove")}
      </form>
    </section>
  );
}

/** Files that were sent through this page: those under way first of all. */
function Uploads({ uploads, word, formats }: Speaking & { uploads: readonly Upload[] }) {
  const running = uploads.filter(({ state }) => state === "running");
  return (
    <>
      {running.map(({ id, list, dryRun }) => (
        <p class="notice">
          {word(dryRun ? "imports.checkUnderWay" : "imports.underWay", { name: list })}{" "}
          <a href={`${path}/import/${id}`}>{word("imports.look")}</a>
        </p>
      ))}
      <p>
        <a class="button" href={`${path}/import`}>
          {word("imports.new")}
        </a>
      </p>
      {uploads.length === 0 ? null : (
        <>
          <h2>{word("imports.recent")}</h2>
          <ul class="office-events">
            {uploads.map(({ id, list, by, startedAt, state }) => (
              <li>
                <a href={`${path}/import/${id}`}>{word(`imports.short.${state}`)}</a>
                <br />
                {list} · {word("imports.startedBy", { who: by, when: formats.instant(startedAt) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function History({ history, word, formats }: Speaking & { history: readonly ListDeed[] }) {
  return (
    <>
      <h2>{word("office.lists.history")}</h2>
      {history.length === 0 ? <p>{word("office.lists.noHistory")}</p> : null}
      <ol class="office-events">
        {history.map(({ event, at, by, list, version, authority }) => (
          <li>
            <strong>{word(`office.event.${event}`)}</strong>{" "}
            {version === undefined ? list : `${list} ${version}`.trim()}
            <br />
            {formats.instant(at)} · {actorName(word, by)}
            {authority === undefined ? null : (
              <>
                <br />
                {authority}
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

async function listsPage(c: C, deps: StaffDeps, problem?: string): Promise<Response> {
  const word = wordsOf(c, deps);
  const formats = formatsOf(localeOf(c), word);
  const [{ lists, history }, uploads] = await Promise.all([
    readLists(deps.services),
    recentUploads(deps.services),
  ]);
  return showPage(
    c,
    deps,
    { heading: "office.nav.lists", styles: ["office.css"], status: problem === undefined ? 200 : 409 },
    <>
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <p>{word("office.lists.how")}</p>
      <Uploads uploads={uploads} word={word} formats={formats} />
      {lists.length === 0 ? <p>{word("office.lists.none")}</p> : null}
      {lists.map((list) => (
        <List list={list} word={word} formats={formats} />
      ))}
      <History history={history} word={word} formats={formats} />
    </>,
  );
}

/** Routes beneath /staff/lists. */
export function createLists(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = new Hono<StaffEnv>();
  // One report at a time: it reads a whole list while people are answered.
  let measuring = false;
  app.use(requireStaff(deps, { roles: admins }));
  app.get("/", (c) => listsPage(c, deps));
  app.get("/quality", (c) => c.redirect(path, 303));
  app.post("/", async (c) => {
    const field = await fieldsOf(c);
    const word = wordsOf(c, deps);
    const list = field("list");
    const deed = deeds.find((one) => one === field("do"));
    if (!deed || !listId.test(list)) throw new HTTPException(400);
    if (field("sure") !== "yes") {
      return showPage(
        c,
        deps,
        { heading: `office.lists.sure.${deed}`, params: { name: list } },
        <AskAgain
          word={word}
          action={path}
          fields={{ do: deed, list }}
          text={word(`office.lists.after.${deed}`)}
          yes={word(`office.lists.yes.${deed}`)}
        />,
      );
    }
    try {
      if (deed === "back") await rollBackList(services, list, c.var.staff.id);
      else await removeList(services, list, c.var.staff.id);
    } catch (error) {
      if (error instanceof ListRefusal) return listsPage(c, deps, word(`office.lists.refused.${deed}`));
      throw error;
    }
    return c.redirect(path, 303);
  });

  app.post("/quality", async (c) => {
    const word = wordsOf(c, deps);
    const list = (await fieldsOf(c))("list");
    if (!listId.test(list)) throw new HTTPException(400);
    if (measuring) return listsPage(c, deps, word("office.lists.busy"));
    measuring = true;
    try {
      const quality = await readQuality(services, { list, actor: c.var.staff.id, signal: c.req.raw.signal });
      const today = losAngelesDate(services.runtime.now());
      // A file that stands alone: its style is inside, which our pages would not run.
      c.header("content-type", "text/html; charset=utf-8");
      c.header("content-disposition", `attachment; filename="quality-${list}-${today}.html"`);
      return c.body(await listQualityPage(quality, today, qualityWords(deps.copy, localeOf(c))));
    } catch (error) {
      if (error instanceof ListRefusal) return listsPage(c, deps, word("office.lists.refused.quality"));
      throw error;
    } finally {
      measuring = false;
    }
  });
  return app;
}
