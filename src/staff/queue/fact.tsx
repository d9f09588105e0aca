/**
 * A name and what goes with it, for lists of facts.
 */
import type { PropsWithChildren } from "hono/jsx";

export function Fact({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
