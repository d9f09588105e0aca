/**
 * Twilio's delivery reports about texts that were sent later. The outbox row stands in the signed address.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { recordDelivery } from "../../acts/record-report.ts";
import type { Services } from "../../acts/services.ts";
import { readSigned } from "./signed.ts";

const bodyBytesMax = 16 * 1024;

const report = z.object({
  MessageSid: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  MessageStatus: z.string().regex(/^[a-z]{1,20}$/),
  ErrorCode: z.coerce.number().int().min(1).optional().catch(undefined),
  To: z.string().max(128).default(""),
});
const rowId = /^[0-9a-f]{64}$/;

/** `POST /` takes a report; whatever it is about, the answer is an empty 204. */
export function createSmsStatus(services: Services): Hono {
  const app = new Hono();
  app.post("/", bodyLimit({ maxSize: bodyBytesMax }), async (c) => {
    const params = await readSigned(c, services.config);
    if (params instanceof Response) return params;
    const id = c.req.query("id") ?? "";
    const parsed = report.safeParse(params);
    if (parsed.success && rowId.test(id)) {
      const { MessageSid: sid, MessageStatus: status, ErrorCode: errorCode, To: to } = parsed.data;
      await recordDelivery(services, { id, sid, status, errorCode, to });
    }
    return c.body(null, 204);
  });
  return app;
}
