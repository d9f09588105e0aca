/**
 * A fault as a browser shows it: one calm sentence in each language, the asked one first, and the way back.
 */
import type { Copy, CopyLocale } from "../../../copy/copy.ts";
import type { Config } from "../../../env.ts";
import type { Fault, FaultPage } from "../../../http/errors.ts";
import { Document } from "../../../pages/document.tsx";
import { pageHeaders, panelHeaders } from "../../../http/headers.ts";
import { Inline } from "./messages.tsx";
import { staticFiles } from "../staticFiles.ts";

/** Nothing is here, or something went wrong. */
const titles: Partial<Record<Fault["key"], string>> = {
  "errors.notFound": "pages.fault.notFound",
  "errors.tooLong": "pages.fault.tooLong",
  "errors.forbidden": "pages.fault.forbidden",
};

interface FaultProps {
  config: Config;
  copy: Copy;
  fault: Fault;
  style: string;
}

function InLanguage({ copy, fault, locale }: FaultProps & { locale: CopyLocale }) {
  const first = locale === fault.locale;
  const title = copy.text(titles[fault.key] ?? "pages.fault.wrong", locale);
  return (
    <section lang={locale}>
      {first ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>
        <Inline text={copy.text(fault.key, locale)} />
      </p>
      <p>
        <a class={first ? "button main" : "button"} href={`/${locale}`}>
          {copy.text("pages.fault.toChat", locale)}
        </a>
      </p>
    </section>
  );
}

function Faulty(props: FaultProps) {
  const { config, copy, fault, style } = props;
  const { locale } = fault;
  return (
    <Document
      locale={locale}
      title={copy.text(titles[fault.key] ?? "pages.fault.wrong", locale)}
      style={style}
    >
      <main class="page fault">
        <p class="aside-text">{config.org.name}</p>
        <InLanguage {...props} locale={locale} />
        <InLanguage {...props} locale={locale === "en" ? "es" : "en"} />
        {fault.status < 500 ? null : (
          <p class="aside-text">
            {copy.text("pages.fault.reference", locale)} {fault.requestId}
          </p>
        )}
      </main>
    </Document>
  );
}

/** Draws faults under the headers of any page. @throws when the style sheet is absent. */
export function createFaultPage(config: Config, copy: Copy): FaultPage {
  const page = pageHeaders(config);
  const panel = panelHeaders(config);
  return async (c, fault) => {
    const { paths } = await staticFiles(config);
    c.res = await c.html(
      <Faulty config={config} copy={copy} fault={fault} style={paths.pagesStyle} />,
      fault.status,
    );
    // In the frame of another site it has to show as well.
    await (c.req.path === "/panel" ? panel : page)(c, () => Promise.resolve());
    return c.res;
  };
}
