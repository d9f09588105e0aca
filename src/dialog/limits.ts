/**
 * The engine's hard limits, by name. Reaching one is an ordinary event, never an exception.
 */
export const limits = {
  /** Lookups in one conversation. */
  attempts: 3,
  /** Longer messages are read up to here. */
  textChars: 1_000,
  /** Things that may fall due in one step; more is a loop in the flow. */
  duePerStep: 8,
  /** Answers kept; the oldest beyond this are dropped, so that no conversation grows without end. */
  logEntries: 120,
  /** Silence after which going on is asked for first. */
  pauseMs: 60 * 60_000,
} as const;
