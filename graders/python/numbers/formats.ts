/** Python's formats: `f'{x:>8.3f}'` and `'%5.2f' % x`, with CPython's words for what does not fit. */

import { type Brython, nativeFunction, type Py } from '../brython.ts';
import { type Fail, type Numbers, numbersOf } from './arithmetic.ts';
import { exponential, fixed, general, shortest } from './digits.ts';

type Int = number | bigint;

interface Spec {
  fill: string;
  align: string;
  sign: string;
  isAlternate: boolean;
  width: number;
  grouping: string;
  precision: number | null;
  type: string;
  /** `z`: no sign before a zero. */
  dropsSign: boolean;
}

const specForm =
  /^(?:(?<filled>.)(?=[<>=^]))?(?<align>[<>=^])?(?<sign>[-+ ])?(?<z>z)?(?<alternate>#)?(?<zero>0)?(?<width>\d+)?(?<grouping>[,_])?(?:\.(?<precision>\d+))?(?<type>.)?$/su;

const specs = new Map<string, Spec>();

function parseSpec(spec: string, type: string, align: string, fail: Fail): Spec {
  const key = type + align + spec;
  let known = specs.get(key);
  if (!known) {
    if (specs.size > 1000) specs.clear();
    known = readSpec(spec, type, align, fail);
    specs.set(key, known);
  }
  return known;
}

function readSpec(spec: string, type: string, align: string, fail: Fail): Spec {
  const parts = specForm.exec(spec)?.groups;
  if (!parts) return fail('ValueError', `Invalid format specifier '${spec}' for object of type '${type}'`);
  const isPadded = parts.zero !== undefined && parts.align === undefined;
  return {
    fill: parts.filled ?? (parts.zero ? '0' : ' '),
    align: parts.align ?? (isPadded && type !== 'str' ? '=' : align),
    sign: parts.sign ?? '',
    isAlternate: parts.alternate !== undefined,
    width: Number(parts.width ?? 0),
    grouping: parts.grouping ?? '',
    precision: parts.precision === undefined ? null : Number(parts.precision),
    type: parts.type ?? '',
    dropsSign: parts.z !== undefined,
  };
}

/** A text in its place; `head` is what stays before the filling of `=`. */
function pad(head: string, text: string, { fill, align, width }: Spec): string {
  const missing = Math.max(0, width - [...head].length - [...text].length);
  if (align === '=') return head + fill.repeat(missing) + text;
  const before = align === '<' ? 0 : align === '^' ? missing >> 1 : missing;
  return fill.repeat(before) + head + text + fill.repeat(missing - before);
}

function group(digits: string, mark: string, size = 3): string {
  return digits.replace(new RegExp(`(?<=.)(?=(.{${size}})+$)`, 'g'), mark);
}

/** A number in its place: `text` is its size, of which `whole` digits stand before the point. */
function place(sign: string, prefix: string, text: string, spec: Spec, size = 3): string {
  const whole = /^[\da-f]*/i.exec(text)?.[0] ?? '';
  const rest = text.slice(whole.length);
  const head = sign + prefix;
  if (!spec.grouping || !whole) return pad(head, text, spec);
  let digits = whole;
  if (spec.fill === '0' && spec.align === '=') {
    const isShort = (): boolean =>
      head.length + group(digits, spec.grouping, size).length + rest.length < spec.width;
    while (isShort()) digits = `0${digits}`;
  }
  return pad(head, group(digits, spec.grouping, size) + rest, spec);
}

function signOf(isNegative: boolean, { sign }: Spec): string {
  return isNegative ? '-' : sign === '-' ? '' : sign;
}

/** The text of a float's size. */
function floatText(value: number, spec: Spec): string {
  const { type, precision, isAlternate } = spec;
  const kind = type.toLowerCase();
  if (!Number.isFinite(value)) return (Number.isNaN(value) ? 'nan' : 'inf') + (type === '%' ? '%' : '');
  const point = (text: string): string =>
    isAlternate && !text.includes('.') ? text.replace(/(?=e|$)/, '.') : text;
  if (type === '%') return `${point(fixed(value * 100, precision ?? 6))}%`;
  if (kind === 'f') return point(fixed(value, precision ?? 6));
  if (kind === 'e') return point(exponential(value, precision ?? 6));
  if (type === '' && precision === null) return shortest(Math.abs(value));
  const digits = Math.max(1, precision ?? 6);
  if (type !== '') return point(general(value, digits, isAlternate));
  // Without a type, one digit stands behind the point.
  const text = general(value, digits, isAlternate, Math.max(digits - 1, 1));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function formatFloat(value: number, text: string, fail: Fail): string {
  const spec = parseSpec(text, 'float', '>', fail);
  const { type } = spec;
  if (type && !'eEfFgGn%'.includes(type)) {
    fail('ValueError', `Unknown format code '${type}' for object of type 'float'`);
  }
  const size = floatText(value, spec);
  const isNegative = value < 0 || Object.is(value, -0);
  const hidesSign = spec.dropsSign && !/[1-9a-z]/.test(size);
  const shown =
    type && type !== 'g' && type === type.toUpperCase() && type !== '%' ? size.toUpperCase() : size;
  return place(signOf(isNegative && !hidesSign, spec), '', shown, spec);
}

const bases: Record<string, number> = { b: 2, o: 8, x: 16, X: 16 };

function formatInt(
  value: Int,
  text: string,
  name: string,
  { toFloat, fail }: Pick<Numbers, 'toFloat' | 'fail'>,
): string {
  const spec = parseSpec(text, name, '>', fail);
  const { type } = spec;
  if (type && 'eEfFgG%'.includes(type)) return formatFloat(toFloat(value), text, fail);
  if (type && !'bcdoxXn'.includes(type)) {
    fail('ValueError', `Unknown format code '${type}' for object of type '${name}'`);
  }
  if (spec.precision !== null) fail('ValueError', 'Precision not allowed in integer format specifier');
  if (type === 'c') {
    if (value < 0 || value > 0x10ffff) fail('OverflowError', '%c arg not in range(0x110000)');
    return pad('', String.fromCodePoint(Number(value)), spec);
  }
  const base = bases[type] ?? 10;
  if (base !== 10 && spec.grouping === ',') fail('ValueError', `Cannot specify ',' with '${type}'.`);
  const digits = (value < 0 ? -value : value).toString(base);
  const prefix = spec.isAlternate && base !== 10 ? `0${type}` : '';
  const shown = type === 'X' ? digits.toUpperCase() : digits;
  return place(signOf(value < 0, spec), prefix, shown, spec, base === 10 ? 3 : 4);
}

function formatText(value: string, text: string, fail: Fail): string {
  const spec = parseSpec(text, 'str', '<', fail);
  if (spec.type && spec.type !== 's') {
    fail('ValueError', `Unknown format code '${spec.type}' for object of type 'str'`);
  }
  if (spec.sign) fail('ValueError', 'Sign not allowed in string format specifier');
  if (spec.align === '=') fail('ValueError', "'=' alignment not allowed in string format specifier");
  if (spec.grouping) fail('ValueError', `Cannot specify '${spec.grouping}' with 's'.`);
  const shown = spec.precision === null ? value : [...value].slice(0, spec.precision).join('');
  return pad('', shown, spec);
}

const conversionForm =
  /%(?:\((?<key>[^)]*)\))?(?<flags>[-+ #0]*)(?<width>\*|\d+)?(?:\.(?<precision>\*|\d*))?[hlL]?(?<type>.)?/gsu;

/** `'%5.2f' % x`. */
function formatPercent(brython: Brython, numbers: Numbers, template: string, given: Py): string {
  const { builtins, $call, $getattr: getattr } = brython;
  const { fail } = numbers;
  const { tuple, str, None } = builtins;
  const isTuple = builtins.isinstance(given, tuple);
  const args: Py[] = isTuple ? [...given] : [given];
  const isText = builtins.isinstance(given, str);
  const isMapping = !isTuple && !isText && getattr(brython.get_class(given), '__getitem__', None) !== None;
  let at = 0;
  let usesKeys = false;
  const next = (): Py =>
    at < args.length ? args[at++] : fail('TypeError', 'not enough arguments for format string');
  const result = template.replace(conversionForm, (...found) => {
    const parts = found[found.length - 1] as Record<string, string | undefined>;
    const { key, type } = parts;
    if (type === undefined) return fail('ValueError', 'incomplete format');
    if (key !== undefined && !isMapping) return fail('TypeError', 'format requires a mapping');
    const width = parts.width === '*' ? String(next()) : (parts.width ?? '');
    const precision = parts.precision === '*' ? String(next()) : parts.precision;
    if (type === '%') return '%';
    usesKeys ||= key !== undefined;
    const value = key === undefined ? next() : brython.$getitem(given, key);
    return convert(type, value, parts.flags ?? '', width, precision, found[found.length - 3] as number);
  });
  if (at < args.length && !usesKeys && !isMapping) {
    fail('TypeError', 'not all arguments converted during string formatting');
  }
  return result;

  function convert(
    type: string,
    value: Py,
    flags: string,
    width: string,
    precision: string | undefined,
    index: number,
  ): string {
    const has = (flag: string): boolean => flags.includes(flag);
    const align = has('-') ? '<' : '>';
    const isNumber = /[diuoxXeEfFgG]/.test(type);
    const padding = isNumber && has('0') && !has('-') ? '0' : '';
    const sign = isNumber ? (has('+') ? '+' : has(' ') ? ' ' : '') : '';
    const alternate = has('#') && type !== 'd' ? '#' : '';
    const places = precision === undefined ? '' : `.${precision || 0}`;
    if (/[sra]/.test(type)) {
      const text = { s: str.$factory, r: builtins.repr, a: builtins.ascii }[type as 's'](value);
      return formatText(String(text), `${align}${width}${places}s`, fail);
    }
    if (type === 'c') {
      const isOne = builtins.isinstance(value, str) && [...String(value)].length === 1;
      if (!isOne && numbers.readInt(value) === undefined) fail('TypeError', '%c requires int or char');
      const char = isOne ? String(value) : formatInt(wholeOf(type, value), 'c', 'int', numbers);
      return formatText(char, `${align}${width}`, fail);
    }
    const spec = `${padding ? '' : align}${sign}${alternate}${padding}${width}`;
    if (/[eEfFgG]/.test(type)) return formatFloat(floatOf(value), `${spec}${places}${type}`, fail);
    if (!/[diuoxX]/.test(type)) {
      const code = (type.codePointAt(0) as number).toString(16);
      fail(
        'ValueError',
        `unsupported format character '${type}' (0x${code}) at index ${index + width.length + 1}`,
      );
    }
    const base = /[oxX]/.test(type) ? type : 'd';
    const whole = wholeOf(type, value);
    if (!precision) return formatInt(whole, `${spec}${base}`, 'int', numbers);
    const digits = formatInt(whole < 0 ? -whole : whole, base, 'int', numbers).padStart(
      Number(precision),
      '0',
    );
    return formatText((whole < 0 ? '-' : sign) + digits, `${align}${width}`, fail);
  }

  function wholeOf(type: string, value: Py): Int {
    const name = brython.class_name(value);
    const known = numbers.readInt(value);
    if (known !== undefined) return known;
    if (/[oxX]/.test(type)) {
      if (!builtins.hasattr(value, '__index__')) {
        fail('TypeError', `%${type} format: an integer is required, not ${name}`);
      }
      return numbers.readInt(brython.PyNumber_Index(value)) as Int;
    }
    if (isNotNumber(value, '__int__')) {
      fail('TypeError', `%${type} format: a real number is required, not ${name}`);
    }
    return numbers.readInt(int(value)) as Int;
  }

  function floatOf(value: Py): number {
    const known = numbers.readFloat(value);
    if (known !== undefined) return known;
    const whole = numbers.readInt(value);
    if (whole !== undefined) return numbers.toFloat(whole);
    if (isNotNumber(value, '__float__'))
      fail('TypeError', `must be real number, not ${brython.class_name(value)}`);
    return numbers.readFloat($call(builtins.float)(value)) as number;
  }

  function isNotNumber(value: Py, method: string): boolean {
    return (
      builtins.isinstance(value, str) ||
      !(builtins.hasattr(value, method) || builtins.hasattr(value, '__index__'))
    );
  }

  function int(value: Py): Py {
    return $call(builtins.int)(value);
  }
}

export function installFormats(brython: Brython): void {
  const { builtins, long_int } = brython;
  const { int, bool, float, str, object } = builtins;
  const numbers = numbersOf(brython);
  const { fail, readInt, readFloat } = numbers;
  const define = (types: Py[], name: string, call: (...args: Py[]) => Py): void => {
    const method = nativeFunction(brython, 'builtins', name, call);
    for (const type of types) type[name] = method;
  };
  const text = (value: Py): string => String(str.$factory(value));
  /** The text within, also of what is derived from str. */
  const plain = (value: Py): string => String(value.$brython_value ?? value);
  define([int, bool, long_int], '__format__', (value, spec) =>
    spec === ''
      ? text(value)
      : formatInt(readInt(value) as Int, String(spec), brython.class_name(value), numbers),
  );
  define([float], '__format__', (value, spec) =>
    spec === '' ? text(value) : formatFloat(readFloat(value) as number, String(spec), fail),
  );
  define([str], '__format__', (value, spec) => formatText(plain(value), String(spec), fail));
  define([object], '__format__', (value, spec) =>
    spec === ''
      ? text(value)
      : fail('TypeError', `unsupported format string passed to ${brython.class_name(value)}.__format__`),
  );
  delete builtins.set.__format__;
  builtins.format = nativeFunction(brython, 'builtins', 'format', (value, spec = '') => {
    if (spec === '' && (typeof value === 'string' || typeof value === 'number')) return `${value}`;
    if (value?.__class__ === float && spec !== '') return formatFloat(value.value, String(spec), fail);
    const method = brython.search_in_mro(brython.get_class(value), '__format__');
    return brython.$call(method)(value, spec);
  });
  define([float], '__repr__', (value) => shortest(readFloat(value) as number));
  define([str], '__mod__', (template, given) =>
    brython.String(formatPercent(brython, numbers, plain(template), given)),
  );
  for (const [name, mark, base] of [
    ['bin', '0b', 2],
    ['oct', '0o', 8],
    ['hex', '0x', 16],
  ] as const) {
    builtins[name] = nativeFunction(brython, 'builtins', name, (given) => {
      const value = readInt(brython.PyNumber_Index(given)) as Int;
      return (value < 0 ? '-' : '') + mark + (value < 0 ? -value : value).toString(base);
    });
  }
}
