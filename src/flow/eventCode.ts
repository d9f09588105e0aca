/**
 * The code of a clinic or poster, as people text it.
 */

/** Four letters or more, and up to four digits ("CLINIC42"). */
const eventCodePattern = /^\s*([A-Za-z]{4,16})[ -]?(\d{1,4})\s*$/;

/**
 * The code that a whole message, line or part of an address is, in capitals and without a gap; undefined for anything
 * else.
 */
export function readEventCode(text: string): string | undefined {
  const match = eventCodePattern.exec(text);
  return match ? `${match[1]}${match[2]}`.toUpperCase() : undefined;
}

/** Is this a code just as it is counted? */
export const isEventCode = (code: string): boolean => readEventCode(code) === code;
