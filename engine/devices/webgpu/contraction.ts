/**
 * Sums of products of two strided tensors (matrix products and convolutions) where shared memory brings nothing and
 * barriers are dear, as on an adapter that is a program: each invocation reads what it needs from the tensors
 * themselves, for a block of results. contraction-code.ts says how.
 */

import { numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { coalesce, type LoopNest } from '../cpu/layout.ts';
import { bodyOf, type Reading, type Shape, side } from './contraction-code.ts';
import { plainKernelOf } from './contraction-plain.ts';
import { gpuOfTensor, isNew, type KernelCall, offsetCode, runKernel } from './kernels.ts';
import { grid } from './layout.ts';

/** A tensor whose dimensions have names, a letter each. */
export type Named = readonly [tensor: Tensor, names: string];

/** Rows and columns that an invocation reads, and quads of a workgroup, at most. */
const most = { lines: 4, quads: 4 };

/** Multiplications that are over before the GPU has compiled a kernel with many of them an invocation, and with a few. */
const [smallProduct, quickProduct] = [64 ** 3, 256 ** 3];

/** The dimensions with those names as one loop nest over some of the tensors. */
function nestOf(names: readonly string[], tensors: readonly Named[]): LoopNest {
  const sizeOf = (name: string): number => {
    const [tensor, own] = tensors.find(([, all]) => all.includes(name)) as Named;
    return tensor.sizes[own.indexOf(name)];
  };
  return coalesce(
    names.map(sizeOf),
    tensors.map(([tensor, own]) => names.map((name) => tensor.strides[own.indexOf(name)])),
  );
}

/** Loops of which the longest is the innermost. */
function longestLast({ sizes, strides }: LoopNest): LoopNest {
  const order = sizes.map((_, dim) => dim).sort((a, b) => sizes[a] - sizes[b]);
  return {
    sizes: order.map((dim) => sizes[dim]),
    strides: strides.map((own) => order.map((dim) => own[dim])),
  };
}

/** The dimensions of a product by the tensors that have them. */
function nestsOf(out: Named, a: Named, b: Named) {
  const has = (name: string, ...tensors: readonly Named[]): boolean =>
    tensors.every(([, all]) => all.includes(name));
  const names = [...new Set(out[1] + a[1] + b[1])];
  const [batch, inner, rows, columns] = [
    names.filter((name) => has(name, out, a, b)),
    names.filter((name) => !has(name, out)),
    names.filter((name) => !has(name, b)),
    names.filter((name) => !has(name, a)),
  ];
  return {
    batch: nestOf(batch, [out, a, b]),
    rows: nestOf(rows, [out, a]),
    columns: nestOf(columns, [out, b]),
    inner: longestLast(nestOf(inner, [a, b])),
  };
}

/** How a factor can be read. Its lines are its rows or columns, of which an invocation takes `count`. */
function readingOf(
  { offset }: Tensor,
  batch: readonly number[],
  lines: LoopNest,
  inner: LoopNest,
  which: 0 | 1,
  count: number,
): Reading {
  const areAligned = (...numbers: readonly number[]): boolean => numbers.every((one) => one % 4 === 0);
  const last = inner.sizes.length - 1;
  const [step, ...others] = inner.strides[which].toReversed();
  if (!areAligned(offset, ...batch, ...others)) return 'single';
  if (step === 1 && areAligned(inner.sizes[last], ...lines.strides[1])) return 'inner';
  const areNeighbours = lines.sizes.length === 1 && lines.strides[1][0] === 1;
  return areNeighbours && count === 4 && areAligned(step, lines.sizes[0]) ? 'across' : 'single';
}

/** The most terms of a turn that leave none over: where all is read one by one, the code for four is too large. */
function termsOf(length: number, left: Reading, right: Reading): number {
  const limit = left === 'single' && right === 'single' ? 2 : 4;
  return [4, 3, 2].find((terms) => terms <= limit && length % terms === 0) ?? 1;
}

/** A stride in the units of what is read at once. */
const stepOf = (stride: number, reading: Reading): number =>
  reading === 'single' || stride === 1 ? stride : stride / 4;

const typeOf = (reading: Reading): string => (reading === 'single' ? 'f32' : 'vec4<f32>');

export type Nests = ReturnType<typeof nestsOf>;

/** Sets `out` to the sums, over the dimensions that it lacks, of the products of `a` and `b`, all of floats. */
export function contract(name: string, out: Named, a: Named, b: Named): void {
  const nests = nestsOf(out, a, b);
  const all = Object.values(nests).reduce((product, { sizes }) => product * numelOf(sizes), 1);
  const tensors = [out[0], a[0], b[0]];
  const kernel = kernelOf(name, tensors, nests, all <= smallProduct ? 'small' : 'large');
  // The first time, a kernel that is compiled sooner is done sooner. It adds in the same order, so digits are the same.
  runKernel(all <= quickProduct && isNew(kernel) ? plainKernelOf(name, tensors, nests) : kernel);
}

/** How much an invocation has to do. */
type Size = 'small' | 'large';

function shapeOf([, a, b]: readonly Tensor[], { batch, rows, columns, inner }: Nests, size: Size): Shape {
  const hasQuads = gpuOfTensor(a).context.features.has('subgroups');
  const [rowGroups, columnGroups] = [rows, columns].map(({ sizes }) => Math.ceil(numelOf(sizes) / side));
  const down = size === 'large' ? Math.min(rowGroups, most.lines) : 1;
  const across = Math.min(columnGroups, most.lines);
  const isSingle = size === 'small';
  const left = isSingle ? 'single' : readingOf(a, batch.strides[1], rows, inner, 0, hasQuads ? down : 0);
  const right = isSingle ? 'single' : readingOf(b, batch.strides[2], columns, inner, 1, across);
  return {
    down,
    across,
    tall: Math.min(Math.ceil(rowGroups / down), most.quads),
    terms: isSingle ? 1 : termsOf(inner.sizes[inner.sizes.length - 1], left, right),
    left,
    right,
    loops: inner.sizes.length,
    hasQuads,
  };
}

function kernelOf(name: string, tensors: readonly Tensor[], nests: Nests, size: Size): KernelCall {
  const [out, a, b] = tensors;
  const { batch, rows, columns, inner } = nests;
  const shape = shapeOf(tensors, nests, size);
  const { down, across, tall, left, right, hasQuads } = shape;
  const [batches, rowCount, columnCount] = [batch, rows, columns].map(({ sizes }) => numelOf(sizes));
  const rowGroups = Math.ceil(rowCount / (down * side * tall));
  const columnGroups = Math.ceil(columnCount / (across * side));
  const groups = batches * rowGroups * columnGroups;
  const places = {
    batch_out: offsetCode('n', 'number', batch.sizes, batch.strides[0]),
    batch_a: offsetCode('na', 'number', batch.sizes, batch.strides[1]),
    batch_b: offsetCode('nb', 'number', batch.sizes, batch.strides[2]),
    row_out: offsetCode('r', 'number', rows.sizes, rows.strides[0]),
    row_a: offsetCode('ra', 'number', rows.sizes, rows.strides[1]),
    column_out: offsetCode('c', 'number', columns.sizes, columns.strides[0]),
    column_b: offsetCode('cb', 'number', columns.sizes, columns.strides[1]),
  };
  const loops = inner.sizes.flatMap((length, k) => [
    [`length_${k}`, length],
    [`a_step_${k}`, stepOf(inner.strides[0][k], left)],
    [`b_step_${k}`, stepOf(inner.strides[1][k], right)],
  ]);
  return {
    name,
    device: gpuOfTensor(out),
    subgroups: hasQuads,
    variant: Object.values(shape),
    out,
    inputs: [a, b],
    inputTypes: [typeOf(left), typeOf(right)],
    params: {
      rows: rowCount,
      columns: columnCount,
      row_groups: rowGroups,
      column_groups: columnGroups,
      groups,
      start: out.offset,
      a_offset: a.offset,
      b_offset: b.offset,
      ...Object.fromEntries(loops),
      ...Object.assign({}, ...Object.values(places).map(({ params }) => params)),
    },
    workgroups: grid(groups),
    body: () => {
      const functions = Object.entries(places).map(
        ([place, { code }]) => `fn ${place}(number: u32) -> u32 { return ${code}; }`,
      );
      return [...functions, bodyOf(shape, out.dtype)].join('\n');
    },
  };
}
