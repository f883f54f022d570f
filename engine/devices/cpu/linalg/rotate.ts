/** Plane rotations, and the closed forms for 2 by 2 matrices. Source: https://netlib.org/lapack/explore-html/ (dlartg, dlaev2, dlasv2, dlas2) */

import type { Matrix } from './matrix.ts';

export const EPSILON = 2 ** -53;

/** The number's size with the other's sign. */
export function withSign(size: number, sign: number): number {
  return sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size);
}

export interface Rotation {
  cos: number;
  sin: number;
  r: number;
}

/** The rotation that turns (f, g) into (r, 0), its cosine not negative. */
export function rotation(f: number, g: number): Rotation {
  if (g === 0) return { cos: 1, sin: 0, r: f };
  if (f === 0) return { cos: 0, sin: withSign(1, g), r: Math.abs(g) };
  const r = withSign(Math.hypot(f, g), f);
  return { cos: Math.abs(f) / Math.abs(r), sin: g / r, r };
}

/**
 * The same with a positive r where |g| is the larger. The signs of vectors hang on the choice: PyTorch's LAPACK
 * takes this one for eigenvectors (an older dlartg), the other for singular vectors.
 */
export function rotationByLarger(f: number, g: number): Rotation {
  if (g === 0) return { cos: 1, sin: 0, r: f };
  if (f === 0) return { cos: 0, sin: 1, r: g };
  const length = Math.hypot(f, g);
  const r = Math.abs(f) > Math.abs(g) && f < 0 ? -length : length;
  return { cos: f / r, sin: g / r, r };
}

/** Rotates two vectors of `count` elements that are `step` apart: x becomes cos x + sin y, y becomes cos y - sin x. */
function rotate(
  data: Float64Array,
  x: number,
  y: number,
  step: number,
  count: number,
  cos: number,
  sin: number,
): void {
  for (let k = 0; k < count; k++, x += step, y += step) {
    const [a, b] = [data[x], data[y]];
    data[x] = cos * a + sin * b;
    data[y] = cos * b - sin * a;
  }
}

export function rotateColumns({ rows, data }: Matrix, j: number, k: number, cos: number, sin: number): void {
  rotate(data, j * rows, k * rows, 1, rows, cos, sin);
}

export function rotateRows(
  { rows, columns, data }: Matrix,
  i: number,
  k: number,
  cos: number,
  sin: number,
): void {
  rotate(data, i, k, rows, columns, cos, sin);
}

export function swapColumns({ rows, data }: Matrix, j: number, k: number): void {
  const column = data.slice(j * rows, (j + 1) * rows);
  data.copyWithin(j * rows, k * rows, (k + 1) * rows);
  data.set(column, k * rows);
}

export function swapRows({ rows, columns, data }: Matrix, i: number, k: number): void {
  for (let at = 0; at < columns * rows; at += rows)
    [data[i + at], data[k + at]] = [data[k + at], data[i + at]];
}

/** Eigenvalues of [[a, b], [b, c]], the larger in size first, and its unit eigenvector (cos, sin). */
export function symmetricPair(a: number, b: number, c: number): [number, number, number, number] {
  const [sum, difference, twice] = [a + c, a - c, b + b];
  const root = Math.hypot(difference, twice);
  const [larger, smaller] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  let [first, second, firstSign] = [0.5 * root, -0.5 * root, 1];
  if (sum !== 0) {
    firstSign = Math.sign(sum);
    first = 0.5 * (sum + firstSign * root);
    second = (larger / first) * smaller - (b / first) * b;
  }
  const secondSign = difference >= 0 ? 1 : -1;
  const far = difference + secondSign * root;
  let [cos, sin] = [1, 0];
  if (Math.abs(far) > Math.abs(twice)) {
    const cotangent = -twice / far;
    sin = 1 / Math.sqrt(1 + cotangent * cotangent);
    cos = cotangent * sin;
  } else if (twice !== 0) {
    const tangent = -far / twice;
    cos = 1 / Math.sqrt(1 + tangent * tangent);
    sin = tangent * cos;
  }
  return firstSign === secondSign ? [first, second, -sin, cos] : [first, second, cos, sin];
}

/** The smaller singular value of [[f, g], [0, h]]. */
export function smallerSingularValue(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  const [s, t] = [1 + least / most, (most - least) / most];
  if (ga < most) {
    const u = (ga / most) ** 2;
    return least * (2 / (Math.sqrt(s * s + u) + Math.sqrt(t * t + u)));
  }
  const u = most / ga;
  if (u === 0) return (least * most) / ga;
  return 2 * (least / (Math.sqrt(1 + (s * u) ** 2) + Math.sqrt(1 + (t * u) ** 2))) * u;
}

export interface SingularPair {
  readonly smaller: number;
  readonly larger: number;
  readonly right: readonly [cos: number, sin: number];
  readonly left: readonly [cos: number, sin: number];
}

/** Singular values of [[f, g], [0, h]] (with signs) and the rotations that make it diagonal. */
export function singularPair(f: number, g: number, h: number): SingularPair {
  const isSwapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = isSwapped ? [h, f] : [f, h];
  const [fa, ga, ha] = [Math.abs(ft), Math.abs(g), Math.abs(ht)];
  let [smaller, larger, cl, cr, sl, sr] = [ha, fa, 1, 1, 0, 0];
  if (ga !== 0 && ga > fa && fa / ga < EPSILON) {
    larger = ga;
    smaller = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
    [cl, sl, sr, cr] = [1, ht / g, 1, ft / g];
  } else if (ga !== 0) {
    const d = fa - ha;
    const l = d === fa ? 1 : d / fa;
    const m = g / ft;
    const t = 2 - l;
    const s = Math.sqrt(t * t + m * m);
    const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + m * m);
    const a = 0.5 * (s + r);
    smaller = ha / a;
    larger = fa * a;
    let tangent = (m / (s + t) + m / (r + l)) * (1 + a);
    if (m * m === 0) tangent = l === 0 ? withSign(2, ft) * withSign(1, g) : g / withSign(d, ft) + m / t;
    const length = Math.sqrt(tangent * tangent + 4);
    cr = 2 / length;
    sr = tangent / length;
    cl = (cr + sr * m) / a;
    sl = ((ht / ft) * sr) / a;
  }
  const [left, right] = isSwapped
    ? ([
        [sr, cr],
        [sl, cl],
      ] as const)
    : ([
        [cl, sl],
        [cr, sr],
      ] as const);
  const sign = (value: number): number => withSign(1, value);
  let total = sign(right[0]) * sign(left[0]) * sign(f);
  if (isSwapped) total = sign(right[1]) * sign(left[1]) * sign(h);
  if (ga > fa) total = sign(right[1]) * sign(left[0]) * sign(g);
  return {
    larger: withSign(larger, total),
    smaller: withSign(smaller, total * sign(f) * sign(h)),
    right,
    left,
  };
}
