/**
 * The catalogues, read once at start, and what renders a key in a language for a channel.
 */
import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import i18next, { type i18n } from "i18next";
import type { Organisation } from "../env.ts";
import { publicDefender } from "../law/resources.ts";
import { clearedSentences, type SourceEntry } from "../law/sources.ts";

export type CopyLocale = "en" | "es";
/** "sms" takes a key's `_sms` variant where there is one. */
export type CopyChannel = "web" | "sms";

/** Where a sentence of legal meaning rests. */
export interface CopySource {
  label: string;
  url?: string;
}

export interface Copy {
  /**
   * One message.
   * @param key `<file>.<path>`; a missing key throws, so that no test passes over it.
   * @param params what fills its placeholders; the organisation's own details are always there.
   */
  text(
    key: string,
    locale: CopyLocale,
    params?: Record<string, string | number>,
    channel?: CopyChannel,
  ): string;
  has(key: string, locale: CopyLocale): boolean;
  /** Sources to show beneath a message, as a quiet line. */
  sources(key: string): readonly CopySource[];
}

/** The folder of catalogues, found upwards from this file: it works from src/ and from dist/. */
export function localesFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "locales", "en"))) {
    const up = path.dirname(folder);
    if (up === folder) throw new Error("the folder locales is missing");
    folder = up;
  }
  return path.join(folder, "locales");
}

/** All areas of one language: file name → contents. */
export function readCatalogue(locale: CopyLocale, folder = localesFolder()): Record<string, unknown> {
  const files = readdirSync(path.join(folder, locale)).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => [
      file.slice(0, -".json".length),
      JSON.parse(readFileSync(path.join(folder, locale, file), "utf8")) as unknown,
    ]),
  );
}

export function createCopy(org: Organisation, folder = localesFolder()): Copy {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    initAsync: false,
    lng: "en",
    fallbackLng: [],
    resources: {
      en: { translation: readCatalogue("en", folder) },
      es: { translation: readCatalogue("es", folder) },
    },
    interpolation: {
      escapeValue: false,
      defaultVariables: {
        org: org.name,
        shortOrg: org.shortName,
        phone: org.phone,
        hours: org.hours,
        url: org.url,
        privacyUrl: org.privacyUrl,
        pd: publicDefender.phone,
        // Where a sentence that an attorney cleared would stand.
        cleared: "",
      },
    },
  });
  const existing = new Set<string>();
  const sources = JSON.parse(readFileSync(path.join(folder, "sources.json"), "utf8")) as Record<
    string,
    SourceEntry
  >;
  const cleared = clearedSentences(sources);
  return {
    text(key, locale, params = {}, channel = "web") {
      const channelContext = channel === "sms" ? { context: "sms" } : {};
      const joined = cleared
        .get(key)
        ?.map((sentence) => ` ${instance.t(sentence, { ...params, lng: locale, ...channelContext })}`)
        .join("");
      const options = {
        ...params,
        lng: locale,
        ...channelContext,
        ...(joined === undefined ? {} : { cleared: joined }),
      };
      const known = `${locale}/${key}`;
      if (!existing.has(known)) {
        if (!instance.exists(key, options)) throw new Error(`copy key ${key} is missing in ${locale}`);
        existing.add(known);
      }
      return instance.t(key, options);
    },
    has: (key, locale) => instance.exists(key, { lng: locale }),
    sources: (key) => sources[key]?.sources ?? [],
  };
}
