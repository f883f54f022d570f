/** Functions of a learner's that see (and may replace) gradients on their way. */

import type { Tensor } from '../core/tensor.ts';

export type Hook = (grad: Tensor) => Tensor | null | undefined | void;

export interface RemovableHandle {
  remove(): void;
}

export function addTensorHook(tensor: Tensor, hook: Hook): RemovableHandle {
  // The list belongs to the tensor's place in the graph: the node that made it reads the same list.
  tensor.hooks ??= [];
  const hooks = tensor.hooks;
  hooks.push(hook);
  tensor.node?.watch(tensor.nodeIndex, tensor);
  return {
    remove() {
      const position = hooks.indexOf(hook);
      if (position >= 0) hooks.splice(position, 1);
    },
  };
}

export function runHooks(hooks: readonly Hook[] | null, grad: Tensor): Tensor {
  let current = grad;
  for (const hook of hooks ?? []) current = hook(current) ?? current;
  return current;
}
