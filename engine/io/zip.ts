/**
 * Zip archives, as `.npz` files are: stored or deflated entries, under 4 GiB, not encrypted.
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */

import { ValueError } from '../core/errors.ts';

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const lengths = { local: 30, central: 46, end: 22 } as const;
const limit = 2 ** 32 - 1;
/** 1 January 1980, the first day that a zip file can tell: the same content gives the same bytes. */
const date = 0x0021;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

async function collect(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  most = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: BlobPart[] = [];
  let total = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    total += step.value.length;
    chunks.push(step.value as Uint8Array<ArrayBuffer>);
    if (total > most) {
      await reader.cancel();
      break;
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

/**
 * The entries of an archive by name.
 * @throws ValueError for a damaged archive, and for what this reader does not know, with the entry's name
 */
export async function readZip(
  bytes: Uint8Array<ArrayBuffer>,
  label: string,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of readDirectory(bytes, label)) {
    const place = `${label}, entry '${entry.name}'`;
    if (found.has(entry.name)) throw new ValueError(`${place}: the archive has two of that name`);
    found.set(entry.name, await readEntry(bytes, entry, place));
  }
  return found;
}

function readDirectory(bytes: Uint8Array, label: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // The archive's end may be followed by a comment of up to 65535 bytes.
  let end = bytes.length - lengths.end;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== signatures.end) end--;
  if (end < first) throw new ValueError(`${label}: the archive has no end: the file is cut short`);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === limit)
    throw new ValueError(`${label}: archives of 4 GiB and more are not read`);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + lengths.central > end || view.getUint32(at, true) !== signatures.central) {
      throw new ValueError(`${label}: entry ${index} of ${count} is missing in the archive's directory`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + lengths.central, at + lengths.central + nameLength),
    );
    if (view.getUint16(at + 8, true) & 1) throw new ValueError(`${label}, entry '${name}': it is encrypted`);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += lengths.central + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function readEntry(
  bytes: Uint8Array<ArrayBuffer>,
  entry: Entry,
  place: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { start, packed, size, method, crc } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (start + lengths.local > bytes.length || view.getUint32(start, true) !== signatures.local) {
    throw new ValueError(`${place}: it is not where the archive's directory says`);
  }
  const from = start + lengths.local + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packed > bytes.length) {
    throw new ValueError(
      `${place}: ${packed} bytes should be there, but ${Math.max(bytes.length - from, 0)} are: the file is cut short`,
    );
  }
  const content = bytes.slice(from, from + packed);
  if (method !== 0 && method !== 8) {
    throw new ValueError(
      `${place}: compression method ${method} is not known, only 0 (stored) and 8 (deflated)`,
    );
  }
  const whole = method === 0 ? content : await inflate(content, size, place);
  if (whole.length !== size) {
    const given = whole.length > size ? 'more' : `only ${whole.length}`;
    throw new ValueError(`${place}: the archive says that it has ${size} bytes, but it has ${given}`);
  }
  if (crc32(whole) !== crc) throw new ValueError(`${place}: its check sum is wrong: the file is damaged`);
  return whole;
}

async function inflate(
  content: Uint8Array<ArrayBuffer>,
  size: number,
  place: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await collect(content, new DecompressionStream('deflate-raw'), size);
  } catch (error) {
    throw new ValueError(`${place}: it cannot be decompressed: the file is damaged`, { cause: error });
  }
}

// ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The bytes of an archive with these entries. @throws ValueError for 4 GiB and more */
export async function writeZip(
  entries: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  compress: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const content = compress ? await collect(bytes, new CompressionStream('deflate-raw')) : bytes;
    const title = new TextEncoder().encode(name);
    const fields = [
      20,
      0x0800,
      compress ? 8 : 0,
      0,
      date,
      crc32(bytes),
      content.length,
      bytes.length,
      title.length,
    ];
    parts.push(record(signatures.local, '2222244422', [...fields, 0]), title, content);
    directory.push(
      record(signatures.central, '2222224442222244', [20, ...fields, 0, 0, 0, 0, 0, offset]),
      title,
    );
    offset += lengths.local + title.length + content.length;
    if (offset > limit) throw new ValueError(`'${name}': archives of 4 GiB and more are not written`);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(signatures.end, '2222442', [0, 0, entries.size, entries.size, size, offset, 0]);
  return new Uint8Array(await new Blob([...parts, ...directory, end]).arrayBuffer());
}

/** A signature and then numbers of 2 or 4 bytes each, as `widths` tells. */
function record(signature: number, widths: string, values: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + [...widths].reduce((sum, width) => sum + Number(width), 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  values.forEach((value, k) => {
    if (widths[k] === '2') view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += Number(widths[k]);
  });
  return bytes;
}
