/**
 * What Twilio posts, read and verified once for every webhook of its.
 */
import type { Context } from "hono";
import type { Config } from "../../env.ts";
import { formParams, isSigned, type Params } from "./verify.ts";

/**
 * The form of a request that Twilio signed over the configured public address.
 * @returns the parameters, or the answer to give: 503 without a token to check by, 403 for what Twilio did not sign.
 */
export async function readSigned(c: Context, config: Config): Promise<Record<string, string> | Response> {
  const { authTokens, insecureLocal } = config.twilio;
  if (authTokens.length === 0 && !insecureLocal) return c.text("", 503);
  const params = formParams(await c.req.text());
  const { pathname, search } = new URL(c.req.url);
  const url = `${config.publicUrl}${pathname}${search}`;
  if (!insecureLocal && !isSigned(authTokens, c.req.header("x-twilio-signature"), url, params))
    return c.text("", 403);
  return firstValues(params);
}

function firstValues(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? "") : value]),
  );
}
