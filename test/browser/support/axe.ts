/**
 * What assistive technology meets: axe's findings, and the tree the browser itself hands to screen readers.
 */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds, in a line each. WCAG 2.2 A and AA, and its best practices. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The loaded script is not of this program's types.
  const results = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  )) as axe.AxeResults;
  return results.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
}

/** By how many pixels the page is wider than its window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe finds, and whether something stands out of a narrow page. */
export async function findingsOnPhone(page: Page): Promise<string[]> {
  const [found, wide] = [await findings(page), await tooWide(page)];
  return wide > 0 ? [...found, `${wide} pixels too wide`] : found;
}

const silent = new Set(["none", "generic", "InlineTextBox", "LineBreak", "paragraph", "LabelText", "Legend"]);

/**
 * The page as a screen reader goes through it, in order: "role name", texts that belong to a control left out.
 * Live regions and descriptions are told after the name.
 */
export async function heard(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const controls = new Set(["button", "link", "textbox", "heading", "DisclosureTriangle"]);
  const go = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value);
    const name = String(node.name?.value ?? "").trim();
    const said = !node.ignored && !silent.has(role) && !(role === "StaticText" && name === "");
    if (said) {
      const live = node.properties?.find((property) => property.name === "live")?.value.value as unknown;
      lines.push(`${role} ${name}`.trim() + (typeof live === "string" ? ` (${live})` : ""));
    }
    if (role === "StaticText" || (said && controls.has(role))) return;
    for (const child of node.childIds ?? []) go(child);
  };
  go(nodes[0]?.nodeId ?? "");
  return lines;
}
