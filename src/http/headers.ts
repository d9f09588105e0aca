/**
 * What every page tells the browser: nothing runs, loads or frames but our own. The panel alone may stand in a
 * frame, and only on the sites of CHAT_ORIGINS.
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Config } from "../env.ts";

const unused = ["camera", "microphone", "geolocation", "payment", "usb", "display-capture"] as const;

function headers(config: Config, frameAncestors: string[], panel: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors,
    },
    referrerPolicy: "no-referrer",
    xFrameOptions: panel ? false : "DENY",
    // A site that isolates itself may frame only what agrees to both of these.
    crossOriginEmbedderPolicy: panel ? "require-corp" : false,
    crossOriginResourcePolicy: panel ? "cross-origin" : "same-origin",
    strictTransportSecurity: config.publicUrl.startsWith("https:") ? "max-age=31536000" : false,
    permissionsPolicy: Object.fromEntries(unused.map((feature) => [feature, false])),
  });
}

/** For pages that nobody may frame. */
export const pageHeaders = (config: Config): MiddlewareHandler => headers(config, ["'none'"], false);

/** For the panel: framed by the sites of CHAT_ORIGINS and no others. */
export const panelHeaders = (config: Config): MiddlewareHandler =>
  headers(config, config.chatOrigins.length === 0 ? ["'none'"] : config.chatOrigins, true);

/** For the short page that tells other sites they may not embed: it holds nothing, so any site may show it. */
export const refusalHeaders = (config: Config): MiddlewareHandler => headers(config, ["*"], true);

/** For scripts, styles and icons. The loader is loaded by other sites; nothing else is. */
export const assetHeaders = (crossOrigin: boolean): MiddlewareHandler =>
  fileHeaders(crossOrigin, { defaultSrc: ["'none'"] });

/** For the service worker, which asks this server for what it keeps. */
export const workerHeaders = (): MiddlewareHandler =>
  fileHeaders(false, { defaultSrc: ["'none'"], connectSrc: ["'self'"] });

const fileHeaders = (crossOrigin: boolean, contentSecurityPolicy: Record<string, string[]>) =>
  secureHeaders({
    contentSecurityPolicy,
    crossOriginResourcePolicy: crossOrigin ? "cross-origin" : "same-origin",
    crossOriginOpenerPolicy: false,
    referrerPolicy: "no-referrer",
    strictTransportSecurity: false,
    xFrameOptions: "DENY",
  });
