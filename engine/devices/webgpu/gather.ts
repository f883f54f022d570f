/**
 * Advanced indexing on the GPU. An index out of range cannot be told at the call: the kernel leaves a note in the
 * device's status, and the next read throws.
 */

import { numelOf } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { type IndexPlan, indexKernel, indexPutKernel } from '../cpu/gather.ts';
import { gpuOfTensor, mainOver, offsetCode, runKernel } from './kernels.ts';
import { elementOf, placeOf } from './rows.ts';
import { atomically, atomicType, indexAt, reportIndex } from './scatter.ts';

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
  const inner = placeOf('a', 'after', sizesOf(after), stridesOf(after), self.offset);
  const params: Record<string, number> = {
    points: indices[0].numel(),
    after_count: numelOf(sizesOf(after)),
    ...outer.params,
    ...inner.params,
  };
  const lookups = indices.map((index, k) => {
    const where = elementOf(`i${k}_`, 'point', index);
    Object.assign(params, where.params, {
      [`i${k}_dim`]: dims[k],
      [`i${k}_size`]: self.sizes[dims[k]],
      [`i${k}_step`]: self.strides[dims[k]],
    });
    return `
  var index${k} = ${indexAt(`in${firstBinding + k}[${where.code}]`, index)};
  let size${k} = i32(P_i${k}_size);
  if (index${k} < -size${k} || index${k} >= size${k}) {
    bad_index(index${k}, P_i${k}_dim, P_i${k}_size);
    return;
  }
  place += u32(select(index${k}, index${k} + size${k}, index${k} < 0)) * P_i${k}_step;`;
  });
  const code = `
  let after = i % P_after_count;
  let point = (i / P_after_count) % P_points;
  let before = i / P_after_count / P_points;
  var place = ${outer.code} + ${inner.code};
  ${lookups.join('')}`;
  return { code, params, inputs: indices };
}

const size = 128;

indexKernel.on('webgpu', (self: Tensor, plan: IndexPlan, out: Tensor): void => {
  const { code, params, inputs } = addressing(self, plan, 1);
  const to = elementOf('o_', 'i', out);
  runKernel({
    name: 'index',
    device: gpuOfTensor(out),
    out,
    inputs: [self, ...inputs],
    reports: true,
    params: { count: out.numel(), ...params, ...to.params },
    workgroups: Math.ceil(out.numel() / size),
    body: () => `${reportIndex}
${mainOver(size, 'P_count')}${code}
  result[${to.code}] = in0[place];
}`,
  });
});

indexPutKernel.on('webgpu', (self: Tensor, plan: IndexPlan, values: Tensor, accumulate: boolean): void => {
  const { code, params, inputs } = addressing(self, plan, 1);
  const from = elementOf('v_', 'i', values);
  runKernel({
    name: accumulate ? 'index_put (accumulate)' : 'index_put',
    device: gpuOfTensor(self),
    out: self,
    outType: accumulate ? atomicType(self) : undefined,
    inputs: [values, ...inputs],
    reports: true,
    params: { count: values.numel(), ...params, ...from.params },
    workgroups: Math.ceil(values.numel() / size),
    body: () => `${reportIndex}
${mainOver(size, 'P_count')}${code}
  let value = in0[${from.code}];
  ${accumulate ? atomically(self, 'sum') : 'result[place] = value;'}
}`,
  });
});
