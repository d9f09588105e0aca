/**
 * Bundles what browsers load: the chat, the loader for other sites, and the style sheets. One recipe for the
 * build and for running from source. Targets are the browsers of a 2017 phone that never got an update.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const entries = {
  "chat.js": "src/widget/widget.ts",
  "loader.js": "src/widget/loader.ts",
  "worker.js": "src/widget/worker.ts",
  "chat.css": "src/widget/widget.css",
  "pages.css": "src/pages/pages.css",
  "lawReport.css": "src/review/lawReport.css",
  "listQuality.css": "src/review/listQuality.css",
  "preview.css": "src/review/preview.css",
  "staff.css": "src/staff/staff.css",
  "events.css": "src/staff/events/events.css",
  "events.js": "src/staff/events/print.ts",
  "office.css": "src/staff/office/office.css",
  "imports.js": "src/staff/imports/script.ts",
  "staff.js": "src/staff/cover.ts",
  "left.js": "src/staff/left.ts",
  "passkey.js": "src/staff/passkey.ts",
  "table.css": "src/outreach/table.css",
  "table.js": "src/outreach/tableScript.ts",
  "outreachLock.js": "src/widget/outreach/lock.ts",
  "outreachForm.js": "src/widget/outreach/form.ts",
  "outreachWorker.js": "src/widget/outreach/worker.ts",
  "outreachForm.css": "src/outreach/form.css",
};

/**
 * @param {string} root the folder that holds package.json
 * @returns {Promise<{ name: string, text: string }[]>} the finished files, minified
 */
export async function bundleBrowserFiles(root) {
  const present = Object.entries(entries).filter(([, source]) => existsSync(path.join(root, source)));
  return Promise.all(
    present.map(async ([name, source]) => {
      const result = await build({
        entryPoints: [path.join(root, source)],
        bundle: true,
        minify: true,
        write: false,
        format: "iife",
        target: ["chrome61", "firefox60", "safari11"],
        // All three have it; the exceptions esbuild minds do not occur here.
        supported: { destructuring: true },
        logLevel: "warning",
      });
      return { name, text: result.outputFiles[0].text };
    }),
  );
}
