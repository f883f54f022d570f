/**
 * Numbers of twice a float64's digits, as the unevaluated sum of two, and functions rounded correctly with them but
 * for one result in some thousands. JavaScript leaves the last bit of Math.sin, cos and log to the browser; PyTorch's
 * float64 normal samples need it to be the same everywhere.
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971).
 */

/** high + low, with |low| at most half a unit in the last place of high. */
type Double2 = readonly [high: number, low: number];

/** a + b exactly, for |a| >= |b|. */
function fastSum(a: number, b: number): Double2 {
  const high = a + b;
  return [high, b - (high - a)];
}

/** a + b exactly. */
function sum(a: number, b: number): Double2 {
  const high = a + b;
  const shadow = high - a;
  return [high, a - (high - shadow) + (b - shadow)];
}

/** The upper 26 bits and the rest. */
function split(a: number): Double2 {
  const scaled = a * 134217729;
  const high = scaled - (scaled - a);
  return [high, a - high];
}

/** a · b exactly. */
function product(a: number, b: number): Double2 {
  const high = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return [high, aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

function add2(a: Double2, b: Double2): Double2 {
  const [high, low] = sum(a[0], b[0]);
  return fastSum(high, low + a[1] + b[1]);
}

function multiply2(a: Double2, b: Double2): Double2 {
  const [high, low] = product(a[0], b[0]);
  return fastSum(high, low + a[0] * b[1] + a[1] * b[0]);
}

function divide2(a: Double2, b: Double2): Double2 {
  const quotient = a[0] / b[0];
  const [high, low] = product(quotient, b[0]);
  return fastSum(quotient, (a[0] - high - low + a[1] - quotient * b[1]) / b[0]);
}

/** The value at x of a polynomial with these coefficients, of the highest power first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
}

/** a · b + c, rounded once: what a processor's fused multiply-add gives. */
export function fma(a: number, b: number, c: number): number {
  const [high, low] = product(a, b);
  const [total, rest] = sum(high, c);
  return total + (rest + low);
}

// π/2 in three parts: the first has few enough bits for products with small whole numbers to be exact.
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;

const ONE_SIXTH: Double2 = [1 / 6, 9.25185853854297e-18];
const ONE_24TH: Double2 = [1 / 24, 2.3129646346357427e-18];

/** 1/n!, with the signs of the series of sine and cosine, for n from `from` down to `to` in steps of two. */
function alternatingSeries(from: number, to: number): number[] {
  const coefficients: number[] = [];
  for (let n = from; n >= to; n -= 2) {
    let factorial = 1;
    for (let k = 2; k <= n; k++) factorial *= k;
    coefficients.push((n % 4 < 2 ? 1 : -1) / factorial);
  }
  return coefficients;
}

// The sine's series from x^5 on, over x^5, and the cosine's from x^6 on, over x^6.
const SINE_TAIL = alternatingSeries(19, 5);
const COSINE_TAIL = alternatingSeries(20, 6);

/** sin of a number of at most π/4. */
function sineNearZero(x: Double2): number {
  const square = multiply2(x, x);
  const cube = multiply2(square, x);
  const tail = cube[0] * square[0] * polynomial(square[0], SINE_TAIL);
  const [high, low] = add2(x, multiply2([-cube[0], -cube[1]], ONE_SIXTH));
  return high + (low + tail);
}

/** cos of a number of at most π/4. */
function cosineNearZero(x: Double2): number {
  const square = multiply2(x, x);
  const fourth = multiply2(square, square);
  const tail = fourth[0] * square[0] * polynomial(square[0], COSINE_TAIL);
  const head = add2([1, 0], [-square[0] / 2, -square[1] / 2]);
  const [high, low] = add2(head, multiply2(fourth, ONE_24TH));
  return high + (low + tail);
}

/** [sin(x), cos(x)] of an angle of a few turns at most. */
export function sinCos(x: number): [sin: number, cos: number] {
  const quarter = Math.round(x / (Math.PI / 2));
  const [high, low] = sum(x - quarter * HALF_PI_1, -quarter * HALF_PI_2);
  const rest = fastSum(high, low - quarter * HALF_PI_3);
  const sin = sineNearZero(rest);
  const cos = cosineNearZero(rest);
  return turned(quarter, sin, cos);
}

/** Sine and cosine of an angle that is larger by that many quarters of a turn. */
export function turned(quarters: number, sin: number, cos: number): [sin: number, cos: number] {
  switch (quarters & 3) {
    case 0:
      return [sin, cos];
    case 1:
      return [cos, -sin];
    case 2:
      return [-sin, -cos];
    default:
      return [-cos, sin];
  }
}

const LN_2: Double2 = [Math.LN2, 2.3190468138462996e-17];
const ONE_THIRD: Double2 = [1 / 3, 1.850371707708594e-17];
// 2/(2k + 1) from k = 12 down to 2: the series of log((1 + s) / (1 - s)) beyond s^3, over s^5.
const LOG_TAIL = [2 / 25, 2 / 23, 2 / 21, 2 / 19, 2 / 17, 2 / 15, 2 / 13, 2 / 11, 2 / 9, 2 / 7, 2 / 5];

/** The natural logarithm of a positive number that is not tiny (from 2^-1000 up). */
export function log(x: number): number {
  const exponent = Math.round(Math.log2(x));
  const mantissa = x / 2 ** exponent;
  const s = divide2([mantissa - 1, 0], sum(mantissa, 1));
  const square = multiply2(s, s);
  const cube = multiply2(square, s);
  const tail = cube[0] * square[0] * polynomial(square[0], LOG_TAIL);
  const head = add2(s, multiply2(cube, ONE_THIRD));
  const [power, powerLow] = product(exponent, LN_2[0]);
  const [high, low] = add2([power, powerLow + exponent * LN_2[1]], [2 * head[0], 2 * head[1]]);
  return high + (low + tail);
}
