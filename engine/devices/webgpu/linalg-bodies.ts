/**
 * How a workgroup of 64 factorizes the m × n matrix whose elements it finds from `start` on in `in0`: it works in
 * `result`, where the row-major matrix begins at `base`.
 */

/** Copies the matrix. */
const copy = `
  for (var e = lane; e < m * n; e += 64u) {
    result[base + e] = in0[start + (e / n) * P_a_down + (e % n) * P_a_across];
  }
  storageBarrier();`;

/** Gaussian elimination with the largest element of each column as its pivot; then pivots, info and sign. */
export const luBody = `${copy}
  var info = 0u;
  var sign = 1.0;
  for (var k = 0u; k < P_pivots; k++) {
    // Each invocation looks for the pivot itself: columns are short beside what follows.
    var pivot = k;
    var best = abs(result[base + k * n + k]);
    for (var i = k + 1u; i < m; i++) {
      let size = abs(result[base + i * n + k]);
      if (size > best) { best = size; pivot = i; }
    }
    let value = result[base + pivot * n + k];
    let isZero = value == 0.0;
    if (isZero && info == 0u) { info = k + 1u; }
    storageBarrier();
    if (!isZero && pivot != k) {
      sign = -sign;
      for (var j = lane; j < n; j += 64u) {
        let held = result[base + k * n + j];
        result[base + k * n + j] = result[base + pivot * n + j];
        result[base + pivot * n + j] = held;
      }
    }
    if (lane == 0u) { result[base + m * n + k] = f32(pivot + 1u); }
    storageBarrier();
    if (!isZero) {
      for (var i = k + 1u + lane; i < m; i += 64u) { result[base + i * n + k] /= value; }
    }
    storageBarrier();
    if (!isZero) {
      let width = n - k - 1u;
      for (var e = lane; e < (m - k - 1u) * width; e += 64u) {
        let i = k + 1u + e / width; let j = k + 1u + e % width;
        result[base + i * n + j] -= result[base + i * n + k] * result[base + k * n + j];
      }
    }
    storageBarrier();
  }
  if (lane == 0u) {
    result[base + m * n + P_pivots] = f32(info);
    result[base + m * n + P_pivots + 1u] = sign;
  }`;

/** The lower factor, column by column; then info. Columns from the first that fails on are zeros. */
export const choleskyBody = `${copy}
  var info = 0u;
  for (var j = 0u; j < n; j++) {
    for (var i = lane; i < n; i += 64u) {
      if (i < j) { result[base + i * n + j] = 0.0; continue; }
      var sum = result[base + i * n + j];
      for (var k = 0u; k < j; k++) { sum -= result[base + i * n + k] * result[base + j * n + k]; }
      result[base + i * n + j] = sum;
    }
    storageBarrier();
    let square = result[base + j * n + j];
    if (!(square > 0.0) && info == 0u) { info = j + 1u; }
    storageBarrier();
    for (var i = j + lane; i < n; i += 64u) {
      let own = result[base + i * n + j];
      result[base + i * n + j] = select(select(own / sqrt(square), sqrt(square), i == j), 0.0, info != 0u);
    }
    storageBarrier();
  }
  if (lane == 0u) { result[base + n * n] = f32(info); }`;

/**
 * Householder reflections. Under the diagonal stand their vectors, which start with 1; then their factors, and Q as the
 * product of them all. Signs follow LAPACK's convention, as on the cpu.
 */
export const qrBody = `${copy}
  let factors = base + m * n;
  for (var k = 0u; k < P_reflections; k++) {
    var sum = 0.0;
    for (var i = k + 1u; i < m; i++) { let v = result[base + i * n + k]; sum += v * v; }
    let alpha = result[base + k * n + k];
    let beta = select(sqrt(alpha * alpha + sum), -sqrt(alpha * alpha + sum), (bitcast<u32>(alpha) >> 31u) == 0u);
    let isThere = sum != 0.0;
    let tau = select(0.0, (beta - alpha) / beta, isThere);
    storageBarrier();
    if (isThere) {
      for (var i = k + 1u + lane; i < m; i += 64u) { result[base + i * n + k] /= alpha - beta; }
      if (lane == 0u) { result[base + k * n + k] = beta; }
    }
    if (lane == 0u) { result[factors + k] = tau; }
    storageBarrier();
    for (var j = k + 1u + lane; j < n; j += 64u) {
      var dot = result[base + k * n + j];
      for (var i = k + 1u; i < m; i++) { dot += result[base + i * n + k] * result[base + i * n + j]; }
      dot *= tau;
      result[base + k * n + j] -= dot;
      for (var i = k + 1u; i < m; i++) { result[base + i * n + j] -= dot * result[base + i * n + k]; }
    }
    storageBarrier();
  }
  let q = factors + P_reflections;
  let columns = P_q_columns;
  for (var j = lane; j < columns; j += 64u) {
    for (var i = 0u; i < m; i++) { result[q + i * columns + j] = select(0.0, 1.0, i == j); }
    for (var step = 0u; step < P_reflections; step++) {
      let k = P_reflections - 1u - step;
      var dot = result[q + k * columns + j];
      for (var i = k + 1u; i < m; i++) { dot += result[base + i * n + k] * result[q + i * columns + j]; }
      dot *= result[factors + k];
      result[q + k * columns + j] -= dot;
      for (var i = k + 1u; i < m; i++) { result[q + i * columns + j] -= dot * result[base + i * n + k]; }
    }
  }`;
