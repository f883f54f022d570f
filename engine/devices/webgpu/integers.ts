/** Functions on integers in WGSL: of up to 32 bits as i32, of 64 bits as pairs of words (int64.ts). */

import type { Kind } from './layout.ts';

export const integerFunctions: Readonly<Record<Exclude<Kind, 'f32'>, Record<string, string>>> = {
  i32: {
    maximum: 'fn maximum_i32(a: i32, b: i32) -> i32 { return max(a, b); }',
    minimum: 'fn minimum_i32(a: i32, b: i32) -> i32 { return min(a, b); }',
    fmax: 'fn fmax_i32(a: i32, b: i32) -> i32 { return max(a, b); }',
    fmin: 'fn fmin_i32(a: i32, b: i32) -> i32 { return min(a, b); }',
    signbit: 'fn signbit_i32(x: i32) -> bool { return x < 0; }',
    gcd: `fn gcd_i32(a: i32, b: i32) -> i32 {
  var high = abs(a);
  var low = abs(b);
  while (low != 0) {
    let rest = high % low;
    high = low;
    low = rest;
  }
  return high;
}`,
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
    fmax: 'fn fmax_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return select(a, b, i64_lt(a, b)); }',
    fmin: 'fn fmin_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return select(b, a, i64_lt(a, b)); }',
    signbit: 'fn signbit_i64(x: vec2<u32>) -> bool { return i64_is_negative(x); }',
    gcd: `fn gcd_i64(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  var high = i64_abs(a);
  var low = i64_abs(b);
  while (any(low != vec2<u32>(0u))) {
    let rest = i64_fmod(high, low);
    high = low;
    low = rest;
  }
  return high;
}`,
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
