/**
 * What a form needs so that the script can hand a device's answer to it.
 */
import type { Context } from "hono";
import { formOf } from "../http/form.ts";

const responseCharsMax = 20_000;

/** @param props.failed said where the device gave no answer. */
export function PasskeyAnswer({ failed }: { failed: string }) {
  return (
    <>
      <input type="hidden" name="response" value="" />
      <p class="notice" role="alert" data-failed={failed} hidden></p>
    </>
  );
}

/** The device's answer as it came; undefined for what is no JSON. */
export async function responseOf(c: Context): Promise<unknown> {
  const { response } = await formOf(c);
  if (typeof response !== "string" || response.length > responseCharsMax) return undefined;
  try {
    return JSON.parse(response) as unknown;
  } catch {
    return undefined;
  }
}
