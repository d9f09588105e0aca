/**
 * The steps on paper, in one language or in both, one after the other. The chat's script prints these sheets from
 * here; without it they are a page that the browser's own menu prints or saves.
 */
import type { Copy } from "../../../copy/copy.ts";
import { renderSay, spellDate } from "../../../copy/render.ts";
import type { Organisation } from "../../../env.ts";
import type { Steps } from "../../../acts/read-steps.ts";
import { paragraphs } from "../../../widget/richText.ts";
import { Inline } from "./messages.tsx";
import { BesideChat, type ScreenProps } from "./shell.tsx";
import type { Locale } from "./types.ts";

interface SheetProps {
  copy: Copy;
  org: Organisation;
  steps: Steps;
  locale: Locale;
}

/** Where the steps rest, each place once. */
function Sources({ copy, steps, locale }: SheetProps) {
  const all = steps.says.flatMap((say) => copy.sources(say.key));
  const sources = [...new Map(all.map((source) => [source.label, source])).values()];
  if (sources.length === 0) return null;
  return (
    <footer>
      <h2>{copy.text("pages.sources", locale)}</h2>
      <ul>
        {sources.map(({ label, url }) => (
          <li>
            {label}
            {url === undefined ? "" : `: ${url.replace(/^https?:\/\//, "")}`}
          </li>
        ))}
      </ul>
    </footer>
  );
}

/** One language. Paper has no links, so numbers and addresses stand in full; nothing says whose steps they are. */
function Sheet(props: SheetProps) {
  const { copy, org, steps, locale } = props;
  return (
    <article class="sheet" lang={locale}>
      <header>
        <strong>{org.name}</strong>
        <span>
          {org.phone}, {org.hours}
        </span>
        <span>{org.url.replace(/^https?:\/\//, "")}</span>
      </header>
      <h1>{copy.text("pages.printTitle", locale)}</h1>
      {steps.says.map((say) => (
        <div class="step">
          {paragraphs(renderSay(copy, say, locale, "web").text).map((part) => (
            <p>
              <Inline text={part} />
            </p>
          ))}
        </div>
      ))}
      <Sources {...props} />
      <p class="day">{spellDate(steps.today, locale, "date")}</p>
    </article>
  );
}

/**
 * The sheets and the way back to the question that stood.
 * @param props.both the other language follows
 */
export function TakeAwayPage(
  props: ScreenProps & { steps: Steps | undefined; both: boolean; action: string },
) {
  const { context, view, steps, both, action } = props;
  const { copy, config } = context;
  const { locale } = view;
  const word = (name: string) => copy.text(`pages.${name}`, locale);
  const locales: Locale[] = both ? [locale, locale === "en" ? "es" : "en"] : [locale];
  return (
    <BesideChat context={context} view={view} action={action} back={word("backToChat")}>
      {steps === undefined ? (
        <>
          <h1>{word("printTitle")}</h1>
          <p>
            <Inline text={word("printNone")} />
          </p>
        </>
      ) : (
        <>
          <p class="aside-text">{word("printHow")}</p>
          <div class="sheets">
            {locales.map((one) => (
              <Sheet copy={copy} org={config.org} steps={steps} locale={one} />
            ))}
          </div>
        </>
      )}
    </BesideChat>
  );
}
