/**
 * Pressing and typing one's way through the clinic table, one page after the other.
 */
import type { Locator, Page } from "playwright-core";

/** Clicks what leads to another page, and waits for that. */
export async function follow(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent("load"), what.click()]);
}

export const press = (page: Page, name: string) =>
  follow(page, page.getByRole("button", { name, exact: true }).first());

/** Answers the standing question in words. */
export async function typeAnswer(page: Page, text: string): Promise<void> {
  await page.locator("#answer").fill(text);
  await follow(page, page.locator("form:has(#answer) button"));
}

/**
 * From "I agree" to the result, in the person's language.
 * @param say a sentence of the catalogue.
 * @param date as day, month and year are typed.
 */
export async function answerAll(
  page: Page,
  say: (locale: "en" | "es", key: string) => string,
  { locale, name, date }: { locale: "en" | "es"; name: string; date: [string, string, string] },
): Promise<void> {
  await press(page, say(locale, "questions.caseNumber.choice.none"));
  await typeAnswer(page, name);
  for (const [n, part] of (["day", "month", "year"] as const).entries())
    await page.locator(`input[name=${part}]`).fill(date[n] ?? "");
  await follow(page, page.locator("form:has(input[name=day]) button"));
  await typeAnswer(page, "1996");
  await press(page, say(locale, "questions.confirm.choice.search"));
}
