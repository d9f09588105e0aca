/**
 * Twilio's voice webhook: the same number, called. Bilingual, by keypad or speech, and without any lookup.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Services } from "../../acts/services.ts";
import { takeCall } from "../../acts/take-call.ts";
import { phoneDigits } from "../../acts/voice/call.ts";
import type { Copy } from "../../copy/copy.ts";
import { errorCode } from "../../http/log.ts";
import { readSigned } from "../sms/signed.ts";
import { callFallback, callTwiml } from "./present.ts";

const bodyBytesMax = 16 * 1024;

const callParams = z.object({
  CallSid: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  From: z.string().max(128).default(""),
  To: z.string().max(128).default(""),
  Digits: z
    .string()
    .regex(/^[\d*#]{0,32}$/)
    .catch("")
    .default(""),
  SpeechResult: z.string().max(1_000).catch("").default(""),
});

/** Numbers that telephone companies keep for stories: nobody is put through to one. */
const fictional = /^\d{3}55501\d\d$/;

export function createVoice(services: Services, copy: Copy): Hono {
  const { config, log } = services;
  const app = new Hono();
  const xml = (body: string) =>
    new Response(body, { headers: { "content-type": "text/xml; charset=utf-8" } });
  const fallback = () => xml(callFallback(copy, config.org));

  app.post("/", bodyLimit({ maxSize: bodyBytesMax }), async (c) => {
    const params = await readSigned(c, config);
    if (params instanceof Response) return params;
    const parsed = callParams.safeParse(params);
    if (!parsed.success) return fallback();
    const { CallSid: sid, From: from, To: to, Digits: digits, SpeechResult: speech } = parsed.data;
    try {
      const answer = await takeCall(services, copy, {
        sid,
        from,
        state: c.req.query("s"),
        heard: { digits: digits.replace(/[*#]/g, ""), speech },
      });
      const line = phoneDigits(config.org.phone);
      // A number that calls itself would ring for ever.
      const callable = line !== undefined && !fictional.test(line) && line !== phoneDigits(to);
      return xml(
        callTwiml(copy, answer, {
          org: config.org,
          helpLine: callable ? line : undefined,
          action: (state) => `${config.publicUrl}/webhooks/voice?s=${state}`,
        }),
      );
    } catch (error) {
      log.error("call_failed", { channel: "voice", code: errorCode(error) });
      return fallback();
    }
  });

  app.all("/fallback", fallback);
  return app;
}
