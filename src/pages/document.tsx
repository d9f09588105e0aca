/**
 * The shell of every page: language, title, one style sheet, nothing from elsewhere.
 *
 * For whoever adds a page: serve it under `pageHeaders(config)` (http/headers.ts), which lets no inline script or style
 * run; take the style sheet's address from `browserAssets(config.theme)` (pages/assets.ts), or the organisation's own
 * colours are lost; write colours as the variables of tokens.css, never as values; mark a button by `button`, and by
 * `main` the one that matters. A script or style sheet of its own is an entry of widget/bundle.mjs and comes from
 * `/static/` like the others. Faults need no page: throw, and http/errors.ts answers browsers in both languages. The
 * service worker answers for `/`, `/en` and `/es` alone.
 */
import type { Child } from "hono/jsx";
import { raw } from "hono/html";

export interface DocumentProps {
  locale: "en" | "es";
  title: string;
  description?: string;
  /** Addresses of the style sheet and, if any, the script. */
  style: string;
  script?: string;
  /** Further elements for the head. */
  head?: Child;
  bodyClass?: string;
  children: Child;
}

/** A whole HTML document. */
export function Document(props: DocumentProps) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={props.locale}>
        <head>
          <meta charset="utf-8" />
          <meta
            name="viewport"
            content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
          />
          <title>{props.title}</title>
          {props.description === undefined ? null : <meta name="description" content={props.description} />}
          <link rel="stylesheet" href={props.style} />
          {props.script === undefined ? null : <script src={props.script} defer></script>}
          {props.head}
        </head>
        <body class={props.bodyClass}>{props.children}</body>
      </html>
    </>
  );
}
