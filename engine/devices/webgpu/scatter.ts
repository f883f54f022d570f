/**
 * Reading and writing along one dimension by an index tensor, on the GPU. Writes that meet at one place are atomic;
 * where the dimension is short, an invocation walks it alone instead, in order and without atomics.
 */

import { int64 } from '../../core/dtype.ts';
import type { Tensor } from '../../core/tensor.ts';
import { gatherKernel, type ScatterMode, scatterKernel } from '../cpu/scatter.ts';
import { runtimeError } from './device.ts';
import { type Join, joins } from './joins.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { fitTo, kindOf } from './layout.ts';
import { elementOf, type Place, placeOf } from './rows.ts';

const size = 128;

/** What kernels that read an index tensor call for a number out of range: the next read throws it. */
export const reportIndex = `
fn bad_index(index: i32, dim: u32, size: u32) {
  if (atomicAdd(&status[0], 1u) > 0u) { return; }
  atomicStore(&status[1], bitcast<u32>(index));
  atomicStore(&status[2], dim);
  atomicStore(&status[3], size);
}`;

/** An element of an index tensor as an i32. */
export const indexAt = (element: string, index: Tensor): string =>
  index.dtype === int64 ? `i64_low(${element})` : element;

/** The place in `self` for element i of the index, without the step along `dim`. */
function baseOf(self: Tensor, dim: number, index: Tensor): Place {
  const strides = self.strides.map((stride, own) => (own === dim ? 0 : stride));
  return placeOf('b_', 'i', index.sizes, index.ndim === 0 ? [] : strides, self.offset);
}

function along(self: Tensor, dim: number): { size: number; step: number; dim: number } {
  const isScalar = self.ndim === 0;
  return { size: isScalar ? 1 : self.sizes[dim], step: isScalar ? 0 : self.strides[dim], dim };
}

/** Reads the index for element i into `own`; what is out of range is reported and ends the invocation's work on it. */
const readIndex = (place: string, index: Tensor, binding: number, otherwise: string): string => `
  let own = ${indexAt(`in${binding}[${place}]`, index)};
  if (own < 0 || own >= i32(P_size)) { bad_index(own, P_dim + ${runtimeError}u, P_size); ${otherwise}; }`;

gatherKernel.on('webgpu', (self: Tensor, dim: number, index: Tensor, out: Tensor): void => {
  const [base, at, to] = [baseOf(self, dim, index), elementOf('i_', 'i', index), elementOf('o_', 'i', out)];
  runKernel({
    name: 'gather',
    device: gpuOfTensor(out),
    out,
    inputs: [self, index],
    reports: true,
    params: { count: index.numel(), ...along(self, dim), ...base.params, ...at.params, ...to.params },
    workgroups: Math.ceil(index.numel() / size),
    body: () => `${reportIndex}
${mainOver(size, 'P_count')}
  ${readIndex(at.code, index, 1, 'return')}
  result[${to.code}] = in0[${base.code} + u32(own) * P_step];
}`,
  });
});

const joinOf: Record<Exclude<ScatterMode, 'set'>, Join> = {
  sum: 'sum',
  prod: 'prod',
  amax: 'max',
  amin: 'min',
};

const longestWalk = 64;

scatterKernel.on(
  'webgpu',
  (self: Tensor, dim: number, index: Tensor, source: Tensor, mode: ScatterMode): void => {
    const length = index.ndim === 0 ? 1 : index.sizes[dim];
    // Words of 64 bits can be added atomically, but not multiplied or compared.
    const hasAtomics = mode === 'set' || mode === 'sum' || self.dtype !== int64;
    if (length <= longestWalk || !hasAtomics) walk(self, dim, index, source, mode);
    else scatterAtOnce(self, dim, index, source, mode);
  },
);

/** What element `at` becomes when `value` is written there. */
function written(self: Tensor, mode: ScatterMode, at: string, value: string): string {
  if (mode === 'set') return value;
  return fitTo(self.dtype, joins[joinOf[mode]][kindOf(self.dtype)].join(at, value));
}

/** An invocation for each line along `dim`: it writes the line's elements one after the other. */
function walk(self: Tensor, dim: number, index: Tensor, source: Tensor, mode: ScatterMode): void {
  const length = index.ndim === 0 ? 1 : index.sizes[dim];
  const sizes = index.sizes.filter((_, own) => own !== dim);
  const lineOf = (prefix: string, tensor: Tensor): Place =>
    placeOf(
      prefix,
      'i',
      sizes,
      tensor.strides.filter((_, own) => own !== dim),
      tensor.offset,
    );
  const step = (tensor: Tensor): number => (tensor.ndim === 0 ? 0 : tensor.strides[dim]);
  const [base, at, from] = [lineOf('b_', self), lineOf('i_', index), lineOf('s_', source)];
  const lines = index.numel() / length;
  runKernel({
    name: `scatter (${mode})`,
    device: gpuOfTensor(self),
    out: self,
    inputs: [source, index],
    reports: true,
    params: {
      count: lines,
      length,
      index_step: step(index),
      source_step: step(source),
      ...along(self, dim),
      ...base.params,
      ...at.params,
      ...from.params,
    },
    workgroups: Math.ceil(lines / size),
    variant: ['walk'],
    body: () => `${reportIndex}
${mainOver(size, 'P_count')}
  let base = ${base.code};
  let source = ${from.code};
  let at = ${at.code};
  for (var k = 0u; k < P_length; k++) {
    ${readIndex('at + k * P_index_step', index, 1, 'continue')}
    let place = base + u32(own) * P_step;
    let value = in0[source + k * P_source_step];
    result[place] = ${written(self, mode, 'result[place]', 'value')};
  }
}`,
  });
}

function scatterAtOnce(self: Tensor, dim: number, index: Tensor, source: Tensor, mode: ScatterMode): void {
  const [base, at] = [baseOf(self, dim, index), elementOf('i_', 'i', index)];
  const from = placeOf('s_', 'i', index.sizes, source.strides, source.offset);
  runKernel({
    name: `scatter (${mode})`,
    device: gpuOfTensor(self),
    out: self,
    outType: mode === 'set' ? undefined : atomicType(self),
    inputs: [source, index],
    reports: true,
    params: { count: index.numel(), ...along(self, dim), ...base.params, ...at.params, ...from.params },
    workgroups: Math.ceil(index.numel() / size),
    body: () => `${reportIndex}
${mainOver(size, 'P_count')}
  ${readIndex(at.code, index, 1, 'return')}
  let place = ${base.code} + u32(own) * P_step;
  let value = in0[${from.code}];
  ${mode === 'set' ? 'result[place] = value;' : atomically(self, joinOf[mode])}
}`,
  });
}

/** The element type of memory that `atomically` writes to. */
export function atomicType(tensor: Tensor): string {
  return { f32: 'atomic<u32>', i32: 'atomic<i32>', i64: 'array<atomic<u32>, 2>' }[kindOf(tensor.dtype)];
}

/** WGSL that joins `value` with the element at `place`, however many invocations do so at once. */
export function atomically(tensor: Tensor, join: Join): string {
  const kind = kindOf(tensor.dtype);
  if (kind === 'i64') {
    // The low words' sum carries into the high ones, whichever order they come in.
    return `
  let low = atomicAdd(&result[place][0], value.x);
  atomicAdd(&result[place][1], value.y + select(0u, 1u, low + value.x < low));`;
  }
  const element = kind === 'f32' ? 'bitcast<f32>(seen)' : 'seen';
  const joined = fitTo(tensor.dtype, joins[join][kind].join('old', 'value'));
  return `
  var seen = atomicLoad(&result[place]);
  for (;;) {
    let old = ${element};
    let wanted = ${kind === 'f32' ? `bitcast<u32>(${joined})` : joined};
    let exchange = atomicCompareExchangeWeak(&result[place], seen, wanted);
    if (exchange.exchanged) { break; }
    seen = exchange.old_value;
  }`;
}
