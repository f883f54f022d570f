/**
 * Functions of expressions in WGSL, by the names of devices/cpu/math.ts and the kind they calculate with. What
 * WGSL has under the same name and meaning is listed; the rest is written here. Nothing relies on the compiler
 * keeping nan and infinity: drivers calculate with "fast math", so both are told by their bits.
 */

import type { Kind } from './layout.ts';

/** WGSL's own functions whose edge values are PyTorch's. */
const builtins: Record<Kind, ReadonlySet<string>> = {
  f32: new Set(['floor', 'ceil', 'trunc', 'round', 'abs', 'sqrt', 'atan']),
  i32: new Set(['abs', 'sign']),
  i64: new Set(),
};

/** Bit tests that every kernel has at hand. */
export const prelude = `
fn is_nan(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }
fn is_inf(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) == 0x7f800000u; }
fn of_bits(bits: u32) -> f32 { return bitcast<f32>(bits | (P.data[0].y & 1u)); }
fn inf() -> f32 { return of_bits(0x7f800000u); }
fn nan() -> f32 { return of_bits(0x7fc00000u); }
fn eq(a: f32, b: f32) -> bool { return a == b && !is_nan(a) && !is_nan(b); }
fn lt(a: f32, b: f32) -> bool { return a < b && !is_nan(a) && !is_nan(b); }
fn le(a: f32, b: f32) -> bool { return a <= b && !is_nan(a) && !is_nan(b); }
`;

/** Sources of functions by kind and name; a function may call others of its kind by their full names. */
const sources: Record<Kind, Record<string, string>> = {
  f32: {
    isnan: 'fn isnan_f32(x: f32) -> bool { return is_nan(x); }',
    isinf: 'fn isinf_f32(x: f32) -> bool { return is_inf(x); }',
    isfinite: 'fn isfinite_f32(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u; }',
    sign: 'fn sign_f32(x: f32) -> f32 { return select(select(0.0, -1.0, lt(x, 0.0)), 1.0, lt(0.0, x)); }',
    rsqrt: 'fn rsqrt_f32(x: f32) -> f32 { return 1.0 / sqrt(x); }',
    // WGSL promises sin and cos to 2^-11 alone, so they are computed here, to the last bits of float32.
    // Source: Cephes, sinf.c: the angle is brought within a quarter of pi by a pi in three parts, then a polynomial.
    quadrant: `fn quadrant_f32(x: f32, shift: u32) -> f32 {
  let octant = u32(x * 1.27323954473516);
  let even = octant + (octant & 1u);
  let y = f32(even);
  let z = ((x - y * 0.78515625) - y * 2.4187564849853515625e-4) - y * 3.77489497744594108e-8;
  let s = z * z;
  let turned = even + shift;
  let sine = ((-1.9515295891e-4 * s + 8.3321608736e-3) * s - 1.6666654611e-1) * s * z + z;
  let cosine = ((2.443315711809948e-5 * s - 1.388731625493765e-3) * s + 4.166664568298827e-2) * s * s - 0.5 * s + 1.0;
  let value = select(sine, cosine, (turned & 2u) != 0u);
  return select(value, -value, (turned & 4u) != 0u);
}`,
    sin: `fn sin_f32(x: f32) -> f32 {
  if (is_nan(x) || is_inf(x)) { return nan(); }
  if (abs(x) > 32768.0) { return sin(x); }
  let value = quadrant_f32(abs(x), 0u);
  return select(value, -value, (bitcast<u32>(x) >> 31u) == 1u);
}`,
    cos: `fn cos_f32(x: f32) -> f32 {
  if (is_nan(x) || is_inf(x)) { return nan(); }
  if (abs(x) > 32768.0) { return cos(x); }
  return quadrant_f32(abs(x), 2u);
}`,
    exp: `fn exp_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x > 88.8) { return inf(); }
  if (x < -104.0) { return 0.0; }
  return exp(x);
}`,
    log: `fn log_f32(x: f32) -> f32 {
  if (is_nan(x) || x < 0.0) { return nan(); }
  if (x == 0.0) { return -inf(); }
  if (is_inf(x)) { return x; }
  return log(x);
}`,
    tanh: `fn tanh_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (abs(x) < 0.05) { let s = x * x; return x * (1.0 - s * (1.0 / 3.0 - s * (2.0 / 15.0))); }
  return tanh(clamp(x, -15.0, 15.0));
}`,
    sigmoid: `fn sigmoid_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  return 1.0 / (1.0 + exp(-clamp(x, -88.0, 88.0)));
}`,
    maximum: `fn maximum_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return a; }
  if (is_nan(b)) { return b; }
  return max(a, b);
}`,
    minimum: `fn minimum_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return a; }
  if (is_nan(b)) { return b; }
  return min(a, b);
}`,
    pow: `fn pow_f32(a: f32, b: f32) -> f32 {
  if (b == 0.0 || a == 1.0) { return 1.0; }
  if (is_nan(a) || is_nan(b)) { return nan(); }
  let whole = trunc(b) == b;
  if (whole && abs(b) <= 32.0) { // products are closer than what logarithms give
    var power = 1.0;
    var base = a;
    for (var left = u32(abs(b)); left > 0u; left >>= 1u) {
      if ((left & 1u) == 1u) { power *= base; }
      base *= base;
    }
    return select(power, 1.0 / power, b < 0.0);
  }
  let odd = whole && abs(b) < 16777216.0 && (i32(b) & 1) == 1;
  if (a == 0.0) {
    if (b < 0.0) { return inf(); }
    return 0.0;
  }
  if (a < 0.0 && !whole) { return nan(); }
  let magnitude = exp2_f32(b * log2(abs(a)));
  return select(magnitude, -magnitude, a < 0.0 && odd);
}`,
    exp2: `fn exp2_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x >= 128.0) { return inf(); }
  if (x < -150.0) { return 0.0; }
  return exp2(x);
}`,
    fmod: `fn fmod_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a) || is_nan(b) || is_inf(a) || b == 0.0) { return nan(); }
  if (is_inf(b)) { return a; }
  return a - b * trunc(a / b);
}`,
    remainder: `fn remainder_f32(a: f32, b: f32) -> f32 {
  let rest = fmod_f32(a, b);
  return select(rest, rest + b, rest != 0.0 && (rest < 0.0) != (b < 0.0));
}`,
    trunc_divide: 'fn trunc_divide_f32(a: f32, b: f32) -> f32 { return trunc(a / b); }',
    floor_divide: 'fn floor_divide_f32(a: f32, b: f32) -> f32 { return floor(a / b); }',
  },
  i32: {
    maximum: 'fn maximum_i32(a: i32, b: i32) -> i32 { return max(a, b); }',
    minimum: 'fn minimum_i32(a: i32, b: i32) -> i32 { return min(a, b); }',
    isnan: 'fn isnan_i32(x: i32) -> bool { return false; }',
    isinf: 'fn isinf_i32(x: i32) -> bool { return false; }',
    isfinite: 'fn isfinite_i32(x: i32) -> bool { return true; }',
    int_trunc_divide: 'fn int_trunc_divide_i32(a: i32, b: i32) -> i32 { return a / b; }',
    int_fmod: 'fn int_fmod_i32(a: i32, b: i32) -> i32 { return a % b; }',
    int_remainder: `fn int_remainder_i32(a: i32, b: i32) -> i32 {
  let rest = a % b;
  return select(rest, rest + b, rest != 0 && (rest < 0) != (b < 0));
}`,
    int_floor_divide: `fn int_floor_divide_i32(a: i32, b: i32) -> i32 {
  let quotient = a / b;
  return select(quotient, quotient - 1, a % b != 0 && (a < 0) != (b < 0));
}`,
    int_pow: `fn int_pow_i32(a: i32, b: i32) -> i32 {
  if (b < 0) { return select(select(0, select(-1, 1, (b & 1) == 0), a == -1), 1, a == 1); }
  var result = 1;
  var base = a;
  for (var left = b; left > 0; left >>= 1u) {
    if ((left & 1) == 1) { result *= base; }
    base *= base;
  }
  return result;
}`,
  },
  i64: {
    abs: 'fn abs_i64(x: vec2<u32>) -> vec2<u32> { return i64_abs(x); }',
    sign: `fn sign_i64(x: vec2<u32>) -> vec2<u32> {
  if (i64_is_negative(x)) { return vec2<u32>(0xffffffffu); }
  return select(vec2<u32>(1u, 0u), x, all(x == vec2<u32>(0u)));
}`,
    maximum: `fn maximum_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return select(a, b, i64_lt(a, b)); }`,
    minimum: `fn minimum_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return select(b, a, i64_lt(a, b)); }`,
    isnan: 'fn isnan_i64(x: vec2<u32>) -> bool { return false; }',
    isinf: 'fn isinf_i64(x: vec2<u32>) -> bool { return false; }',
    isfinite: 'fn isfinite_i64(x: vec2<u32>) -> bool { return true; }',
    int_trunc_divide:
      'fn int_trunc_divide_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return i64_trunc_divide(a, b); }',
    int_floor_divide:
      'fn int_floor_divide_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return i64_floor_divide(a, b); }',
    int_fmod: 'fn int_fmod_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return i64_fmod(a, b); }',
    int_remainder:
      'fn int_remainder_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return i64_remainder(a, b); }',
    int_pow: 'fn int_pow_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return i64_pow(a, b); }',
  },
};

/** Functions whose value is a WGSL bool. */
export const predicates = new Set(['isnan', 'isinf', 'isfinite', 'isposinf', 'isneginf', 'signbit']);

/** The WGSL name by which to call a function, or null where the GPU has none. Adds its source to `used`. */
export function callName(name: string, kind: Kind, used: Map<string, string>): string | null {
  const source = sources[kind][name];
  if (source === undefined) return builtins[kind].has(name) ? name : null;
  const full = `${name}_${kind}`;
  if (!used.has(full)) {
    used.set(full, source);
    for (const [, other] of source.matchAll(/\b(\w+)_(?:f32|i32|i64)\(/g)) {
      if (other !== name) callName(other, kind, used);
    }
  }
  return full;
}
