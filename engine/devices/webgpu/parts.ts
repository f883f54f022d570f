/**
 * Pointwise work on more memory than the adapter binds to a kernel at once: done part by part, each part on windows of
 * the storages.
 */

import { contiguousStrides } from '../../core/shape.ts';
import { type Nest, nestOf } from './access.ts';
import type { Limits } from './context.ts';
import { deviceBytes } from './layout.ts';
import { type Leaf, leavesOf, type Pending, withLeaves } from './pending.ts';
import { GpuStorage } from './storage.ts';

/** Where elements are read or written, in the order of their numbers. */
export type Place = Nest & Pick<Leaf, 'storage' | 'offset'>;

/** An expression over some of the elements of another, and where they are written. */
export interface Part {
  readonly node: Pending;
  readonly out: Place;
}

/** Elements that lie so far apart that they need more parts than this are refused. */
const mostParts = 256;

export function fits(storage: GpuStorage, limits: Limits): boolean {
  return storage.deviceBytes <= limits.binding;
}

/**
 * An expression in parts that need no more than the limit of each storage; null where some elements that follow each
 * other in one place lie too far apart in another.
 */
export function partsOf(node: Pending, out: Place, limits: Limits): Part[] | null {
  const leaves = leavesOf(node);
  const places = [
    simplest(out),
    ...leaves.map(({ storage, nest, offset }) => ({ storage, ...nest, offset })),
  ];
  // Lengths at which some place has come to the end of one of its dimensions, the longest first.
  const ends = places.flatMap(({ sizes }) => contiguousStrides(sizes));
  for (const unit of [...new Set(ends)].sort((a, b) => b - a)) {
    const count = node.numel / unit;
    for (let most = count; most * mostParts >= count; most = Math.ceil(most / 2)) {
      const parts = cutAll(node, leaves, places, most * unit, limits);
      if (parts) return parts;
      if (most === 1) break;
    }
  }
  return null;
}

function cutAll(
  node: Pending,
  leaves: readonly Leaf[],
  places: readonly Place[],
  length: number,
  limits: Limits,
): Part[] | null {
  const parts: Part[] = [];
  for (let first = 0; first < node.numel; first += length) {
    const count = Math.min(length, node.numel - first);
    const own = places.map((place) => cut(place, first, count));
    if (!own.every((place) => place !== null)) return null;
    const windowed = onWindows(own, limits);
    if (!windowed) return null;
    const [out, ...inputs] = windowed;
    const replaced = new Map(
      leaves.map((leaf, k) => {
        const { storage, sizes, strides, offset } = inputs[k];
        return [leaf, { ...leaf, storage, nest: nestOf(sizes, strides), offset }];
      }),
    );
    parts.push({ node: withLeaves(node, replaced, count), out });
  }
  return parts;
}

function simplest({ storage, sizes, strides, offset }: Place): Place {
  return { storage, ...nestOf(sizes, strides), offset };
}

/** The elements of a place from number `first` on, where they are a place themselves. */
function cut(place: Place, first: number, count: number): Place | null {
  const { sizes, strides, offset } = place;
  const inner = sizes.slice(1).reduce((product, size) => product * size, 1);
  const row = Math.floor(first / inner);
  const start = offset + row * strides[0];
  if (first % inner === 0 && count % inner === 0) {
    return { ...place, sizes: [count / inner, ...sizes.slice(1)], offset: start };
  }
  if (row !== Math.floor((first + count - 1) / inner)) return null;
  const rest = { ...place, sizes: sizes.slice(1), strides: strides.slice(1), offset: start };
  return cut(rest, first % inner, count);
}

/** The places on windows of their storages; null where a window would be over the limit. */
function onWindows(places: readonly Place[], limits: Limits): Place[] | null {
  const spans = new Map<GpuStorage, [from: number, to: number]>();
  for (const { storage, sizes, strides, offset } of places) {
    if (fits(storage, limits)) continue;
    const end = sizes.reduce((last, size, dim) => last + (size - 1) * strides[dim], offset) + 1;
    const [from, to] = spans.get(storage) ?? [offset, end];
    spans.set(storage, [Math.min(from, offset), Math.max(to, end)]);
  }
  const windows = new Map<GpuStorage, GpuStorage>();
  for (const [storage, [from, to]] of spans) {
    const width = deviceBytes(storage.dtype);
    // A binding begins at a multiple of so many bytes.
    const start = (Math.floor((from * width) / limits.alignment) * limits.alignment) / width;
    if ((to - start) * width > limits.binding) return null;
    windows.set(storage, windowOf(storage, start, to - start));
  }
  return places.map((place) => {
    const window = windows.get(place.storage);
    return window ? { ...place, storage: window, offset: place.offset - (window.window?.from ?? 0) } : place;
  });
}

/** Some of a storage's elements, as a storage. */
function windowOf(of: GpuStorage, from: number, numel: number): GpuStorage {
  return new GpuStorage(of.device, of.dtype, numel, { of, from });
}
