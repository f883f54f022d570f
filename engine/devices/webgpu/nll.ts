/** Losses of classes on the GPU: one kernel for all examples, one for the gradient of all predictions. */

import { numelOf } from '../../core/shape.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { type ClassTargets, classDim, nllGradKernel, nllKernel } from '../../ops/losses-classes.ts';
import { runtimeError } from './device.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { elementOf, placeOf } from './rows.ts';
import { indexAt, reportIndex } from './scatter.ts';
import { store } from './wgsl.ts';

const size = 128;

/** WGSL that sets `label` to the class of example `e` and `share` to its weight: 0 where it is to be ignored. */
function labelCode({ target, weight }: ClassTargets, binding: number) {
  const at = elementOf('t_', 'e', target);
  const own = weight && elementOf('w_', 'u32(label)', weight);
  const code = `
  let label = ${indexAt(`in${binding}[${at.code}]`, target)};
  let is_counted = label != bitcast<i32>(P_ignored);
  if (is_counted && (label < 0 || label >= i32(P_classes))) { bad_index(label, P_dim + ${runtimeError}u, P_classes); return; }
  var share = select(0.0, 1.0, is_counted);
  ${own ? `if (is_counted) { share = in${binding + 1}[${own.code}]; }` : ''}`;
  return {
    code,
    inputs: weight ? [target, weight] : [target],
    params: { ...at.params, ...own?.params },
  };
}

nllKernel.on('webgpu', (input: Tensor, targets: ClassTargets): [Tensor, Tensor] => {
  const { target, ignore_index, reduction } = targets;
  const dim = classDim(input.sizes);
  const examples = target.numel();
  const isMean = reduction === 'mean';
  const out = allocate([isMean ? 2 : 1, ...target.sizes], input.dtype, input.storage.device);
  const from = placeOf('x_', 'e', target.sizes, input.strides.toSpliced(dim, 1), input.offset);
  const label = labelCode(targets, 1);
  if (examples > 0) {
    runKernel({
      name: 'nll_loss',
      device: gpuOfTensor(input),
      out,
      inputs: [input, ...label.inputs],
      reports: true,
      params: {
        examples,
        classes: input.sizes[dim],
        dim,
        step: input.strides[dim],
        ignored: ignore_index,
        ...from.params,
        ...label.params,
      },
      workgroups: Math.ceil(examples / size),
      variant: [isMean],
      body: () => `${reportIndex}
${mainOver(size, 'P_examples')}
  let e = i;${label.code}
  var loss = 0.0;
  if (is_counted) { loss = -share * in0[${from.code} + u32(label) * P_step]; }
  result[e] = ${store({ text: 'loss', type: 'f32' }, out.dtype)};
  ${isMean ? 'result[P_examples + e] = share;' : ''}
}`,
    });
  }
  if (!isMean) return [reduction === 'sum' ? out.sum() : out.squeeze(0), input.new_zeros([])];
  const [losses, total] = out.view(2, -1).sum(1).unbind() as [Tensor, Tensor];
  return [losses.div(total), total];
});

nllGradKernel.on(
  'webgpu',
  (grad: Tensor, targets: ClassTargets, total: Tensor, sizes: readonly number[]): Tensor => {
    const { target, ignore_index, reduction } = targets;
    const dim = classDim(sizes);
    const out = allocate(sizes, grad.dtype, grad.storage.device);
    if (out.numel() === 0) return out;
    const given = elementOf('g_', 'e', grad.expand(target.sizes as number[]));
    const label = labelCode(targets, 2);
    const isMean = reduction === 'mean';
    runKernel({
      name: 'nll_loss: gradient',
      device: gpuOfTensor(grad),
      out,
      inputs: [grad, total, ...label.inputs],
      reports: true,
      params: {
        count: out.numel(),
        classes: sizes[dim],
        dim,
        inner: numelOf(sizes.slice(dim + 1)),
        total_at: total.offset,
        ignored: ignore_index,
        ...given.params,
        ...label.params,
      },
      workgroups: Math.ceil(out.numel() / size),
      variant: [isMean],
      body: () => `${reportIndex}
${mainOver(size, 'P_count')}
  let own = i / P_inner % P_classes;
  let e = i / P_inner / P_classes * P_inner + i % P_inner;${label.code}
  ${isMean ? 'share = share / in1[P_total_at];' : ''}
  let value = select(0.0, -share * in0[${given.code}], is_counted && u32(label) == own);
  result[i] = ${store({ text: 'value', type: 'f32' }, out.dtype)};
}`,
    });
    return out;
  },
);
