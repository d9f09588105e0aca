/**
 * Two small pages: the blank one that leads away, and the one that tells another site it may not embed.
 */
import { Document } from "../../../pages/document.tsx";
import type { Locale, PageContext } from "./types.ts";

/** Leads away at once. A redirect would do, but a form may not be redirected elsewhere under our policy. */
export function Left({ exitUrl, title }: { exitUrl: string; title: string }) {
  return (
    <html>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="refresh" content={`0;url=${exitUrl}`} />
        <title>{"\u00a0"}</title>
      </head>
      <body>
        <a href={exitUrl} rel="noreferrer">
          {title}
        </a>
      </body>
    </html>
  );
}

/** Shown in the frame of a site that CHAT_ORIGINS does not name. */
export function Refusal(props: { context: PageContext; locale: Locale; address: string }) {
  const { context, locale, address } = props;
  const word = (name: string) => context.copy.text(`pages.${name}`, locale);
  return (
    <Document locale={locale} title={word("title")} style={context.paths.pagesStyle}>
      <main class="page">
        <h1>{context.config.org.name}</h1>
        <p>{word("embedRefused")}</p>
        <p>
          <a class="button" href={address} target="_blank" rel="noopener">
            {word("openInNewPage")}
          </a>
        </p>
      </main>
    </Document>
  );
}
