/**
 * Cookies between the browser and better-auth: only the one that counts is handed on, whatever else a browser sends.
 */
import { parse, parseSigned, serialize } from "hono/utils/cookie";
import type { StaffAuth } from "./auth.ts";

type Which = keyof StaffAuth["cookies"];

/** Request headers with one cookie alone. */
export function headersWith({ cookies }: StaffAuth, which: Which, cookieHeader: string): Headers {
  const { name } = cookies[which];
  const value = parse(cookieHeader, name)[name];
  return new Headers(value === undefined ? {} : { cookie: `${name}=${encodeURIComponent(value)}` });
}

/** What a cookie carries, or undefined when it is absent or its signature is wrong. */
export async function carriedBy(
  { cookies, secret }: StaffAuth,
  which: Which,
  cookieHeader: string,
): Promise<string | undefined> {
  const { name } = cookies[which];
  const value = (await parseSigned(cookieHeader, secret, name))[name];
  return value === false || value === "" ? undefined : value;
}

/** The Cookie header a browser would send back for these Set-Cookie lines. */
export function sentBack(setCookies: readonly string[]): string {
  return setCookies
    .filter((line) => !/;\s*max-age=0\b/i.test(line))
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

/** The Set-Cookie line that takes a cookie away. */
export function expired({ cookies }: StaffAuth, which: Which): string {
  const { name, attributes } = cookies[which];
  return serialize(name, "", { ...attributes, sameSite: "Lax", maxAge: 0 });
}
