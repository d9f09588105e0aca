/**
 * R11 for a list that is uploaded: a server that is killed while the file comes in leaves nothing of it in clear, the
 * version before answers, and the next server says what happened.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildServer, startBuilt, type StartedServer } from "../support/builtServer.ts";
import { databaseMaker, dumpDatabase, type TestDatabase } from "../support/database.ts";
import { importFile, listCsv, listRows, temporaryFolder, writeList } from "../support/lists.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { TestRuntime } from "../support/runtime.ts";
import { signedIn, type StaffBrowser } from "../support/staff.ts";

const keys = `a:${Buffer.alloc(32, 1).toString("base64")}`;
const id = "5f0c2a1e-7d43-4b9a-8c1d-2e3f4a5b6c7d";
const boundary = "----clearline";
const canary = "Zzyzxcanary";

/** Every file beneath a folder, as one text. */
function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

describe("a server that is killed while a list is uploaded", { timeout: 90_000 }, () => {
  const temporary = temporaryFolder();
  const makeDatabase = databaseMaker("postgres");
  let database: TestDatabase;
  let folder: string;
  let app: TestApp;
  let admin: StaffBrowser;
  let server: StartedServer | undefined;
  const start = () =>
    startBuilt(
      {
        DATABASE_URL: database.url ?? "",
        CLEARLINE_KEYS: keys,
        DATA_DIR: path.join(folder, "data"),
        TMPDIR: path.join(folder, "tmp"),
      },
      folder,
    );

  beforeAll(async () => {
    database = await makeDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), "clearline-upload-"));
    mkdirSync(path.join(folder, "tmp"));
    const config = { publicUrl: "http://127.0.0.1" };
    // The session must be good for a server that knows the real time.
    app = await makeApp({ database, keys, config, runtime: new TestRuntime({ now: Date.now() }) });
    admin = await signedIn(app, "admin");
    await importFile(app.services, writeList(temporary, "list.csv", listRows(40)));
    await buildServer();
    server = await start();
  }, 120_000);
  afterAll(async () => {
    server?.child.kill("SIGKILL");
    await server?.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const look = async () => {
    const headers = { accept: "application/json", cookie: admin.cookie() };
    const response = await fetch(`${server?.base}/staff/lists/import/${id}`, { headers });
    return response.status === 200
      ? ((await response.json()) as { state: string; rows: string })
      : { state: String(response.status), rows: "0" };
  };

  it("leaves nothing in clear in its folders or the database, and the list as it was", async () => {
    const csv = listCsv(listRows(3000, 5).map((row) => ({ ...row, last_name: canary })));
    const fields = {
      upload: id,
      list: "county-2020",
      announced: "2020-02-13",
      authority: "Order of 2020-02-11",
      layout: "plain",
    };
    const head =
      Object.entries(fields)
        .map(
          ([name, value]) =>
            `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        .join("") +
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n`;
    const tail = `\r\n--${boundary}--\r\n`;
    const sending = request(`${server?.base}/staff/lists/import`, {
      method: "POST",
      headers: {
        cookie: admin.cookie(),
        "sec-fetch-site": "same-origin",
        "content-type": `multipart/form-data; boundary=${boundary}`,
        "content-length": Buffer.byteLength(head + csv + tail),
      },
    });
    const cut = new Promise((resolve) => sending.on("error", resolve));
    // All but the end of it: the server cannot be done.
    sending.write(head + csv.slice(0, -1000));
    let seen = await look();
    while (seen.rows === "0") {
      expect(["404", "running"]).toContain(seen.state);
      seen = await look();
    }
    expect(seen.state).toBe("running");
    expect(filesIn(folder)).not.toContain(canary);
    server?.child.kill("SIGKILL");
    await Promise.all([server?.ended, cut]);
    expect(filesIn(folder)).not.toContain(canary);
    expect(readdirSync(path.join(folder, "tmp"))).toEqual([]);
    expect((await dumpDatabase(database)).some((row) => row.includes(canary))).toBe(false);
    expect((await app.services.versions.current()).map(({ records }) => records)).toEqual([40]);

    server = await start();
    const { runtime } = app.services;
    runtime.time = Date.now() + 60_000;
    const later = await app.request(`/staff/lists/import/${id}`, { headers: { cookie: admin.cookie() } });
    expect(await later.text()).toContain("The server stopped. Nothing was changed");
    expect(server.printed().err).not.toContain(canary);
    // The next file is taken, and takes away what is left of this one.
    await importFile(app.services, writeList(temporary, "next.csv", listRows(50, 9)));
    expect(await database.query("select 1 from list_version where state = 'loading'")).toEqual([]);
  });
});
