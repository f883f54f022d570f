/**
 * Python's numbers: int, bool and float calculate, compare and round as CPython's do. Brython holds an int as JavaScript's
 * number while that is exact and as a `long_int` beyond, and a float as an object with a value.
 */

import { type Brython, nativeFunction, type Py } from '../brython.ts';
import { pow } from './accurate.ts';
import { decimal } from './digits.ts';

type Int = number | bigint;

/** Throws one of Python's errors. */
export type Fail = (type: string, message: string) => never;

/** What numbers are read from and made to. */
export interface Numbers {
  /** An int's value, also of a bool and of what is derived from int. */
  readInt(value: Py): Int | undefined;
  readFloat(value: Py): number | undefined;
  int(value: Int): Py;
  float(value: number): Py;
  /** @throws OverflowError */
  toFloat(value: Int): number;
  fail: Fail;
}

export function numbersOf({ builtins, long_int, fast_long_int, $call }: Brython): Numbers {
  const { float } = builtins;
  const fail: Fail = (type, message) => {
    throw $call(builtins[type])(message);
  };
  const readInt = (value: Py): Int | undefined => {
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value !== 'object' || value === null) return undefined;
    if (value.__class__ === long_int) return value.value;
    return value.$brython_value === undefined ? undefined : readInt(value.$brython_value);
  };
  return {
    readInt,
    readFloat(value) {
      const type = value?.__class__;
      return type === float || type?.__mro__?.includes(float) ? value.value : undefined;
    },
    int(value) {
      if (typeof value === 'number' && Number.isSafeInteger(value)) return value + 0;
      const exact = BigInt(value);
      const short = Number(exact);
      return Number.isSafeInteger(short) ? short : fast_long_int(exact);
    },
    float: (value) => ({ __class__: float, value }),
    toFloat(value) {
      const near = Number(value);
      return Number.isFinite(near) ? near : fail('OverflowError', 'int too large to convert to float');
    },
    fail,
  };
}

/** The remainder has the divisor's sign. */
function remainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return rest < 0 === b < 0 ? rest : rest + b;
}

function floorDivide(a: number, b: number): number {
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

const isShort = (a: Int, b: Int): boolean => typeof a === 'number' && typeof b === 'number';

/** The quotient of two ints, rounded once. */
function divide(a: bigint, b: bigint): number {
  if (a === 0n) return b < 0n ? -0 : 0;
  const size = (value: bigint): number => value.toString(16).length * 4;
  const shift = BigInt(Math.max(0, size(b) - size(a) + 72));
  const down = BigInt(Math.max(0, size(a) - size(b) - 72));
  const scaled = a << shift;
  const divisor = b << down;
  const quotient = scaled / divisor;
  // What is left over tells on which side of a tie it is.
  const sticky = scaled % divisor === 0n ? quotient : quotient | 1n;
  return Number(sticky) * 2 ** Number(down - shift);
}

type Operation<T> = (a: T, b: T) => Py;

/** Operators of ints by their special methods. */
function intOperators({ int, float, toFloat, fail }: Numbers): Record<string, Operation<Int>> {
  const exact =
    (short: (a: number, b: number) => number, long: (a: bigint, b: bigint) => bigint): Operation<Int> =>
    (a, b) => {
      if (isShort(a, b)) {
        const result = short(a as number, b as number);
        if (Number.isSafeInteger(result)) return result + 0;
      }
      return int(long(BigInt(a), BigInt(b)));
    };
  const nonZero =
    (message: string, operation: Operation<Int>): Operation<Int> =>
    (a, b) =>
      b ? operation(a, b) : fail('ZeroDivisionError', message);
  const floor = exact(floorDivide, (a, b) => {
    const rest = a % b;
    return a / b - (rest !== 0n && rest < 0n !== b < 0n ? 1n : 0n);
  });
  const modulo = exact(remainder, (a, b) => {
    const rest = a % b;
    return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
  });
  const bits =
    (short: (a: number, b: number) => number, long: (a: bigint, b: bigint) => bigint): Operation<Int> =>
    (a, b) =>
      isShort(a, b) && (Number(a) | 0) === a && (Number(b) | 0) === b
        ? short(a, b)
        : int(long(BigInt(a), BigInt(b)));
  const shift =
    (operation: Operation<Int>): Operation<Int> =>
    (a, b) =>
      b < 0 ? fail('ValueError', 'negative shift count') : operation(a, b);
  return {
    __add__: exact(
      (a, b) => a + b,
      (a, b) => a + b,
    ),
    __sub__: exact(
      (a, b) => a - b,
      (a, b) => a - b,
    ),
    __mul__: exact(
      (a, b) => a * b,
      (a, b) => a * b,
    ),
    __truediv__: nonZero('division by zero', (a, b) =>
      float(isShort(a, b) ? Number(a) / Number(b) : quotientOf(BigInt(a), BigInt(b))),
    ),
    __floordiv__: nonZero('integer division or modulo by zero', floor),
    __mod__: nonZero('integer modulo by zero', modulo),
    __pow__(a, b) {
      if (b < 0) {
        if (!a) fail('ZeroDivisionError', '0.0 cannot be raised to a negative power');
        return float(a < 0 ? toFloat(a) ** toFloat(b) : pow(toFloat(a), toFloat(b)));
      }
      const near = isShort(a, b) ? Number(a) ** Number(b) : Number.NaN;
      return Math.abs(near) < 2 ** 50 ? Math.round(near) + 0 : int(BigInt(a) ** BigInt(b));
    },
    __lshift__: shift(
      exact(
        (a, b) => a * 2 ** b,
        (a, b) => a << b,
      ),
    ),
    __rshift__: shift((a, b) => (b > 1023 ? int(a < 0 ? -1 : 0) : int(BigInt(a) >> BigInt(b)))),
    __and__: bits(
      (a, b) => a & b,
      (a, b) => a & b,
    ),
    __or__: bits(
      (a, b) => a | b,
      (a, b) => a | b,
    ),
    __xor__: bits(
      (a, b) => a ^ b,
      (a, b) => a ^ b,
    ),
  };

  function quotientOf(a: bigint, b: bigint): number {
    const result = divide(a, b);
    return Number.isFinite(result)
      ? result
      : fail('OverflowError', 'integer division result too large for a float');
  }
}

/** Operators of floats by their special methods. */
function floatOperators(brython: Brython, { float, fail }: Numbers): Record<string, Operation<number>> {
  const { builtins, make_complex, fast_tuple, $call } = brython;
  const nonZero =
    (message: string, operation: (a: number, b: number) => number): Operation<number> =>
    (a, b) =>
      b === 0 ? fail('ZeroDivisionError', message) : float(operation(a, b));
  return {
    __add__: (a, b) => float(a + b),
    __sub__: (a, b) => float(a - b),
    __mul__: (a, b) => float(a * b),
    __truediv__: nonZero('float division by zero', (a, b) => a / b),
    __floordiv__: nonZero('float floor division by zero', floorDivide),
    __mod__: nonZero('float modulo', remainder),
    __pow__(a, b) {
      // C's pow: 1 to any power, and -1 to an infinite one, is 1.
      if (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY)) return float(1);
      if (a === 0 && b < 0) fail('ZeroDivisionError', '0.0 cannot be raised to a negative power');
      const areFinite = Number.isFinite(a) && Number.isFinite(b);
      if (a < 0 && areFinite && !Number.isInteger(b)) {
        return builtins.complex.__pow__(make_complex(a, 0), float(b));
      }
      const result = a < 0 ? a ** b : pow(a, b);
      if (areFinite && !Number.isFinite(result)) {
        throw $call(builtins.OverflowError)(fast_tuple([34, 'Numerical result out of range']));
      }
      return float(result);
    },
  };
}

/** What two bools give a bool for. */
const logical = new Set(['__and__', '__or__', '__xor__']);

const comparisons: Record<string, (a: Int, b: Int) => boolean> = {
  __eq__: (a, b) => a <= b && a >= b,
  __ne__: (a, b) => !(a <= b && a >= b),
  __lt__: (a, b) => a < b,
  __le__: (a, b) => a <= b,
  __gt__: (a, b) => a > b,
  __ge__: (a, b) => a >= b,
};

/** What operators give for two numbers; undefined for anything else. */
export interface NumberOperators {
  operate(name: string, x: Py, y: Py): Py | undefined;
  compare(name: string, x: Py, y: Py): boolean | undefined;
}

export function installNumbers(brython: Brython): NumberOperators {
  const { builtins, long_int, fast_tuple } = brython;
  long_int.__name__ = 'int';
  const { int, bool, float, NotImplemented, None } = builtins;
  const numbers = numbersOf(brython);
  const { readInt, readFloat, toFloat, fail } = numbers;
  const ints = intOperators(numbers);
  const floats = floatOperators(brython, numbers);
  for (const operators of [ints, floats] as Record<string, Operation<Int>>[]) {
    const { __floordiv__: quotient, __mod__: rest } = operators;
    const zero = operators === ints ? 'integer division or modulo by zero' : 'float divmod()';
    operators.__divmod__ = (a, b) =>
      b ? fast_tuple([quotient(a, b), rest(a, b)]) : fail('ZeroDivisionError', zero);
  }

  /** The result where both are numbers. */
  function operate(name: string, x: Py, y: Py): Py | undefined {
    if (typeof x === 'number' && typeof y === 'number') return ints[name]?.(x, y);
    const [a, b] = [readInt(x), readInt(y)];
    if (a !== undefined && b !== undefined) {
      const result = ints[name]?.(a, b);
      const isLogical = typeof x === 'boolean' && typeof y === 'boolean' && logical.has(name);
      return isLogical ? result !== 0 : result;
    }
    const left = a === undefined ? readFloat(x) : toFloat(a);
    if (left === undefined) return undefined;
    const right = b === undefined ? readFloat(y) : toFloat(b);
    return right === undefined ? undefined : floats[name]?.(left, right);
  }

  function compare(name: string, x: Py, y: Py): boolean | undefined {
    if (typeof x === 'number' && typeof y === 'number') return comparisons[name](x, y);
    const a = readInt(x) ?? readFloat(x);
    const b = readInt(y) ?? readFloat(y);
    return a === undefined || b === undefined ? undefined : comparisons[name](a, b);
  }

  const define = (types: Py[], name: string, call: (...args: Py[]) => Py): void => {
    const method = nativeFunction(brython, 'builtins', name, call);
    for (const type of types) type[name] = method;
  };
  const whole = [int, bool, long_int];
  const oldPower = int.__pow__;
  for (const name of Object.keys(ints)) {
    const reflected = name.replace('__', '__r');
    define(whole, name, (x, y, modulus = None) => {
      if (modulus !== None) return oldPower(x, y, modulus);
      return (readInt(y) === undefined ? undefined : operate(name, x, y)) ?? NotImplemented;
    });
    define(whole, reflected, (x, y) => (readInt(y) === undefined ? NotImplemented : operate(name, y, x)));
    if (!(name in floats)) continue;
    define([float], name, (x, y) => operate(name, x, y) ?? NotImplemented);
    define([float], reflected, (x, y) => operate(name, y, x) ?? NotImplemented);
  }
  const { complex } = builtins;
  for (const name of Object.keys(comparisons)) {
    define(whole, name, (x, y) => (readInt(y) === undefined ? NotImplemented : compare(name, x, y)));
    define([float], name, (x, y) => {
      if (y?.__class__ === complex && name in complex) return complex[name](y, x);
      return compare(name, x, y) ?? NotImplemented;
    });
  }
  for (const [name, ofInt] of Object.entries(unaryOfInts)) {
    define(whole, name, (x) => numbers.int(ofInt(readInt(x) as Int)));
  }
  define([float], '__neg__', (x) => numbers.float(-(readFloat(x) as number)));
  define([float], '__bool__', (x) => readFloat(x) !== 0);
  define([long_int], '__bool__', () => true);
  for (const [name, round] of Object.entries(roundings)) {
    define([float], name, (x) => toInt(round(readFloat(x) as number)));
  }
  define(whole, '__round__', (x, digits = None) => {
    const places = digits === None ? 0 : Number(brython.PyNumber_Index(digits));
    const value = readInt(x) as Int;
    if (places >= 0) return numbers.int(value);
    const size = decimal(value, places) * 10n ** BigInt(-places);
    return numbers.int(value < 0 ? -size : size);
  });
  define([float], '__round__', (x, digits = None) => {
    const value = readFloat(x) as number;
    if (digits === None) return toInt(Number.isFinite(value) ? nearestEven(value) : value);
    const places = Number(brython.PyNumber_Index(digits));
    if (!Number.isFinite(value) || places > 300) return numbers.float(value);
    const near = Number(`${decimal(value, places)}e${-places}`);
    return numbers.float(value < 0 || Object.is(value, -0) ? -near : near);
  });
  builtins.round = nativeFunction(brython, 'builtins', 'round', (...args) => {
    const last = args[args.length - 1];
    const named = last?.$kw ? brython.parse_kwargs(args.pop().$kw, 'round') : {};
    const [value = named.number, digits = named.ndigits ?? None] = args;
    const type = brython.get_class(value);
    const method = brython.$getattr(type, '__round__', None);
    if (method === None) fail('TypeError', `type ${type.__name__} doesn't define __round__ method`);
    return brython.$call(method)(value, ...(digits === None ? [] : [digits]));
  });

  function toInt(value: number): Py {
    if (Number.isNaN(value)) fail('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(value)) fail('OverflowError', 'cannot convert float infinity to integer');
    return numbers.int(value);
  }

  return { operate, compare };
}

const unaryOfInts: Record<string, (value: Int) => Int> = {
  __neg__: (value) => -value,
  __pos__: (value) => value,
  __abs__: (value) => (value < 0 ? -value : value),
  __invert__: (value) => -BigInt(value) - 1n,
  __int__: (value) => value,
  __index__: (value) => value,
  __trunc__: (value) => value,
  __floor__: (value) => value,
  __ceil__: (value) => value,
};

const roundings: Record<string, (value: number) => number> = {
  __int__: Math.trunc,
  __trunc__: Math.trunc,
  __floor__: Math.floor,
  __ceil__: Math.ceil,
};

function nearestEven(value: number): number {
  const near = Math.round(value);
  return Math.abs(value % 1) === 0.5 && near % 2 !== 0 ? near - 1 : near;
}
