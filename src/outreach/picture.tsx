/**
 * A drawing that we made ourselves, as it is.
 */
import { raw } from "hono/html";

export const Picture = ({ svg }: { svg: string }) => <>{raw(svg)}</>;
