/** Softmax and its logarithm, along a dimension. */

import type { DType } from '../core/dtype.ts';
import { call, defineOperator } from '../core/operator.ts';
import { wrapDim } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { softmaxKernel } from '../devices/cpu/moments.ts';
import { alongLast } from '../devices/cpu/rows.ts';
import { defineKernel } from '../devices/device.ts';
import { throwNotImplemented } from './support.ts';

function alongRows(self: Tensor, dim: number, log: boolean): Tensor {
  const own = wrapDim(dim, self.ndim);
  if (!self.dtype.is_floating_point) {
    const place = self.ndim === 0 || own === self.ndim - 1 ? '_lastdim' : '';
    throwNotImplemented(`${log ? 'log_' : ''}softmax${place}_kernel_impl`, self.dtype);
  }
  const out = allocate(self.sizes, self.dtype, self.storage.device);
  if (out.numel() > 0) {
    softmaxKernel.for(self.storage.device)(alongLast(self, own), alongLast(out, own), log);
  }
  return out;
}

/** The gradient that goes back through a softmax (or its logarithm), from its result and the gradient of that. */
export const softmaxGradKernel = defineKernel(
  'softmax_backward',
  (grad: Tensor, result: Tensor, dim: number, log: boolean): Tensor => {
    if (log) return grad.sub(result.exp().mul(grad.sum(dim, true)));
    const weighted = grad.mul(result);
    return weighted.sub(result.mul(weighted.sum(dim, true)));
  },
);

defineOperator({
  name: '_softmax_backward',
  schema: 'grad_output: Tensor, output: Tensor, dim: int, log: bool',
  doc: 'The gradient of softmax, or of its logarithm.',
  as: 'internal',
  gradName: ({ log }) => `${log ? 'Log' : ''}SoftmaxBackwardDataBackward0`,
  grad: {
    grad_output: (grad, { output, dim, log }) =>
      log
        ? grad.sub(grad.mul(output.exp()).sum(dim, true))
        : call('_softmax_backward', grad, output, dim, false),
    output(grad, { grad_output, output, dim, log }) {
      if (log) return grad.mul(output.exp()).mul(grad_output.sum(dim, true).neg());
      const center = grad_output.mul(output).sum(dim, true);
      return grad.mul(grad_output.sub(center)).sub(grad_output.mul(grad.mul(output).sum(dim, true)));
    },
  },
  saves: ['grad_output', 'output'],
  forward: ({ grad_output, output, dim, log }) =>
    softmaxGradKernel.for(output.storage.device)(grad_output, output, dim, log),
});

const inner = defineOperator({
  name: '_softmax',
  schema: 'self: Tensor, dim: int',
  doc: 'Softmax of floats.',
  as: 'function',
  grad: { self: (grad, { result, dim }) => call('_softmax_backward', grad, result, dim, false) },
  saves: ['result'],
  forward: ({ self, dim }) => alongRows(self, dim, false),
});

const innerLog = defineOperator({
  name: '_log_softmax',
  schema: 'self: Tensor, dim: int',
  doc: 'The logarithm of softmax, of floats.',
  as: 'function',
  grad: { self: (grad, { result, dim }) => call('_softmax_backward', grad, result, dim, true) },
  saves: ['result'],
  forward: ({ self, dim }) => alongRows(self, dim, true),
});

const cast = (self: Tensor, dtype: DType | null): Tensor => (dtype ? self.to(dtype) : self);

/** The dimension that PyTorch's modules and functions have always taken where none is named. */
export function implicitDim(self: Tensor): number {
  return [0, 1, 3].includes(self.ndim) ? 0 : 1;
}

const schema = 'self: Tensor, dim: int, dtype: dtype? = null';

defineOperator({
  name: 'softmax',
  schema,
  doc: 'e^x, divided by its sum along a dimension: positive numbers with sum 1.',
  example: 'torch.tensor([1, 2.5]).softmax(0)',
  forward: ({ self, dim, dtype }) => inner(cast(self, dtype), dim),
});

defineOperator({
  name: 'log_softmax',
  schema,
  doc: 'The logarithm of softmax, computed without loss.',
  example: 'torch.tensor([1, 2.5]).log_softmax(0)',
  forward: ({ self, dim, dtype }) => innerLog(cast(self, dtype), dim),
});

defineOperator({
  name: 'softmin',
  schema: 'self: Tensor, dim: int? = null, dtype: dtype? = null',
  doc: 'Softmax of the negative.',
  example: 'torch.nn.functional.softmin(torch.tensor([1, 2.5]), 0)',
  as: 'functional',
  forward: ({ self, dim, dtype }) => inner(cast(self.neg(), dtype), dim ?? implicitDim(self)),
});

defineOperator({
  name: 'gumbel_softmax',
  schema: 'logits: Tensor, tau: float = 1, hard: bool = false, eps: float = 1e-10, dim: int = -1',
  doc: 'Random samples of categories that let gradients through: the softmax of scores with Gumbel noise, divided by `tau`; `hard` makes them one-hot.',
  example: 'torch.nn.functional.gumbel_softmax(torch.tensor([1, 2.5]))',
  as: 'functional',
  forward({ logits, tau, hard, dim }) {
    const noise: Tensor = call('empty_like', logits.detach()).exponential_().log().neg();
    const soft = logits.add(noise).div(tau).softmax(dim);
    if (!hard) return soft;
    const [, index] = soft.max(dim, true);
    const zeros: Tensor = call('zeros_like', logits.detach());
    return zeros.scatter_(dim, index, 1).sub(soft.detach()).add(soft);
  },
});
