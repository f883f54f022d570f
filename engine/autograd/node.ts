/** The nodes of the autograd graph: one a recorded operation, and one a leaf to collect its gradient. */

import type { DType } from '../core/dtype.ts';
import { inspect } from '../core/inspect.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Device } from '../devices/device.ts';
import { addHook, type Hook, type RemovableHandle, runHooks } from './hooks.ts';

/** Where a gradient goes next: as gradient number `index` of `node`. */
export interface Edge {
  readonly node: Node;
  readonly index: number;
}

/** What a gradient must look like: what the forward pass gave out. */
export interface OutputMeta {
  readonly sizes: readonly number[];
  readonly dtype: DType;
  readonly device: Device;
}

export type Gradients = (Tensor | null)[];

// What a hook returns counts where it is a list of gradients: JavaScript's short functions return anything.
type NodePrehook = (gradOutputs: Gradients) => unknown;
type NodeHook = (gradInputs: Gradients, gradOutputs: Gradients) => unknown;

interface Watch {
  readonly tensors: Map<number, Hook[]>;
  readonly keepers: Map<number, Tensor>;
  readonly before: NodePrehook[];
  readonly after: NodeHook[];
}

let nextSequence = 0;

export abstract class Node {
  /** PyTorch's name of the node, such as `MulBackward0`. */
  abstract readonly name: string;
  /** Later operations have higher numbers: backward runs them first. */
  sequence = nextSequence++;
  /** Where the gradient of each input goes; null for an input that needs none. */
  edges: readonly (Edge | null)[] = [];
  outputs: OutputMeta[] = [];
  /** What is there for few nodes: hooks, and tensors that keep their gradient. */
  #watch: Watch | null = null;

  /** Gradients of the inputs, one an edge, from those of the outputs (null: nothing came). */
  abstract apply(gradients: Gradients): Gradients;

  /** Lets go of saved tensors. */
  release(): void {}

  /** The hooks of the tensor that is output number `index`, to add to. */
  hooksOf(index: number): Hook[] {
    const { tensors } = this.#watched();
    const hooks = tensors.get(index) ?? [];
    tensors.set(index, hooks);
    return hooks;
  }

  /** Makes `tensor` keep the gradient of output number `index`; null stops that. */
  retain(index: number, tensor: Tensor | null): void {
    if (tensor) this.#watched().keepers.set(index, tensor);
    else this.#watch?.keepers.delete(index);
  }

  /** The gradients of the outputs after the hooks of their tensors, which may keep them. */
  meet(incoming: Gradients): Gradients {
    const watch = this.#watch;
    if (!watch) return incoming;
    return incoming.map((given, index) => {
      if (!given) return null;
      const gradient = runHooks(watch.tensors.get(index), given);
      const keeper = watch.keepers.get(index);
      if (keeper) keeper.grad = keeper.grad ? keeper.grad.add(gradient) : gradient.clone();
      return gradient;
    });
  }

  /** Calls `hook` with the gradients of the outputs before this node runs; what it returns replaces them. */
  register_prehook(hook: NodePrehook): RemovableHandle {
    return addHook(this.#watched().before, hook);
  }

  /** Calls `hook` with the gradients of inputs and outputs once this node ran; what it returns replaces the former. */
  register_hook(hook: NodeHook): RemovableHandle {
    return addHook(this.#watched().after, hook);
  }

  /** The gradients of the inputs, with the node's own hooks run before and after. */
  run(incoming: Gradients): Gradients {
    const watch = this.#watch;
    if (!watch) return this.apply(incoming);
    let outputs = incoming;
    for (const hook of watch.before) {
      const replaced = hook(outputs);
      if (Array.isArray(replaced)) outputs = replaced;
    }
    let inputs = this.apply(outputs);
    for (const hook of watch.after) {
      const replaced = hook(inputs, outputs);
      if (Array.isArray(replaced)) inputs = replaced;
    }
    return inputs;
  }

  #watched(): Watch {
    this.#watch ??= { tensors: new Map(), keepers: new Map(), before: [], after: [] };
    return this.#watch;
  }

  get next_functions(): (readonly [Node | null, number])[] {
    return this.edges.map((edge) => (edge ? ([edge.node, edge.index] as const) : ([null, 0] as const)));
  }

  toString(): string {
    return `<${this.name}>`;
  }

  [inspect](): string {
    return this.toString();
  }
}
