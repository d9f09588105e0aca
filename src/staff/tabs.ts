/**
 * In the browser: what one tab of these pages tells the others. Undefined where the browser has no such channel.
 */
export const tabs = (): BroadcastChannel | undefined =>
  "BroadcastChannel" in window ? new BroadcastChannel("staff") : undefined;
