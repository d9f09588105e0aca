/**
 * The body of a form.
 */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/**
 * @param all whether a name that comes several times gives all its values.
 * @returns what each name holds. @throws HTTPException 400 for a body that is no form.
 */
export function formOf(
  c: Context,
  { all = false }: { all?: boolean } = {},
): Promise<Record<string, unknown>> {
  return c.req.parseBody({ all }).catch((error: unknown) => {
    throw new HTTPException(400, { cause: error });
  });
}
