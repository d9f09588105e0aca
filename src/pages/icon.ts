/**
 * The icon: a low sun above a clear line. One drawing, given as SVG and, for phones that want one, as PNG.
 */
import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [number, number, number];

/** Shapes on a 64 × 64 field, painted in order. A half disc shows what lies above its centre. */
type Shape =
  | { kind: "bar"; x: number; y: number; width: number; height: number; colour: Colour }
  | { kind: "halfDisc"; x: number; y: number; radius: number; colour: Colour };

const field = 64;
const ownGround = "#0b5351";
const shapes: readonly Shape[] = [
  { kind: "halfDisc", x: 32, y: 36, radius: 14, colour: [242, 200, 121] },
  { kind: "bar", x: 12, y: 39, width: 40, height: 4, colour: [255, 253, 248] },
  { kind: "bar", x: 21, y: 47, width: 22, height: 3, colour: [143, 190, 184] },
];

const colourOf = (ground: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16)) as unknown as Colour;
const hex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/** The icon as an SVG document. @param ground its colour, "#rrggbb" */
export function iconSvg(ground = ownGround): string {
  const drawn = shapes.map((shape) =>
    shape.kind === "bar"
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.height / 2}" fill="${hex(shape.colour)}"/>`
      : `<path d="M${shape.x - shape.radius} ${shape.y}a${shape.radius} ${shape.radius} 0 0 1 ${shape.radius * 2} 0z" fill="${hex(shape.colour)}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${field} ${field}"><rect width="${field}" height="${field}" rx="14" fill="${ground}"/>${drawn.join("")}</svg>`;
}

function covers(shape: Shape, x: number, y: number): boolean {
  if (shape.kind === "halfDisc") {
    return y <= shape.y && (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius ** 2;
  }
  const end = shape.height / 2;
  const nearest = Math.min(Math.max(x, shape.x + end), shape.x + shape.width - end);
  return (x - nearest) ** 2 + (y - shape.y - end) ** 2 <= end ** 2;
}

function colourAt(x: number, y: number, ground: Colour): Colour {
  return shapes.findLast((shape) => covers(shape, x, y))?.colour ?? ground;
}

/** The mean colour of one pixel: where its corners differ, from 16 samples, so that edges are smooth. */
function pixel(column: number, row: number, scale: number, ground: Colour): readonly number[] {
  const corners = [0, 1, 2, 3].map((i) =>
    colourAt((column + (i % 2)) * scale, (row + (i >> 1)) * scale, ground),
  );
  if (corners[0] !== undefined && corners.every((corner) => corner === corners[0])) return corners[0];
  const samples = Array.from({ length: 16 }, (_, i) =>
    colourAt((column + ((i % 4) + 0.5) / 4) * scale, (row + (Math.floor(i / 4) + 0.5) / 4) * scale, ground),
  );
  return [0, 1, 2].map((part) =>
    Math.round(samples.reduce((sum, sample) => sum + (sample[part] ?? 0), 0) / samples.length),
  );
}

/** A PNG chunk: length, type, data, CRC (PNG specification, 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * The icon as a square PNG without transparency: the ground fills it, so that a phone may cut any shape out.
 * @param size its side in pixels
 * @param ground its colour, "#rrggbb"
 */
export function iconPng(size: number, ground = ownGround): Buffer {
  const scale = field / size;
  const under = colourOf(ground);
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, column) => pixel(column, row, scale, under)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, true colour, the only compression and filter there are, not interlaced.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
