/**
 * Elementary functions on f32 in WGSL, by the names of devices/cpu/math.ts. WGSL allows its own sin, log and atan errors
 * that show in the fourth digit, so those whose results are looked at are written here. A function may call others by
 * their full names; nan and infinity are told by their bits (functions.ts).
 */

const predicates = {
  isnan: 'fn isnan_f32(x: f32) -> bool { return is_nan(x); }',
  isinf: 'fn isinf_f32(x: f32) -> bool { return is_inf(x); }',
  isfinite: 'fn isfinite_f32(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u; }',
  signbit: 'fn signbit_f32(x: f32) -> bool { return (bitcast<u32>(x) >> 31u) == 1u; }',
};

const comparing = {
  sign: 'fn sign_f32(x: f32) -> f32 { return select(select(0.0, -1.0, lt(x, 0.0)), 1.0, lt(0.0, x)); }',
  copysign: `fn copysign_f32(size: f32, sign: f32) -> f32 {
  return of_bits((bitcast<u32>(size) & 0x7fffffffu) | (bitcast<u32>(sign) & 0x80000000u));
}`,
  maximum: `fn maximum_f32(a: f32, b: f32) -> f32 {
  return select(select(max(a, b), b, is_nan(b)), a, is_nan(a));
}`,
  minimum: `fn minimum_f32(a: f32, b: f32) -> f32 {
  return select(select(min(a, b), b, is_nan(b)), a, is_nan(a));
}`,
  fmax: `fn fmax_f32(a: f32, b: f32) -> f32 {
  return select(select(max(a, b), a, is_nan(b)), b, is_nan(a));
}`,
  fmin: `fn fmin_f32(a: f32, b: f32) -> f32 {
  return select(select(min(a, b), a, is_nan(b)), b, is_nan(a));
}`,
  exponent: `fn exponent_f32(x: f32) -> f32 {
  if (x == 0.0 || is_nan(x) || is_inf(x)) { return 0.0; }
  return f32(frexp(x).exp);
}`,
  mantissa: `fn mantissa_f32(x: f32) -> f32 {
  if (x == 0.0 || is_nan(x) || is_inf(x)) { return x; }
  return frexp(x).fract;
}`,
  fround: 'fn fround_f32(x: f32) -> f32 { return x; }',
  nextafter32: `fn nextafter32_f32(x: f32, to: f32) -> f32 {
  if (is_nan(x) || is_nan(to)) { return nan(); }
  if (x == to) { return to; }
  if (x == 0.0) { return of_bits(select(0x80000001u, 1u, to > 0.0)); }
  return of_bits(bitcast<u32>(x) + select(0xffffffffu, 1u, (to > x) == (x > 0.0)));
}`,
};

const division = {
  // Exact, as C's: the divisor times a falling power of two is taken off while it fits.
  fmod: `fn fmod_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a) || is_nan(b) || is_inf(a) || b == 0.0) { return nan(); }
  if (is_inf(b)) { return a; }
  var rest = abs(a);
  let divisor = abs(b);
  var shift = i32((bitcast<u32>(rest) >> 23u) & 255u) - i32((bitcast<u32>(divisor) >> 23u) & 255u);
  for (; shift >= 0; shift--) {
    let part = ldexp(divisor, shift);
    if (part <= rest) { rest -= part; }
  }
  return of_bits(bitcast<u32>(rest) | (bitcast<u32>(a) & 0x80000000u));
}`,
  remainder: `fn remainder_f32(a: f32, b: f32) -> f32 {
  let rest = fmod_f32(a, b);
  return select(rest, rest + b, rest != 0.0 && (rest < 0.0) != (b < 0.0));
}`,
  // A quotient that is whole must not come out as a little less.
  trunc_divide: `fn trunc_divide_f32(a: f32, b: f32) -> f32 {
  let quotient = a / b;
  let whole = round(quotient);
  return select(trunc(quotient), whole, whole * b == a);
}`,
  floor_divide: `fn floor_divide_f32(a: f32, b: f32) -> f32 {
  if (b == 0.0) { return a / b; }
  let rest = fmod_f32(a, b);
  var quotient = (a - rest) / b;
  if (rest != 0.0 && (b < 0.0) != (rest < 0.0)) { quotient -= 1.0; }
  if (quotient == 0.0) { return select(0.0, -0.0, (a < 0.0) != (b < 0.0)); }
  let lower = floor(quotient);
  return select(lower, lower + 1.0, quotient - lower > 0.5);
}`,
};

const exponentials = {
  // e^r for r within ±½ ln 2.
  exp_small: `fn exp_small_f32(r: f32) -> f32 {
  let p = (((1.98756915e-4 * r + 1.39819995e-3) * r + 8.33345191e-3) * r + 4.16657959e-2) * r + 0.166666655;
  return (p * r + 0.5) * r * r + r + 1.0;
}`,
  // Between -87 and 88, where the result is a normal number: e^x = 2^n e^r.
  exp_normal: `fn exp_normal_f32(x: f32) -> f32 {
  let n = nearest(x * 1.44269504);
  let turns = f32(n);
  let r = (x - turns * 0.693359375) + turns * 2.1219444e-4;
  return bitcast<f32>(bitcast<i32>(exp_small_f32(r)) + (n << 23u));
}`,
  exp: `fn exp_f32(x: f32) -> f32 {
  let value = select(exp_normal_f32(x), inf(), x > 88.72284);
  return select(select(value, 0.0, x < -87.33655), x, is_nan(x));
}`,
  exp2: `fn exp2_f32(x: f32) -> f32 {
  let n = nearest(x);
  let small = exp_small_f32((x - f32(n)) * 0.693147181);
  let value = select(bitcast<f32>(bitcast<i32>(small) + (n << 23u)), inf(), x >= 128.0);
  return select(select(value, 0.0, x < -126.0), x, is_nan(x));
}`,
  expm1: `fn expm1_f32(x: f32) -> f32 {
  let small = x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0)))));
  return select(exp_f32(x) - 1.0, small, abs(x) < 0.35);
}`,
  // x = 2^exponent m with m between √½ and √2; log m = 2 artanh((m - 1) / (m + 1)).
  log_parts: `fn log_parts_f32(x: f32) -> vec2<f32> {
  let is_small = x < 1.1754944e-38;
  let bits = bitcast<u32>(select(x, x * 16777216.0, is_small)) - 0x3f3504f3u;
  let exponent = f32(bitcast<i32>(bits) >> 23u) - select(0.0, 24.0, is_small);
  let m = bitcast<f32>((bits & 0x007fffffu) + 0x3f3504f3u);
  return vec2<f32>(exponent, artanh_f32((m - 1.0) / (m + 1.0)));
}`,
  artanh: `fn artanh_f32(s: f32) -> f32 {
  let t = s * s;
  return 2.0 * s + s * t * (0.66666667 + t * (0.4 + t * (0.2857143 + t * 0.24)));
}`,
  // Logarithms of what has none that is a number.
  log_edges: `fn log_edges_f32(x: f32, value: f32) -> f32 {
  let positive = select(select(value, x, is_inf(x)), -inf(), x == 0.0);
  return select(positive, nan(), x < 0.0 || is_nan(x));
}`,
  log: `fn log_f32(x: f32) -> f32 {
  let parts = log_parts_f32(x);
  return log_edges_f32(x, parts.x * 0.693359375 + (parts.y - parts.x * 2.1219444e-4));
}`,
  log2: `fn log2_f32(x: f32) -> f32 {
  let parts = log_parts_f32(x);
  return log_edges_f32(x, parts.x + parts.y * 1.44269504);
}`,
  log10: `fn log10_f32(x: f32) -> f32 {
  let parts = log_parts_f32(x);
  return log_edges_f32(x, parts.x * 0.301025390625 + (parts.x * 4.6050390e-6 + parts.y * 0.434294482));
}`,
  log1p: `fn log1p_f32(x: f32) -> f32 {
  return select(log_f32(1.0 + x), artanh_f32(x / (2.0 + x)), abs(x) < 0.3);
}`,
  // Whole exponents by squaring, which is exact for as long as the result is.
  pow: `fn pow_f32(a: f32, b: f32) -> f32 {
  if (b == 0.0 || a == 1.0) { return 1.0; }
  if (is_nan(a) || is_nan(b)) { return nan(); }
  if (a == -1.0 && is_inf(b)) { return 1.0; }
  let whole = trunc(b) == b && !is_inf(b);
  if (whole && abs(b) <= 64.0) {
    var result = 1.0;
    var base = a;
    for (var left = u32(abs(b)); left > 0u; left >>= 1u) {
      if ((left & 1u) == 1u) { result *= base; }
      base *= base;
    }
    if (b > 0.0) { return result; }
    if (result == 0.0) { return copysign_f32(inf(), result); }
    return 1.0 / result;
  }
  let odd = whole && abs(b) < 16777216.0 && (i32(b) & 1) == 1;
  if (a == 0.0) {
    let size = select(0.0, inf(), b < 0.0);
    return select(size, copysign_f32(size, a), odd);
  }
  if (b == 0.5) { return sqrt(a); }
  if (a < 0.0 && !whole && !is_inf(b)) { return nan(); }
  let magnitude = exp2_f32(b * log2_f32(abs(a)));
  return select(magnitude, -magnitude, a < 0.0 && odd);
}`,
  rsqrt: 'fn rsqrt_f32(x: f32) -> f32 { return select(1.0 / sqrt(x), copysign_f32(inf(), x), x == 0.0); }',
  sigmoid: `fn sigmoid_f32(x: f32) -> f32 {
  let value = 1.0 / (1.0 + exp_normal_f32(-clamp(x, -87.0, 87.0)));
  return select(select(value, 0.0, x < -87.33655), x, is_nan(x));
}`,
  softplus: `fn softplus_f32(x: f32) -> f32 {
  return select(max(x, 0.0) + log1p_f32(exp_f32(-abs(x))), x, is_nan(x));
}`,
  logaddexp: `fn logaddexp_f32(a: f32, b: f32) -> f32 {
  if (is_inf(a) && a == b) { return a; }
  return maximum_f32(a, b) + log1p_f32(exp_f32(-abs(a - b)));
}`,
  logaddexp2: `fn logaddexp2_f32(a: f32, b: f32) -> f32 {
  if (is_inf(a) && a == b) { return a; }
  return maximum_f32(a, b) + log1p_f32(exp2_f32(-abs(a - b))) * 1.44269504;
}`,
  xlogy: `fn xlogy_f32(x: f32, y: f32) -> f32 {
  if (is_nan(y)) { return y; }
  if (x == 0.0) { return 0.0; }
  return x * log_f32(y);
}`,
  hypot: `fn hypot_f32(a: f32, b: f32) -> f32 {
  if (is_inf(a) || is_inf(b)) { return inf(); }
  if (is_nan(a) || is_nan(b)) { return nan(); }
  let large = max(abs(a), abs(b));
  if (large == 0.0) { return 0.0; }
  let ratio = min(abs(a), abs(b)) / large;
  return large * sqrt(1.0 + ratio * ratio);
}`,
};

const trigonometry = {
  // For |r| up to ½ π, with r's sign turned where the half turns taken off are odd.
  half_turned: `fn half_turned_f32(r: f32, odd: u32) -> f32 {
  let z = r * r;
  let value = r + r * z * (-0.166666595 + z * (8.33306519e-3 + z * (-1.98095203e-4 + z * 2.60558794e-6)));
  return bitcast<f32>(bitcast<u32>(value) ^ (odd << 31u));
}`,
  // The angle less its half turns: π in three parts that multiply exactly.
  without_turns: `fn without_turns_f32(x: f32, turns: f32) -> f32 {
  return ((x - turns * 3.140625) - turns * 9.6702576e-4) - turns * 6.2783294e-7;
}`,
  sin: `fn sin_f32(x: f32) -> f32 {
  let turns = nearest(x * 0.318309886);
  let value = half_turned_f32(without_turns_f32(x, f32(turns)), bitcast<u32>(turns));
  return select(select(value, sin(x), abs(x) > 30000.0), nan(), is_nan(x) || is_inf(x));
}`,
  cos: `fn cos_f32(x: f32) -> f32 {
  let turns = floor(x * 0.318309886);
  let value = half_turned_f32(without_turns_f32(x, turns + 0.5), bitcast<u32>(nearest(turns)) + 1u);
  return select(select(value, cos(x), abs(x) > 30000.0), nan(), is_nan(x) || is_inf(x));
}`,
  tan: 'fn tan_f32(x: f32) -> f32 { return sin_f32(x) / cos_f32(x); }',
  single_sinc: `fn single_sinc_f32(x: f32) -> f32 {
  if (x == 0.0) { return 1.0; }
  let angle = 3.14159265 * x;
  return sin_f32(angle) / angle;
}`,
  atan: `fn atan_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let size = abs(x);
  var start = 0.0;
  var t = size;
  if (size > 2.41421356) {
    start = 1.57079633;
    t = select(-1.0 / size, 0.0, is_inf(x));
  } else if (size > 0.41421356) {
    start = 0.785398163;
    t = (size - 1.0) / (size + 1.0);
  }
  let z = t * t;
  let rest = t * z * (-0.33333307 + z * (0.19998211 + z * (-0.14239983 + z * (0.10572814 - z * 0.060332417))));
  return copysign_f32(start + (t + rest), x);
}`,
  atan2: `fn atan2_f32(y: f32, x: f32) -> f32 {
  if (is_nan(x) || is_nan(y)) { return nan(); }
  let behind = signbit_f32(x);
  if (y == 0.0 || (is_inf(x) && !is_inf(y))) { return copysign_f32(select(0.0, 3.14159265, behind), y); }
  if (is_inf(x) && is_inf(y)) { return copysign_f32(select(0.785398163, 2.35619449, behind), y); }
  if (x == 0.0 || is_inf(y)) { return copysign_f32(1.57079633, y); }
  let angle = atan_f32(abs(y) / abs(x));
  return copysign_f32(select(angle, 3.14159265 - angle, behind), y);
}`,
  asin_small: `fn asin_small_f32(x: f32) -> f32 {
  let z = x * x;
  return x + x * z * (0.16666787 + z * (0.074945343 + z * (0.045539010 + z * (0.023909364 + z * 0.042553599))));
}`,
  asin: `fn asin_f32(x: f32) -> f32 {
  let size = abs(x);
  if (is_nan(x) || size > 1.0) { return nan(); }
  if (size <= 0.5) { return asin_small_f32(x); }
  return copysign_f32(1.57079633 - 2.0 * asin_small_f32(sqrt((1.0 - size) / 2.0)), x);
}`,
  acos: `fn acos_f32(x: f32) -> f32 {
  let size = abs(x);
  if (is_nan(x) || size > 1.0) { return nan(); }
  if (size <= 0.5) { return 1.57079633 - asin_small_f32(x); }
  let angle = 2.0 * asin_small_f32(sqrt((1.0 - size) / 2.0));
  return select(angle, 3.14159265 - angle, x < 0.0);
}`,
};

const hyperbolic = {
  tanh: `fn tanh_f32(x: f32) -> f32 {
  let e = expm1_f32(2.0 * min(abs(x), 10.0));
  return select(copysign_f32(e / (e + 2.0), x), x, is_nan(x));
}`,
  sinh: `fn sinh_f32(x: f32) -> f32 {
  let z = x * x;
  if (z < 0.2) { return x * (1.0 + z / 6.0 * (1.0 + z / 20.0 * (1.0 + z / 42.0))); }
  let half = exp_f32(abs(x) - 0.693147181);
  return copysign_f32(half - 0.25 / half, x);
}`,
  cosh: `fn cosh_f32(x: f32) -> f32 {
  let half = exp_f32(abs(x) - 0.693147181);
  return half + 0.25 / half;
}`,
  asinh: `fn asinh_f32(x: f32) -> f32 {
  let size = abs(x);
  if (is_nan(x) || is_inf(x)) { return x; }
  if (size > 10000.0) { return copysign_f32(log_f32(size) + 0.693147181, x); }
  let z = size * size;
  return copysign_f32(log1p_f32(size + z / (1.0 + sqrt(z + 1.0))), x);
}`,
  acosh: `fn acosh_f32(x: f32) -> f32 {
  if (is_nan(x) || x < 1.0) { return nan(); }
  if (x > 10000.0) { return log_f32(x) + 0.693147181; }
  let t = x - 1.0;
  return log1p_f32(t + sqrt(2.0 * t + t * t));
}`,
  atanh: `fn atanh_f32(x: f32) -> f32 {
  let size = abs(x);
  if (is_nan(x) || size > 1.0) { return nan(); }
  if (size == 1.0) { return copysign_f32(inf(), x); }
  return copysign_f32(0.5 * log1p_f32(2.0 * size / (1.0 - size)), x);
}`,
};

export const floatFunctions: Readonly<Record<string, string>> = {
  ...predicates,
  ...comparing,
  ...division,
  ...exponentials,
  ...trigonometry,
  ...hyperbolic,
};
