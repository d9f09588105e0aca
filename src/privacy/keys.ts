/**
 * Master keys and what is derived from them. One seam, `unwrap(keyId)`, hands out a master key, so that a key
 * service can stand behind it; everything else uses sub-keys by purpose (HKDF, RFC 5869).
 */
import { createHash, hkdfSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a sub-key is for; two purposes never share one. */
export type Purpose =
  "records" | "labels" | "conversations" | "phones" | "tokens" | "turns" | "limits" | "staff" | "audit";

const keyLine = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/]{43}=)$/;

export class KeyRing {
  /** Ids, the active one first. */
  readonly ids: readonly string[];
  readonly #masters: ReadonlyMap<string, Buffer>;
  readonly #derived = new Map<string, Buffer>();
  readonly #byTag = new Map<number, string>();

  private constructor(masters: ReadonlyMap<string, Buffer>) {
    this.#masters = masters;
    this.ids = [...masters.keys()];
    for (const id of this.ids) this.#byTag.set(keyTag(id), id);
  }

  /**
   * @param text `id:base64(32 bytes)[,…]`, commas or lines between; the first is active.
   * @throws Error that names the place, never the key.
   */
  static parse(text: string): KeyRing {
    const masters = new Map<string, Buffer>();
    const entries = text.split(/[,\n]/).map((entry) => entry.trim());
    for (const [index, entry] of entries.filter((e) => e !== "" && !e.startsWith("#")).entries()) {
      const match = keyLine.exec(entry);
      if (!match) throw new Error(`key ${index + 1} is not of the form id:base64 of 32 bytes`);
      const [, id = "", base64 = ""] = match;
      if (masters.has(id)) throw new Error(`key id ${id} stands twice`);
      masters.set(id, Buffer.from(base64, "base64"));
    }
    if (masters.size === 0) throw new Error("no key given");
    return new KeyRing(masters);
  }

  get activeId(): string {
    return this.ids[0] ?? "";
  }

  has(keyId: string): boolean {
    return this.#masters.has(keyId);
  }

  /** The id whose tag stands in sealed bytes. */
  idOfTag(tag: number): string | undefined {
    return this.#byTag.get(tag);
  }

  /** @throws Error when the key is not in the ring. */
  unwrap(keyId: string): Buffer {
    const master = this.#masters.get(keyId);
    if (!master) throw new Error(`the key ${keyId} is not among CLEARLINE_KEYS`);
    return master;
  }

  /** The 32-byte sub-key of a purpose. */
  subKey(purpose: Purpose, keyId = this.activeId): Buffer {
    const name = `${keyId}/${purpose}`;
    let key = this.#derived.get(name);
    if (!key) {
      key = Buffer.from(
        hkdfSync("sha256", this.unwrap(keyId), Buffer.alloc(0), `clearline/v1/${purpose}`, 32),
      );
      this.#derived.set(name, key);
    }
    return key;
  }
}

/** Four bytes that name a key inside sealed bytes without its id's letters. */
export function keyTag(keyId: string): number {
  return createHash("sha256").update(`clearline/key/${keyId}`).digest().readUInt32BE(0);
}

export interface KeySource {
  keys: string | undefined;
  keysFile: string;
  /** The operator named the file: then it must exist. */
  keysFileGiven: boolean;
  dataDir: string;
  /** With PostgreSQL no key is ever made up. */
  mayCreate: boolean;
  random(length: number): Buffer;
}

/**
 * The configured keys; on the embedded default the file is created once (0600).
 * @throws Error when the file is missing and may not be created, or lies inside DATA_DIR.
 */
export function loadKeys(source: KeySource): KeyRing {
  if (source.keys !== undefined) return KeyRing.parse(source.keys);
  const file = path.resolve(source.keysFile);
  if (inside(file, path.resolve(source.dataDir))) {
    throw new Error("CLEARLINE_KEYS_FILE lies inside DATA_DIR: a copied data folder would carry its own key");
  }
  if (!existsSync(file)) {
    if (!source.mayCreate) throw new Error(`CLEARLINE_KEYS_FILE: ${source.keysFile} does not exist`);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const line = `k1:${source.random(32).toString("base64")}\n`;
    try {
      writeFileSync(file, line, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another command was first: its key counts.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return KeyRing.parse(readFileSync(file, "utf8"));
}

function inside(file: string, folder: string): boolean {
  const real = (at: string): string =>
    existsSync(at) ? realpathSync(at) : path.join(real(path.dirname(at)), path.basename(at));
  const relative = path.relative(real(folder), real(file));
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}
