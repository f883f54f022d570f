/** `torch.save` and `torch.load`, on NumPy's files: `.npy` for one tensor, `.npz` for several under their names. */

import type { Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { NdArray } from '../core/ndarray.ts';
import { Tensor } from '../core/tensor.ts';
import { from_numpy, tensor } from '../ops/creation.ts';
import { readNpy, writeNpy } from './npy.ts';
import { readZip, writeZip } from './zip.ts';

export type Saved = Tensor | NdArray | Scalar;
export type Loaded = Tensor | { [name: string]: Tensor };

/**
 * The bytes of a file that holds a tensor (`.npy`), or the tensors of a plain object such as `model.state_dict()`
 * (`.npz`): NumPy reads both. In Node they are also written to the path `f`, where one is given. A tensor is saved
 * without its graph; the strides of transposed memory are kept.
 * @param options `compress` deflates the entries of an `.npz`
 * @throws TypeError for what is neither, with its name
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.save.html
 */
export async function save(
  obj: Saved | Readonly<Record<string, Saved>>,
  f: string | null = null,
  options: { compress?: boolean } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await toBytes(obj, options.compress ?? false);
  if (f !== null) await files('save to').writeFile(f, bytes);
  return bytes;
}

async function toBytes(obj: unknown, compress: boolean): Promise<Uint8Array<ArrayBuffer>> {
  if (isSaved(obj)) return writeNpy(await toArray(obj));
  if (typeof obj !== 'object' || obj === null || Object.getPrototypeOf(obj) !== Object.prototype) {
    throw new TypeError(`torch.save takes a tensor or a plain object of tensors, not ${nameOf(obj)}`);
  }
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, value] of Object.entries(obj)) {
    if (!isSaved(value)) {
      throw new TypeError(
        `torch.save: '${name}' is ${nameOf(value)}, and an .npz file holds tensors, arrays and numbers alone`,
      );
    }
    entries.set(`${name}.npy`, writeNpy(await toArray(value)));
  }
  return writeZip(entries, compress);
}

function isSaved(value: unknown): value is Saved {
  return (
    value instanceof Tensor ||
    value instanceof NdArray ||
    ['number', 'boolean', 'bigint'].includes(typeof value)
  );
}

function nameOf(value: unknown): string {
  return value === null || typeof value !== 'object'
    ? String(value)
    : `an object of type ${value.constructor?.name}`;
}

async function toArray(value: Saved): Promise<NdArray> {
  if (value instanceof NdArray) return value;
  if (!(value instanceof Tensor)) return tensor(value).numpy();
  return (await value.detach().cpu()).numpy();
}

/**
 * What `torch.save` or NumPy wrote: a tensor from an `.npy` file, a plain object of tensors from an `.npz` file, told
 * apart by their content. Takes the bytes, a Blob (or File) with them, or in Node a path. The tensors are leaves that
 * require no grad; arrays in Fortran order come with the strides of that.
 * @param options `map_location` is the device to put them on
 * @throws ValueError for a file that is cut short, damaged, or whose headers do not tell the truth: the message says
 * what is wrong, and in which entry; TypeError for elements that no tensor has
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.load.html
 */
export async function load(
  f: Uint8Array | ArrayBuffer | Blob | string,
  options: { map_location?: string } = {},
): Promise<Loaded> {
  const label =
    typeof f === 'string' ? f : typeof File === 'function' && f instanceof File ? f.name : 'the file';
  const bytes = await bytesOf(f);
  const place = (array: NdArray): Tensor => from_numpy(array).to(options.map_location ?? 'cpu');
  // Every zip file starts with these letters, and one without entries ends with others.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return place(readNpy(bytes, label));
  const entries = await readZip(bytes, label);
  return Object.fromEntries(
    Array.from(entries, ([name, content]) => [
      name.replace(/\.npy$/, ''),
      place(readNpy(content, `${label}, entry '${name}'`)),
    ]),
  );
}

async function bytesOf(f: unknown): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof f === 'string') return bytesOf(await files('load from').readFile(f));
  // Node's Buffer is a Uint8Array whose methods differ.
  if (f instanceof Uint8Array) return new Uint8Array(f.buffer as ArrayBuffer, f.byteOffset, f.length);
  if (f instanceof ArrayBuffer) return new Uint8Array(f);
  if (f instanceof Blob) return new Uint8Array(await f.arrayBuffer());
  throw new TypeError(
    `torch.load takes bytes (a Uint8Array, an ArrayBuffer or a Blob) or a path, not ${nameOf(f)}`,
  );
}

interface Files {
  readFile(path: string): Promise<Uint8Array<ArrayBuffer>>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

/** Node's files, without an import that a page could not follow. @throws RuntimeError in a page */
function files(purpose: string): Files {
  const host = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const found = host.process?.getBuiltinModule?.('node:fs/promises');
  if (found) return found as Files;
  throw new RuntimeError(
    `a page has no files to ${purpose}: torch.save gives the bytes, and torch.load takes them (or a Blob)`,
  );
}
