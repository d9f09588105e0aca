/**
 * A record as bytes, padded so that sealed rows are equally long: 256 bytes, or 1,024 for the rare longer one.
 * Layout: format, flags, then the fields that are there; text in UTF-8 after its length, a date in three bytes.
 */
import { caseStatuses, type ListRecord, type PersonName } from "../matching/types.ts";

/** The length of nearly every record. */
export const shortBytes = 256;
/** The length of the rare longer one (many other names or charges). */
export const longBytes = 1024;

const format = 1;
const flag = {
  caseNumber: 1,
  name: 2,
  birthDate: 4,
  convictionDate: 8,
  court: 16,
  status: 32,
  statusDate: 64,
};

// One scratch for all: encoding is synchronous, and what leaves is copied.
const scratch = Buffer.alloc(4 * longBytes);

/**
 * Encodes. Charges are cut from the end when they alone make the record too long: nothing compares them.
 * @returns at most 1,024 bytes, or undefined when the record is too long without any charge.
 */
export function encodeRecord(record: ListRecord): Buffer | undefined {
  let charges = record.charges.length;
  for (;;) {
    const length = write(record, charges);
    if (length <= longBytes) return Buffer.from(scratch.subarray(0, length));
    if (charges === 0) return undefined;
    charges = charges >> 1;
  }
}

/** Pads with zeros to one of the two lengths; a record tells where it ends by itself. */
export function padRecord(encoded: Uint8Array): Buffer {
  const padded = Buffer.alloc(encoded.length <= shortBytes ? shortBytes : longBytes);
  padded.set(encoded);
  return padded;
}

/** @returns the record, or undefined when the bytes are not one. */
export function decodeRecord(bytes: Buffer): ListRecord | undefined {
  if (bytes[0] !== format) return undefined;
  const flags = bytes[1] ?? 0;
  const reader = new Reader(bytes, 2);
  const record: ListRecord = { aka: [], charges: [] };
  if (flags & flag.caseNumber) record.caseNumber = reader.text();
  if (flags & flag.name) record.name = reader.name();
  for (let n = reader.count(); n > 0; n--) record.aka.push(reader.name());
  if (flags & flag.birthDate) record.birthDate = reader.date();
  for (let n = reader.count(); n > 0; n--) record.charges.push(reader.text());
  if (flags & flag.convictionDate) record.convictionDate = reader.date();
  if (flags & flag.court) record.court = reader.text();
  if (flags & flag.status) {
    const status = caseStatuses[reader.byte()];
    if (status === undefined) return undefined;
    record.status = status;
  }
  if (flags & flag.statusDate) record.statusDate = reader.date();
  return reader.overrun ? undefined : record;
}

/** Writes into the scratch; a length above `longBytes` means it did not fit. */
function write(record: ListRecord, charges: number): number {
  const writer = new Writer();
  writer.byte(format);
  let flags = 0;
  for (const [field, bit] of Object.entries(flag)) {
    if (record[field as keyof typeof flag] !== undefined) flags |= bit;
  }
  writer.byte(flags);
  if (record.caseNumber !== undefined) writer.text(record.caseNumber);
  if (record.name) writer.name(record.name);
  writer.byte(record.aka.length);
  for (const name of record.aka) writer.name(name);
  if (record.birthDate !== undefined) writer.date(record.birthDate);
  writer.byte(charges);
  for (const charge of record.charges.slice(0, charges)) writer.text(charge);
  if (record.convictionDate !== undefined) writer.date(record.convictionDate);
  if (record.court !== undefined) writer.text(record.court);
  if (record.status !== undefined) writer.byte(caseStatuses.indexOf(record.status));
  if (record.statusDate !== undefined) writer.date(record.statusDate);
  return writer.length;
}

class Writer {
  length = 0;

  byte(value: number): void {
    // A count above 255 would read back as another: such a record does not fit anyway.
    if (value > 255) this.length = scratch.length;
    if (this.length < scratch.length) scratch[this.length] = value;
    this.length++;
  }

  text(value: string): void {
    const bytes = value.length > longBytes ? scratch.length : Buffer.byteLength(value);
    this.byte(bytes & 255);
    this.byte(bytes >> 8);
    if (this.length + bytes <= scratch.length) scratch.write(value, this.length);
    this.length += bytes;
  }

  name(name: PersonName): void {
    for (const words of [name.given, name.family, name.suffix === undefined ? [] : [name.suffix]]) {
      this.byte(words.length);
      for (const word of words) this.text(word);
    }
  }

  date(date: string): void {
    const days = dateNumber(date);
    this.byte(days >> 16);
    this.byte((days >> 8) & 255);
    this.byte(days & 255);
  }
}

class Reader {
  overrun = false;
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) this.overrun = true;
    return value ?? 0;
  }

  /** How many follow: none once the bytes are spent, so that no loop runs on nothing. */
  count(): number {
    const n = this.byte();
    return this.overrun ? 0 : n;
  }

  text(): string {
    const length = this.byte() | (this.byte() << 8);
    const end = this.#at + length;
    if (end > this.#bytes.length) this.overrun = true;
    const text = this.overrun ? "" : this.#bytes.toString("utf8", this.#at, end);
    this.#at = end;
    return text;
  }

  name(): PersonName {
    const given = this.#texts();
    const family = this.#texts();
    const suffix = this.#texts()[0];
    return suffix === undefined ? { given, family } : { given, family, suffix };
  }

  date(): string {
    return numberDate((this.byte() << 16) | (this.byte() << 8) | this.byte());
  }

  #texts(): string[] {
    const texts: string[] = [];
    for (let n = this.count(); n > 0; n--) texts.push(this.text());
    return texts;
  }
}

/** A YYYY-MM-DD as a number below 2^24: no calendar needed, and every date up to the year 9999 has one. */
function dateNumber(date: string): number {
  return Number(date.slice(0, 4)) * 372 + (Number(date.slice(5, 7)) - 1) * 31 + Number(date.slice(8, 10)) - 1;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function numberDate(n: number): string {
  const year = String(Math.floor(n / 372)).padStart(4, "0");
  return `${year}-${two((Math.floor(n / 31) % 12) + 1)}-${two((n % 31) + 1)}`;
}
