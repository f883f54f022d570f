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
  if (is_nan(a)) { return a; }
  if (is_nan(b)) { return b; }
  return max(a, b);
}`,
  minimum: `fn minimum_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return a; }
  if (is_nan(b)) { return b; }
  return min(a, b);
}`,
  fmax: `fn fmax_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return b; }
  return select(max(a, b), a, is_nan(b));
}`,
  fmin: `fn fmin_f32(a: f32, b: f32) -> f32 {
  if (is_nan(a)) { return b; }
  return select(min(a, b), a, is_nan(b));
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
  exp: `fn exp_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x > 88.8) { return inf(); }
  if (x < -104.0) { return 0.0; }
  return exp(x);
}`,
  exp2: `fn exp2_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x >= 128.0) { return inf(); }
  if (x < -150.0) { return 0.0; }
  return exp2(x);
}`,
  expm1: `fn expm1_f32(x: f32) -> f32 {
  if (abs(x) < 0.35) {
    return x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0)))));
  }
  return exp_f32(x) - 1.0;
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
  log: `fn log_f32(x: f32) -> f32 {
  if (is_nan(x) || x < 0.0) { return nan(); }
  if (x == 0.0) { return -inf(); }
  if (is_inf(x)) { return x; }
  let parts = log_parts_f32(x);
  return parts.x * 0.693359375 + (parts.y - parts.x * 2.1219444e-4);
}`,
  log2: `fn log2_f32(x: f32) -> f32 {
  if (is_nan(x) || x < 0.0) { return nan(); }
  if (x == 0.0) { return -inf(); }
  if (is_inf(x)) { return x; }
  let parts = log_parts_f32(x);
  return parts.x + parts.y * 1.44269504;
}`,
  log10: `fn log10_f32(x: f32) -> f32 {
  if (is_nan(x) || x < 0.0) { return nan(); }
  if (x == 0.0) { return -inf(); }
  if (is_inf(x)) { return x; }
  let parts = log_parts_f32(x);
  return parts.x * 0.301025390625 + (parts.x * 4.6050390e-6 + parts.y * 0.434294482);
}`,
  log1p: `fn log1p_f32(x: f32) -> f32 {
  if (abs(x) < 0.3) { return artanh_f32(x / (2.0 + x)); }
  return log_f32(1.0 + x);
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
  if (is_nan(x)) { return x; }
  return 1.0 / (1.0 + exp(-clamp(x, -88.0, 88.0)));
}`,
  softplus: `fn softplus_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  return max(x, 0.0) + log1p_f32(exp_f32(-abs(x)));
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
  // The angle less its quarter turns (their number in z), and its square: π/2 in three parts that multiply exactly.
  quarter: `fn quarter_f32(x: f32) -> vec3<f32> {
  let turns = round(x * 0.63661977);
  let rest = ((x - turns * 1.5703125) - turns * 4.8351288e-4) - turns * 3.1391647e-7;
  return vec3<f32>(rest, rest * rest, turns);
}`,
  sin_small: `fn sin_small_f32(r: f32, z: f32) -> f32 {
  return r + r * z * (-0.16666667 + z * (8.3333333e-3 + z * (-1.9841270e-4 + z * 2.7557319e-6)));
}`,
  cos_small: `fn cos_small_f32(z: f32) -> f32 {
  return 1.0 + z * (-0.5 + z * (0.041666667 + z * (-1.3888889e-3 + z * (2.4801587e-5 - z * 2.7557319e-7))));
}`,
  sin: `fn sin_f32(x: f32) -> f32 {
  if (is_nan(x) || is_inf(x)) { return nan(); }
  if (abs(x) > 30000.0) { return sin(x); }
  let q = quarter_f32(x);
  let value = select(sin_small_f32(q.x, q.y), cos_small_f32(q.y), (i32(q.z) & 1) == 1);
  return select(value, -value, (i32(q.z) & 2) == 2);
}`,
  cos: `fn cos_f32(x: f32) -> f32 {
  if (is_nan(x) || is_inf(x)) { return nan(); }
  if (abs(x) > 30000.0) { return cos(x); }
  let q = quarter_f32(x);
  let value = select(cos_small_f32(q.y), sin_small_f32(q.x, q.y), (i32(q.z) & 1) == 1);
  return select(value, -value, ((i32(q.z) + 1) & 2) == 2);
}`,
  tan: 'fn tan_f32(x: f32) -> f32 { return sin_f32(x) / cos_f32(x); }',
  sinc: `fn sinc_f32(x: f32) -> f32 {
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
  if (is_nan(x)) { return x; }
  let size = abs(x);
  if (size > 10.0) { return copysign_f32(1.0, x); }
  let e = expm1_f32(2.0 * size);
  return copysign_f32(e / (e + 2.0), x);
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
