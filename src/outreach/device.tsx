/**
 * What the short form is given so that it works without signal: the queue's public key, until when it is kept, the slip,
 * and how the queue stands.
 */
import { numberToText } from "../acts/carry-on.ts";
import { queueKey, slipShape } from "../acts/outreach/queueKey.ts";
import { deviceTimes, type DeviceTimes } from "../acts/outreach/device-until.ts";
import { sessionMs, type Actor } from "../acts/staff/types.ts";
import type { Locale } from "../dialog/types.ts";
import { browserAssets } from "../pages/assets.ts";
import { lockScript, type Word } from "../staff/layout.tsx";
import type { StaffDeps } from "../staff/types.ts";

export const deviceScript = "outreachForm.js";
/** All that the kept shell loads. */
export const deviceScripts = ["staff.js", lockScript, deviceScript] as const;
export const formStyles = ["staff.css", "outreachForm.css"] as const;

export interface DeviceData {
  key: string;
  /** Files that the shell loads. */
  files: string[];
  /** Where codes are texted, as people read it. */
  number: string;
  /** How long a kept shell takes forms, in milliseconds: as long as a session. */
  lasts: number;
  times: DeviceTimes;
  /** Whom to call when a code does not work. */
  phone: string;
}

/** Undefined where no text can be received: a slip would lead nowhere, and nothing is taken without signal. */
export async function deviceData({ services }: StaffDeps, staff: Actor): Promise<DeviceData | undefined> {
  const number = numberToText(services.config);
  if (number === undefined) return undefined;
  const assets = await browserAssets(services.config.theme);
  const files = [...formStyles, ...deviceScripts].map((name) => assets.get(name)?.path ?? "");
  return {
    key: await queueKey(services),
    files,
    number: number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1\u2011$2\u2011$3"),
    lasts: sessionMs,
    times: await deviceTimes(services, staff),
    phone: services.config.org.phone,
  };
}

export interface DeviceProps {
  data: DeviceData;
  word: Word;
  spoken: (key: string, locale: Locale, params?: Record<string, string>) => string;
  /** The page that is kept for when there is no signal. */
  shell?: boolean;
}

/** Status of the queue, and the slip; hidden until the script shows them. */
export function Device({ data, word, spoken, shell = false }: DeviceProps) {
  const n = "{n}";
  return (
    <div
      data-device
      data-key={data.key}
      data-shape={JSON.stringify(slipShape)}
      data-files={JSON.stringify(data.files)}
      data-lasts={String(data.lasts)}
      data-left={String(data.times.left)}
      data-soon={String(data.times.soon)}
      data-shell={shell ? "" : undefined}
    >
      <p
        class="notice"
        role="status"
        data-queue
        data-waits={word("shortform.queue.waits", { n })}
        data-locked={word("shortform.queue.locked", { n })}
        data-sent={word("shortform.queue.sent", { n })}
        data-lost={word("shortform.queue.lost", { n })}
        hidden
      ></p>
      <p class="notice" role="alert" data-warning={word("shortform.queue.warning", { n })} hidden></p>
      <div data-erased={word("shortform.queue.erased", { n, phone: data.phone })} role="alert" hidden>
        <p class="notice" data-erased-text></p>
        <button type="button" class="button" data-erased-read>
          {word("shortform.queue.erasedRead")}
        </button>
      </div>
      <div data-unsent role="alert" hidden>
        <p class="notice">{word("shortform.unsent.text")}</p>
        <button type="button" class="button" data-again>
          {word("shortform.unsent.again")}
        </button>
      </div>
      <p class="notice" role="alert" data-expired hidden>
        {word("shortform.queue.expired")}
      </p>
      <p data-sign-in hidden>
        <a class="button" href="/staff/sign-in?to=/outreach/form">
          {word("staff.signIn.title")}
        </a>
      </p>
      <p class="notice" role="alert" data-failed hidden>
        {word("shortform.queue.failed")}
      </p>
      <section data-slip hidden>
        <h2 tabindex={-1}>{word("shortform.slip.title")}</h2>
        <p class="outreach-hand">{word("shortform.slip.hand")}</p>
        <div class="outreach-slip">
          <p class="outreach-code" data-code></p>
          {(["en", "es"] as const).map((locale) => (
            <p lang={locale}>
              {spoken("shortform.slip.text", locale, { number: data.number })}{" "}
              {spoken("shortform.slip.call", locale, { phone: data.phone })}
            </p>
          ))}
        </div>
        <div class="outreach-pair outreach-hand">
          <button type="button" class="button main" data-next>
            {word("shortform.next")}
          </button>
          <button type="button" class="button" data-print>
            {word("shortform.slip.print")}
          </button>
        </div>
      </section>
    </div>
  );
}
