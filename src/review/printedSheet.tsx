/**
 * The frame of a printed report: one HTML document with its style inside, which loads nothing.
 */
import type { Child } from "hono/jsx";
import { html, raw } from "hono/html";
import { browserAssets } from "../pages/assets.ts";

/**
 * @param sheet `style` is a style sheet of src/widget/bundle.mjs; `name` the class of the body.
 * @returns a whole HTML document.
 */
export async function printedSheet(sheet: {
  lang: string;
  title: string;
  style: string;
  name: string;
  body: Child;
}): Promise<string> {
  const style = (await browserAssets(undefined)).get(sheet.style)?.body.toString("utf8") ?? "";
  const page = (
    <html lang={sheet.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{sheet.title}</title>
        <style>{raw(style)}</style>
      </head>
      <body class={sheet.name}>{sheet.body}</body>
    </html>
  );
  // hono gives a String object; callers get a plain string.
  const document = await html`<!doctype html> ${page}`;
  return document.toString();
}
