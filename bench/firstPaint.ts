/**
 * When a person on a slow line first sees the page: largest contentful paint in a real browser, cold cache, at 400 ms
 * round trip and 400 kbit/s, the processor slowed as a phone of 2017 is. The browser slows requests, not the setting
 * up of a connection, so the three round trips that DNS, TCP and TLS 1.3 take are added to the figure. A busy machine
 * slows the processor further: with --cpu 1 the line alone is measured.
 *   npx tsx bench/firstPaint.ts [--runs 5] [--rtt 400] [--kbit 400] [--cpu 6]
 */
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { serve, type ServerType } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { createApp } from "../src/app.ts";
import { createCopy } from "../src/copy/copy.ts";
import { launchBrowser } from "../test/support/chromium.ts";
import { benchServices } from "./support.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    rtt: { type: "string", default: "400" },
    kbit: { type: "string", default: "400" },
    cpu: { type: "string", default: "6" },
  },
});
const runs = Number(values.runs);
const rttMs = Number(values.rtt);
const kbit = Number(values.kbit);
const cpu = Number(values.cpu);
const limitMs = 2500;
const connectionMs = 3 * rttMs;

interface Measured {
  paintMs: number;
  bytes: number;
  documents: number;
  requests: number;
}

/** One visit with an empty cache. */
async function visit(browser: Browser, url: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const bytesPerSecond = (kbit * 1000) / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: rttMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  const seen = { bytes: 0, documents: 0, requests: 0 };
  devtools.on("Network.loadingFinished", (event) => (seen.bytes += event.encodedDataLength));
  devtools.on("Network.requestWillBeSent", (event) => {
    seen.requests++;
    if (event.type === "Document") seen.documents++;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const paintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          {
            type: "largest-contentful-paint",
            buffered: true,
          },
        );
      }),
  );
  await context.close();
  return { paintMs, ...seen };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const bench = await benchServices("pglite");
const { services } = bench;
const app = createApp({ services, copy: createCopy(services.config.org), readiness: { accepting: true } });
const server = await new Promise<ServerType>((resolve) => {
  const started: ServerType = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, () =>
    resolve(started),
  );
});
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launchBrowser();

console.log(`${rttMs} ms round trip, ${kbit} kbit/s, processor slowed ${cpu} times, median of ${runs}`);
for (const path of ["/en", "/es", "/panel?locale=es"]) {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run++) all.push(await visit(browser, url + path));
  const paintMs = median(all.map((one) => one.paintMs));
  const whole = paintMs + connectionMs;
  const { bytes, documents, requests } = all[0] ?? { bytes: 0, documents: 0, requests: 0 };
  console.log(
    `${path.padEnd(17)} largest paint ${paintMs.toFixed(0)} ms; with DNS, TCP and TLS ${whole.toFixed(0)} ms ` +
      `(${whole <= limitMs ? "within" : "OVER"} ${limitMs}); ${(bytes / 1024).toFixed(1)} KB in ${requests} requests, ` +
      `${documents} of them documents`,
  );
}
await browser.close();
server.close();
await bench.close();
