/**
 * Advanced indexing on the GPU. An index out of range cannot be told at the call: the kernel leaves a note in the
 * device's status, and the next read throws.
 */

import { NotImplementedError } from '../../core/errors.ts';
import { numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { type IndexPlan, indexKernel, indexPutKernel } from '../cpu/gather.ts';
import { coalesce } from '../cpu/layout.ts';
import { gpuOfTensor, mainOver, offsetCode, runKernel } from './kernels.ts';
import { kindOf } from './layout.ts';

interface Addressing {
  readonly code: string;
  readonly params: Record<string, number>;
  readonly inputs: readonly Tensor[];
}

/** WGSL that sets `place` to the element of `self` for element i of the indexed result, or notes a bad index. */
function addressing(self: Tensor, { dims, indices, position }: IndexPlan, firstBinding: number): Addressing {
  const kept = self.sizes.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const sizesOf = (list: readonly number[]): number[] => list.map((dim) => self.sizes[dim]);
  const stridesOf = (list: readonly number[]): number[] => list.map((dim) => self.strides[dim]);
  const [before, after] = [kept.slice(0, position), kept.slice(position)];
  const outer = offsetCode('b', 'before', sizesOf(before), stridesOf(before));
  const inner = offsetCode('a', 'after', sizesOf(after), stridesOf(after));
  const params: Record<string, number> = {
    points: indices[0].numel(),
    after_count: numelOf(sizesOf(after)),
    offset: self.offset,
    ...outer.params,
    ...inner.params,
  };
  const lookups = indices.map((index, k) => {
    const nest = coalesce(index.sizes, [contiguous(index.sizes), index.strides]);
    const where = offsetCode(`i${k}_`, 'point', nest.sizes, nest.strides[1]);
    Object.assign(params, where.params, {
      [`i${k}_offset`]: index.offset,
      [`i${k}_size`]: self.sizes[dims[k]],
      [`i${k}_step`]: self.strides[dims[k]],
    });
    const element = `in${firstBinding + k}[P_i${k}_offset + ${where.code}]`;
    const value = kindOf(index.dtype) === 'i64' ? `i64_low(${element})` : element;
    return `
  var index${k} = ${value};
  let size${k} = i32(P_i${k}_size);
  if (index${k} < -size${k} || index${k} >= size${k}) {
    atomicStore(&status[0], 1u);
    atomicStore(&status[1], bitcast<u32>(index${k}));
    index${k} = 0;
  }
  if (index${k} < 0) { index${k} += size${k}; }
  place += u32(index${k}) * P_i${k}_step;`;
  });
  const code = `
  let after = i % P_after_count;
  let point = (i / P_after_count) % P_points;
  let before = i / P_after_count / P_points;
  var place = P_offset + ${outer.code} + ${inner.code};
  ${lookups.join('')}`;
  return { code, params, inputs: indices };
}

function contiguous(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    strides[dim] = step;
    step *= sizes[dim];
  }
  return strides;
}

const size = 128;

indexKernel.on('webgpu', (self: Tensor, plan: IndexPlan, out: Tensor): void => {
  const { code, params, inputs } = addressing(self, plan, 1);
  runKernel({
    name: 'index',
    device: gpuOfTensor(out),
    out,
    inputs: [self, ...inputs],
    reports: true,
    params: { count: out.numel(), ...params },
    workgroups: Math.ceil(out.numel() / size),
    body: `${mainOver(size, 'P_count')}${code}
  result[i] = in0[place];
}`,
  });
});

indexPutKernel.on('webgpu', (self: Tensor, plan: IndexPlan, values: Tensor, accumulate: boolean): void => {
  const { code, params, inputs } = addressing(self, plan, 1);
  const nest = coalesce(values.sizes, [contiguous(values.sizes), values.strides]);
  const from = offsetCode('v', 'i', nest.sizes, nest.strides[1]);
  const kind = kindOf(self.dtype);
  if (accumulate && kind === 'i64') {
    throw new NotImplementedError(
      'index_put_ with accumulate is not implemented for int64 on webgpu: use int32 or the cpu',
    );
  }
  const value = `in0[P_values_offset + ${from.code}]`;
  const add =
    kind === 'f32'
      ? `
  var seen = atomicLoad(&result[place]);
  for (;;) {
    let sum = bitcast<u32>(bitcast<f32>(seen) + ${value});
    let exchange = atomicCompareExchangeWeak(&result[place], seen, sum);
    if (exchange.exchanged) { break; }
    seen = exchange.old_value;
  }`
      : `
  atomicAdd(&result[place], ${value});`;
  runKernel({
    name: accumulate ? 'index_put (accumulate)' : 'index_put',
    device: gpuOfTensor(self),
    out: self,
    outType: accumulate ? `atomic<${kind === 'f32' ? 'u32' : 'i32'}>` : undefined,
    inputs: [values, ...inputs],
    reports: true,
    params: { count: values.numel(), ...params, values_offset: values.offset, ...from.params },
    workgroups: Math.ceil(values.numel() / size),
    body: `${mainOver(size, 'P_count')}${code}
  ${accumulate ? add : `result[place] = ${value};`}
}`,
  });
});
