/**
 * A real browser for tests: BROWSER_PATH, else the system's, else the one npm brought (linux x64; no apt, no root).
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";

// Not the package's own `args`: --single-process ends the browser with the first context, and
// --disable-web-security switches CORS off.
const args = ["--no-sandbox", "--disable-quic", "--disable-dev-shm-usage"];
const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** Starts the browser; close it in `afterAll`. BROWSER_PATH=npm insists on the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env["BROWSER_PATH"] ?? systemBrowsers.find((file) => existsSync(file));
  if (own !== undefined && own !== "npm") return chromium.launch({ executablePath: own, args });
  const folder = path.resolve(".cache/chromium-147.0.0");
  if (!existsSync(path.join(folder, "chromium"))) await unpack(folder);
  const libraries = [path.join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"]]
    .filter(Boolean)
    .join(":");
  return chromium.launch({
    executablePath: path.join(folder, "chromium"),
    args,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: path.join(folder, "fonts"),
    },
  });
}

/** Unpacks to a folder of our own under another name first: two workers may come at once. */
async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const kept = { ...process.env };
  process.env["TMPDIR"] = unfinished;
  // The package unpacks the libraries that a bare machine lacks (NSS, expat) only where it believes to be there.
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  await packaged.executablePath();
  for (const name of ["TMPDIR", "AWS_LAMBDA_JS_RUNTIME", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"]) {
    if (kept[name] === undefined) delete process.env[name];
    else process.env[name] = kept[name];
  }
  // Its own fonts.conf names /tmp/fonts; elsewhere no glyph would be drawn.
  writeFileSync(
    path.join(unfinished, "fonts/fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
