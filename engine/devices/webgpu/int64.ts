/** 64-bit integers in WGSL: two words, the low one first. Everything wraps around as in C. */

export const int64Library = `
fn i64_of(x: i32) -> vec2<u32> { return vec2<u32>(u32(x), select(0u, 0xffffffffu, x < 0)); }
fn i64_low(a: vec2<u32>) -> i32 { return i32(a.x); }
fn i64_is_negative(a: vec2<u32>) -> bool { return (a.y & 0x80000000u) != 0u; }
fn i64_add(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let low = a.x + b.x;
  return vec2<u32>(low, a.y + b.y + select(0u, 1u, low < a.x));
}
fn i64_neg(a: vec2<u32>) -> vec2<u32> { return i64_add(~a, vec2<u32>(1u, 0u)); }
fn i64_sub(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> { return i64_add(a, i64_neg(b)); }
fn i64_wide(a: u32, b: u32) -> vec2<u32> {
  let p = (a & 0xffffu) * (b & 0xffffu);
  let q = (a >> 16u) * (b & 0xffffu) + (p >> 16u);
  let r = (a & 0xffffu) * (b >> 16u) + (q & 0xffffu);
  return vec2<u32>((p & 0xffffu) | (r << 16u), (a >> 16u) * (b >> 16u) + (q >> 16u) + (r >> 16u));
}
fn i64_mul(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let low = i64_wide(a.x, b.x);
  return vec2<u32>(low.x, low.y + a.x * b.y + a.y * b.x);
}
fn i64_eq(a: vec2<u32>, b: vec2<u32>) -> bool { return all(a == b); }
fn i64_lt(a: vec2<u32>, b: vec2<u32>) -> bool {
  if (a.y != b.y) { return bitcast<i32>(a.y) < bitcast<i32>(b.y); }
  return a.x < b.x;
}
fn i64_to_f32(a: vec2<u32>) -> f32 {
  if (i64_is_negative(a)) {
    let m = i64_neg(a);
    return -(f32(m.y) * 4294967296.0 + f32(m.x));
  }
  return f32(a.y) * 4294967296.0 + f32(a.x);
}
fn i64_from_f32(x: f32) -> vec2<u32> {
  if (!(abs(x) < 9223372036854775808.0)) { return vec2<u32>(0u, 0x80000000u); }
  let m = trunc(abs(x));
  let high = floor(m / 4294967296.0);
  let result = vec2<u32>(u32(m - high * 4294967296.0), u32(high));
  if (x < 0.0) { return i64_neg(result); }
  return result;
}
fn i64_shift_left(a: vec2<u32>, n: u32) -> vec2<u32> {
  if (n >= 64u) { return vec2<u32>(0u); }
  if (n >= 32u) { return vec2<u32>(0u, a.x << (n - 32u)); }
  if (n == 0u) { return a; }
  return vec2<u32>(a.x << n, (a.y << n) | (a.x >> (32u - n)));
}
fn i64_shift_right(a: vec2<u32>, n: u32) -> vec2<u32> {
  let high = bitcast<i32>(a.y);
  if (n >= 64u) { return vec2<u32>(bitcast<u32>(high >> 31u)); }
  if (n >= 32u) { return vec2<u32>(bitcast<u32>(high >> (n - 32u)), bitcast<u32>(high >> 31u)); }
  if (n == 0u) { return a; }
  return vec2<u32>((a.x >> n) | (a.y << (32u - n)), bitcast<u32>(high >> n));
}
fn i64_divide_unsigned(a: vec2<u32>, b: vec2<u32>) -> vec4<u32> {
  var quotient = vec2<u32>(0u);
  var rest = vec2<u32>(0u);
  for (var bit = 63; bit >= 0; bit--) {
    rest = vec2<u32>(rest.x << 1u, (rest.y << 1u) | (rest.x >> 31u));
    let word = select(a.x, a.y, bit >= 32);
    rest.x |= (word >> u32(bit & 31)) & 1u;
    let fits = rest.y > b.y || (rest.y == b.y && rest.x >= b.x);
    if (fits) {
      rest = i64_sub(rest, b);
      if (bit >= 32) { quotient.y |= 1u << u32(bit - 32); } else { quotient.x |= 1u << u32(bit); }
    }
  }
  return vec4<u32>(quotient, rest);
}
fn i64_abs(a: vec2<u32>) -> vec2<u32> {
  if (i64_is_negative(a)) { return i64_neg(a); }
  return a;
}
fn i64_trunc_divide(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let quotient = i64_divide_unsigned(i64_abs(a), i64_abs(b)).xy;
  if (i64_is_negative(a) != i64_is_negative(b)) { return i64_neg(quotient); }
  return quotient;
}
fn i64_fmod(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let rest = i64_divide_unsigned(i64_abs(a), i64_abs(b)).zw;
  if (i64_is_negative(a)) { return i64_neg(rest); }
  return rest;
}
fn i64_remainder(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let rest = i64_fmod(a, b);
  if (any(rest != vec2<u32>(0u)) && i64_is_negative(rest) != i64_is_negative(b)) { return i64_add(rest, b); }
  return rest;
}
fn i64_floor_divide(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let quotient = i64_trunc_divide(a, b);
  let rest = i64_fmod(a, b);
  if (any(rest != vec2<u32>(0u)) && i64_is_negative(a) != i64_is_negative(b)) {
    return i64_sub(quotient, vec2<u32>(1u, 0u));
  }
  return quotient;
}
fn i64_pow(a: vec2<u32>, b: vec2<u32>) -> vec2<u32> {
  let one = vec2<u32>(1u, 0u);
  if (i64_is_negative(b)) {
    if (i64_eq(a, one)) { return one; }
    if (i64_eq(a, i64_neg(one))) { return select(a, one, (b.x & 1u) == 0u); }
    return vec2<u32>(0u);
  }
  var result = one;
  var base = a;
  var left = b;
  for (var step = 0; step < 64; step++) {
    if ((left.x & 1u) != 0u) { result = i64_mul(result, base); }
    base = i64_mul(base, base);
    left = i64_shift_right(left, 1u);
  }
  return result;
}
`;
