/** Whether two recordings say the same: numbers within tolerance, versions of PyTorch aside. */

import { isClose } from '../compare.ts';
import { parseNpy } from '../npy.ts';

export function sameRecording(name: string, a: Uint8Array, b: Uint8Array): boolean {
  return name.endsWith('.npy') ? sameArray(a, b) : sameJson(a, b);
}

function sameArray(a: Uint8Array, b: Uint8Array): boolean {
  const [mine, other] = [parseNpy(a), parseNpy(b)];
  if (mine.dtype !== other.dtype || String(mine.shape) !== String(other.shape)) return false;
  for (let flat = 0; flat < mine.data.length; flat++) {
    if (!isClose(Number(mine.data[flat]), Number(other.data[flat]), mine.dtype)) return false;
  }
  return true;
}

function sameJson(a: Uint8Array, b: Uint8Array): boolean {
  const read = (bytes: Uint8Array): string => {
    const { torch: _version, ...rest } = JSON.parse(new TextDecoder().decode(bytes));
    return JSON.stringify(rest);
  };
  return read(a) === read(b);
}
