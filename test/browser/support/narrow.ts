/**
 * What a thumb meets on a narrow page.
 */
import type { Page } from "playwright-core";

/** Nothing to press is smaller than a fingertip, and nothing stands out of a narrow page. */
export async function narrow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small = Array.from(
      document.querySelectorAll<HTMLElement>("a, button, input:not([type=hidden]), select, textarea"),
    )
      .filter((one) => one.offsetParent !== null && !one.classList.contains("staff-skip"))
      .map((one) => (one.closest("label") ?? one).getBoundingClientRect())
      .filter(({ width, height }) => width < 44 || height < 43.5)
      .map(({ width, height }) => `a target of ${Math.round(width)} × ${Math.round(height)}`);
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wide > 0 ? [...small, `${wide} pixels too wide`] : small;
  });
}
