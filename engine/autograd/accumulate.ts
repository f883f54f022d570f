/** The end of the graph: adds what arrives to a leaf's `grad`. */

import { isDense } from '../core/pointwise.ts';
import { contiguousStrides } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { runHooks } from './hooks.ts';
import { is_grad_enabled, withGradMode } from './modes.ts';
import { type Gradients, Node } from './node.ts';

export class AccumulateGrad extends Node {
  readonly name = 'AccumulateGrad';
  // Leaves collect as soon as they can, before any earlier operation runs.
  override sequence = Number.MAX_SAFE_INTEGER;
  readonly variable: Tensor;

  constructor(variable: Tensor) {
    super();
    this.variable = variable;
    this.outputs = [{ sizes: variable.sizes, dtype: variable.dtype, device: variable.storage.device }];
  }

  override apply([incoming]: Gradients): Gradients {
    if (!incoming) return [];
    const gradient = runHooks(this.variable.hooks, incoming);
    const { grad } = this.variable;
    if (is_grad_enabled()) {
      // Under create_graph the sum itself must stay differentiable.
      this.variable.grad = grad ? grad.add(gradient) : gradient;
    } else if (grad) {
      // In place, so that whoever holds `grad` sees it grow, as in PyTorch.
      grad.add_(gradient);
    } else {
      this.variable.grad = withGradMode(false, () => ownCopy(gradient, this.variable));
    }
    return [];
  }
}

/** A gradient that later in-place additions may write to, laid out as its variable is: all others are copied. */
function ownCopy(gradient: Tensor, { sizes, strides }: Tensor): Tensor {
  const layout = isDense(sizes, strides) ? strides : contiguousStrides(sizes);
  return allocate(sizes, gradient.dtype, gradient.storage.device, layout).copy_(gradient.detach());
}
