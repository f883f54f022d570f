/** Borders of one value on the GPU: elements and border are written by one kernel. */

import { float32, type Scalar } from '../../core/dtype.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { surrounded, surroundKernel } from '../../ops/borders.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { fits } from './parts.ts';
import type { GpuStorage } from './storage.ts';

const lanes = 128;

interface Side {
  size: number;
  inner: number;
  readonly before: number;
  readonly stride: number;
}

/** The dimensions from the last one on, those without a border that lie end to end as one: divisions are dear. */
function merged(inner: Tensor, sizes: readonly number[], before: readonly number[]): Side[] {
  const sides: Side[] = [];
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    const own = {
      size: sizes[dim],
      inner: inner.sizes[dim],
      before: before[dim],
      stride: inner.strides[dim],
    };
    const last = sides.at(-1);
    const isPlain = own.size === own.inner && last?.size === last?.inner;
    if (last && isPlain && own.stride === last.stride * last.size) {
      last.size *= own.size;
      last.inner = last.size;
    } else {
      sides.push(own);
    }
  }
  return sides;
}

surroundKernel.on(
  'webgpu',
  (inner: Tensor, sizes: readonly number[], before: readonly number[], value: Scalar): Tensor => {
    const isSmall = fits(inner.storage as GpuStorage, gpuOfTensor(inner).context.limits);
    if (inner.dtype !== float32 || inner.numel() === 0 || !isSmall)
      return surrounded(inner, sizes, before, value);
    const out = allocate(sizes, float32, inner.storage.device);
    const dims = merged(inner, sizes, before);
    const params = dims.map((dim, k) => [
      [`size${k}`, dim.size],
      [`inner${k}`, dim.inner],
      [`before${k}`, dim.before],
      [`stride${k}`, dim.stride],
    ]);
    const hasBorder = dims.map(({ size, inner: own }) => size !== own);
    // A GPU writes neighbours at once; a program had better divide once for a whole line.
    const run = gpuOfTensor(inner).context.isSoftware ? dims[0].size : 1;
    const count = out.numel() / run;
    runKernel({
      name: 'constant_pad_nd',
      device: gpuOfTensor(inner),
      out,
      inputs: [inner],
      params: {
        count,
        run,
        offset: inner.offset,
        value: new Uint32Array(new Float32Array([Number(value)]).buffer)[0],
        ...Object.fromEntries(params.flat()),
      },
      workgroups: Math.ceil(count / lanes),
      variant: hasBorder,
      // What lies before the first element is far beyond the last, as a number without a sign.
      body: () => `${mainOver(lanes, 'P_count')}
  var rest = i / (P_size0 / P_run);
  let first = (i - rest * (P_size0 / P_run)) * P_run - P_before0;
  var line = P_offset;
  var is_line = true;
  ${dims
    .slice(1)
    .map(
      (_, k) => `{
    let next = ${k === dims.length - 2 ? '0u' : `rest / P_size${k + 1}`};
    let at = rest - next * P_size${k + 1} - P_before${k + 1};
    ${hasBorder[k + 1] ? `is_line = is_line && at < P_inner${k + 1};` : ''}
    line += at * P_stride${k + 1};
    rest = next;
  }`,
    )
    .join('\n  ')}
  for (var k = 0u; k < P_run; k++) {
    let is_inside = is_line && first + k < P_inner0;
    let place = select(P_offset, line + (first + k) * P_stride0, is_inside);
    result[i * P_run + k] = select(bitcast<f32>(P_value), in0[place], is_inside);
  }
}`,
    });
    return out;
  },
);
