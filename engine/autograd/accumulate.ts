/** The end of the graph: adds what arrives to a leaf's `grad`. */

import { isDense } from '../core/pointwise.ts';
import { keep } from '../core/scope.ts';
import { contiguousStrides } from '../core/shape.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import type { Hook } from './hooks.ts';
import { is_grad_enabled } from './modes.ts';
import { type Gradients, Node } from './node.ts';

export class AccumulateGrad extends Node {
  readonly name = 'torch::autograd::AccumulateGrad';
  // Leaves collect as soon as they can, before any earlier operation runs.
  override sequence = Number.MAX_SAFE_INTEGER;
  readonly variable: Tensor;
  /** Called with the leaf once its gradient has been added to. */
  readonly afterwards: Hook[] = [];

  constructor(variable: Tensor) {
    super();
    this.variable = variable;
    this.outputs = [{ sizes: variable.sizes, dtype: variable.dtype, device: variable.storage.device }];
  }

  override apply([incoming]: Gradients): Gradients {
    if (!incoming) return [];
    accumulate(this.variable, incoming);
    return [];
  }
}

/** Adds to a leaf's gradient. */
export function accumulate(variable: Tensor, gradient: Tensor): void {
  const { grad } = variable;
  // Under create_graph the sum itself must stay differentiable; else it is made in place, so that whoever holds
  // `grad` sees it grow, as in PyTorch.
  if (!grad) variable.grad = keep(ownCopy(gradient, variable));
  else if (is_grad_enabled()) variable.grad = keep(grad.add(gradient));
  else grad.add_(gradient);
  if (variable.accumulator instanceof AccumulateGrad)
    for (const hook of variable.accumulator.afterwards) hook(variable);
}

/** A gradient that later in-place additions may write to, laid out as its variable is: all others are copied. */
function ownCopy(gradient: Tensor, { sizes, strides }: Tensor): Tensor {
  const layout = isDense(sizes, strides) ? strides : contiguousStrides(sizes);
  const copy = allocate(sizes, gradient.dtype, gradient.storage.device, layout).copy_(gradient);
  copy.version.value = 0;
  return copy;
}
