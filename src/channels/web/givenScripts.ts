/**
 * Scripts that are given what only the server knows: the loader its words, the sites that may embed, and where
 * leaving leads; the service worker what to keep.
 */
import { createHash } from "node:crypto";
import type { Copy } from "../../copy/copy.ts";
import type { Config } from "../../env.ts";
import type { LoaderWords } from "../../widget/loader.ts";
import { offlinePath } from "./page/types.ts";
import type { StaticFiles } from "./staticFiles.ts";

/** @param bundled a script that reads one free name, CLEARLINE */
const given = (bundled: string, value: unknown) =>
  `(function(CLEARLINE){${bundled}})(${JSON.stringify(value).replaceAll("<", "\\u003c")});`;

function words(copy: Copy, locale: "en" | "es"): LoaderWords {
  return {
    open: copy.text("pages.open", locale),
    close: copy.text("pages.close", locale),
    frame: copy.text("pages.embedTitle", locale),
    newPage: copy.text("pages.openInNewPage", locale),
    refused: copy.text("pages.embedRefused", locale),
  };
}

/** The loader as other sites get it. */
export function loaderScript({ loader, theme }: StaticFiles, config: Config, copy: Copy): string {
  return given(loader, {
    origins: config.chatOrigins,
    exit: config.exitUrl,
    theme,
    en: words(copy, "en"),
    es: words(copy, "es"),
  });
}

/**
 * The service worker.
 * @param shown the empty pages as they are now: when they change, it keeps them anew
 */
export function workerScript({ worker, paths }: StaticFiles, shown: readonly string[]): string {
  const files = [paths.chatScript, paths.chatStyle, paths.iconSvg];
  const hash = createHash("sha256").update([worker, ...files, ...shown].join("\0"));
  const version = `clearline-${hash.digest("base64url").slice(0, 10)}`;
  return given(worker, { version, pages: { en: offlinePath("en"), es: offlinePath("es") }, files });
}
