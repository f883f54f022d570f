/** Tensors and arrays as they lie in memory: what their pictures are drawn from. */
import { from_numpy, NdArray } from 'torch';
import { isTensor } from './format.ts';

export interface Snapshot {
  kind: 'tensor' | 'array';
  /** The same for all that lie in one storage. */
  memory: number;
  dtype: string;
  device: string;
  sizes: number[];
  strides: number[];
  offset: number;
  /** Every element of the storage, in the words PyTorch prints it with. */
  storage: string[];
}

/** Storages beyond this many elements are not drawn. */
const LARGEST = 256;

/** What a picture is drawn from: one tensor, or several side by side. */
export type Look = Snapshot | null | (Snapshot | null)[];

export async function look(value: unknown): Promise<Look> {
  return Array.isArray(value) ? Promise.all(value.map(snapshot)) : snapshot(value);
}

/** Null for what is no tensor and no array, or too large to be drawn. */
async function snapshot(value: unknown): Promise<Snapshot | null> {
  if (value instanceof NdArray) {
    const shared = await snapshot(from_numpy(value));
    return shared && { ...shared, kind: 'array' };
  }
  if (!isTensor(value)) return null;
  const length = value.storage.nbytes / value.element_size();
  if (length > LARGEST) return null;
  const flat = await value.detach().as_strided([length], [1], 0).cpu();
  return {
    kind: 'tensor',
    memory: value.storage.address,
    dtype: String(value.dtype),
    device: String(value.device),
    sizes: [...value.shape],
    strides: [...value.stride()],
    offset: value.storage_offset(),
    storage: printedElements(String(flat)),
  };
}

/** The elements between the brackets of a printed one-dimensional tensor. */
function printedElements(text: string): string[] {
  const inside = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']'));
  return inside
    .split(',')
    .map((element) => element.trim())
    .filter((element) => element !== '');
}
