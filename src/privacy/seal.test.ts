import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyRing } from "./keys.ts";
import { keyedHash, openWith, pad, Sealer, sealOverhead, sealWith, unpad } from "./seal.ts";

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const sealer = (keys = key("a", 1)) => new Sealer(KeyRing.parse(keys), (length) => randomBytes(length));

describe("sealing", () => {
  it("opens what was sealed, for any bytes, under any row", () => {
    const own = sealer();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (plain, row) => {
        expect(own.open("conversations", row, own.seal("conversations", row, plain))).toEqual(
          Buffer.from(plain),
        );
      }),
      { seed: 1 },
    );
  });

  it("opens nothing that was altered in any one bit, cut, lengthened, moved to another row or purpose, or of another key", () => {
    const own = sealer();
    const sealed = own.seal("conversations", "row", Buffer.from("Marcus"), 32);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(own.open("conversations", "row", altered)).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(own.open("conversations", "row", sealed.subarray(0, length))).toBeUndefined();
    expect(own.open("conversations", "row", Buffer.concat([sealed, Buffer.alloc(1)]))).toBeUndefined();
    expect(own.open("conversations", "another row", sealed)).toBeUndefined();
    expect(own.open("phones", "row", sealed)).toBeUndefined();
    expect(sealer(key("b", 2)).open("conversations", "row", sealed)).toBeUndefined();
    expect(sealer(key("a", 9)).open("conversations", "row", sealed)).toBeUndefined();
  });

  it("never gives the same bytes twice, and lengths tell only which block", () => {
    const own = sealer();
    const all = Array.from({ length: 40 }, (_, n) =>
      own.sealJson("conversations", "row", "x".repeat(n * 10)),
    );
    expect(new Set(all.map((one) => one.toString("hex"))).size).toBe(40);
    expect(new Set(all.map((one) => one.length))).toEqual(new Set([512 + 4 + sealOverhead]));
  });

  it("opens under an older key that is still listed", () => {
    const sealed = sealer(key("a", 1)).sealJson("phones", "row", { phone: "+1" });
    expect(sealer(`${key("b", 2)},${key("a", 1)}`).openJson("phones", "row", sealed)).toEqual({
      phone: "+1",
    });
  });

  it("gives undefined for any bytes at all that it did not seal, and for what is no JSON", () => {
    const own = sealer();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(own.openJson("conversations", "row", bytes)).toBeUndefined();
        expect(openWith(Buffer.alloc(32), bytes, Buffer.alloc(0))).toBeUndefined();
      }),
      { seed: 2 },
    );
    expect(own.openJson("phones", "r", own.seal("phones", "r", Buffer.from("{no")))).toBeUndefined();
  });

  it("AES-256-GCM as NIST wrote it down (GCM test case 16 of the original submission)", () => {
    const hex = (text: string) => Buffer.from(text, "hex");
    const sealed = sealWith(
      hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
      hex("cafebabefacedbaddecaf888"),
      hex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
      ),
      hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
    );
    expect(sealed.subarray(-16).toString("hex")).toBe("76fc6ece0f4e1768cddf8853bb2d551b");
  });
});

describe("padding", () => {
  it("comes off again, and what was never padded gives undefined or other bytes, never an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900 }), fc.constantFrom(16, 64, 256, 512), (plain, block) => {
        const padded = pad(plain, block);
        expect(padded.length % block).toBe(0);
        expect(unpad(padded)).toEqual(Buffer.from(plain));
        expect(() => unpad(Buffer.from(plain))).not.toThrow();
      }),
      { seed: 3 },
    );
    expect(unpad(Buffer.from([255, 255, 255, 255, 1]))).toBeUndefined();
  });
});

describe("a keyed hash", () => {
  it("tells lists of parts apart that read alike when joined", () => {
    const lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["1:a"], ["1", "a"]];
    const hashes = lists.map((parts) => keyedHash(Buffer.alloc(32), parts).toString("hex"));
    expect(new Set(hashes).size).toBe(lists.length);
  });

  it("is given under every listed key, the active one first", () => {
    const both = sealer(`${key("b", 2)},${key("a", 1)}`).hashes("phones", "+13235550100");
    expect(both).toEqual([
      sealer(key("b", 2)).hash("phones", "+13235550100"),
      sealer(key("a", 1)).hash("phones", "+13235550100"),
    ]);
  });
});
