/** A tensor that belongs to a module: it requires grad, and the module's parameters() finds it. */

import { setRequiresGrad } from '../autograd/graph.ts';
import { Tensor } from '../core/tensor.ts';

/** Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html */
export class Parameter extends Tensor {
  constructor(data: Tensor, options: boolean | { requires_grad?: boolean } = true) {
    const { storage, dtype, sizes, strides, offset, version } = data.detach();
    super({ storage, dtype, sizes, strides, offset, version });
    const requires = typeof options === 'boolean' ? options : (options.requires_grad ?? true);
    setRequiresGrad(this, requires, 'Only Tensors of floating point and complex dtype can require gradients');
  }

  override toString(): string {
    return `Parameter containing:\n${super.toString()}`;
  }

  override describe(onCpu: Tensor): string {
    return `Parameter containing:\n${super.describe(onCpu)}`;
  }
}
