/**
 * Only Twilio speaks as Twilio (P9): its own library checks the signature over the configured public address and
 * every received parameter, with any of the configured tokens.
 */
import webhooks from "twilio/lib/webhooks/webhooks.js";

export type Params = Record<string, string | string[]>;

/** Every parameter as sent; one that stands several times keeps all its values. */
export function formParams(body: string): Params {
  // Without a prototype: "__proto__" or "toString" in a form is a parameter like any other.
  const params = Object.create(null) as Params;
  for (const [name, value] of new URLSearchParams(body)) {
    const before = params[name];
    params[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return params;
}

/** @param url the address as Twilio knows it: PUBLIC_URL, path and query; never taken from the Host header. */
export function isSigned(
  tokens: readonly string[],
  signature: string | undefined,
  url: string,
  params: Params,
): boolean {
  if (signature === undefined || signature === "") return false;
  return tokens.some((token) => webhooks.validateRequest(token, signature, url, params));
}
