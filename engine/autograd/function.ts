/** Functions whose gradient the user writes. Source: https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.Function */

import { NotImplementedError, RuntimeError } from '../core/errors.ts';
import { rebaseHistory } from '../core/operator.ts';
import { alias, Tensor } from '../core/tensor.ts';
import { checkInplace, gradEdge, isLeaf, requiresGrad, setHistory } from './graph.ts';
import { is_grad_enabled, withGradMode } from './modes.ts';
import { type Edge, type Gradients, Node } from './node.ts';
import { SavedTensor, throwFreed } from './saved.ts';

/** What forward leaves for backward. Other properties may be set freely. */
export class FunctionContext {
  // biome-ignore lint/suspicious/noExplicitAny: users keep what they like on it
  [name: string]: any;
  #toSave: (Tensor | null)[] = [];
  #saved: (SavedTensor | null)[] | null = null;
  #nondifferentiable = new Set<Tensor>();
  #dirty = new Set<Tensor>();
  needs_input_grad: boolean[] = [];

  /** Keeps tensors for backward, which finds them in `saved_tensors`. */
  save_for_backward(...tensors: (Tensor | null)[]): void {
    this.#toSave = tensors;
  }

  /** Null where null was saved, which only the author of forward knows: the type does not ask everybody. */
  get saved_tensors(): Tensor[] {
    if (!this.#saved) return this.#toSave as Tensor[];
    if (this.#saved.length === 0 && this.#toSave.length > 0) throwFreed();
    return this.#saved.map((saved) => saved?.unpack() ?? null) as Tensor[];
  }

  /** Says that forward wrote these inputs in place. */
  mark_dirty(...tensors: Tensor[]): void {
    this.#dirty = new Set(tensors);
  }

  isDirty(tensor: Tensor): boolean {
    return this.#dirty.has(tensor);
  }

  mark_non_differentiable(...tensors: Tensor[]): void {
    this.#nondifferentiable = new Set(tensors);
  }

  set_materialize_grads(value: boolean): void {
    this.materializes = value;
  }

  isDifferentiable(tensor: Tensor): boolean {
    return tensor.dtype.is_floating_point && !this.#nondifferentiable.has(tensor);
  }

  /** Takes what was saved into keeping, once the results are part of the graph. */
  keep(node: Node, outputs: readonly Tensor[]): void {
    this.#saved = this.#toSave.map((tensor) =>
      tensor ? new SavedTensor(tensor, outputs.includes(tensor) ? node : undefined) : null,
    );
  }

  release(): void {
    if (this.#saved && this.#saved.length > 0) this.#saved = [];
  }
}

// biome-ignore lint/suspicious/noExplicitAny: forward and backward take what their author says
type AnyFunction = (...args: any[]) => any;

interface FunctionClass {
  readonly name: string;
  forward: AnyFunction;
  backward: AnyFunction;
  setup_context?: AnyFunction;
}

class FunctionNode extends Node {
  readonly name: string;
  readonly #cls: FunctionClass;
  readonly #context: FunctionContext;
  readonly #inputs: number;

  constructor(cls: FunctionClass, context: FunctionContext, edges: (Edge | null)[]) {
    super();
    this.name = `${cls.name}Backward`;
    this.#cls = cls;
    this.#context = context;
    this.#inputs = edges.length;
    this.edges = edges;
  }

  override apply(gradients: Gradients): Gradients {
    const given = gradients.find((gradient) => gradient !== null) as Tensor;
    const filled = gradients.map((gradient, k) => {
      if (gradient || this.#context.materializes === false) return gradient;
      const { sizes, dtype } = this.outputs[k];
      return given.new_zeros(sizes as number[], { dtype });
    });
    const result = this.#cls.backward(this.#context, ...filled);
    const list: Gradients = Array.isArray(result) ? result : [result];
    if (
      list.length > this.#inputs &&
      list.slice(this.#inputs).some((gradient) => gradient !== null && gradient !== undefined)
    ) {
      throw new RuntimeError(
        `function ${this.name} returned an incorrect number of gradients (expected ${this.#inputs}, got ${list.length})`,
      );
    }
    if (list.length < this.#inputs) {
      throw new RuntimeError(
        `function ${this.name} returned an incorrect number of gradients (expected ${this.#inputs}, got ${list.length})`,
      );
    }
    return this.edges.map((edge, k) => (edge ? (list[k] ?? null) : null));
  }

  override release(): void {
    this.#context.release();
  }
}

/** To be derived from, with static `forward(ctx, …)` and `backward(ctx, …gradients)`; call it by `Cls.apply(…)`. */
// biome-ignore-start lint/complexity/noStaticOnlyClass: PyTorch's own interface
// biome-ignore-start lint/complexity/noThisInStatic: `this` is the class derived from this one
// biome-ignore-start lint/suspicious/noShadowRestrictedNames: PyTorch's own name
export abstract class Function {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  static forward(_ctx: FunctionContext, ..._args: any[]): any {
    throw new NotImplementedError('You must implement the forward function for custom autograd.Function.');
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  static backward(_ctx: FunctionContext, ..._grads: any[]): any {
    throw new NotImplementedError(
      'You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.',
    );
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  static apply(this: FunctionClass, ...args: any[]): any {
    const context = new FunctionContext();
    const tracked = args.map((arg) => arg instanceof Tensor && requiresGrad(arg));
    context.needs_input_grad = tracked;
    const isRecorded = is_grad_enabled() && tracked.some(Boolean);
    const node = isRecorded
      ? new FunctionNode(
          this,
          context,
          args.map((arg, k) => (tracked[k] ? gradEdge(arg) : null)),
        )
      : null;
    const result = withGradMode(false, () => {
      if (!this.setup_context) return this.forward(context, ...args);
      const output = this.forward(...args);
      this.setup_context(context, args, output);
      return output;
    });
    if (!node) return result;
    const outputs = (Array.isArray(result) ? result : [result]).map((output) =>
      // An input handed straight back becomes a result of its own, unless forward says that it wrote it.
      output instanceof Tensor && args.includes(output) && !context.isDirty(output) ? alias(output) : output,
    );
    outputs.forEach((output, index) => {
      if (!(output instanceof Tensor)) return;
      const { sizes, dtype, storage } = output;
      node.outputs[index] = { sizes, dtype, device: storage.device };
      if (!context.isDifferentiable(output)) return;
      if (context.isDirty(output)) {
        if (isLeaf(output) && requiresGrad(output)) {
          throw new RuntimeError(
            'a leaf Variable that requires grad has been used in an in-place operation.',
          );
        }
        checkInplace(output);
        rebaseHistory(output, node, index);
      } else setHistory(output, node, index);
    });
    context.keep(node, outputs);
    return Array.isArray(result) ? outputs : outputs[0];
  }
}
// biome-ignore-end lint/complexity/noStaticOnlyClass: as above
// biome-ignore-end lint/complexity/noThisInStatic: as above
// biome-ignore-end lint/suspicious/noShadowRestrictedNames: as above
