/**
 * The log: ids, codes and durations alone (P11). Errors are reduced to their kind before they reach it.
 */
import pino from "pino";

/** Fields that may be logged. No free text of people, no SQL parameters, no messages of unknown errors. */
export interface LogFields {
  requestId?: string;
  channel?: string;
  code?: string;
  status?: number;
  durationMs?: number;
  [field: `${string}Count`]: number;
  list?: string;
  version?: number;
  address?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON line an event on standard output. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination
    ? pino(options, destination)
    : pino(options, pino.destination({ dest: 2, sync: true }));
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    warn: (event, fields = {}) => logger.warn({ event, ...fields }),
    error: (event, fields = {}) => logger.error({ event, ...fields }),
  };
}

/** The kind of an error: SQLSTATE, system code or class name; never its message, which may carry what people typed. */
export function errorCode(error: unknown): string {
  for (let e = error, depth = 0; typeof e === "object" && e !== null && depth < 5; depth++) {
    const { code, cause } = e as { code?: unknown; cause?: unknown };
    if (typeof code === "string" && /^[A-Z0-9_]{3,40}$/.test(code)) return code;
    if (cause === undefined) break;
    e = cause;
  }
  return error instanceof Error ? error.name : typeof error;
}
