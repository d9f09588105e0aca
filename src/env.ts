/**
 * Configuration: the only reader of `process.env`. Parsed once at start; anything wrong stops the start with
 * a list of what is wrong. Keys are taken out of the environment once read, so nothing prints them later.
 */
import { isIP } from "node:net";
import { z } from "zod";
import { themeProblems, type Theme } from "./pages/theme.ts";

/** An empty variable counts as absent, as in most process managers. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

/** US dollars. */
const price = z.coerce.number().min(0).max(10_000);

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #0b5351")
  .transform((text) => text.toLowerCase());

const schema = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65535)),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(httpUrl),
  TRUSTED_PROXIES: optional(list),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  MIGRATE_DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATA_DIR: optional(z.string()),
  CLEARLINE_KEYS: optional(z.string()),
  CLEARLINE_KEYS_FILE: optional(z.string()),
  LOOKUPS: optional(z.enum(["full", "number", "off"])),
  CONFIRM: optional(z.enum(["date", "dateAndYear", "caseNumber"])),
  LEGAL_REVIEW: optional(z.string().min(3)),
  LOOKUPS_PER_HOUR: optional(z.coerce.number().int().min(1)),
  TWILIO_ACCOUNT_SID: optional(z.string()),
  TWILIO_AUTH_TOKEN: optional(list),
  TWILIO_FROM: optional(z.string()),
  TWILIO_MESSAGING_SERVICE_SID: optional(z.string()),
  SEND_SEGMENTS_PER_SECOND: optional(z.coerce.number().min(0.01).max(1000)),
  PRICE_TEXT_OUT: optional(price),
  PRICE_TEXT_IN: optional(price),
  PRICE_CARRIER_OUT: optional(price),
  PRICE_MONTH: optional(price),
  ORG_NAME: optional(z.string().max(80)),
  ORG_SHORT_NAME: optional(z.string().max(40)),
  ORG_PHONE: optional(z.string().max(40)),
  ORG_HOURS: optional(z.string().max(80)),
  ORG_URL: optional(httpUrl),
  ORG_PRIVACY_URL: optional(httpUrl),
  CHAT_ORIGINS: optional(list),
  EXIT_URL: optional(httpUrl),
  THEME_BRAND: optional(colour),
  THEME_ON_BRAND: optional(colour),
  THEME_GROUND: optional(colour),
  THEME_INK: optional(colour),
  THEME_ACCENT: optional(colour),
  METRICS_TOKEN: optional(z.string().min(16)),
  SMTP_URL: optional(z.url()),
  LOG_LEVEL: optional(z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])),
});

export interface Config {
  port: number;
  host: string;
  /** Only this machine itself reaches `host`. */
  loopback: boolean;
  /** Without a trailing slash; what Twilio signs and links point to. */
  publicUrl: string;
  /** Whether PUBLIC_URL was set, or follows from host and port. */
  publicUrlGiven: boolean;
  /** Addresses or CIDR ranges whose X-Forwarded-For counts. */
  trustedProxies: string[];
  databaseUrl: string | undefined;
  migrateDatabaseUrl: string | undefined;
  dataDir: string;
  /** Taken from the environment; absent when a key file is used. */
  keys: string | undefined;
  keysFile: string;
  keysFileGiven: boolean;
  lookups: "full" | "number" | "off";
  confirm: "date" | "dateAndYear" | "caseNumber";
  legalReview: string | undefined;
  /** Name-and-date lookups an hour, over all sources, above which the web confirms none by name and date. */
  lookupsPerHour: number;
  twilio: {
    accountSid: string | undefined;
    authTokens: string[];
    from: string | undefined;
    messagingServiceSid: string | undefined;
    /** `TWILIO_AUTH_TOKEN=insecure-local` on a loopback host: signatures are not checked. */
    insecureLocal: boolean;
  };
  sending: {
    /** Milliseconds that each message segment takes up, over all processes. */
    segmentMs: number;
  };
  prices: Prices;
  org: Organisation;
  chatOrigins: string[];
  exitUrl: string;
  /** The organisation's five colours; absent, those of src/pages/tokens.css. */
  theme: Theme | undefined;
  metricsToken: string | undefined;
  smtpUrl: string | undefined;
  logLevel: string;
}

/** What text messages cost, in US dollars; `clearline cost` counts by these. */
export interface Prices {
  /** One segment sent, and one received. */
  textOut: number;
  textIn: number;
  /** What the phone companies add to each segment sent. */
  carrierOut: number;
  /** What the number and its campaign cost a month. */
  month: number;
}

/** The organisation's own details, as shown to people. */
export interface Organisation {
  name: string;
  shortName: string;
  phone: string;
  hours: string;
  url: string;
  privacyUrl: string;
}

/** What is wrong with the configuration, one line an entry. */
export class ConfigError extends Error {
  override name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Is this a host that only the machine itself can reach? */
export function isLoopback(host: string): boolean {
  if (host === "localhost" || host === "::1" || host === "[::1]") return true;
  return isIP(host) === 4 && host.startsWith("127.");
}

/** Characters of the organisation's details up to which the copy keeps its segment budgets. */
const budgeted = { name: 40, shortName: 12, phone: 14, hours: 24, url: 28 } as const;

/** Details that make text messages longer, and dearer, than the copy is held to; one line each, for the operator. */
export function overBudget(org: Organisation): string[] {
  const names = {
    name: "ORG_NAME",
    shortName: "ORG_SHORT_NAME",
    phone: "ORG_PHONE",
    hours: "ORG_HOURS",
    url: "ORG_URL",
  };
  return Object.entries(budgeted).flatMap(([field, max]) => {
    const { length } = org[field as keyof typeof budgeted];
    const name = names[field as keyof typeof budgeted];
    return length > max
      ? [`${name} has ${length} characters: over ${max}, some texts cost one segment more.`]
      : [];
  });
}

/** As many whole words of a name as a text message begins with. */
function shortened(name: string): string {
  const words = name.split(/\s+/);
  let short = words[0] ?? name;
  for (const word of words.slice(1)) {
    if (`${short} ${word}`.length > budgeted.shortName) break;
    short = `${short} ${word}`;
  }
  return short;
}

const themeNames = {
  brand: "THEME_BRAND",
  onBrand: "THEME_ON_BRAND",
  ground: "THEME_GROUND",
  ink: "THEME_INK",
  accent: "THEME_ACCENT",
} as const satisfies Record<keyof Theme, string>;

/** The theme, where all its colours are given and can be read; what is wrong with it joins the problems. */
function themeOf(e: z.infer<typeof schema>, problems: string[]): Theme | undefined {
  const names = Object.values(themeNames);
  const missing = names.filter((name) => e[name] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    problems.push(`${missing.join(", ")}: a theme is all five colours or none`);
    return undefined;
  }
  const given = (name: keyof Theme) => e[themeNames[name]] ?? "";
  const theme: Theme = {
    brand: given("brand"),
    onBrand: given("onBrand"),
    ground: given("ground"),
    ink: given("ink"),
    accent: given("accent"),
  };
  problems.push(...themeProblems(theme, (name) => themeNames[name]));
  return theme;
}

/**
 * Reads the configuration.
 * @param env the environment; CLEARLINE_KEYS is deleted from it once read.
 * @throws ConfigError listing every problem found.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(
        (issue) => `${issue.path.join(".")}: ${issue.message.replace(/^Invalid input: /, "")}`,
      ),
    );
  }
  const e = parsed.data;
  delete env["CLEARLINE_KEYS"];
  const host = e.HOST ?? "localhost";
  const port = e.PORT ?? 3000;
  const tokens = e.TWILIO_AUTH_TOKEN ?? [];
  const insecureLocal = tokens.includes("insecure-local");
  const problems: string[] = [];
  if (insecureLocal && !isLoopback(host)) {
    problems.push("TWILIO_AUTH_TOKEN: insecure-local is allowed on a loopback HOST only");
  }
  if (e.DATABASE_URL !== undefined && e.CLEARLINE_KEYS === undefined && e.CLEARLINE_KEYS_FILE === undefined) {
    problems.push(
      "CLEARLINE_KEYS: required with DATABASE_URL (or name an existing file in CLEARLINE_KEYS_FILE)",
    );
  }
  for (const origin of e.CHAT_ORIGINS ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      problems.push(`CHAT_ORIGINS: "${origin}" is not an origin such as https://www.example.org`);
    }
  }
  for (const proxy of e.TRUSTED_PROXIES ?? []) {
    const [address, prefix] = proxy.split("/");
    const bits = isIP(address ?? "") === 6 ? 128 : 32;
    if (
      isIP(address ?? "") === 0 ||
      (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
    ) {
      problems.push(`TRUSTED_PROXIES: "${proxy}" is not an address or CIDR range`);
    }
  }
  const theme = themeOf(e, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const publicUrl = e.PUBLIC_URL ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const name = e.ORG_NAME ?? "Clearline Demo";
  return {
    port,
    host,
    loopback: isLoopback(host),
    publicUrl,
    publicUrlGiven: e.PUBLIC_URL !== undefined,
    trustedProxies: e.TRUSTED_PROXIES ?? [],
    databaseUrl: e.DATABASE_URL,
    migrateDatabaseUrl: e.MIGRATE_DATABASE_URL,
    dataDir: e.DATA_DIR ?? "./data",
    keys: e.CLEARLINE_KEYS,
    keysFile: e.CLEARLINE_KEYS_FILE ?? "./secrets/clearline.keys",
    keysFileGiven: e.CLEARLINE_KEYS_FILE !== undefined,
    lookups: e.LOOKUPS ?? "full",
    confirm: e.CONFIRM ?? "date",
    legalReview: e.LEGAL_REVIEW,
    lookupsPerHour: e.LOOKUPS_PER_HOUR ?? 600,
    twilio: {
      accountSid: e.TWILIO_ACCOUNT_SID,
      authTokens: tokens.filter((token) => token !== "insecure-local"),
      from: e.TWILIO_FROM,
      messagingServiceSid: e.TWILIO_MESSAGING_SERVICE_SID,
      insecureLocal,
    },
    sending: { segmentMs: 1000 / (e.SEND_SEGMENTS_PER_SECOND ?? 1) },
    prices: {
      textOut: e.PRICE_TEXT_OUT ?? 0.0083,
      textIn: e.PRICE_TEXT_IN ?? 0.0083,
      carrierOut: e.PRICE_CARRIER_OUT ?? 0.003,
      month: e.PRICE_MONTH ?? 11.15,
    },
    org: {
      name,
      shortName: e.ORG_SHORT_NAME ?? (e.ORG_NAME === undefined ? "Clearline" : shortened(name)),
      phone: e.ORG_PHONE ?? "(555) 010-0100",
      hours: e.ORG_HOURS ?? "Mon-Fri 9-5",
      url: e.ORG_URL ?? publicUrl,
      privacyUrl: e.ORG_PRIVACY_URL ?? e.ORG_URL ?? publicUrl,
    },
    chatOrigins: e.CHAT_ORIGINS ?? [],
    exitUrl: e.EXIT_URL ?? "https://www.weather.gov",
    theme,
    metricsToken: e.METRICS_TOKEN,
    smtpUrl: e.SMTP_URL,
    logLevel: e.LOG_LEVEL ?? "info",
  };
}
