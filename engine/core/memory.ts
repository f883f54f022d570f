/**
 * A limit on what the arrays of cpu tensors take together. JavaScript does not say which of them are still in use, least
 * of all within a program that never yields, so it is estimated: one array in every so many bytes is watched, by weak
 * references to tokens that live as long as it does. The tokens are made beforehand, because a weak reference
 * that is made or read keeps its object alive until the program yields; each is therefore read once.
 */

import { RuntimeError } from './errors.ts';

/** So many watched arrays that are still in use are the limit. */
const most = 160;
/** Beyond so many it is looked which are, and again with each further quarter: garbage is not collected at once. */
const suspect = 128;
/** How often an array can be looked at; after that it counts as in use until the program yields. */
const looks = 3;
/** Watched arrays that there are tokens for: then nothing is refused any more. */
const supply = 8192;

interface Token {
  readonly reference: WeakRef<object>;
  readonly object: object;
}

interface Watched {
  /** For how many samples it stands. */
  readonly weight: number;
  readonly unread: WeakRef<object>[];
}

let limit = Infinity;
let bytesPerSample = Infinity;
let bytes = 0;
let look = suspect;
let tokens: Token[] = [];
let watched: Watched[] = [];
const tokensOf = new WeakMap<ArrayBufferLike, object[]>();

/** Refuses tensors on the cpu beyond so many bytes in all, about. To be called before the program that it holds. */
export function set_memory_limit(most_bytes: number): void {
  limit = most_bytes;
  bytesPerSample = limit / most;
  tokens = Array.from({ length: supply * looks }, () => {
    const object = {};
    return { object, reference: new WeakRef(object) };
  });
}

/** @throws RuntimeError where one array alone is beyond the limit */
export function refuseBeyondLimit(nbytes: number): void {
  if (nbytes > limit) throw outOfMemory(nbytes);
}

/** Counts an array that was just made for a tensor, and hands it back. @throws RuntimeError where all are too much */
export function counted<T extends ArrayBufferView>(array: T): T {
  bytes += array.byteLength;
  if (bytes >= bytesPerSample) {
    watch(array.buffer);
    if (weight() >= look && stillInUse() >= most) throw outOfMemory(array.byteLength);
  }
  return array;
}

function watch(buffer: ArrayBufferLike): void {
  const samples = Math.floor(bytes / bytesPerSample);
  bytes -= samples * bytesPerSample;
  const own = tokens.splice(-looks);
  if (own.length === 0) return;
  tokensOf.set(
    buffer,
    own.map(({ object }) => object),
  );
  watched.push({ weight: samples, unread: own.map(({ reference }) => reference) });
}

function stillInUse(): number {
  watched = watched.filter(({ unread }) => {
    const reference = unread.length > 1 ? unread.pop() : unread[0];
    return reference?.deref() !== undefined;
  });
  look = Math.max(suspect, Math.min(most, weight() + suspect / 4));
  return weight();
}

function weight(): number {
  return watched.reduce((sum, one) => sum + one.weight, 0);
}

function outOfMemory(nbytes: number): RuntimeError {
  return new RuntimeError(
    `DefaultCPUAllocator: not enough memory: you tried to allocate ${nbytes} bytes, and all tensors together may take ${limit} here. Are there some that a loop keeps?`,
  );
}
