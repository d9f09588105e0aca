/**
 * Browsers that somebody signed in with before. Their tries are counted by themselves, so that a stranger who spends the
 * tries of an e-mail keeps its owner out nowhere but on new devices (OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies"). The cookie opens nothing and tells nobody's e-mail: a random mark, and a keyed hash of it with the account.
 */
import { timingSafeEqual } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";
import type { Services } from "../services.ts";
import type { StaffAuth } from "./auth.ts";

const lastsMs = 180 * 24 * 60 * 60_000;
/** So many people may share a device. */
const peopleMax = 6;
const markBytes = 12;
const entryPattern = /^([\w-]{16})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

const macOf = ({ keyed }: StaffAuth, login: string, mark: string, since: string) =>
  keyed("device", login, mark, since);

function entriesOf({ cookies }: StaffAuth, cookieHeader: string): string[] {
  const { name } = cookies.device;
  const value = parse(cookieHeader, name)[name] ?? "";
  return value
    .split("~")
    .filter((entry) => entryPattern.test(entry))
    .slice(0, peopleMax);
}

/** Is this entry of theirs? @returns its mark. */
function markOf(auth: StaffAuth, entry: string, login: string, now: number): string | undefined {
  const [, mark = "", since = "", mac = ""] = entryPattern.exec(entry) ?? [];
  const age = now - parseInt(since, 36);
  const right = timingSafeEqual(Buffer.from(mac, "base64url"), macOf(auth, login, mark, since));
  return right && age >= 0 && age < lastsMs ? mark : undefined;
}

/** The mark under which this browser signed in to the account before, or undefined. */
export function knownDevice(
  { runtime }: Services,
  auth: StaffAuth,
  cookieHeader: string,
  login: string,
): string | undefined {
  return entriesOf(auth, cookieHeader)
    .map((entry) => markOf(auth, entry, login, runtime.now()))
    .find((mark) => mark !== undefined);
}

/** The Set-Cookie line by which this browser is known for the account from now on; others it is known for stay. */
export function rememberDevice(
  { runtime }: Services,
  auth: StaffAuth,
  cookieHeader: string,
  login: string,
): string {
  const now = runtime.now();
  const mark = runtime.bytes(markBytes).toString("base64url");
  const since = now.toString(36);
  const own = `${mark}.${since}.${macOf(auth, login, mark, since).toString("base64url")}`;
  const others = entriesOf(auth, cookieHeader).filter(
    (entry) => markOf(auth, entry, login, now) === undefined,
  );
  const { name, attributes } = auth.cookies.device;
  const value = [own, ...others].slice(0, peopleMax).join("~");
  return serialize(name, value, { ...attributes, sameSite: "Lax", maxAge: lastsMs / 1000 });
}
