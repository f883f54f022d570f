/** Error functions, gamma functions and their relatives in WGSL: as on the cpu (cpu/special.ts), to float32's digits. */

import * as tables from '../cpu/special-tables.ts';

/** A Chebyshev series as WGSL: by Clenshaw's recurrence, unrolled, without the terms that float32 cannot hold. */
function series(name: string, coefficients: readonly number[]): string {
  const last = coefficients.findLastIndex((value) => Math.abs(value) > 1e-8);
  const steps: string[] = [];
  for (let order = last; order > 0; order--) {
    steps.push(`let c${order} = 2.0 * t * c${order + 1} - c${order + 2} + (${coefficients[order]});`);
  }
  return `fn ${name}_f32(t: f32) -> f32 {
  let c${last + 2} = 0.0;
  let c${last + 1} = 0.0;
  ${steps.join('\n  ')}
  return t * c1 - c2 + (${coefficients[0]});
}`;
}

const errorFunctions = {
  erf_over_x: series('erf_over_x', tables.erfOverX),
  scaled_erfc: series('scaled_erfc', tables.scaledErfc),
  erfinv_centre: series('erfinv_centre', tables.erfinvCentre),
  erfinv_tail: series('erfinv_tail', tables.erfinvTail),
  // x is split so that the rounding of its square does no harm.
  gaussian: `fn gaussian_f32(x: f32) -> f32 {
  let high = bitcast<f32>(bitcast<u32>(x) & 0xfffff000u);
  return exp_f32(-high * high) * exp_f32(-(x - high) * (x + high));
}`,
  erfcx: `fn erfcx_f32(x: f32) -> f32 { return scaled_erfc_f32((x - 3.0) / (x + 3.0)) / (1.0 + 2.0 * x); }`,
  erf: `fn erf_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let size = abs(x);
  if (size <= 1.0) { return x * erf_over_x_f32(2.0 * x * x - 1.0); }
  if (size > 4.0) { return copysign_f32(1.0, x); }
  return copysign_f32(1.0 - gaussian_f32(size) * erfcx_f32(size), x);
}`,
  erfc: `fn erfc_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x < 1.0) { return 1.0 - erf_f32(x); }
  if (x > 11.0) { return 0.0; }
  return gaussian_f32(x) * erfcx_f32(x);
}`,
  halley: `fn halley_f32(x: f32, error: f32) -> f32 {
  let newton = error * 0.886226925 / gaussian_f32(x);
  return x - newton / (1.0 + x * newton);
}`,
  erfinv: `fn erfinv_f32(y: f32) -> f32 {
  let size = abs(y);
  if (is_nan(y) || size > 1.0) { return nan(); }
  if (size == 1.0) { return copysign_f32(inf(), y); }
  if (size <= 0.75) {
    let x = y * erfinv_centre_f32(2.0 * y * y / 0.5625 - 1.0);
    return halley_f32(x, erf_f32(x) - y);
  }
  let rest = 1.0 - size;
  let x = erfinv_tail_f32(2.0 * (sqrt(-log_f32(rest)) - 1.17) / 4.93 - 1.0);
  return copysign_f32(halley_f32(x, rest - erfc_f32(x)), y);
}`,
};

const gammaFunctions = {
  lgamma_between: series('lgamma_between', tables.lgammaBetween),
  sinpi: `fn sinpi_f32(x: f32) -> f32 {
  let rest = x - 2.0 * round(x / 2.0);
  if (abs(rest) <= 0.5) { return sin_f32(3.14159265 * rest); }
  return sin_f32(3.14159265 * (copysign_f32(1.0, rest) - rest));
}`,
  lgamma_positive: `fn lgamma_positive_f32(x: f32) -> f32 {
  if (is_inf(x)) { return x; }
  if (x >= 13.0) {
    let z = 1.0 / (x * x);
    let tail = (0.083333333 + z * (-2.7777778e-3 + z * 7.9365079e-4)) / x;
    return (x - 0.5) * (log_f32(x) - 1.0) - 0.5 + 0.918938533 + tail;
  }
  var product = 1.0;
  var rest = x;
  if (x < 1.0) {
    product = 1.0 / x;
    rest = x + 1.0;
  }
  for (; rest > 2.0; rest -= 1.0) { product *= rest - 1.0; }
  return (rest - 1.0) * (rest - 2.0) * lgamma_between_f32(2.0 * rest - 3.0) + log_f32(product);
}`,
  lgamma: `fn lgamma_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x > 0.0) { return lgamma_positive_f32(x); }
  if (floor(x) == x) { return inf(); }
  return log_f32(3.14159265 / abs(sinpi_f32(x))) - lgamma_positive_f32(1.0 - x);
}`,
  digamma_positive: `fn digamma_positive_f32(x: f32) -> f32 {
  if (is_inf(x)) { return x; }
  var shift = 0.0;
  var at = x;
  for (; at < 10.0; at += 1.0) { shift -= 1.0 / at; }
  let z = 1.0 / (at * at);
  return shift + log_f32(at) - 0.5 / at - z * (0.083333333 - z * (8.3333333e-3 - z * 3.9682540e-3));
}`,
  digamma: `fn digamma_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x == 0.0) { return copysign_f32(inf(), -x); }
  if (x > 0.0) { return digamma_positive_f32(x); }
  if (floor(x) == x) { return nan(); }
  return digamma_positive_f32(1.0 - x) - 3.14159265 / tan_f32(3.14159265 * (x - trunc(x)));
}`,
  // Euler and Maclaurin's sum.
  zeta: `fn zeta_f32(s: f32, q: f32) -> f32 {
  if (s == 1.0) { return inf(); }
  if (s < 1.0 || is_nan(q) || is_nan(s)) { return nan(); }
  if (q <= 0.0) {
    if (floor(q) == q) { return inf(); }
    if (floor(s) != s) { return nan(); }
  }
  var sum = 0.0;
  var at = q;
  for (; at < 10.0; at += 1.0) { sum += pow_f32(at, -s); }
  let last = pow_f32(at, -s);
  sum += last * at / (s - 1.0) + last / 2.0;
  let first = last / at * s;
  let second = first * (s + 1.0) * (s + 2.0) / (at * at);
  let third = second * (s + 3.0) * (s + 4.0) / (at * at);
  return sum + first / 12.0 - second / 720.0 + third / 30240.0;
}`,
  polygamma: `fn polygamma_f32(n: f32, x: f32) -> f32 {
  if (n == 0.0) { return digamma_f32(x); }
  if (n == 1.0 && x < 0.5 && floor(x) != x) {
    let slope = 3.14159265 / sinpi_f32(x);
    return slope * slope - zeta_f32(2.0, 1.0 - x);
  }
  if (n == 1.0 && is_inf(x) && x > 0.0) { return 0.0; }
  var factorial = 1.0;
  for (var k = 2.0; k <= n; k += 1.0) { factorial *= k; }
  let size = factorial * zeta_f32(n + 1.0, x);
  return select(size, -size, (i32(n) & 1) == 0);
}`,
};

export const specialFunctions: Readonly<Record<string, string>> = { ...errorFunctions, ...gammaFunctions };
