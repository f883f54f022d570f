/** The nodes of the autograd graph: one a recorded operation, and one a leaf to collect its gradient. */

import type { DType } from '../core/dtype.ts';
import { inspect } from '../core/inspect.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Device } from '../devices/device.ts';
import { addHook, type Hook, type RemovableHandle } from './hooks.ts';

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

let nextSequence = 0;

export abstract class Node {
  /** PyTorch's name of the node, such as `MulBackward0`. */
  abstract readonly name: string;
  /** Later operations have higher numbers: backward runs them first. */
  sequence = nextSequence++;
  /** Where the gradient of each input goes; null for an input that needs none. */
  edges: readonly (Edge | null)[] = [];
  outputs: OutputMeta[] = [];
  /** Hooks of the tensors that this node made, by output. */
  readonly tensorHooks = new Map<number, Hook[]>();
  /** Tensors that keep their gradient, by output. */
  readonly retainers = new Map<number, Tensor>();
  readonly #prehooks: NodePrehook[] = [];
  readonly #hooks: NodeHook[] = [];

  /** Gradients of the inputs, one an edge, from those of the outputs (null: nothing came). */
  abstract apply(gradients: Gradients): Gradients;

  /** Lets go of saved tensors. */
  release(): void {}

  /** Calls `hook` with the gradients of the outputs before this node runs; what it returns replaces them. */
  register_prehook(hook: NodePrehook): RemovableHandle {
    return addHook(this.#prehooks, hook);
  }

  /** Calls `hook` with the gradients of inputs and outputs once this node ran; what it returns replaces the former. */
  register_hook(hook: NodeHook): RemovableHandle {
    return addHook(this.#hooks, hook);
  }

  /** The gradients of the inputs, with the node's own hooks run before and after. */
  run(incoming: Gradients): Gradients {
    let outputs = incoming;
    for (const hook of this.#prehooks) {
      const replaced = hook(outputs);
      if (Array.isArray(replaced)) outputs = replaced;
    }
    let inputs = this.apply(outputs);
    for (const hook of this.#hooks) {
      const replaced = hook(inputs, outputs);
      if (Array.isArray(replaced)) inputs = replaced;
    }
    return inputs;
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
