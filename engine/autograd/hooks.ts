/** Functions of a learner's that see (and may replace) gradients on their way. */

import { RuntimeError } from '../core/errors.ts';
import { sameSizes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';

export type Hook = (grad: Tensor) => unknown;

export interface RemovableHandle {
  remove(): void;
}

export function addHook<T>(hooks: T[], hook: T): RemovableHandle {
  hooks.push(hook);
  return {
    remove() {
      const position = hooks.indexOf(hook);
      if (position >= 0) hooks.splice(position, 1);
    },
  };
}

/** A gradient after its hooks: what one returns replaces it where it is a tensor. */
export function runHooks(hooks: readonly Hook[] | undefined, grad: Tensor): Tensor {
  let current = grad;
  for (const hook of hooks ?? []) {
    const returned = hook(current);
    if (isTensor(returned)) current = checkReturned(returned, current, hook.name || '<lambda>');
  }
  return current;
}

// JavaScript's short functions return anything, such as the new length of a list: only a tensor is an answer.
function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'grad_fn' in value;
}

function checkReturned(returned: Tensor, { dtype, sizes, device }: Tensor, name: string): Tensor {
  if (returned.dtype !== dtype) {
    const type = (own: Tensor['dtype']): string =>
      `torch.${device === 'cpu' ? '' : 'webgpu.'}${own.scalarName}Tensor`;
    throw new RuntimeError(
      `hook '${name}' has changed the type of value (was ${type(dtype)} got ${type(returned.dtype)})`,
    );
  }
  if (!sameSizes(returned.sizes, sizes))
    throw new RuntimeError(`hook '${name}' has changed the size of value`);
  return returned;
}
