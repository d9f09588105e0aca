/**
 * Parts of the attorney's sheet: one text in both languages with what it rests on, the box to sign, the tables.
 */
import type { Child } from "hono/jsx";
import type { CatalogueEntry } from "../copy/catalogue.ts";
import type { Copy, CopyLocale } from "../copy/copy.ts";
import type { Organisation } from "../env.ts";
import { confirmedOutcome } from "../law/outcomes.ts";
import { checkedDaysMax, daysSinceCheck, type HelpResource, resources } from "../law/resources.ts";
import type { LegalSource, SourceEntry } from "../law/sources.ts";
import { announcements, listStatuses } from "./lawSheet.ts";
import { showMessage } from "./message.ts";

export interface SheetContext {
  copy: Copy;
  entries: readonly CatalogueEntry[];
  sources: Readonly<Record<string, SourceEntry>>;
  /** Of the sheet's own words. */
  locale: CopyLocale;
  org: Organisation;
  /** YYYY-MM-DD. */
  today: string;
}

/** The sheet's own words, in its own language. */
export const words =
  ({ copy, locale }: Pick<SheetContext, "copy" | "locale">) =>
  (key: string): string =>
    copy.text(key, locale);

function Source({ source }: { source: LegalSource }) {
  return source.url === undefined ? <>{source.label}</> : <a href={source.url}>{source.label}</a>;
}

/** Sources, how sure, when compared, and who reviewed: the line beneath a text of legal meaning. */
function Standing({ context, entry }: { context: SheetContext; entry: SourceEntry }) {
  const word = words(context);
  const sure = entry.confidence === "?" ? "unknown" : entry.confidence;
  return (
    <dl class="standing">
      <div>
        <dt>{word("review.rests")}</dt>
        <dd>
          {entry.sources.map((source, index) => (
            <>
              {index > 0 ? " · " : ""}
              <Source source={source} />
            </>
          ))}
        </dd>
      </div>
      <div>
        <dt>{word("review.sure")}</dt>
        <dd>{word(`review.sureOf.${sure}`)}</dd>
      </div>
      {entry.joins === undefined ? null : (
        <div>
          <dt>{word("review.blocked.joins")}</dt>
          <dd class="key">{entry.joins.join(" · ")}</dd>
        </div>
      )}
      {entry.doubt === undefined ? null : (
        <div>
          <dt>{word("review.doubt")}</dt>
          <dd class="open" lang="en">
            {entry.doubt}
          </dd>
        </div>
      )}
      <div>
        <dt>{word("review.compared")}</dt>
        <dd>{entry.factsAt}</dd>
      </div>
      <div>
        <dt>{word("review.review")}</dt>
        <dd class={entry.reviewed === null ? "open" : ""}>
          {entry.reviewed === null
            ? word("review.notReviewed")
            : `${entry.reviewed} ${word("review.reviewedBy")} ${entry.reviewer}`}
        </dd>
      </div>
    </dl>
  );
}

function Column({
  context,
  textKey,
  locale,
}: {
  context: SheetContext;
  textKey: string;
  locale: CopyLocale;
}) {
  const word = words(context);
  const { chat, sms, texts } = showMessage(context.copy, context.entries, textKey, locale);
  const cost = texts.reduce((sum, text) => sum + text.count.segments, 0);
  return (
    <div class="column" lang={locale}>
      {chat.text.split(/\n{2,}/).map((paragraph) => (
        <p class="said">{paragraph}</p>
      ))}
      {chat.choices.length === 0 ? null : (
        <ol class="choices">
          {chat.choices.map((label) => (
            <li>{label}</li>
          ))}
        </ol>
      )}
      {sms === "own" ? (
        <div class="sms">
          <p class="small" lang={context.locale}>
            {word("review.sms")} · {word("review.segments")}: {cost}
          </p>
          {texts.map(({ text }) => (
            <p class="said">{text}</p>
          ))}
        </div>
      ) : (
        <p class="small" lang={context.locale}>
          {word(`review.smsForm.${sms}`)}
        </p>
      )}
    </div>
  );
}

/** One text in both languages, with its sources where it has legal meaning. */
export function Passage(props: { context: SheetContext; textKey: string; titled?: boolean }) {
  const { context, textKey } = props;
  const entry = context.sources[textKey];
  return (
    <section class="passage">
      {props.titled === true ? null : <p class="key small">{textKey}</p>}
      <div class="columns">
        <Column context={context} textKey={textKey} locale="en" />
        <Column context={context} textKey={textKey} locale="es" />
      </div>
      {entry === undefined ? null : <Standing context={context} entry={entry} />}
    </section>
  );
}

/** Boxes to tick, a name, a date. */
export function SignOff({ context, whole }: { context: SheetContext; whole?: boolean }) {
  const word = words(context);
  return (
    <div class="sign">
      <p class="marks">
        <strong>{word("review.sign.title")}</strong>
        {(whole === true ? ["whole"] : ["asIs", "changed", "stop"]).map((name) => (
          <span class="mark">{word(`review.sign.${name}`)}</span>
        ))}
      </p>
      <p class="lines">
        <span class="line wide">{word("review.sign.name")}</span>
        <span class="line">{word("review.sign.date")}</span>
      </p>
    </div>
  );
}

/** A card with a heading, when it is told, its texts and the box to sign; `small` for a text that is no outcome. */
export function Card(props: {
  context: SheetContext;
  id: string;
  title: string;
  small?: boolean;
  when?: readonly string[];
  law?: string | undefined;
  order?: number | undefined;
  children: Child;
}) {
  const word = words(props.context);
  return (
    <article class={props.small === true ? "card small-card" : "card"} id={props.id}>
      <header>
        <h3 class={props.title === props.id ? "key" : ""}>{props.title}</h3>
        <dl class="standing">
          {props.when === undefined ? null : (
            <div>
              <dt>{word("review.when")}</dt>
              <dd>
                {props.when.map((line) => (
                  <span class="condition">{line}</span>
                ))}
              </dd>
            </div>
          )}
          {props.order === undefined ? null : (
            <div>
              <dt>{word("review.order")}</dt>
              <dd>{props.order}</dd>
            </div>
          )}
          {props.law === undefined ? null : (
            <div>
              <dt>{word("review.law")}</dt>
              <dd>{props.law}</dd>
            </div>
          )}
        </dl>
      </header>
      {props.children}
      <SignOff context={props.context} />
    </article>
  );
}

/** What each status of a list is told as, by the list's date. */
export function StatusTable({ context }: { context: SheetContext }) {
  const word = words(context);
  const told = (status: (typeof listStatuses)[number], announced: string) => {
    const { key } = confirmedOutcome(status, announced);
    return (
      <td>
        {context.copy.text(`outcomes.status.${key}`, "en")} ·{" "}
        <span lang="es">{context.copy.text(`outcomes.status.${key}`, "es")}</span>
      </td>
    );
  };
  const [first, later] = announcements;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{word("review.statusTable.status")}</th>
          <th scope="col">{word("review.statusTable.february2020")}</th>
          <th scope="col">{word("review.statusTable.later")}</th>
        </tr>
      </thead>
      <tbody>
        {listStatuses.map((status) => (
          <tr>
            <th scope="row">
              {status === null ? word("review.statusTable.none") : word(`review.status.${status}`)}
            </th>
            {told(status, first)}
            {told(status, later)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where people are sent: the organisation itself first, then every office and form with the age of its check. */
export function ResourceTable({ context }: { context: SheetContext }) {
  const word = words(context);
  const { org, today } = context;
  const row = (resource: HelpResource) => {
    const days = daysSinceCheck(resource, today);
    const overdue = days > checkedDaysMax;
    return (
      <tr class={overdue ? "overdue" : ""}>
        <th scope="row">{resource.form ?? resource.owner}</th>
        <td>{word(`review.resources.${resource.id}`)}</td>
        <td>
          {resource.phone}
          {resource.phone !== undefined && resource.url !== undefined ? <br /> : null}
          {resource.url === undefined ? null : (
            <a href={resource.url}>{resource.url.replace(/^https?:\/\//, "")}</a>
          )}
          {resource.form === undefined ? null : <> {resource.owner}</>}
        </td>
        <td class="date">{resource.checkedOn}</td>
        <td class="number">
          {days}
          {overdue ? <strong> {word("review.resources.overdue")}</strong> : null}
        </td>
      </tr>
    );
  };
  return (
    <table class="resources">
      <thead>
        <tr>
          {["who", "what", "contact", "checked", "age"].map((name) => (
            <th scope="col">{word(`review.resources.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{org.name}</th>
          <td>{word("review.resources.operator")}</td>
          <td>
            {org.phone}, {org.hours}
            <br />
            <a href={org.url}>{org.url.replace(/^https?:\/\//, "")}</a>
          </td>
          <td colspan={2}>{word("review.resources.fromSettings")}</td>
        </tr>
        {resources.map(row)}
      </tbody>
    </table>
  );
}
