/**
 * A poster in both languages on one sheet: a code to text, and a picture that opens that text or our page.
 */
import type { Context } from "hono";
import { raw } from "hono/html";
import { renderSVG } from "uqr";
import { numberToText } from "../../acts/carry-on.ts";
import type { ClinicEvent } from "../../acts/events/types.ts";
import { showPage, wordsOf, type Word } from "../layout.tsx";
import type { StaffDeps, StaffEnv } from "../types.ts";

const languages = ["en", "es"] as const;

/** Light modules around the code: ISO/IEC 18004 asks for four. */
const picture = (address: string) => raw(renderSVG(address, { ecc: "M", border: 4, pixelSize: 1 }));

/** "+13235550100" as people dial it; a short code or another country's number as it is. */
function shownNumber(number: string): string {
  const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return us ? `(${us[1]}) ${us[2]}-${us[3]}` : number;
}

interface HalfProps {
  locale: (typeof languages)[number];
  code: string;
  number: string | undefined;
  deps: StaffDeps;
}

function Half({ locale, code, number, deps }: HalfProps) {
  const { config } = deps.services;
  const word: Word = (key, params) => deps.copy.text(key, locale, params);
  const page = `${config.publicUrl}/${locale}?event=${code}`;
  return (
    <section class="poster-half" lang={locale}>
      <h2>{word("events.public.heading")}</h2>
      <p class="poster-lead">{word("events.public.lead")}</p>
      <div class="poster-ways">
        {number === undefined ? null : (
          <div class="poster-way">
            {/* Apple reads the body after "&", everybody else after "?": with both, each finds it. */}
            <div class="poster-code" aria-hidden="true">
              {picture(`sms:${number}?&body=${code}`)}
            </div>
            <p>
              <strong>{word("events.public.text", { code, number: shownNumber(number) })}</strong>
            </p>
            <p>{word("events.public.textHint")}</p>
          </div>
        )}
        <div class="poster-way">
          <div class="poster-code" aria-hidden="true">
            {picture(page)}
          </div>
          <p>
            <strong>{word(number === undefined ? "events.public.webAlone" : "events.public.web")}</strong>
          </p>
          <p class="poster-address">{page.replace(/^https?:\/\//, "")}</p>
        </div>
      </div>
      <p class="poster-small">
        {word("events.public.call")}
        {number === undefined ? "" : ` ${word("events.public.stop")}`}
      </p>
    </section>
  );
}

export function posterPage(c: Context<StaffEnv>, deps: StaffDeps, { code }: ClinicEvent): Promise<Response> {
  const word = wordsOf(c, deps);
  const number = numberToText(deps.services.config);
  return showPage(
    c,
    deps,
    {
      heading: "events.posterTitle",
      params: { code },
      styles: ["events.css"],
      scripts: ["events.js"],
      wide: true,
    },
    <>
      <div class="poster-tools">
        <button class="button main" data-print hidden>
          {word("events.posterPrint")}
        </button>
        <p class="aside-text">{word("events.posterHint")}</p>
        {number === undefined ? <p class="notice">{word("events.posterNoText")}</p> : null}
        <p>
          <a class="button quiet" href="/staff/events">
            {word("events.form.cancel")}
          </a>
        </p>
      </div>
      <div class="poster">
        {languages.map((locale) => (
          <Half locale={locale} code={code} number={number} deps={deps} />
        ))}
      </div>
    </>,
  );
}
