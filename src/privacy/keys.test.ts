import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KeyRing, keyTag, loadKeys, type KeySource } from "./keys.ts";

const base64 = (byte: number) => Buffer.alloc(32, byte).toString("base64");

describe("a ring of keys", () => {
  it("reads ids and keys between commas or lines, the first is active, comments do not count", () => {
    const ring = KeyRing.parse(`# made in March\nnew:${base64(2)}, old:${base64(1)}\n`);
    expect(ring.ids).toEqual(["new", "old"]);
    expect(ring.activeId).toBe("new");
    expect(ring.unwrap("old")).toEqual(Buffer.alloc(32, 1));
    expect(ring.idOfTag(keyTag("old"))).toBe("old");
  });

  it("refuses what is no key, and never repeats it in the message", () => {
    const wrong = [
      "",
      "# nothing",
      "a:short",
      `a:${Buffer.alloc(31, 7).toString("base64")}`,
      `:${base64(7)}`,
      `a b:${base64(7)}`,
    ];
    for (const text of [...wrong, `a:${base64(7)},a:${base64(8)}`]) {
      try {
        KeyRing.parse(text);
        expect.unreachable(text);
      } catch (error) {
        expect((error as Error).message).not.toContain(base64(7).slice(0, 8));
        expect((error as Error).message).not.toContain("short");
      }
    }
  });

  it("derives a sub-key for each purpose and key, none like another or the master", () => {
    const ring = KeyRing.parse(`a:${base64(1)},b:${base64(2)}`);
    const keys = (
      ["records", "labels", "conversations", "phones", "tokens", "turns", "limits", "staff", "audit"] as const
    ).flatMap((purpose) => ["a", "b"].map((id) => ring.subKey(purpose, id).toString("hex")));
    expect(new Set([...keys, ring.unwrap("a").toString("hex"), ring.unwrap("b").toString("hex")]).size).toBe(
      20,
    );
    expect(ring.subKey("phones")).toEqual(ring.subKey("phones", "a"));
    expect(() => ring.subKey("phones", "c")).toThrow("not among CLEARLINE_KEYS");
  });
});

describe("the key file", () => {
  let folder: string;
  let source: KeySource;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "clearline-keys-"));
    source = {
      keys: undefined,
      keysFile: path.join(folder, "secrets/clearline.keys"),
      keysFileGiven: false,
      dataDir: path.join(folder, "data"),
      mayCreate: true,
      random: (length) => Buffer.alloc(length, 5),
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is made once, readable by its owner alone, and read from then on", () => {
    const made = loadKeys(source);
    expect(statSync(source.keysFile).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(source.keysFile)).mode & 0o777).toBe(0o700);
    const again = loadKeys({ ...source, random: (length) => Buffer.alloc(length, 6) });
    expect(again.unwrap("k1")).toEqual(made.unwrap("k1"));
  });

  it("is never made up where a real database holds data under a key", () => {
    expect(() => loadKeys({ ...source, mayCreate: false })).toThrow("does not exist");
    expect(existsSync(source.keysFile)).toBe(false);
  });

  it("may not lie inside the data folder, by name, by dots or by a link", () => {
    mkdirSync(source.dataDir);
    symlinkSync(source.dataDir, path.join(folder, "link"));
    for (const keysFile of ["data/k", "data/deep/er/k", "secrets/../data/k", "link/k"])
      expect(() => loadKeys({ ...source, keysFile: path.join(folder, keysFile) }), keysFile).toThrow(
        "inside DATA_DIR",
      );
    for (const keysFile of ["data.keys", "database/k"])
      expect(loadKeys({ ...source, keysFile: path.join(folder, keysFile) }).ids).toEqual(["k1"]);
  });

  it("does not matter where the keys themselves are given", () => {
    expect(loadKeys({ ...source, keys: `z:${base64(3)}` }).ids).toEqual(["z"]);
    expect(existsSync(source.keysFile)).toBe(false);
  });

  it("whose text is no key is an error that does not show it", () => {
    mkdirSync(path.dirname(source.keysFile));
    writeFileSync(source.keysFile, "hunter2-hunter2");
    expect(() => loadKeys(source)).toThrow(/^(?!.*hunter2)/);
    expect(readFileSync(source.keysFile, "utf8")).toBe("hunter2-hunter2");
  });
});
