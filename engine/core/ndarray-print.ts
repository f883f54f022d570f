/** NdArrays as NumPy's text. Source: https://numpy.org/doc/stable/reference/generated/numpy.array2string.html */

import {
  type BinaryFormat,
  binary16,
  binary32,
  binary64,
  formatExponential,
  formatPositional,
  formatScientific,
} from './decimal.ts';
import { bool, type DType, float32, float64, int64, type TypedArray } from './dtype.ts';
import { numelOf, Tuple } from './shape.ts';

/** What of an NdArray is printed. */
export interface ArraySource {
  readonly data: TypedArray;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly dtype: DType;
}

/** NumPy's print options, at their defaults; `suppress` keeps small numbers from being printed with exponents. */
export const printing = { precision: 8, threshold: 1000, edgeitems: 3, linewidth: 75, suppress: false };

/** NumPy's `str(array)`. */
export function formatArray(array: ArraySource): string {
  if (array.shape.length === 0) return scalarText(array);
  return bodyText(array, ' ', '', printing.linewidth);
}

/** NumPy's `repr(array)`. */
export function reprArray(array: ArraySource): string {
  const prefix = 'array(';
  const size = numelOf(array.shape);
  const extras: string[] = [];
  const isNested = size === 0 && !(array.shape.length === 1 && array.shape[0] === 0);
  if (isNested || size > printing.threshold) extras.push(`shape=${Tuple.from(array.shape)}`);
  const isImplied = array.dtype === float64 || array.dtype === int64 || array.dtype === bool;
  if (!isImplied || size === 0) extras.push(`dtype=${array.dtype.name}`);
  // The closing bracket has to fit on the line too.
  const text = prefix + bodyText(array, ', ', prefix, printing.linewidth - 1);
  if (extras.length === 0) return `${text})`;
  const tail = `${extras.join(', ')})`;
  const column = text.length + 1 - (text.lastIndexOf('\n') + 1);
  const breaks = column + tail.length + 1 > printing.linewidth;
  return `${text},${breaks ? `\n${' '.repeat(prefix.length)}` : ' '}${tail}`;
}

/** A 0-d array prints as its number alone, with all of its digits. */
function scalarText({ data, dtype }: ArraySource): string {
  const value = data[0];
  if (dtype === bool) return value !== 0 ? 'True' : 'False';
  if (typeof value === 'bigint' || !dtype.is_floating_point) return String(value);
  if (!Number.isFinite(value)) return formatExponential(value, 0);
  const magnitude = Math.abs(value);
  // Python's own limit for float64.
  const cutoff = dtype === float64 ? 1e16 : wholeDigits(dtype);
  if (value === 0 || (magnitude >= 1e-4 && magnitude < cutoff))
    return formatPositional(value, formatOf(dtype), { min: 1 });
  return formatScientific(value, formatOf(dtype)).replace('.e', 'e');
}

/** From here on not all digits before the point would be significant: the numbers are printed with exponents. */
function wholeDigits(dtype: DType): number {
  if (dtype === float64) return 1e8;
  return dtype === float32 ? 1e6 : 1e3;
}

function formatOf(dtype: DType): BinaryFormat {
  if (dtype === float64) return binary64;
  return dtype === float32 ? binary32 : binary16;
}

type ElementText = (element: number | bigint) => string;

function bodyText(array: ArraySource, separator: string, prefix: string, width: number): string {
  const size = numelOf(array.shape);
  if (size === 0) return '[]';
  const summarize = size > printing.threshold;
  const shown = shownElements(array, summarize);
  const text = elementText(array.dtype, shown, array.shape.length === 0);
  return nestedText(array, 0, 0, { separator, summarize, text }, ' '.repeat(prefix.length + 1), width);
}

/** Indices along an axis that are shown; null stands for the dots. */
function shownIndices(size: number, summarize: boolean): (number | null)[] {
  const all = Array.from({ length: size }, (_, index) => index);
  if (!summarize || size <= 2 * printing.edgeitems) return all;
  return [...all.slice(0, printing.edgeitems), null, ...all.slice(-printing.edgeitems)];
}

function shownElements({ data, shape, strides }: ArraySource, summarize: boolean): (number | bigint)[] {
  let positions = [0];
  shape.forEach((size, axis) => {
    const indices = shownIndices(size, summarize).filter((index) => index !== null);
    positions = positions.flatMap((position) => indices.map((index) => position + index * strides[axis]));
  });
  return positions.map((position) => data[position]);
}

function elementText(dtype: DType, shown: readonly (number | bigint)[], isScalar: boolean): ElementText {
  if (dtype === bool) return (element) => (element !== 0 ? (isScalar ? 'True' : ' True') : 'False');
  if (dtype.is_floating_point) return floatText(dtype, shown as number[]);
  const width = shown.reduce<number>((most, element) => Math.max(most, String(element).length), 0);
  return (element) => String(element).padStart(width);
}

/** Rounds as the dtype does: NumPy chooses the notation by arithmetic in the array's own dtype. */
const rounded: Partial<Record<DType['name'], (value: number) => number>> = {
  float64: (value) => value,
  float32: Math.fround,
  float16: Math.f16round,
};

function isScientific(dtype: DType, finite: readonly number[]): boolean {
  const magnitudes = finite.filter((value) => value !== 0).map(Math.abs);
  if (magnitudes.length === 0) return false;
  const max = magnitudes.reduce((a, b) => Math.max(a, b));
  const min = magnitudes.reduce((a, b) => Math.min(a, b));
  const round = rounded[dtype.name]!;
  return max >= wholeDigits(dtype) || (!printing.suppress && (min < round(1e-4) || round(max / min) > 1000));
}

/** Floats stand with their points in one column, or all in scientific notation. */
function floatText(dtype: DType, shown: readonly number[]): ElementText {
  const format = formatOf(dtype);
  const finite = shown.filter(Number.isFinite);
  const scientific = isScientific(dtype, finite);
  const first = finite.map((value) =>
    scientific
      ? formatScientific(value, format, { max: printing.precision })
      : formatPositional(value, format, { max: printing.precision }),
  );
  const longest = (part: RegExp): number =>
    first.reduce((most, text) => Math.max(most, part.exec(text)![0].length), 0);
  const fraction = longest(/(?<=\.)\d*/);
  const exponent = scientific ? longest(/(?<=e[+-])\d+/) : 0;
  // What stands after the point: digits and, in scientific notation, `e+` with the exponent.
  const right = scientific ? fraction + 2 + exponent : fraction;
  const specials = shown.filter((value) => !Number.isFinite(value)).map(specialText);
  const left = specials.reduce((most, text) => Math.max(most, text.length - right - 1), longest(/^-?\d+/));
  const width = left + 1 + right;
  return (element) => {
    const value = element as number;
    if (!Number.isFinite(value)) return specialText(value).padStart(width);
    if (scientific) {
      return formatScientific(value, format, { min: fraction, max: fraction }, exponent).padStart(width);
    }
    const text = formatPositional(value, format, { max: printing.precision });
    const point = text.indexOf('.');
    return (' '.repeat(left - point) + text).padEnd(width);
  };
}

function specialText(value: number): string {
  return formatExponential(value, 0);
}

interface Layout {
  readonly separator: string;
  readonly summarize: boolean;
  readonly text: ElementText;
}

/** Text of the part at `position` from `axis` on: rows of elements, or blocks with blank lines between them. */
function nestedText(
  array: ArraySource,
  axis: number,
  position: number,
  layout: Layout,
  indent: string,
  width: number,
): string {
  const { shape, strides, data } = array;
  if (axis === shape.length) return layout.text(data[position]);
  const indices = shownIndices(shape[axis], layout.summarize);
  const parts = indices.map((index) =>
    index === null
      ? '...'
      : nestedText(array, axis + 1, position + index * strides[axis], layout, `${indent} `, width - 1),
  );
  const axesLeft = shape.length - axis;
  if (axesLeft === 1) return `[${brokenLines(parts, layout.separator, indent, width)}]`;
  return `[${parts.join(`${layout.separator.trimEnd()}${'\n'.repeat(axesLeft - 1)}${indent}`)}]`;
}

function brokenLines(words: readonly string[], separator: string, indent: string, width: number): string {
  const limit = width - Math.max(separator.trimEnd().length, 1);
  let text = '';
  let line = indent;
  words.forEach((word, index) => {
    // A line without any word yet would not get shorter.
    if (line.length + word.length > limit && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += index === words.length - 1 ? word : word + separator;
  });
  return (text + line).slice(indent.length);
}
