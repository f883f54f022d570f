/**
 * Tensors as PyTorch's text, to the character.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html, and what PyTorch 2.13 prints.
 */

import { formatExponential, formatFixed } from './decimal.ts';
import { bool, type DType, get_default_dtype, int64, type Scalar } from './dtype.ts';
import { numelOf, Tuple } from './shape.ts';

export interface PrintOptions {
  /** Digits after the point. */
  precision: number;
  /** Tensors of more elements are summarised. */
  threshold: number;
  /** Elements shown at either end of a summarised dimension. */
  edgeitems: number;
  /** Columns after which lines are broken. */
  linewidth: number;
  /** Scientific notation always (true), never (false), or where the numbers ask for it (null). */
  sci_mode: boolean | null;
}

const profiles = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Infinity, edgeitems: 3, linewidth: 80 },
};

let current: PrintOptions = { ...profiles.default, sci_mode: null };

/**
 * Changes how tensors print, from now on. What is left out stays as it is, but for `sci_mode`, which goes back
 * to null at every call; `profile` sets all but it at once.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html
 */
export function set_printoptions(
  options: Partial<PrintOptions> & { profile?: keyof typeof profiles | null } = {},
): void {
  const { profile, sci_mode = null, ...rest } = options;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  current = { ...current, ...(profile ? profiles[profile] : {}), ...Object.fromEntries(given), sci_mode };
}

/** The options that tensors are printed with, as `set_printoptions` takes them. */
export function get_printoptions(): PrintOptions {
  return { ...current };
}

/** The elements to print; `read` takes an index in row-major order. */
export interface PrintSource {
  readonly sizes: readonly number[];
  readonly dtype: DType;
  read(flat: number): Scalar;
}

/** What is told of a tensor besides its elements. */
export interface PrintDetails {
  /** The device's name, for a tensor that is not on the cpu. */
  readonly device?: string | null;
  readonly requires_grad?: boolean;
  /** The name of the graph node that made it: `AddBackward0`. */
  readonly grad_fn?: string | null;
}

const PREFIX = 'tensor(';

/** A tensor's text: its elements in columns, then what is not obvious from them. */
export function formatTensor(source: PrintSource, details: PrintDetails = {}): string {
  const text = PREFIX + elementsText(source, PREFIX.length);
  return addSuffixes(text, suffixesOf(source, details), PREFIX.length);
}

function suffixesOf(
  { sizes, dtype }: PrintSource,
  { device, requires_grad, grad_fn }: PrintDetails,
): string[] {
  const suffixes: string[] = [];
  const isEmpty = numelOf(sizes) === 0;
  const isDefault = dtype === get_default_dtype();
  if (device) suffixes.push(`device='${device}'`);
  // The brackets of an empty tensor tell neither its sizes nor its dtype.
  if (isEmpty ? sizes.length !== 1 : current.edgeitems === 0) suffixes.push(`size=${Tuple.from(sizes)}`);
  if (!isDefault && (isEmpty || (dtype !== int64 && dtype !== bool))) suffixes.push(`dtype=${dtype}`);
  if (grad_fn) suffixes.push(`grad_fn=<${grad_fn}>`);
  else if (requires_grad) suffixes.push('requires_grad=True');
  return suffixes;
}

/** Puts suffixes after the elements, on a new line wherever one would pass the line's width. */
function addSuffixes(text: string, suffixes: readonly string[], indent: number): string {
  let result = text;
  // PyTorch counts two columns more on the first line than there are.
  let column = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (column + suffix.length + 2 > current.linewidth) {
      result += `,\n${' '.repeat(indent)}${suffix}`;
      column = indent + suffix.length;
    } else {
      result += `, ${suffix}`;
      column += suffix.length + 2;
    }
  }
  return `${result})`;
}

function elementsText(source: PrintSource, indent: number): string {
  const numel = numelOf(source.sizes);
  if (numel === 0) return '[]';
  const summarize = numel > current.threshold;
  const format = elementFormat(source.dtype, shownElements(source, summarize));
  return nestedText(source, 0, 0, indent, summarize, format);
}

/** Turns an element into text of one width for the whole tensor. */
interface ElementFormat {
  readonly width: number;
  text(value: Scalar): string;
}

/** The elements that set the columns' width: in a summary only those that are shown. */
function shownElements({ sizes, read }: PrintSource, summarize: boolean): Scalar[] {
  const shown: Scalar[] = [];
  const { edgeitems } = current;
  const visit = (dim: number, flat: number): void => {
    if (dim === sizes.length) {
      shown.push(read(flat));
      return;
    }
    const size = sizes[dim];
    // Without edge items PyTorch still measures all elements of a vector, although it shows none.
    const isCut = summarize && size > 2 * edgeitems && (edgeitems > 0 || sizes.length > 1);
    for (let index = 0; index < size; index++) {
      if (isCut && index === edgeitems) index = size - edgeitems;
      if (index < size) visit(dim + 1, flat * size + index);
    }
  };
  visit(0, 0);
  return shown;
}

function elementFormat(dtype: DType, shown: readonly Scalar[]): ElementFormat {
  const format = dtype.is_floating_point ? floatText(shown as number[]) : integerText;
  // Zeros and non-finite floats adapt to the others' width.
  const measured = dtype.is_floating_point ? shown.filter(isFiniteNonzero) : shown;
  let width = 1;
  for (const value of measured) width = Math.max(width, format(value).length);
  return { width, text: (value) => format(value).padStart(width) };
}

function isFiniteNonzero(value: Scalar): boolean {
  return Number.isFinite(value) && value !== 0;
}

function integerText(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

/** Floats are printed as whole numbers `2.`, with a fixed fraction, or in scientific notation, all alike. */
function floatText(shown: readonly number[]): (value: Scalar) => string {
  const { precision } = current;
  const magnitudes = shown.filter(isFiniteNonzero).map(Math.abs);
  if (isScientific(magnitudes)) return (value) => formatExponential(value as number, precision);
  if (!magnitudes.every(Number.isInteger)) return (value) => formatFixed(value as number, precision);
  return (value) => formatFixed(value as number, 0) + (Number.isFinite(value) ? '.' : '');
}

function isScientific(magnitudes: readonly number[]): boolean {
  if (magnitudes.length === 0) return false;
  if (current.sci_mode !== null) return current.sci_mode;
  const max = magnitudes.reduce((a, b) => Math.max(a, b));
  const min = magnitudes.reduce((a, b) => Math.min(a, b));
  return max / min > 1000 || max > 1e8 || min < 1e-4;
}

/** Text of the sub-tensor at `flat` of dimension `dim` on; lines are indented to stand under its first bracket. */
function nestedText(
  source: PrintSource,
  dim: number,
  flat: number,
  indent: number,
  summarize: boolean,
  format: ElementFormat,
): string {
  const { sizes } = source;
  if (dim === sizes.length) return format.text(source.read(flat));
  const isVector = dim === sizes.length - 1;
  const size = sizes[dim];
  const { edgeitems } = current;
  const parts: string[] = [];
  for (let index = 0; index < size; index++) {
    if (summarize && size > 2 * edgeitems && index === edgeitems) {
      parts.push(isVector && edgeitems > 0 ? ' ...' : '...');
      index = size - edgeitems;
      if (index === size) break;
    }
    parts.push(nestedText(source, dim + 1, flat * size + index, indent + 1, summarize, format));
  }
  const newLine = ' '.repeat(indent + 1);
  if (isVector) return `[${brokenLines(parts, indent, format.width).join(`,\n${newLine}`)}]`;
  // A blank line more between blocks for each dimension within them.
  return `[${parts.join(`,${'\n'.repeat(sizes.length - dim - 1)}${newLine}`)}]`;
}

function brokenLines(parts: readonly string[], indent: number, width: number): string[] {
  const perLine = Math.max(1, Math.floor((current.linewidth - indent) / (width + 2)));
  const lines: string[] = [];
  for (let start = 0; start < parts.length; start += perLine) {
    lines.push(parts.slice(start, start + perLine).join(', '));
  }
  return lines;
}
