/**
 * The icon is a well-formed picture.
 */
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { iconPng, iconSvg } from "./icon.ts";

describe("icon", () => {
  it("is a PNG of the size asked for, every row of pixels present", () => {
    const png = iconPng(48);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(48);
    expect(png.readUInt32BE(20)).toBe(48);
    const dataLength = png.readUInt32BE(33);
    expect(inflateSync(png.subarray(41, 41 + dataLength))).toHaveLength(48 * (1 + 48 * 3));
  });

  it("is the same drawing as SVG, with no script and no link out", () => {
    expect(iconSvg()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(iconSvg()).not.toMatch(/script|href|url\(/);
  });
});
