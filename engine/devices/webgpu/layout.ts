/** How elements of each dtype lie in GPU memory, and how WGSL calculates with them. */

import { bool, type DType, float16, int8, int16, int64, uint8 } from '../../core/dtype.ts';

/**
 * What WGSL calculates with: f32 for floats, i32 for integers of up to 32 bits and bool, and pairs of words for
 * int64, which WGSL does not have.
 */
export type Kind = 'f32' | 'i32' | 'i64';

export function kindOf(dtype: DType): Kind {
  if (dtype.is_floating_point) {
    if (dtype.itemsize > 4) {
      throw new TypeError(
        "Cannot convert a webgpu Tensor to float64 dtype as WebGPU doesn't support float64. Please use float32 instead.",
      );
    }
    return 'f32';
  }
  return dtype === int64 ? 'i64' : 'i32';
}

export const wgslType: Record<Kind, string> = { f32: 'f32', i32: 'i32', i64: 'vec2<u32>' };

/** Bytes an element takes on the GPU: narrow types are held in words of 32 bits. */
export function deviceBytes(dtype: DType): number {
  return dtype === int64 ? 8 : 4;
}

/** WGSL that rounds or wraps a value of the dtype's kind to what the dtype can hold. */
export function fitTo(dtype: DType, code: string): string {
  switch (dtype) {
    case float16:
      return `to_half(${code})`;
    case int16:
      return `extractBits(${code}, 0u, 16u)`;
    case int8:
      return `extractBits(${code}, 0u, 8u)`;
    case uint8:
      return `(${code} & 255)`;
    case bool:
      return `select(0, 1, ${code} != 0)`;
    default:
      return code;
  }
}

/** Rounds to the nearest float16, halves to even, with its overflow and its subnormal numbers. */
export const toHalf = `
fn to_half(x: f32) -> f32 {
  let bits = bitcast<u32>(x);
  let magnitude = bits & 0x7fffffffu;
  if (magnitude > 0x7f800000u) { return x; }
  if (magnitude >= 0x477ff000u) { return bitcast<f32>((bits & 0x80000000u) | 0x7f800000u); }
  if (magnitude < 0x38800000u) { return round(x * 16777216.0) / 16777216.0; }
  return bitcast<f32>((bits + 0x0fffu + ((bits >> 13u) & 1u)) & 0xffffe000u);
}
`;

/** WebGPU's limit for each dimension of a grid. */
export const mostWorkgroups = 65535;

/** A grid of workgroups for that many, within the limit of each dimension. */
export function grid(workgroups: number): [number, number, number] {
  const limit = mostWorkgroups;
  if (workgroups <= limit) return [Math.max(workgroups, 1), 1, 1];
  const rows = Math.ceil(workgroups / limit);
  return [Math.ceil(workgroups / rows), rows, 1];
}
