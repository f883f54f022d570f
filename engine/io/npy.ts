/**
 * NumPy's `.npy` format: a header that says type, order and shape, then the elements.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */

import { bool, type DType, dtypes, type TypedArray } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { NdArray } from '../core/ndarray.ts';
import { contiguousStrides, forEachOffset, isContiguous, numelOf } from '../core/shape.ts';

const magic = '\x93NUMPY';
/** NumPy too refuses to read more: a header says a type and a shape. */
const longestHeader = 10_000;
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const kinds: Readonly<Record<DType['category'], string>> = { bool: 'b', int: 'i', float: 'f' };

/** The dtype's name in a header without its byte order: `f4`. */
function codeOf(dtype: DType): string {
  return dtype.name === 'uint8' ? 'u1' : kinds[dtype.category] + dtype.itemsize;
}

const dtypeByCode = new Map(dtypes.map((dtype) => [codeOf(dtype), dtype]));

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

interface Header {
  readonly dtype: DType;
  /** Whether the elements' bytes stand in the other order than this machine's. */
  readonly swapped: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the elements start. */
  readonly end: number;
}

/**
 * Reads the bytes of an `.npy` file. Fortran order gives an array whose strides say so; the bytes are copied.
 * @param label what to call the file in messages
 * @throws ValueError for what is no `.npy` file, or whose header and length do not agree; TypeError for elements that
 * no tensor has
 */
export function readNpy(bytes: Uint8Array, label = 'the .npy file'): NdArray {
  const header = readHeader(bytes, label);
  const { dtype, shape, end } = header;
  const count = numelOf(shape);
  const [wanted, got] = [count * dtype.itemsize, bytes.length - end];
  if (wanted !== got) {
    const what = `${label}: its header says shape (${shape.join(', ')}) of ${dtype.name}, which is ${wanted} bytes, but ${got} follow it`;
    throw new ValueError(
      got < wanted ? `${what}: the file is cut short` : `${what}: the header or the file is wrong`,
    );
  }
  // Not slice(): that of Node's Buffer, which is a Uint8Array too, does not copy.
  const own = new Uint8Array(got);
  own.set(bytes.subarray(end));
  if (header.swapped) reverseEach(own, dtype.itemsize);
  if (dtype === bool) own.set(own.map((byte) => (byte === 0 ? 0 : 1)));
  const data = new dtype.arrayType(own.buffer, 0, count);
  const strides = header.fortran ? columnStrides(shape) : undefined;
  return new NdArray(data, shape, { dtype, strides });
}

function columnStrides(shape: readonly number[]): number[] {
  return contiguousStrides([...shape].reverse())
    .slice()
    .reverse();
}

function reverseEach(bytes: Uint8Array, itemsize: number): void {
  for (let start = 0; start < bytes.length; start += itemsize)
    bytes.subarray(start, start + itemsize).reverse();
}

function readHeader(bytes: Uint8Array, label: string): Header {
  if (bytes.length < 10) {
    throw new ValueError(`${label}: ${bytes.length} bytes are no .npy file, whose header alone has more`);
  }
  if (text(bytes.subarray(0, 6)) !== magic) {
    const first = Array.from(bytes.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new ValueError(
      `${label}: it starts with the bytes ${first}, not with 93 4e 55 4d 50 59 as an .npy file does`,
    );
  }
  const [major, minor] = bytes.subarray(6, 8);
  if (major < 1 || major > 3 || minor !== 0) {
    throw new ValueError(
      `${label}: version ${major}.${minor} of the format is not known, only 1.0, 2.0 and 3.0`,
    );
  }
  const start = major === 1 ? 10 : 12;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = major === 1 ? view.getUint16(8, true) : bytes.length < 12 ? 0 : view.getUint32(8, true);
  if (length > longestHeader) {
    throw new ValueError(
      `${label}: its header says that it is ${length} bytes long; more than ${longestHeader} are not read`,
    );
  }
  if (start + length > bytes.length) {
    throw new ValueError(
      `${label}: its header says that it is ${length} bytes long, but ${Math.max(bytes.length - start, 0)} follow: the file is cut short`,
    );
  }
  return { ...parseHeader(text(bytes.subarray(start, start + length)), label), end: start + length };
}

/** The header is a Python dictionary: `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`. */
function parseHeader(source: string, label: string): Omit<Header, 'end'> {
  const refuse = (what: string): never => {
    throw new ValueError(`${label}: ${what} in its header: ${source.trim().slice(0, 200)}`);
  };
  if (!/^\s*\{.*\}\s*$/s.test(source)) refuse('no dictionary');
  const field = (name: string, value: string): string =>
    new RegExp(`['"]${name}['"]\\s*:\\s*(?:${value})\\s*[,}]`).exec(source)?.[1] ??
    refuse(`no '${name}' that can be read`);
  const order = field('fortran_order', '(True|False)');
  const shape = (field('shape', '\\(([\\d\\sL,]*)\\)').match(/\d+/g) ?? []).map(Number);
  if (!shape.every(Number.isSafeInteger) || !Number.isSafeInteger(numelOf(shape) * 8)) {
    refuse('a shape larger than any memory');
  }
  if (/['"]descr['"]\s*:\s*\[/.test(source)) {
    throw new TypeError(
      `${label}: it holds records of several fields, which no tensor does: save each field on its own`,
    );
  }
  const descr = field('descr', '[\'"]([^\'"]*)[\'"]');
  const [, mark, code] = /^([<>|=]?)(.*)$/.exec(descr) ?? [];
  const dtype = dtypeByCode.get(code);
  if (!dtype) {
    const known = [...dtypeByCode.keys()].join(', ');
    throw new TypeError(
      `${label}: its elements are of type '${descr}', which no tensor has (those are ${known}): convert it with astype first`,
    );
  }
  const isBig = mark === '>' || (mark !== '<' && !isLittleEndian);
  return { dtype, shape, fortran: order === 'True', swapped: dtype.itemsize > 1 && isBig === isLittleEndian };
}

/** The bytes of an `.npy` file that holds the array: in Fortran order where its memory lies so, else in C order. */
export function writeNpy(array: NdArray): Uint8Array<ArrayBuffer> {
  const { dtype, shape, strides } = array;
  const isRows = isContiguous(shape, strides);
  const isColumns = !isRows && isContiguous([...shape].reverse(), [...strides].reverse());
  const mark = dtype.itemsize === 1 ? '|' : isLittleEndian ? '<' : '>';
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '${mark}${codeOf(dtype)}', 'fortran_order': ${isColumns ? 'True' : 'False'}, 'shape': (${sizes}), }`;
  // Spaces and a line's end fill it up, so that the elements start at a multiple of 64.
  const start = Math.ceil((10 + dictionary.length + 1) / 64) * 64;
  const head = `${magic}\x01\x00${String.fromCharCode((start - 10) & 255, (start - 10) >> 8)}${dictionary}`;
  const elements = isRows || isColumns ? array.data.subarray(0, array.size) : inRows(array);
  const bytes = new Uint8Array(start + elements.byteLength);
  bytes.set(Uint8Array.from(`${head.padEnd(start - 1)}\n`, (char) => char.charCodeAt(0)));
  bytes.set(new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength), start);
  return bytes;
}

function inRows({ data, dtype, shape, strides, size }: NdArray): TypedArray {
  const rows = new dtype.arrayType(size);
  forEachOffset(shape, strides, 0, (position, flat) => {
    rows[flat] = data[position];
  });
  return rows;
}
