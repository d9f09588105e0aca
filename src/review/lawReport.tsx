/**
 * The sheet for the supervising attorney: one HTML document that prints well and loads nothing. What is blocked
 * stands first, then the order of precedence, then every answer with its texts, sources and a box to sign.
 */
import type { Child } from "hono/jsx";
import { html, raw } from "hono/html";
import { listTexts, readSources } from "../copy/catalogue.ts";
import { createCopy, type CopyLocale } from "../copy/copy.ts";
import { spellDate } from "../copy/render.ts";
import type { Config } from "../env.ts";
import { overdueResources } from "../law/resources.ts";
import { browserAssets } from "../pages/assets.ts";
import { Ladder } from "./ladder.tsx";
import { Card, Passage, ResourceTable, type SheetContext, SignOff, StatusTable, words } from "./lawParts.tsx";
import {
  type Answer,
  conditionsOf,
  gatherLawSheet,
  type LawSheet,
  type Section,
  linesOf,
  statusesOf,
} from "./lawSheet.ts";

const glossary = [
  "dismissed",
  "sealed",
  "lowered",
  "list",
  "clerk",
  "certifiedCopy",
  "prosecutor",
  "publicDefender",
  "probation",
  "parole",
  "immigrationLawyer",
  "oldCase",
] as const;

function Part({ id, title, lead, children }: { id: string; title: string; lead?: string; children: Child }) {
  return (
    <section class="part" id={id}>
      <h2>{title}</h2>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

function Summary({ context, sheet, config }: { context: SheetContext; sheet: LawSheet; config: Config }) {
  const word = words(context);
  const facts: [string, string][] = [
    [word("review.made"), spellDate(context.today, context.locale, "date")],
    [word("review.runBy"), `${config.org.name}, ${config.org.phone}`],
    [word("review.named"), config.legalReview ?? word("review.nobody")],
    [word("review.lookups"), word(`review.lookupsOf.${config.lookups}`)],
    [word("review.confirm"), word(`review.confirmOf.${config.confirm}`)],
  ];
  const counts: [string, number][] = [
    [word("review.counts.legal"), sheet.counts.legal],
    [word("review.counts.reviewed"), sheet.counts.reviewed],
    [word("review.counts.waiting"), sheet.counts.waiting],
    [word("review.counts.blocked"), sheet.counts.blocked],
    [word("review.counts.overdue"), overdueResources(context.today).length],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="counts">
        {counts.map(([name, count]) => (
          <li>
            <strong>{count}</strong> {name}
          </li>
        ))}
      </ul>
    </>
  );
}

function Contents({ context, sheet }: { context: SheetContext; sheet: LawSheet }) {
  const word = words(context);
  const parts: [string, string][] = [
    ["blocked", word("review.blocked.title")],
    ["order", word("review.chart.title")],
    ["status", word("review.statusTable.title")],
    ["age", word("review.age.title")],
    ["answers", word("review.outcomes")],
    ...sheet.sections.map(({ name }): [string, string] => [name, word(`review.${name}`)]),
    ["resources", word("review.resources.title")],
    ["glossary", word("review.glossary.title")],
  ];
  return (
    <nav class="contents" aria-label={word("review.contents")}>
      <ol>
        {parts.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** When an outcome is told, one condition a line; all of them must hold. */
function whenOf(context: SheetContext, answer: Answer): string[] {
  const word = words(context);
  if (answer.rule) return conditionsOf(answer.rule.when, context.copy, context.locale);
  const statuses = statusesOf(answer.id).map((status) =>
    status === null ? word("review.statusTable.none") : word(`review.status.${status}`),
  );
  if (statuses.length === 0) return [word(`review.whenLookup.${answer.id}`)];
  const says = statuses.join(` ${word("review.conditions.or")} `);
  return [word("review.whenLookup.confirmed"), `${word("review.statusTable.status")}: ${says}`];
}

function AnswerCard({ context, answer }: { context: SheetContext; answer: Answer }) {
  const word = words(context);
  const lines = linesOf(answer.id);
  return (
    <Card
      context={context}
      id={answer.id}
      title={word(`review.names.${answer.id}`)}
      when={whenOf(context, answer)}
      law={answer.rule?.law}
      order={answer.order}
    >
      {answer.keys.map((key) => (
        <Passage context={context} textKey={key} />
      ))}
      {lines.length === 0 ? null : (
        <p class="small">
          {word("review.lines")}:{" "}
          {lines.map(({ line }, index) => (
            <>
              {index > 0 ? ", " : ""}
              <a href={`#${line}`}>{line}</a>
            </>
          ))}
        </p>
      )}
    </Card>
  );
}

function SectionPart({ context, section }: { context: SheetContext; section: Section }) {
  const { copy, locale } = context;
  const word = words(context);
  return (
    <Part id={section.name} title={word(`review.${section.name}`)}>
      {section.texts.map(({ key, line, when }) => {
        const told = line
          ? conditionsOf(line.when, copy, locale)
          : when && [word(`review.whenLookup.${when}`)];
        return (
          <Card
            context={context}
            id={line?.line ?? key}
            title={line ? word(`review.names.${line.outcome}`) : key}
            small
            {...(told ? { when: told } : {})}
            law={line?.law}
          >
            <Passage context={context} textKey={key} titled={line === undefined} />
          </Card>
        );
      })}
    </Part>
  );
}

function Glossary({ context }: { context: SheetContext }) {
  const { copy } = context;
  const word = words(context);
  return (
    <table class="glossary">
      <thead>
        <tr>
          <th scope="col">{word("review.english")}</th>
          <th scope="col">{word("review.spanish")}</th>
          <th scope="col">{word("review.glossary.means")}</th>
        </tr>
      </thead>
      <tbody>
        {glossary.map((id) => (
          <tr>
            <th scope="row" lang="en">
              {copy.text(`review.glossary.${id}.term`, "en")}
            </th>
            <th scope="row" lang="es">
              {copy.text(`review.glossary.${id}.term`, "es")}
            </th>
            <td>{word(`review.glossary.${id}.means`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * Writes the sheet.
 * @param config the organisation's own details and switches stand in it.
 * @param today YYYY-MM-DD, by which help entries are counted as old.
 * @param locale of the sheet's own words; the texts stand in both languages.
 * @returns a whole HTML document. @throws when a key that it needs is missing.
 */
export async function lawReport(config: Config, today: string, locale: CopyLocale = "en"): Promise<string> {
  const copy = createCopy(config.org);
  const context: SheetContext = {
    copy,
    entries: [...listTexts("en"), ...listTexts("es")],
    sources: readSources(),
    locale,
    org: config.org,
    today,
  };
  const word = words(context);
  const sheet = gatherLawSheet(copy, context.sources);
  const style = (await browserAssets(undefined)).get("lawReport.css")?.body.toString("utf8") ?? "";
  const foot = `${word("review.title")} · ${config.org.name} · ${today}`.replace(/["\\<>\n]/g, " ");
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {word("review.title")} · {config.org.name}
        </title>
        <style>{raw(`${style}@page{@bottom-left{content:"${foot}"}}`)}</style>
      </head>
      <body>
        <header class="front">
          <h1>{word("review.title")}</h1>
          <p class="lead">{word("review.lead")}</p>
          <p class="lead">{word("review.howTo")}</p>
          <Summary context={context} sheet={sheet} config={config} />
          <Contents context={context} sheet={sheet} />
        </header>
        <Part id="blocked" title={word("review.blocked.title")} lead={word("review.blocked.lead")}>
          {sheet.blocked.length === 0 ? <p>{word("review.blocked.none")}</p> : null}
          {sheet.blocked.map((key) => (
            <Card context={context} id={key} title={key} small>
              <Passage context={context} textKey={key} titled />
            </Card>
          ))}
        </Part>
        <Part id="order" title={word("review.chart.title")} lead={word("review.chart.lead")}>
          <Ladder copy={copy} locale={locale} />
        </Part>
        <Part id="status" title={word("review.statusTable.title")} lead={word("review.statusTable.lead")}>
          <StatusTable context={context} />
        </Part>
        <Part id="age" title={word("review.age.title")}>
          <ul>
            {["law", "juvenile", "maybe", "unknown", "never"].map((name) => (
              <li>{word(`review.age.${name}`)}</li>
            ))}
          </ul>
        </Part>
        <Part id="answers" title={word("review.outcomes")}>
          {sheet.answers.map((answer) => (
            <AnswerCard context={context} answer={answer} />
          ))}
        </Part>
        {sheet.sections.map((section) => (
          <SectionPart context={context} section={section} />
        ))}
        <Part id="resources" title={word("review.resources.title")} lead={word("review.resources.lead")}>
          <ResourceTable context={context} />
        </Part>
        <Part id="glossary" title={word("review.glossary.title")} lead={word("review.glossary.lead")}>
          <Glossary context={context} />
        </Part>
        <SignOff context={context} whole />
      </body>
    </html>
  );
  // hono gives a String object; callers get a plain string.
  const document = await html`<!doctype html> ${page}`;
  return document.toString();
}
