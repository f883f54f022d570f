/**
 * Modified Bessel functions of the first kind. Sources: https://dlmf.nist.gov/10.25.E2 (the power series, whose terms
 * are all positive) and https://dlmf.nist.gov/10.40.E1 (for large x).
 */

/** e^-|x| I(order, x) for |x|. */
function scaled(order: 0 | 1, x: number): number {
  const size = Math.abs(x);
  if (size <= 30) return Math.exp(-size) * powerSeries(order, size);
  let [term, sum] = [1, 1];
  for (let k = 1; k < 30; k++) {
    term *= -(4 * order - (2 * k - 1) ** 2) / (8 * k * size);
    if (Math.abs(term) < 1e-17) break;
    sum += term;
  }
  return sum / Math.sqrt(2 * Math.PI * size);
}

function powerSeries(order: 0 | 1, x: number): number {
  const quarter = (x * x) / 4;
  let term = order === 0 ? 1 : x / 2;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}

export function i0e(x: number): number {
  return scaled(0, x);
}

export function i0(x: number): number {
  return Math.abs(x) <= 30 ? powerSeries(0, Math.abs(x)) : scaled(0, x) * Math.exp(Math.abs(x));
}

export function i1e(x: number): number {
  return x < 0 ? -scaled(1, x) : scaled(1, x);
}

export function i1(x: number): number {
  const size = Math.abs(x);
  const value = size <= 30 ? powerSeries(1, size) : scaled(1, x) * Math.exp(size);
  return x < 0 ? -value : value;
}
