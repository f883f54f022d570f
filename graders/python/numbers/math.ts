/** Python's module `math`. */

import * as torch from 'torch';
import { type Brython, nativeFunction, type Py } from '../brython.ts';
import * as accurate from './accurate.ts';
import { type Numbers, numbersOf } from './arithmetic.ts';

type Int = number | bigint;
type Real = (...values: number[]) => number;

/** A function of special values, as the engine has it for float64. */
function special(compute: (of: torch.Tensor) => torch.Tensor): Real {
  return (value) => Number(compute(torch.tensor(value, { dtype: torch.float64 })).toTypedArray()[0]);
}

const lgamma = special(torch.lgamma);

function gamma(value: number): number {
  if (!Number.isInteger(value) || value > 171) {
    const size = Math.exp(lgamma(value));
    return value < 0 && Math.floor(value) % 2 !== 0 ? -size : size;
  }
  let product = 1;
  for (let k = 2; k < value; k++) product *= k;
  return product;
}

function logarithm(value: number): number {
  return value > 0 ? accurate.log(value) : Number.NaN;
}

/** The distance to the next float. */
function ulp(value: number): number {
  const size = Math.abs(value);
  return Number.isFinite(size) ? nextAfter(size, Number.POSITIVE_INFINITY) - size : size;
}

const bytes = new DataView(new ArrayBuffer(8));

function nextAfter(from: number, to: number): number {
  if (from === to || Number.isNaN(from + to)) return from === to ? to : Number.NaN;
  if (from === 0) return to > 0 ? 5e-324 : -5e-324;
  bytes.setFloat64(0, from);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (from < to === from > 0 ? 1n : -1n));
  return bytes.getFloat64(0);
}

/** The remainder from the nearest multiple, of two as near the even one. */
function ieeeRemainder(a: number, b: number): number {
  if (!Number.isFinite(b)) return Number.isNaN(b) ? b : a;
  const rest = Math.abs(a % b);
  const size = Math.abs(b);
  const isOdd = Math.abs((a - (a % b)) / b) % 2 === 1;
  const isUp = rest > size - rest || (rest === size - rest && isOdd);
  const near = isUp ? rest - size : rest;
  return a < 0 || Object.is(a, -0) ? -near : near;
}

/** The sum of floats, rounded once: partial sums that do not overlap. */
function exactSum(values: number[]): number {
  const partials: number[] = [];
  for (const value of values) {
    let [x, kept] = [value, 0];
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  let high = partials.pop() ?? 0;
  let low = 0;
  while (partials.length > 0 && low === 0) {
    const x = high;
    const y = partials.pop() as number;
    high = x + y;
    low = y - (high - x);
  }
  // A tie is decided by what is left.
  const next = partials.pop() ?? 0;
  if (low * next > 0 && 2 * low === high + 2 * low - high) high += 2 * low;
  return high;
}

/** Functions of floats. Where one gives nan or infinity for usual numbers, that is an error. */
const ofFloats: Record<string, Real> = {
  acos: accurate.acos,
  acosh: Math.acosh,
  asin: accurate.asin,
  asinh: Math.asinh,
  atan: accurate.atan,
  atan2: Math.atan2,
  atanh: Math.atanh,
  cbrt: Math.cbrt,
  copysign: (size, sign) => (sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size)),
  cos: accurate.cos,
  cosh: Math.cosh,
  degrees: (value) => value * (180 / Math.PI),
  erf: special(torch.erf),
  erfc: special(torch.erfc),
  exp: accurate.exp,
  exp2: (value) => 2 ** value,
  expm1: Math.expm1,
  fabs: Math.abs,
  fmod: (a, b) => a % b,
  gamma,
  hypot: Math.hypot,
  lgamma,
  log1p: Math.log1p,
  nextafter: nextAfter,
  pow: (a, b) => (a === 1 || b === 0 ? 1 : a < 0 ? a ** b : accurate.pow(a, b)),
  radians: (value) => value * (Math.PI / 180),
  remainder: ieeeRemainder,
  sin: accurate.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: accurate.tan,
  tanh: Math.tanh,
  ulp,
};

/** What may be infinite without being out of range: at these places the function itself is. */
const poles = new Set(['atanh', 'log1p', 'gamma', 'lgamma']);

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));
const size = (value: bigint): bigint => (value < 0n ? -value : value);

function integerRoot(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return root;
}

function product(from: bigint, count: bigint): bigint {
  let result = 1n;
  for (let k = 0n; k < count; k++) result *= from - k;
  return result;
}

export function installMath(brython: Brython): void {
  const { builtins, fast_tuple, $call, get_class } = brython;
  const { None } = builtins;
  const numbers = numbersOf(brython);
  const { fail } = numbers;
  const module = brython.module.$factory('math');
  const { PI, E } = Math;
  const constants = { pi: PI, e: E, tau: 2 * PI, inf: Number.POSITIVE_INFINITY, nan: Number.NaN };
  for (const [name, value] of Object.entries(constants)) module[name] = numbers.float(value);
  const define = (name: string, call: (...args: Py[]) => Py): void => {
    module[name] = nativeFunction(brython, 'math', name, call);
  };

  const float = (value: Py): number => readFloat(brython, numbers, value);
  const whole = (value: Py): bigint => BigInt(numbers.readInt(brython.PyNumber_Index(value)) as Int);
  const counted = (name: string, value: Py): bigint => {
    const result = whole(value);
    return result < 0n ? fail('ValueError', `${name}() not defined for negative values`) : result;
  };

  for (const [name, compute] of Object.entries(ofFloats)) {
    const count = name === 'hypot' ? null : Math.max(1, compute.length);
    define(name, (...args) => {
      if (count !== null && args.length !== count) {
        const wanted = count === 1 ? 'exactly one argument' : `${count} arguments`;
        fail(
          'TypeError',
          count === 1
            ? `math.${name}() takes ${wanted} (${args.length} given)`
            : `${name} expected ${wanted}, got ${args.length}`,
        );
      }
      const values = args.map(float);
      return numbers.float(checked(name, compute(...values), values));
    });
  }

  function checked(name: string, result: number, values: number[]): number {
    if (Number.isFinite(result) || values.some(Number.isNaN)) return result;
    const isUsual = values.every(Number.isFinite);
    if (Number.isNaN(result)) return fail('ValueError', 'math domain error');
    if (!isUsual) return result;
    if (poles.has(name) || (name === 'pow' && values[0] === 0))
      return fail('ValueError', 'math domain error');
    return fail('OverflowError', 'math range error');
  }

  /** A logarithm of an int may be taken of one that no float can hold. */
  function logOf(value: Py, log: (value: number) => number, ofTwo: number): number {
    const given = numbers.readInt(value);
    const isLong = typeof given === 'bigint' && given > 0n;
    const shift = isLong ? Math.max(0, given.toString(2).length - 64) : 0;
    const number = isLong ? Number(given >> BigInt(shift)) : float(value);
    return number > 0 || Number.isNaN(number)
      ? log(number) + (shift && shift * ofTwo)
      : fail('ValueError', 'math domain error');
  }
  define('log', (value, base = None) => {
    const result = logOf(value, logarithm, Math.LN2);
    if (base === None) return numbers.float(result);
    const divisor = logOf(base, logarithm, Math.LN2);
    return numbers.float(
      divisor === 0 ? fail('ZeroDivisionError', 'float division by zero') : result / divisor,
    );
  });
  define('log2', (value) => numbers.float(logOf(value, Math.log2, 1)));
  define('log10', (value) => numbers.float(logOf(value, Math.log10, Math.log10(2))));

  for (const name of ['floor', 'ceil', 'trunc']) {
    define(name, (value) => {
      const method = brython.$getattr(get_class(value), `__${name}__`, None);
      if (method !== None) return $call(method)(value);
      if (name === 'trunc') {
        fail('TypeError', `type ${brython.class_name(value)} doesn't define __trunc__ method`);
      }
      return $call(builtins.float[`__${name}__`])(numbers.float(float(value)));
    });
  }
  const tests = {
    isnan: Number.isNaN,
    isfinite: Number.isFinite,
    isinf: (x: number) => Math.abs(x) === Number.POSITIVE_INFINITY,
  };
  for (const [name, test] of Object.entries(tests)) define(name, (value) => test(float(value)));
  define('isclose', (...args) => {
    const last = args[args.length - 1];
    const named = last?.$kw ? brython.parse_kwargs(args.pop().$kw, 'isclose') : {};
    const [a, b] = args.map(float);
    const relative = named.rel_tol === undefined ? 1e-9 : float(named.rel_tol);
    const absolute = named.abs_tol === undefined ? 0 : float(named.abs_tol);
    if (a === b) return true;
    if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
    return Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), absolute);
  });
  define('factorial', (value) => {
    const given = counted('factorial', value);
    if (given >= 2n ** 63n) {
      fail('OverflowError', 'factorial() argument should not exceed 9223372036854775807');
    }
    return numbers.int(product(given, given));
  });
  define('isqrt', (value) => {
    const given = whole(value);
    return numbers.int(
      given < 0n ? fail('ValueError', 'isqrt() argument must be nonnegative') : integerRoot(given),
    );
  });
  define('comb', (n, k) => {
    const [all, some] = [whole(n), whole(k)];
    if (all < 0n) fail('ValueError', 'n must be a non-negative integer');
    if (some < 0n) fail('ValueError', 'k must be a non-negative integer');
    return numbers.int(some > all ? 0n : product(all, some) / product(some, some));
  });
  define('perm', (n, k = n) => {
    const [all, some] = [whole(n), whole(k === None ? n : k)];
    return numbers.int(some > all ? 0n : product(all, some));
  });
  define('gcd', (...values) =>
    numbers.int(values.map((value) => size(whole(value))).reduce(greatestDivisor, 0n)),
  );
  define('lcm', (...values) =>
    numbers.int(
      values
        .map((value) => size(whole(value)))
        .reduce((a, b) => (a && b ? (a / greatestDivisor(a, b)) * b : 0n), 1n),
    ),
  );
  const floats = (items: Py): number[] => [...brython.make_js_iterator(items)].map(float);
  define('fsum', (items) => numbers.float(exactSum(floats(items))));
  define('dist', (p, q) => {
    const [from, to] = [floats(p), floats(q)];
    return numbers.float(Math.hypot(...from.map((value, k) => value - to[k])));
  });
  define('prod', (items, named = undefined) => {
    let result = named?.$kw ? brython.parse_kwargs(named.$kw, 'prod').start : 1;
    for (const item of brython.make_js_iterator(items)) result = brython.rich_op1('__mul__', result, item);
    return result;
  });
  define('modf', (value) => {
    const given = float(value);
    const part = Number.isFinite(given) ? given % 1 : Number.isNaN(given) ? given : 0 * Math.sign(given) || 0;
    return fast_tuple([numbers.float(part), numbers.float(Math.trunc(given))]);
  });
  define('frexp', (value) => {
    const given = float(value);
    if (given === 0 || !Number.isFinite(given)) return fast_tuple([numbers.float(given), 0]);
    let power = Math.max(-1023, Math.floor(Math.log2(Math.abs(given))) + 1);
    let part = given * 2 ** -power;
    for (; Math.abs(part) < 0.5; part *= 2) power -= 1;
    for (; Math.abs(part) >= 1; part /= 2) power += 1;
    return fast_tuple([numbers.float(part), power]);
  });
  define('ldexp', (value, power) => {
    const [given, twos] = [float(value), Number(whole(power))];
    const half = Math.trunc(twos / 2);
    const result = given * 2 ** half * 2 ** (twos - half);
    return numbers.float(checked('ldexp', result, [given]));
  });
  brython.imported.math = module;
}

function readFloat(
  brython: Brython,
  { readFloat: read, readInt, toFloat, fail }: Numbers,
  value: Py,
): number {
  const known = read(value);
  if (known !== undefined) return known;
  const whole = readInt(value);
  if (whole !== undefined) return toFloat(whole);
  const { builtins, $call } = brython;
  const isNumber = builtins.hasattr(value, '__float__') || builtins.hasattr(value, '__index__');
  if (!isNumber || builtins.isinstance(value, builtins.str)) {
    fail('TypeError', `must be real number, not ${brython.class_name(value)}`);
  }
  return read($call(builtins.float)(value)) as number;
}
