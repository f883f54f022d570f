/**
 * Many normal samples at once, the way PyTorch makes them: uniform samples are drawn first, then turned into normal
 * ones in blocks of 16 by the method of Box and Muller, one from each half of the block giving a pair.
 */

import { type DType, float16, float64 } from '../core/dtype.ts';
import { log32, sinCos32 } from './cephes.ts';
import { fma, log, sinCos } from './double-double.ts';
import type { RandomStream } from './stream.ts';

const BLOCK = 16;

/** From this many elements on a contiguous tensor is filled by blocks. */
export const FILL_MINIMUM = BLOCK;

type FloatArray = Float64Array | Float32Array | Float16Array;

/**
 * Fills `out` with normal samples of that mean and standard deviation. Where its length is no multiple of 16, the
 * last 16 elements are drawn anew.
 * @param out of at least 16 elements
 */
export function normalFill(
  stream: RandomStream,
  out: FloatArray,
  dtype: DType,
  mean: number,
  std: number,
): void {
  const isDouble = dtype === float64;
  // float16 is computed in float32, and its blocks are drawn one by one: none for the elements after the last.
  const samples = dtype === float16 ? new Float32Array(out.length) : (out as Float64Array | Float32Array);
  const rest = out.length % BLOCK;
  const transform = isDouble ? transformDouble(mean, std) : transformSingle(mean, std);
  const draw = (start: number, end: number): void => {
    for (let i = start; i < end; i++) samples[i] = isDouble ? stream.uniform53() : stream.uniform24();
  };
  draw(0, dtype === float16 ? out.length - rest : out.length);
  for (let start = 0; start + BLOCK <= out.length; start += BLOCK) transform(samples, start);
  if (rest > 0) {
    draw(out.length - BLOCK, out.length);
    transform(samples, out.length - BLOCK);
  }
  if (samples !== out) out.set(samples);
}

/** Turns the 16 uniform samples from `start` on into normal ones. */
type BlockTransform = (samples: Float64Array | Float32Array, start: number) => void;

function transformDouble(mean: number, std: number): BlockTransform {
  return (samples, start) => {
    for (let i = start, j = start + BLOCK / 2; i < start + BLOCK / 2; i++, j++) {
      // From (0, 1]: the logarithm of 0 would be infinite.
      const radius = Math.sqrt(-2 * log(1 - samples[i]));
      const [sin, cos] = sinCos(2 * Math.PI * samples[j]);
      samples[i] = fma(radius * cos, std, mean);
      samples[j] = fma(radius * sin, std, mean);
    }
  };
}

function transformSingle(mean: number, std: number): BlockTransform {
  const { fround, sqrt } = Math;
  const turn = fround(2 * Math.PI);
  const shift = fround(mean);
  const scale = fround(std);
  return (samples, start) => {
    for (let i = start, j = start + BLOCK / 2; i < start + BLOCK / 2; i++, j++) {
      const radius = fround(sqrt(-2 * log32(1 - samples[i])));
      const [sin, cos] = sinCos32(fround(turn * samples[j]));
      samples[i] = fround(radius * cos) * scale + shift;
      samples[j] = fround(radius * sin) * scale + shift;
    }
  };
}
