/**
 * Memory given back before the garbage collector finds it: `torch.scope(() => { … })` for what a function made on a
 * GPU, `using x = …` for one tensor. Nobody has to: it is for long loops that never wait for a result.
 */

import type { Storage } from './storage.ts';
import { Tensor } from './tensor.ts';

let collecting: Set<Storage> | null = null;

/** Adds a storage to those that the open scope gives back, if one is open: devices do so with each that they make. */
export function noteStorage(storage: Storage): void {
  collecting?.add(storage);
}

/** Keeps a tensor that outlives the scope in which it was made, such as the gradient of a leaf. */
export function keep(tensor: Tensor): Tensor {
  collecting?.delete(tensor.storage);
  return tensor;
}

function collectInto<T>(target: Set<Storage>, body: () => T): T {
  const before = collecting;
  collecting = target;
  try {
    return body();
  } finally {
    collecting = before;
  }
}

/**
 * Runs `body` and gives back the GPU memory of all tensors that it made, except of those that it returns (also within
 * arrays and objects), of leaves' gradients (until zero_grad drops them) and of optimisers' state. Hands back what `body` returned.
 * @throws TypeError for an asynchronous function: other code may run, and make tensors, while it waits
 */
export function scope<T>(body: () => T): T {
  const made = new Set<Storage>();
  const result = collectInto(made, body);
  if (result instanceof Promise) {
    throw new TypeError(
      'torch.scope() takes a function that returns at once: await its result outside of it',
    );
  }
  for (const storage of storagesIn(result)) {
    if (made.delete(storage)) noteStorage(storage);
  }
  // All are marked before the first one's readers are computed: those within the scope need not be.
  for (const storage of made) storage.abandon?.();
  for (const storage of made) storage.release?.();
  return result;
}

function* storagesIn(value: unknown): Iterable<Storage> {
  if (value instanceof Tensor) yield value.storage;
  else if (Array.isArray(value)) for (const item of value) yield* storagesIn(item);
  else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    for (const item of Object.values(value)) yield* storagesIn(item);
}
