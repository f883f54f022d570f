/** What may stand between Python's brackets: numbers, slices, `...`, None, lists, tensors and masks. */

import { bool, int8, int16, int64, type TypedArray, uint8 } from './dtype.ts';
import { IndexError, RuntimeError, ValueError } from './errors.ts';
import { inspect } from './inspect.ts';
import { NdArray } from './ndarray.ts';
import { shapeText } from './shape.ts';
import { Tensor } from './tensor.ts';

/** A Python slice as an object. */
export interface SliceIndex {
  readonly start: number | null;
  readonly stop: number | null;
  readonly step: number | null;
}

class SliceObject implements SliceIndex {
  readonly start: number | null;
  readonly stop: number | null;
  readonly step: number | null;

  constructor(start: number | null, stop: number | null, step: number | null) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  toString(): string {
    return `slice(${this.start ?? 'None'}, ${this.stop ?? 'None'}, ${this.step ?? 'None'})`;
  }

  [inspect](): string {
    return this.toString();
  }
}

export type Slice = SliceIndex;

/** Python's `slice`: `Slice(stop)`, `Slice(start, stop)` or `Slice(start, stop, step)`, null for what is left out. */
export function Slice(
  ...bounds: readonly [
    start?: number | null | undefined,
    stop?: number | null | undefined,
    step?: number | null | undefined,
  ]
): SliceIndex {
  const [start = null, stop = null, step = null] = bounds.length === 1 ? [null, bounds[0]] : bounds;
  return new SliceObject(start, stop, step);
}

export type NestedIndex = number | boolean | NestedIndex[];

/** One entry of an index, as `index` and `index_put_` take it. */
export type IndexEntry =
  | number
  | bigint
  | boolean
  | string
  | null
  | SliceIndex
  | Tensor
  | NestedIndex[]
  | NdArray
  | TypedArray;

/** An entry after reading: what PyTorch distinguishes. */
export type ParsedIndex =
  | { readonly kind: 'integer'; readonly value: number }
  | {
      readonly kind: 'slice';
      readonly start: number | null;
      readonly stop: number | null;
      readonly step: number;
    }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'none' }
  | { readonly kind: 'tensor'; readonly tensor: Tensor };

const invalid =
  'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices';

function parseSliceText(text: string): ParsedIndex {
  const parts = text.split(':').map((part) => part.trim());
  const isNumberOrEmpty = parts.every((part) => /^(-?\d+)?$/.test(part));
  if (parts.length < 2 || parts.length > 3 || !isNumberOrEmpty) {
    throw new IndexError(
      `'${text}' is no index: write a slice as '1:3', '::2' or ':', and an ellipsis as '...'`,
    );
  }
  const [start = null, stop = null, step = null] = parts.map((part) => (part === '' ? null : Number(part)));
  return sliceOf(start, stop, step);
}

function sliceOf(start: number | null, stop: number | null, step: number | null): ParsedIndex {
  if (step === 0) throw new ValueError('slice step cannot be zero');
  if (step !== null && step < 0) throw new ValueError('step must be greater than zero');
  return { kind: 'slice', start, stop, step: step ?? 1 };
}

/** @throws IndexError for what is no index; ValueError for a slice that goes backwards. */
export function parseIndex(entry: IndexEntry, toTensor: (data: unknown) => Tensor): ParsedIndex {
  if (entry === null) return { kind: 'none' };
  if (entry === '...') return { kind: 'ellipsis' };
  if (typeof entry === 'string') return parseSliceText(entry);
  if (typeof entry === 'bigint') return { kind: 'integer', value: Number(entry) };
  if (typeof entry === 'number') {
    if (Number.isInteger(entry)) return { kind: 'integer', value: entry };
    throw new IndexError(`${invalid} (got float)`);
  }
  if (entry instanceof SliceObject) return sliceOf(entry.start, entry.stop, entry.step);
  if (typeof entry === 'boolean' || Array.isArray(entry))
    return { kind: 'tensor', tensor: ofList(entry, toTensor) };
  if (entry instanceof Tensor) return parseTensor(entry);
  if (entry instanceof NdArray || ArrayBuffer.isView(entry)) return parseTensor(toTensor(entry));
  throw new IndexError(invalid);
}

/** A list as an index: fractions are cut off, as in PyTorch. @throws RuntimeError for what is no number */
function ofList(entry: boolean | unknown[], toTensor: (data: unknown) => Tensor): Tensor {
  const tensor = toTensor(entry);
  if (!tensor.dtype.is_floating_point) return tensor;
  if ([entry].flat(Infinity).some((value) => typeof value === 'number' && !Number.isFinite(value)))
    throw new RuntimeError('value cannot be converted to type int64 without overflow');
  return tensor.to(int64);
}

function parseTensor(tensor: Tensor): ParsedIndex {
  if (tensor.dtype.is_floating_point || tensor.dtype === int8 || tensor.dtype === int16) {
    throw new IndexError('tensors used as indices must be long, int, byte or bool tensors');
  }
  // A 0-d integer counts as the number that it holds, which only the cpu can tell at once.
  if (tensor.ndim === 0 && tensor.dtype !== bool && tensor.dtype !== uint8 && tensor.is_cpu) {
    return { kind: 'integer', value: Number(tensor.toTypedArray()[0]) };
  }
  return { kind: 'tensor', tensor };
}

/** How many dimensions of the indexed tensor an entry uses up. */
function consumed(entry: ParsedIndex): number {
  if (entry.kind === 'integer' || entry.kind === 'slice') return 1;
  if (entry.kind !== 'tensor') return 0;
  return isMask(entry.tensor) ? entry.tensor.ndim : 1;
}

export function isMask(tensor: Tensor): boolean {
  return tensor.dtype === bool || tensor.dtype === uint8;
}

/** A tensor after its basic indices are applied as views, with the advanced ones left by dimension. */
export interface IndexedView {
  readonly view: Tensor;
  /** An index tensor for each dimension of the view that has one, null for the others. */
  readonly advanced: (Tensor | null)[];
}

/** @throws IndexError for what asks a tensor without dimensions for an element or a slice */
function refuseScalarIndex(entry: ParsedIndex): void {
  if (entry.kind === 'slice') throw new IndexError('slice() cannot be applied to a 0-dim tensor.');
  if (entry.kind !== 'integer') return;
  if (entry.value !== 0) {
    throw new IndexError(`index ${entry.value} is out of bounds for dimension 0 with size 0`);
  }
  throw new IndexError(
    'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
  );
}

/** Applies numbers, slices, None and the ellipsis as views. @throws IndexError for too many indices. */
export function applyBasic(self: Tensor, entries: readonly ParsedIndex[]): IndexedView {
  const specified = entries.reduce((count, entry) => count + consumed(entry), 0);
  if (specified > self.ndim) {
    if (self.ndim === 0 && entries.length === 1) refuseScalarIndex(entries[0]);
    throw new IndexError(`too many indices for tensor of dimension ${self.ndim}`);
  }
  let view = self;
  let dim = 0;
  const advanced: (Tensor | null)[] = [];
  for (const [place, entry] of entries.entries()) {
    switch (entry.kind) {
      case 'integer':
        view = selectIndex(view, dim, entry.value, place);
        break;
      case 'slice': {
        const { start, stop, step } = entry;
        const isFull = (start ?? 0) === 0 && (stop === null || stop === view.sizes[dim]) && step === 1;
        if (!isFull) view = view.slice(dim, start, stop, step);
        dim++;
        break;
      }
      case 'ellipsis':
        dim += self.ndim - specified;
        break;
      case 'none':
        view = view.unsqueeze(dim++);
        break;
      case 'tensor': {
        const { tensor } = entry;
        // A single true or false indexes a new dimension of size 1.
        if (tensor.ndim === 0 && isMask(tensor)) view = view.unsqueeze(dim);
        advanced[dim] = tensor.ndim === 0 && isMask(tensor) ? tensor.unsqueeze(0) : tensor;
        dim += isMask(tensor) ? Math.max(tensor.ndim, 1) : 1;
      }
    }
  }
  return { view, advanced: Array.from({ length: view.ndim }, (_, at) => advanced[at] ?? null) };
}

/** Messages count by the place of the index among the others. */
function selectIndex(view: Tensor, dim: number, index: number, place: number): Tensor {
  const size = view.sizes[dim];
  if (index < -size || index >= size) {
    throw new IndexError(`index ${index} is out of bounds for dimension ${place} with size ${size}`);
  }
  return view.select(dim, index);
}

/** @throws IndexError where a mask's sizes are not those of the dimensions that it covers. */
export function checkMask(mask: Tensor, self: Tensor, dim: number): void {
  mask.sizes.forEach((size, own) => {
    if (size !== self.sizes[dim + own]) {
      throw new IndexError(
        `The shape of the mask ${shapeText(mask.sizes)} at index ${own} does not match the shape of the indexed tensor ${shapeText(self.sizes)} at index ${dim + own}`,
      );
    }
  });
}
