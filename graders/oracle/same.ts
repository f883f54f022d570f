/** Whether two recordings say the same: numbers within tolerance, versions of PyTorch aside. */

import * as torch from 'torch';
import { isClose } from '../compare.ts';
import { parseNpy } from '../npy.ts';

export async function sameRecording(name: string, a: Uint8Array, b: Uint8Array): Promise<boolean> {
  if (name.endsWith('.npy')) return sameArray(a, b);
  return name.endsWith('.npz') ? sameArchive(a, b) : sameJson(a, b);
}

function sameArray(a: Uint8Array, b: Uint8Array): boolean {
  const [mine, other] = [parseNpy(a), parseNpy(b)];
  if (mine.dtype !== other.dtype || String(mine.shape) !== String(other.shape)) return false;
  for (let flat = 0; flat < mine.data.length; flat++) {
    if (!isClose(Number(mine.data[flat]), Number(other.data[flat]), mine.dtype)) return false;
  }
  return true;
}

/** Compressed bytes are others with another version of zlib: what they hold counts. */
async function sameArchive(a: Uint8Array, b: Uint8Array): Promise<boolean> {
  const read = async (bytes: Uint8Array): Promise<string> =>
    Object.entries(await torch.load(bytes)).join('\n');
  return (await read(a)) === (await read(b));
}

function sameJson(a: Uint8Array, b: Uint8Array): boolean {
  const read = (bytes: Uint8Array): unknown => {
    const { torch: _version, ...rest } = JSON.parse(new TextDecoder().decode(bytes));
    return rest;
  };
  return sameValue(read(a), read(b));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return isClose(a, b, 'float32');
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [mine, other] = [Object.entries(a), Object.entries(b)];
  return (
    mine.length === other.length &&
    mine.every(([key, value], k) => key === other[k][0] && sameValue(value, other[k][1]))
  );
}

const fraction = /-?\d+\.\d+(?:e[+-]\d+)?/g;

/** By how much printed fractions may differ: by one in the last of their four digits, where processors round otherwise. */
const lastDigit = 1.01e-4;

function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  const numbers = (text: string): number[] => (text.match(fraction) ?? []).map(Number);
  const others = numbers(b);
  return (
    a.replace(fraction, '').replace(/ +/g, ' ') === b.replace(fraction, '').replace(/ +/g, ' ') &&
    numbers(a).every(
      (value, k) => Math.abs(value - others[k]) <= lastDigit * Math.max(1, Math.abs(others[k])),
    )
  );
}
