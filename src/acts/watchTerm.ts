/**
 * How long a watch lasts: twelve months (conversation.md, 9), and the day over which a leap year may reach.
 */
export const watchMs = 366 * 24 * 3_600_000;
