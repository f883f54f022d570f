/** How far and how finely numbers of a type reach. Source: https://docs.pytorch.org/docs/stable/type_info.html */

import { bool, type DType, float16, float32, float64, get_default_dtype } from './dtype.ts';

const floats = new Map(
  [
    { dtype: float64, digits: 52, largest: 1023, smallest: -1022, resolution: 1e-15 },
    { dtype: float32, digits: 23, largest: 127, smallest: -126, resolution: 1e-6 },
    { dtype: float16, digits: 10, largest: 15, smallest: -14, resolution: 1e-3 },
  ].map((one) => [one.dtype, one] as const),
);

/** Six digits, as C's %g, which rounds a half to the even digit where JavaScript rounds it up. */
function short(value: number): string {
  const isHalf = /^-?\d\.\d{4}[02468]5e/.test(value.toExponential());
  const text = isHalf ? Number(value.toPrecision(7).slice(0, -1)) : Number(value.toPrecision(6));
  if (Math.abs(text) >= 1e-4 && Math.abs(text) < 1e6) return String(text);
  return text.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

export interface FloatLimits {
  readonly bits: number;
  /** The distance from 1 to the next larger number. */
  readonly eps: number;
  readonly max: number;
  readonly min: number;
  /** The smallest positive number with all its digits. */
  readonly tiny: number;
  readonly smallest_normal: number;
  readonly resolution: number;
  readonly dtype: string;
}

/** The limits of a floating point type, of the default one unless told otherwise. @throws TypeError for another type */
export function finfo(dtype: DType = get_default_dtype()): FloatLimits {
  const found = floats.get(dtype);
  if (!found) {
    throw new TypeError(
      `torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'`,
    );
  }
  const { digits, largest, smallest, resolution } = found;
  const [max, tiny] = [(2 - 2 ** -digits) * 2 ** largest, 2 ** smallest];
  const limits = {
    bits: dtype.itemsize * 8,
    eps: 2 ** -digits,
    max,
    min: -max,
    tiny,
    smallest_normal: tiny,
    resolution,
    dtype: dtype.name,
  };
  return withText(
    limits,
    `finfo(resolution=${short(resolution)}, min=${short(-max)}, max=${short(max)}, eps=${short(limits.eps)}, smallest_normal=${short(tiny)}, tiny=${short(tiny)}, dtype=${dtype.name})`,
  );
}

export interface IntegerLimits {
  readonly bits: number;
  /** A bigint for int64. */
  readonly max: number | bigint;
  readonly min: number | bigint;
  readonly dtype: string;
}

/** The limits of an integer type. @throws TypeError for another type */
export function iinfo(dtype: DType): IntegerLimits {
  if (dtype === bool) throw new TypeError('torch.bool is not supported by torch.iinfo');
  if (dtype.is_floating_point) {
    throw new TypeError(
      `torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'`,
    );
  }
  const bits = dtype.itemsize * 8;
  const whole = 2n ** BigInt(dtype.is_signed ? bits - 1 : bits);
  const [min, max] = [dtype.is_signed ? -whole : 0n, whole - 1n].map((value) =>
    bits === 64 ? value : Number(value),
  );
  return withText(
    { bits, max, min, dtype: dtype.name },
    `iinfo(min=${short(Number(min))}, max=${short(Number(max))}, dtype=${dtype.name})`,
  );
}

function withText<T extends object>(limits: T, text: string): T {
  return Object.defineProperty(limits, 'toString', { value: () => text });
}
