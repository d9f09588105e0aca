/**
 * What a scanned code opens, on the person's own phone: a button first, since previews fetch addresses; the steps once.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { stepsPageMinutes, takeStepsPage } from "../acts/clinic/steps-page.ts";
import { requestLocale } from "../http/errors.ts";
import type { ServerEnv } from "../http/address.ts";
import { pageHeaders } from "../http/headers.ts";
import { browserAssets } from "../pages/assets.ts";
import { Document } from "../pages/document.tsx";
import type { StaffDeps } from "../staff/types.ts";
import { inLanguage } from "./person.tsx";
import { Said } from "./said.tsx";

const formBytesMax = 1_024;

/** Routes beneath /steps, for everyone. */
export function createStepsPage({ services, copy }: StaffDeps): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.use(pageHeaders(services.config));
  app.use(async (c, next) => {
    c.header("cache-control", "no-store");
    await next();
  });

  async function page(
    c: Context<ServerEnv>,
    locale: "en" | "es",
    title: string,
    body: unknown,
    status: 200 | 410,
  ) {
    const assets = await browserAssets(services.config.theme);
    const at = (name: string) => assets.get(name)?.path ?? "";
    return c.html(
      <Document
        locale={locale}
        title={title}
        style={at("staff.css")}
        script={at("table.js")}
        head={
          <>
            <meta name="robots" content="noindex" />
            <link rel="stylesheet" href={at("table.css")} />
          </>
        }
        bodyClass="staff hand"
      >
        <header class="staff-bar">
          <span class="staff-org">{services.config.org.name}</span>
        </header>
        <main class="staff-main">
          <h1>{title}</h1>
          {body}
        </main>
      </Document>,
      status,
    );
  }

  // The same for every code: whether there is such a page shows when it is opened.
  app.get("/:code", (c) => {
    const locale = requestLocale(c);
    const word = inLanguage(copy, locale);
    return page(
      c,
      locale,
      word("outreach.page.title"),
      <>
        <p>{word("outreach.page.how")}</p>
        <form method="post">
          <button class="button main">{word("outreach.page.open")}</button>
        </form>
      </>,
      200,
    );
  });

  app.post("/:code", bodyLimit({ maxSize: formBytesMax }), async (c) => {
    const taken = await takeStepsPage(services, c.req.param("code"));
    const word = inLanguage(copy, taken?.locale ?? requestLocale(c));
    if (!taken) {
      const gone = <p>{word("outreach.page.gone", { n: stepsPageMinutes })}</p>;
      return page(c, requestLocale(c), word("outreach.page.goneTitle"), gone, 410);
    }
    return page(
      c,
      taken.locale,
      word("outreach.page.title"),
      <>
        <p class="table-noprint">{word("outreach.page.how")}</p>
        <p class="table-noprint">
          <button type="button" class="button main" data-print hidden>
            {word("outreach.take.print")}
          </button>
        </p>
        {taken.told.map((told) => (
          <Said told={told} word={word} />
        ))}
      </>,
      200,
    );
  });
  return app;
}
