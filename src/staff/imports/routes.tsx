/**
 * Import of a list by upload, for admins: the form, the file as it comes, how far it is for everyone who looks, and how
 * it ended.
 */
import type { Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { ListFileError, ListRefusal } from "../../acts/list-refusal.ts";
import { showLists } from "../../acts/show-lists.ts";
import { cancelUpload } from "../../acts/uploads/cancel-upload.ts";
import { readUpload, rejectedRows } from "../../acts/uploads/read-uploads.ts";
import { takeUpload } from "../../acts/uploads/take-upload.ts";
import { layouts, uploadMax, type Upload, type UploadProblem } from "../../acts/uploads/types.ts";
import { losAngelesDate } from "../../runtime.ts";
import { createDesk } from "../desk.tsx";
import { requireStaff, wantsJson } from "../guard.tsx";
import { localeOf, showPage, wordsOf } from "../layout.tsx";
import { admins } from "../navigation.ts";
import { sendCsv } from "../office/csv.ts";
import { formatsOf } from "../office/format.ts";
import type { StaffDeps, StaffEnv } from "../types.ts";
import { ImportForm, nothingTyped, type Typed } from "./form.tsx";
import { AfterImport, importPath, UploadSection } from "./progress.tsx";
import { receiveForm, type IncomingForm } from "./receive.ts";
import { headingOf, problemText, stagesOf } from "./words.ts";

type C = Context<StaffEnv>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What stands around the file in a form. */
const aroundFile = 64 * 1024;
const scripts = ["imports.js"];
const styles = ["office.css"];

function typedIn({ field }: IncomingForm): Typed {
  return {
    list: field("list"),
    title: field("title"),
    announced: field("announced"),
    authority: field("authority"),
    layout: layouts.find((one) => one === field("layout")) ?? "plain",
    check: field("check") === "yes",
  };
}

async function formPage(c: C, deps: StaffDeps, typed: Typed, problem?: UploadProblem): Promise<Response> {
  const word = wordsOf(c, deps);
  if (problem && wantsJson(c)) return c.json({ problem: problemText(problem, word) }, 409);
  const { runtime } = deps.services;
  const lists = await showLists(deps.services);
  const known = lists.find(({ id, sample }) => id === typed.list && !sample);
  const today = losAngelesDate(runtime.now());
  return showPage(
    c,
    deps,
    {
      heading: known ? "imports.newer" : "imports.title",
      scripts,
      styles,
      status: problem ? 409 : 200,
    },
    <>
      {known ? <p>{known.title}</p> : null}
      <p>{word("imports.how")}</p>
      {problem ? (
        <p class="notice" role="alert">
          {problemText(problem, word)}
        </p>
      ) : null}
      <p class="notice" role="alert" data-problem hidden></p>
      <ImportForm word={word} id={runtime.uuid()} typed={typed} known={known} today={today} />
      <div class="import-here" data-here></div>
      <p>
        <a class="button quiet" href="/staff/lists">
          {word("imports.back")}
        </a>
      </p>
    </>,
  );
}

function uploadPage(c: C, deps: StaffDeps, upload: Upload): Promise<Response> {
  const word = wordsOf(c, deps);
  const formats = formatsOf(localeOf(c), word);
  const again = upload.state === "running" ? "" : `${importPath}?list=${encodeURIComponent(upload.list)}`;
  return showPage(
    c,
    deps,
    { heading: headingOf(upload), params: { name: upload.list }, scripts, styles },
    <>
      <UploadSection upload={upload} word={word} formats={formats} />
      <AfterImport upload={upload} word={word} />
      <div class="staff-buttons">
        {again === "" || upload.state === "imported" ? null : (
          <a class="button quiet" href={again}>
            {word("imports.again")}
          </a>
        )}
        <a class="button quiet" href="/staff/lists">
          {word("imports.back")}
        </a>
      </div>
    </>,
  );
}

/** Takes the form and its file. Answers once the file has come, or when it is plain that it cannot be taken. */
async function take(c: C, deps: StaffDeps): Promise<Response> {
  const { services } = deps;
  const length = Number(c.req.header("content-length"));
  if (!(length > 0)) throw new HTTPException(411);
  if (length > uploadMax + aroundFile) return formPage(c, deps, nothingTyped, { code: "tooLarge" });
  let form: IncomingForm;
  try {
    form = await receiveForm(c.req.raw, services.runtime);
  } catch (error) {
    if (!(error instanceof ListFileError)) throw error;
    return formPage(c, deps, nothingTyped, { code: error.problem });
  }
  const typed = typedIn(form);
  const { file } = form;
  if (!file) return formPage(c, deps, typed, { code: "noFile" });
  const id = form.field("upload");
  const stopping = new AbortController();
  stopping.signal.addEventListener("abort", () => file.destroy(new Error("stopped")));
  try {
    if (!uuid.test(id)) throw new HTTPException(400);
    await takeUpload(services, {
      id,
      list: typed.list,
      announced: typed.announced,
      authority: typed.authority,
      title: typed.title || undefined,
      layout: typed.layout,
      dryRun: typed.check,
      actor: c.var.staff.id,
      bytes: { size: length, chunks: file },
      stopping,
    });
  } catch (error) {
    file.destroy();
    if (!(error instanceof ListRefusal)) throw error;
    // A browser reads no answer before it has sent everything.
    if (!wantsJson(c)) await form.received;
    return formPage(c, deps, typed, { code: error.because });
  }
  // From here on the run does without this connection.
  await form.received;
  return wantsJson(c) ? c.json({ id }) : c.redirect(`${importPath}/${id}`, 303);
}

/** Routes beneath /staff/lists/import, mounted before those of /staff: its forms are larger. */
export function createImports(deps: StaffDeps): Hono<StaffEnv> {
  const { services } = deps;
  const app = createDesk(deps, { bodyBytes: "own" });
  const guard = requireStaff(deps, { roles: admins });
  // A page that asks how far it is keeps nobody's session open.
  const asking = requireStaff(deps, { roles: admins, touch: false });
  app.use((c, next) => (c.req.method === "GET" && wantsJson(c) ? asking : guard)(c, next));

  const found = async (c: C): Promise<Upload> => {
    const id = c.req.param("id") ?? "";
    const upload = uuid.test(id) ? await readUpload(services, id) : undefined;
    if (!upload) throw new HTTPException(404);
    return upload;
  };

  app.get("/", async (c) => {
    const asked = c.req.query("list");
    const lists = asked === undefined ? [] : await showLists(services);
    const known = lists.find(({ id, sample }) => id === asked && !sample);
    return formPage(
      c,
      deps,
      known ? { ...nothingTyped, list: known.id, announced: known.announced } : nothingTyped,
    );
  });
  app.post("/", (c) => take(c, deps));
  app.get("/:id", async (c) => {
    const upload = await found(c);
    const word = wordsOf(c, deps);
    return wantsJson(c)
      ? c.json(stagesOf(upload, word, formatsOf(localeOf(c), word)))
      : uploadPage(c, deps, upload);
  });
  app.post("/:id/cancel", async (c) => {
    const { id } = await found(c);
    await cancelUpload(services, id);
    return wantsJson(c) ? c.json({ id }) : c.redirect(`${importPath}/${id}`, 303);
  });
  app.get("/:id/rejected.csv", async (c) => {
    const { id, list } = await found(c);
    const rows = await rejectedRows(services, id);
    if (!rows) throw new HTTPException(404);
    const word = wordsOf(c, deps);
    const lines = rows.map(({ line, reason }): [number, string] => [
      line,
      word(`imports.rejection.${reason}`),
    ]);
    return sendCsv(c, `rejected-${list}`, [[word("imports.line"), word("imports.reason")], ...lines]);
  });
  app.all("*", () => {
    throw new HTTPException(404);
  });
  return app;
}
