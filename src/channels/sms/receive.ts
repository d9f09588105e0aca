/**
 * Twilio's messaging webhook: form in, TwiML out. Answers within 10 s always; before the commit a fault is a 500,
 * so that the carrier tries again.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Services } from "../../acts/services.ts";
import { recordCarrierConsent, takeText } from "../../acts/take-text.ts";
import { turnMs } from "../../acts/turn/types.ts";
import type { Copy } from "../../copy/copy.ts";
import { detectLocale } from "../../understanding/understand.ts";
import { errorCode } from "../../http/log.ts";
import { readMessage } from "./message.ts";
import { rendered, smsTexts, twiml } from "./present.ts";
import { readSigned } from "./signed.ts";
import { createSmsStatus } from "./status.ts";

const bodyBytesMax = 64 * 1024;

export function createSms(services: Services, copy: Copy): Hono {
  const { config, runtime, log } = services;
  const app = new Hono();
  const xml = (texts: readonly string[], status: 200 | 500 = 200) =>
    new Response(twiml(texts), { status, headers: { "content-type": "text/xml; charset=utf-8" } });
  const empty = () => xml([]);
  const inBoth = () => copy.text("errors.smsFallback", "en", {}, "sms");
  /** The conversation could not be read, so a word as short as "1" shows no language: then in both. */
  const tryLater = (body: string) => {
    const locale = detectLocale(body);
    return locale ? copy.text("errors.tryLater", locale, {}, "sms") : inBoth();
  };

  app.post("/", bodyLimit({ maxSize: bodyBytesMax }), async (c) => {
    const arrived = runtime.elapsed();
    const params = await readSigned(c, config);
    if (params instanceof Response) return params;
    const message = readMessage(params);
    // Signed but not a message: nothing to answer, and nothing to try again.
    if (!message) return empty();
    const { sid, from, words: body, mediaCount, segments, optOutType: type } = message;
    const signal = runtime.deadline(turnMs);
    try {
      if (type !== undefined) {
        await recordCarrierConsent(services, { sid, from, type, body, segments, copy, arrived }, signal);
        return empty();
      }
      const bytes = await takeText(
        services,
        { sid, from, body, mediaCount, segments, copy, arrived },
        (effects, after) => rendered(smsTexts(copy, effects, after.locale)),
        signal,
      );
      return bytes.length === 0
        ? empty()
        : new Response(new Uint8Array(bytes), { headers: { "content-type": "text/xml; charset=utf-8" } });
    } catch (error) {
      log.error("turn_failed", {
        channel: "sms",
        code: errorCode(error),
        durationMs: Math.round(runtime.elapsed() - arrived),
      });
      // Out of time: another try would be as slow, so the person hears it now. Otherwise the carrier tries again.
      if (signal.aborted) return xml([tryLater(body)]);
      return xml([], 500);
    }
  });

  app.route("/status", createSmsStatus(services));
  app.all("/fallback", () => xml([inBoth()]));
  return app;
}
