/** A tensor as it lies in memory: what the pictures of tensors are drawn from. */
import { isTensor } from './format.ts';

export interface Snapshot {
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

/** Null for what is no tensor, or too large to be drawn. */
export async function snapshot(value: unknown): Promise<Snapshot | null> {
  if (!isTensor(value)) return null;
  const length = value.storage.nbytes / value.element_size();
  if (length > LARGEST) return null;
  const flat = await value.detach().as_strided([length], [1], 0).cpu();
  return {
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
