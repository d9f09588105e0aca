import { describe, expect, it } from "vitest";
import { progressBar } from "./progress.ts";

function shown(tty: boolean, use: (bar: ReturnType<typeof progressBar>, tick: (ms: number) => void) => void) {
  let text = "";
  let now = 0;
  const bar = progressBar({ tty, err: (more) => void (text += more) }, () => now, "records");
  use(bar, (ms) => (now += ms));
  bar.stop();
  return text;
}

describe("progress", () => {
  it("is one line for each tenth where there is no terminal", () => {
    const text = shown(false, (bar, tick) => {
      tick(1000);
      for (const share of [0.05, 0.1, 0.101, 0.35, 1]) bar.at(share, share * 1000);
    });
    expect(text).toBe("10 % (100 records, 100/s)\n30 % (350 records, 350/s)\n100 % (1000 records, 1000/s)\n");
  });

  it("is a bar with rate and time left on a terminal", () => {
    const text = shown(true, (bar, tick) => {
      tick(1000);
      bar.at(0.25, 250);
    });
    expect(text).toContain("25 % | 250 records | 250/s | 3 s left");
  });

  it("shows nothing before anything is done", () => {
    for (const tty of [true, false]) expect(shown(tty, (bar) => bar.at(0.4, 0))).toBe("");
  });
});
