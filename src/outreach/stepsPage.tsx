/**
 * What a scanned code opens, on the person's own phone: a button first, since previews fetch addresses; the steps once.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Child } from "hono/jsx";
import { stepsPageMinutes, takeStepsPage } from "../acts/clinic/steps-page.ts";
import { requestLocale } from "../http/errors.ts";
import type { ServerEnv } from "../http/address.ts";
import { pageHeaders } from "../http/headers.ts";
import { padded } from "../http/padded.ts";
import type { StaffDeps } from "../staff/types.ts";
import { barePage } from "./barePage.tsx";
import { inLanguage } from "./person.tsx";
import { Said } from "./said.tsx";

const formBytesMax = 1_024;

/** Routes beneath /steps, for everyone. */
export function createStepsPage(deps: StaffDeps): Hono<ServerEnv> {
  const { services, copy } = deps;
  const app = new Hono<ServerEnv>();
  app.use(pageHeaders(services.config));
  app.use(padded);
  app.use(async (c, next) => {
    c.header("cache-control", "no-store");
    await next();
  });

  const page = async (
    c: Context<ServerEnv>,
    locale: "en" | "es",
    title: string,
    body: Child,
    status: 200 | 410,
  ) => c.html(await barePage(deps, { locale, title, body }), status);

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
