/**
 * Closes the run with one plain line, "N passed, N failed", and fails a run in which nothing ran, which would
 * otherwise look green.
 */
import type { Reporter, TestModule } from "vitest/node";

export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failedHere++;
        else skipped++;
      }
      // A file that does not load, or whose hooks fail, counts as one failure.
      failed += failedHere === 0 && module.state() === "failed" ? 1 : failedHere;
    }
    if (passed === 0 || failed > 0) process.exitCode = 1;
    process.stdout.write(
      `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}
