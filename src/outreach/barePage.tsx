/**
 * A page in the person's own hand: who it is by, a heading, what is on it, and no way to anything else.
 */
import type { Child } from "hono/jsx";
import { browserAssets } from "../pages/assets.ts";
import { Document } from "../pages/document.tsx";
import type { StaffDeps } from "../staff/types.ts";

export interface BarePage {
  locale: "en" | "es";
  title: string;
  body: Child;
}

/** The whole document. */
export async function barePage({ services }: StaffDeps, { locale, title, body }: BarePage) {
  const { config } = services;
  const assets = await browserAssets(config.theme);
  const at = (name: string) => assets.get(name)?.path ?? "";
  return (
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
      bodyClass="staff outreach hand"
    >
      <header class="staff-bar">
        <span class="staff-org">{config.org.name}</span>
      </header>
      <main id="main" class="staff-main">
        <h1>{title}</h1>
        {body}
      </main>
    </Document>
  );
}
