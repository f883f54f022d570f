/** WebAssembly's binary form, as much of it as a function over vectors of four floats needs. */

type Bytes = readonly number[];

/** An unsigned number in LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 127) | 128);
  }
}

const floatBytes = (value: number): number[] => [...new Uint8Array(new Float32Array([value]).buffer)];

const i32 = 0x7f;
const f32 = 0x7d;
const v128 = 0x7b;

const simd = (code: number): number[] => [0xfd, ...unsigned(code)];
const aligned = (code: number) => (offset: number) => [...simd(code), 4, ...unsigned(offset)];

/** Instructions; those that take an immediate are functions of it. */
export const op = {
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  /** A loop that runs its body until the body's last value is 0. */
  doWhile: (body: Bytes) => [0x03, 0x40, ...body, 0x0d, 0, 0x0b],
  // Numbers below 64 alone fit one byte of signed LEB128.
  i32Const: (value: number) => [0x41, value],
  i32Add: [0x6a],
  i32Less: [0x48],
  load: aligned(0x00),
  store: aligned(0x0b),
  splat: simd(0x13),
  constant: (value: number) => [...simd(0x0c), ...Array.from({ length: 4 }, () => floatBytes(value)).flat()],
  integers: (value: number) => [
    ...simd(0x0c),
    ...Array.from({ length: 4 }, () => [...new Uint8Array(new Int32Array([value]).buffer)]).flat(),
  ],
  eq: simd(0x41),
  ne: simd(0x42),
  lt: simd(0x43),
  gt: simd(0x44),
  le: simd(0x45),
  ge: simd(0x46),
  not: simd(0x4d),
  and: simd(0x4e),
  or: simd(0x50),
  select: simd(0x52),
  ceil: simd(0x67),
  floor: simd(0x68),
  trunc: simd(0x69),
  nearest: simd(0x6a),
  shiftLeft: simd(0xab),
  shiftRight: simd(0xac),
  addIntegers: simd(0xae),
  subIntegers: simd(0xb1),
  abs: simd(0xe0),
  neg: simd(0xe1),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  min: simd(0xe8),
  max: simd(0xe9),
  /** The larger (smaller) of two where both are numbers; the first of the two where one is none. */
  larger: simd(0xeb),
  smaller: simd(0xea),
} as const;

function section(id: number, content: Bytes): number[] {
  return [id, ...unsigned(content.length), ...content];
}

const text = (value: string): number[] => [value.length, ...[...value].map((char) => char.charCodeAt(0))];

/**
 * A module with one function `run(end, …pointers, …floats)` over the memory `m.m`. Its locals: 0 is `end`, then the
 * pointers (i32), then the floats, then a counter (i32), then `vectors` vectors.
 */
export function moduleOf(
  pointers: number,
  floats: number,
  vectors: number,
  body: Bytes,
): Uint8Array<ArrayBuffer> {
  const code = [2, 1, i32, ...unsigned(vectors), v128, ...body, 0x0b];
  const parameters = [...new Array(pointers + 1).fill(i32), ...new Array(floats).fill(f32)];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...unsigned(parameters.length), ...parameters, 0]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}
