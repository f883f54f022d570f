/** The nodes of the autograd graph: one a recorded operation, and one a leaf to collect its gradient. */

import type { DType } from '../core/dtype.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Device } from '../devices/device.ts';

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

let nextSequence = 0;

export abstract class Node {
  /** PyTorch's name of the node, such as `MulBackward0`. */
  abstract readonly name: string;
  /** Later operations have higher numbers: backward runs them first. */
  sequence = nextSequence++;
  /** Where the gradient of each input goes; null for an input that needs none. */
  edges: readonly (Edge | null)[] = [];
  outputs: OutputMeta[] = [];
  /** Outputs whose hooks and retain_grad the backward pass looks after. */
  readonly #watched = new Map<number, Tensor>();

  /** Gradients of the inputs, one an edge, from those of the outputs (null: nothing came). */
  abstract apply(gradients: Gradients): Gradients;

  /** Lets go of saved tensors. */
  release(): void {}

  watch(index: number, tensor: Tensor): void {
    this.#watched.set(index, tensor);
  }

  watched(index: number): Tensor | null {
    return this.#watched.get(index) ?? null;
  }

  get next_functions(): (readonly [Node | null, number])[] {
    return this.edges.map((edge) => (edge ? ([edge.node, edge.index] as const) : ([null, 0] as const)));
  }

  toString(): string {
    return `<${this.name}>`;
  }
}
