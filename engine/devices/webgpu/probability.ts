/** Functions of probabilities and modified Bessel functions in WGSL, by the methods of cpu/probability.ts and bessel.ts. */

const normal = {
  entr: `fn entr_f32(x: f32) -> f32 {
  if (x > 0.0) { return -x * log_f32(x); }
  if (x == 0.0 || is_nan(x)) { return x; }
  return -inf();
}`,
  xlog1py: `fn xlog1py_f32(x: f32, y: f32) -> f32 {
  if (is_nan(y)) { return y; }
  if (x == 0.0) { return 0.0; }
  return x * log1p_f32(y);
}`,
  ndtr: 'fn ndtr_f32(x: f32) -> f32 { return 0.5 * erfc_f32(-x * 0.707106781); }',
  log_ndtr: `fn log_ndtr_f32(x: f32) -> f32 {
  if (is_nan(x) || (is_inf(x) && x < 0.0)) { return x; }
  if (x < -1.0) { return log_f32(erfcx_f32(-x * 0.707106781) / 2.0) - x * x / 2.0; }
  return log1p_f32(-erfc_f32(x * 0.707106781) / 2.0);
}`,
  ndtri: `fn ndtri_f32(p: f32) -> f32 {
  if (is_nan(p) || p < 0.0 || p > 1.0) { return nan(); }
  if (p == 0.0) { return -inf(); }
  if (p >= 0.05) { return 1.41421356 * erfinv_f32(2.0 * p - 1.0); }
  let goal = log_f32(p);
  var x = -sqrt(-2.0 * goal);
  for (var step = 0; step < 6; step++) {
    let slope = 0.797884561 / erfcx_f32(-x * 0.707106781);
    x -= (log_ndtr_f32(x) - goal) / slope;
  }
  return x;
}`,
};

const incompleteGamma = {
  gamma_density: `fn gamma_density_f32(a: f32, x: f32) -> f32 {
  return exp_f32(a * log_f32(x) - x - lgamma_positive_f32(a));
}`,
  gamma_lower: `fn gamma_lower_f32(a: f32, x: f32) -> f32 {
  var term = 1.0 / a;
  var sum = term;
  for (var k = 1.0; k < 10000.0 && term > sum * 1e-8; k += 1.0) {
    term *= x / (a + k);
    sum += term;
  }
  return gamma_density_f32(a, x) * sum;
}`,
  gamma_upper: `fn gamma_upper_f32(a: f32, x: f32) -> f32 {
  var b = x + 1.0 - a;
  var c = 1e30;
  var d = 1.0 / b;
  var value = d;
  for (var k = 1.0; k < 10000.0; k += 1.0) {
    let factor = -k * (k - a);
    b += 2.0;
    d = 1.0 / (factor * d + b);
    c = b + factor / c;
    value *= c * d;
    if (abs(c * d - 1.0) < 1e-7) { break; }
  }
  return gamma_density_f32(a, x) * value;
}`,
  igamma: `fn igamma_f32(a: f32, x: f32) -> f32 {
  if (is_nan(a) || is_nan(x) || a < 0.0 || x < 0.0) { return nan(); }
  if (a == 0.0) { return select(nan(), 1.0, x > 0.0); }
  if (x == 0.0) { return 0.0; }
  if (is_inf(a)) { return select(0.0, nan(), is_inf(x)); }
  if (is_inf(x)) { return 1.0; }
  if (x < a + 1.0) { return gamma_lower_f32(a, x); }
  return 1.0 - gamma_upper_f32(a, x);
}`,
  igammac: `fn igammac_f32(a: f32, x: f32) -> f32 {
  if (is_nan(a) || is_nan(x) || a < 0.0 || x < 0.0) { return nan(); }
  if (a == 0.0) { return select(nan(), 0.0, x > 0.0); }
  if (x == 0.0) { return 1.0; }
  if (is_inf(a)) { return select(1.0, nan(), is_inf(x)); }
  if (is_inf(x)) { return 0.0; }
  if (x < a + 1.0) { return 1.0 - gamma_lower_f32(a, x); }
  return gamma_upper_f32(a, x);
}`,
};

const bessel = {
  // All terms of the power series are positive; e^-|x| times it is what large x have a series for.
  bessel_series: `fn bessel_series_f32(order: f32, x: f32) -> f32 {
  let quarter = x * x / 4.0;
  var term = select(x / 2.0, 1.0, order == 0.0);
  var sum = term;
  for (var k = 1.0; term > sum * 1e-8; k += 1.0) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}`,
  bessel_scaled: `fn bessel_scaled_f32(order: f32, x: f32) -> f32 {
  if (x <= 30.0) { return exp_f32(-x) * bessel_series_f32(order, x); }
  var term = 1.0;
  var sum = 1.0;
  for (var k = 1.0; k < 8.0; k += 1.0) {
    let odd = 2.0 * k - 1.0;
    term *= -(4.0 * order - odd * odd) / (8.0 * k * x);
    sum += term;
  }
  return sum / sqrt(6.28318531 * x);
}`,
  i0e: `fn i0e_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  return bessel_scaled_f32(0.0, abs(x));
}`,
  i0: `fn i0_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (abs(x) <= 30.0) { return bessel_series_f32(0.0, abs(x)); }
  return bessel_scaled_f32(0.0, abs(x)) * exp_f32(abs(x));
}`,
  i1e: `fn i1e_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  return copysign_f32(bessel_scaled_f32(1.0, abs(x)), x);
}`,
  i1: `fn i1_f32(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (abs(x) <= 30.0) { return copysign_f32(bessel_series_f32(1.0, abs(x)), x); }
  return copysign_f32(bessel_scaled_f32(1.0, abs(x)) * exp_f32(abs(x)), x);
}`,
};

export const probabilityFunctions: Readonly<Record<string, string>> = {
  ...normal,
  ...incompleteGamma,
  ...bessel,
};
