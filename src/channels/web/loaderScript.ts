/**
 * The loader as other sites get it: the bundled script, given its words, the sites that may embed, and where
 * leaving leads.
 */
import type { Copy } from "../../copy/copy.ts";
import type { Config } from "../../env.ts";
import type { LoaderWords, Theme } from "../../widget/loader.ts";

function words(copy: Copy, locale: "en" | "es"): LoaderWords {
  return {
    open: copy.text("pages.open", locale),
    close: copy.text("pages.close", locale),
    frame: copy.text("pages.embedTitle", locale),
    newPage: copy.text("pages.openInNewPage", locale),
    refused: copy.text("pages.embedRefused", locale),
  };
}

/** @param bundled dist/widget/loader.js: it reads one free name, CLEARLINE */
export function loaderScript(bundled: string, theme: Theme, config: Config, copy: Copy): string {
  const given = {
    origins: config.chatOrigins,
    exit: config.exitUrl,
    theme,
    en: words(copy, "en"),
    es: words(copy, "es"),
  };
  return `(function(CLEARLINE){${bundled}})(${JSON.stringify(given).replaceAll("<", "\\u003c")});`;
}
