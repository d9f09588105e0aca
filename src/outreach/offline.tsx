/**
 * What a device keeps of /outreach, and what it sends: the form's empty shell, its worker, its manifest, and the queue.
 */
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { idleMs } from "../acts/staff/types.ts";
import { takeSealedForm } from "../acts/outreach/take-sealed-form.ts";
import { asset, browserAssets } from "../pages/assets.ts";
import { Document } from "../pages/document.tsx";
import { iconPng } from "../pages/icon.ts";
import { requireStaff } from "../staff/guard.tsx";
import { Cover, deviceLock, localeOf, wordsOf } from "../staff/layout.tsx";
import { everyone } from "../staff/navigation.ts";
import type { StaffDeps, StaffEnv } from "../staff/types.ts";
import { Device, deviceData, deviceScripts, formStyles } from "./device.tsx";
import { emptyFilling, FormFields } from "./fields.tsx";

const sealedCharsMax = 16_000;

/** Routes beside the form's own. */
export function createOffline(deps: StaffDeps): Hono<StaffEnv> {
  const { services, copy } = deps;
  const app = new Hono<StaffEnv>();
  // Neither holds anything of anyone: a browser asks for them without cookies.
  app.get("/worker.js", async (c) => {
    const script =
      (await browserAssets(services.config.theme)).get("outreachWorker.js")?.body.toString("utf8") ?? "";
    // The first page of all stands at /outreach, above where the script does.
    return c.body(script, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "service-worker-allowed": "/outreach",
    });
  });
  app.get("/manifest.webmanifest", (c) => {
    const icons = [192, 512].map((size) => ({
      src: asset(`icon-${size}.png`, iconPng(size)).path,
      sizes: `${size}x${size}`,
      type: "image/png",
    }));
    const word = wordsOf(c, deps);
    const manifest = {
      name: `${word("shortform.title")} · ${services.config.org.name}`,
      short_name: word("shortform.title"),
      start_url: "/outreach/form",
      scope: "/outreach/",
      display: "standalone",
      icons,
    };
    return c.body(JSON.stringify(manifest), 200, { "content-type": "application/manifest+json" });
  });
  app.get("/offline", requireStaff(deps, { roles: everyone, touch: false }), async (c) => {
    const data = await deviceData(deps, c.var.staff);
    if (data === undefined) throw new HTTPException(404);
    const word = wordsOf(c, deps);
    const at = await browserAssets(services.config.theme);
    const spoken = (key: string, locale: "en" | "es", params?: Record<string, string>) =>
      copy.text(key, locale, params);
    const [style = "", ...more] = formStyles.map((name) => at.get(name)?.path ?? "");
    const device = await deviceLock(deps, c.var.staff, "shell");
    // Of who is signed in, what the lock needs and no more: it is kept on the device.
    return c.html(
      <Document
        locale={localeOf(c)}
        title={word("shortform.title")}
        style={style}
        head={
          <>
            {more.map((href) => (
              <link rel="stylesheet" href={href} />
            ))}
            {deviceScripts.map((name) => (
              <script src={at.get(name)?.path ?? ""} defer></script>
            ))}
          </>
        }
        bodyClass="staff outreach"
      >
        <Cover idle={idleMs.outreach} to="/outreach/form" word={word} device={device} />
        <main id="main" class="staff-main" tabindex={-1} data-waits hidden>
          <h1>{word("shortform.title")}</h1>
          <p class="outreach-hand">{word("shortform.noSignal")}</p>
          <Device data={data} word={word} spoken={spoken} shell />
          <form
            class="staff-form outreach-form"
            method="post"
            action="/outreach/form"
            autocomplete="off"
            data-short
          >
            <input type="hidden" name="turn" value="" />
            <input type="hidden" name="sheet" value="" />
            <FormFields filling={emptyFilling(localeOf(c))} word={word} spoken={spoken} consent="later" />
          </form>
        </main>
      </Document>,
    );
  });
  app.post("/queue", requireStaff(deps, { roles: everyone, touch: false }), async (c) => {
    const body = (await c.req.json<unknown>().catch(() => undefined)) as
      { turn?: unknown; sealed?: unknown } | null | undefined;
    const { turn, sealed } = body ?? {};
    if (typeof turn !== "string" || !/^[\w-]{16,64}$/.test(turn)) throw new HTTPException(400);
    if (typeof sealed !== "string" || sealed.length > sealedCharsMax) throw new HTTPException(400);
    const code = await takeSealedForm(services, { turn, sealed });
    return c.json({ code }, code === "arrived" ? 200 : 422);
  });
  return app;
}
