/**
 * The backward pass: gradients flow from the roots to the leaves, each node once all of its outputs' gradients
 * have arrived. A heap by sequence number replaces recursion, so a graph of any depth runs in n log n.
 */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { sameSizes, shapeText } from '../core/shape.ts';
import type { BackwardOptions, Tensor } from '../core/tensor.ts';
import { accumulate } from './accumulate.ts';
import { checkAnomaly } from './anomaly.ts';
import { gradEdge } from './graph.ts';
import { withGradMode } from './modes.ts';
import type { Edge, Gradients, Node, OutputMeta } from './node.ts';

/** Nodes that are ready to run, the latest operation on top. */
class ReadyQueue {
  readonly #heap: Node[] = [];

  get size(): number {
    return this.#heap.length;
  }

  push(node: Node): void {
    const heap = this.#heap;
    let position = heap.push(node) - 1;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (heap[parent].sequence >= node.sequence) break;
      heap[position] = heap[parent];
      position = parent;
    }
    heap[position] = node;
  }

  pop(): Node {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop() as Node;
    if (heap.length > 0) {
      let position = 0;
      for (;;) {
        let child = 2 * position + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && heap[child + 1].sequence > heap[child].sequence) child++;
        if (heap[child].sequence <= last.sequence) break;
        heap[position] = heap[child];
        position = child;
      }
      heap[position] = last;
    }
    return top;
  }
}

/** How many gradients each reachable node still waits for. */
function countDependencies(roots: readonly Edge[]): Map<Node, number> {
  const counts = new Map<Node, number>();
  const stack = [...new Set(roots.map(({ node }) => node))];
  const seen = new Set(stack);
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    for (const edge of node.edges) {
      if (!edge) continue;
      counts.set(edge.node, (counts.get(edge.node) ?? 0) + 1);
      if (!seen.has(edge.node)) {
        seen.add(edge.node);
        stack.push(edge.node);
      }
    }
  }
  return counts;
}

/** The nodes from which a wanted input can be reached; the others need not run. */
function nodesTowards(targets: ReadonlySet<Node>, roots: readonly Edge[]): Set<Node> {
  const parents = new Map<Node, Node[]>();
  const stack = roots.map(({ node }) => node);
  const seen = new Set(stack);
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    for (const edge of node.edges) {
      if (!edge) continue;
      const list = parents.get(edge.node);
      if (list) list.push(node);
      else parents.set(edge.node, [node]);
      if (!seen.has(edge.node)) {
        seen.add(edge.node);
        stack.push(edge.node);
      }
    }
  }
  const needed = new Set<Node>();
  const queue = [...targets];
  while (queue.length > 0) {
    const node = queue.pop() as Node;
    if (needed.has(node)) continue;
    needed.add(node);
    for (const parent of parents.get(node) ?? []) queue.push(parent);
  }
  return needed;
}

/** Whether a tensor of `sizes` can be expanded to `target`: its gradient then sums over what was repeated. */
function expandsTo(sizes: readonly number[], target: readonly number[]): boolean {
  const lead = target.length - sizes.length;
  return lead >= 0 && sizes.every((size, dim) => size === 1 || size === target[dim + lead]);
}

/** Fits a gradient to what the forward pass gave out. @throws RuntimeError for a shape that does not fit. */
function validate(gradient: Tensor, meta: OutputMeta | undefined, node: Node, index: number): Tensor {
  if (!meta) return gradient;
  let fitted = gradient;
  if (!sameSizes(fitted.sizes, meta.sizes)) {
    if (!expandsTo(meta.sizes, fitted.sizes)) {
      throw new RuntimeError(
        `Function ${node.name} returned an invalid gradient at index ${index} - got ${shapeText(fitted.sizes)} but expected shape compatible with ${shapeText(meta.sizes)}`,
      );
    }
    fitted = fitted.sum_to_size(meta.sizes as number[]);
  }
  return fitted.dtype === meta.dtype ? fitted : fitted.to(meta.dtype);
}

interface Run {
  readonly roots: readonly Edge[];
  readonly gradients: readonly Tensor[];
  /** Inputs whose gradients are handed back instead of being accumulated, or null for an ordinary backward(). */
  readonly captures: readonly (Edge | null)[] | null;
  readonly keepGraph: boolean;
  readonly createGraph: boolean;
}

/** Runs the graph; hands back the captured gradients in the order of `captures`. */
function runBackward({ roots, gradients, captures, keepGraph, createGraph }: Run): Gradients {
  const captured: Gradients = captures ? captures.map(() => null) : [];
  const dependencies = countDependencies(roots);
  const needed = captures
    ? nodesTowards(new Set(captures.flatMap((edge) => (edge ? [edge.node] : []))), roots)
    : null;
  const captureAt = new Map<Node, number[]>();
  captures?.forEach((edge, position) => {
    if (edge) captureAt.set(edge.node, [...(captureAt.get(edge.node) ?? []), position]);
  });
  const buffers = new Map<Node, Gradients>();
  const ready = new ReadyQueue();

  const collect = (edge: Edge, gradient: Tensor): void => {
    const buffer = buffers.get(edge.node);
    if (!buffer) {
      const fresh: Gradients = new Array(Math.max(edge.node.outputs.length, 1)).fill(null);
      fresh[edge.index] = gradient;
      buffers.set(edge.node, fresh);
    } else {
      const earlier = buffer[edge.index];
      buffer[edge.index] = earlier ? earlier.add(gradient) : gradient;
    }
  };

  const runNode = (node: Node): void => {
    const incoming = node.meet(buffers.get(node) ?? new Array(node.outputs.length).fill(null));
    buffers.delete(node);
    for (const position of captureAt.get(node) ?? []) {
      captured[position] = incoming[(captures as readonly Edge[])[position].index];
    }
    const wanted = !needed || node.edges.some((edge) => edge && needed.has(edge.node));
    const isCapturedLeaf = captures !== null && node.edges.length === 0;
    const outgoing = wanted && !isCapturedLeaf && incoming.some(Boolean) ? node.run(incoming) : [];
    checkAnomaly(node, outgoing);
    if (!keepGraph && wanted) node.release();
    node.edges.forEach((edge, index) => {
      if (!edge) return;
      const gradient = outgoing[index];
      if (gradient && (!needed || needed.has(edge.node))) {
        collect(edge, validate(gradient, edge.node.outputs[edge.index], node, index));
      }
      const left = (dependencies.get(edge.node) as number) - 1;
      dependencies.set(edge.node, left);
      if (left === 0) ready.push(edge.node);
    });
  };

  withGradMode(createGraph, () => {
    for (let index = 0; index < roots.length; index++) collect(roots[index], gradients[index]);
    for (const node of new Set(roots.map((edge) => edge.node))) {
      if (!dependencies.get(node)) ready.push(node);
    }
    while (ready.size > 0) runNode(ready.pop());
  });
  return captured;
}

/** Roots and their gradients: a scalar's defaults to 1. */
function prepareRoots(
  tensors: readonly Tensor[],
  gradients: readonly (Tensor | null)[],
  createGraph: boolean,
): { roots: Edge[]; gradients: Tensor[] } {
  if (gradients.length > 0 && gradients.length !== tensors.length) {
    throw new RuntimeError(`got ${tensors.length} tensors and ${gradients.length} gradients`);
  }
  const roots: Edge[] = [];
  const prepared: Tensor[] = [];
  tensors.forEach((tensor, index) => {
    const given = gradients[index] ?? null;
    if (!given && tensor.requires_grad && tensor.numel() !== 1) {
      throw new RuntimeError('grad can be implicitly created only for scalar outputs');
    }
    if (given && !sameSizes(given.sizes, tensor.sizes)) {
      throw new RuntimeError(
        `Mismatch in shape: grad_output[${index}] has a shape of ${given.shape} and output[${index}] has a shape of ${tensor.shape}.`,
      );
    }
    const edge = gradEdge(tensor);
    if (!edge) {
      throw new RuntimeError(`element ${index} of tensors does not require grad and does not have a grad_fn`);
    }
    roots.push(edge);
    prepared.push(
      given ?? withGradMode(createGraph, () => tensor.detach().new_ones(tensor.sizes as number[])),
    );
  });
  return { roots, gradients: prepared };
}

/**
 * Adds the gradients of `tensors` to the `grad` of the leaves they depend on (or of `inputs` alone).
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.autograd.backward.html
 */
export function backward(
  tensors: readonly Tensor[],
  gradients: readonly (Tensor | null)[],
  options: BackwardOptions = {},
): void {
  const createGraph = options.create_graph ?? false;
  const keepGraph = options.retain_graph ?? createGraph;
  const prepared = prepareRoots(tensors, gradients, createGraph);
  if (options.inputs === undefined) {
    runBackward({ ...prepared, captures: null, keepGraph, createGraph });
    return;
  }
  const inputs = Array.isArray(options.inputs) ? (options.inputs as Tensor[]) : [options.inputs as Tensor];
  if (inputs.length === 0) throw new RuntimeError('`inputs` argument to `backward()` cannot be empty.');
  if (inputs.some((input) => !input.requires_grad)) {
    throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
  }
  const captured = runBackward({ ...prepared, captures: inputs.map(inputEdge), keepGraph, createGraph });
  withGradMode(createGraph, () => {
    inputs.forEach((input, index) => {
      const gradient = captured[index];
      if (gradient) accumulate(input, gradient);
    });
  });
}

function inputEdge(input: Tensor): Edge {
  const edge = gradEdge(input);
  if (!edge) throw new RuntimeError('One of the differentiated Tensors does not require grad');
  return edge;
}

export interface GradOptions {
  grad_outputs?: Tensor | readonly (Tensor | null)[] | null;
  retain_graph?: boolean | null;
  create_graph?: boolean;
  allow_unused?: boolean | null;
  materialize_grads?: boolean;
  /** Whether `grad_outputs` hold a batch of gradients along their first dimension: the results do then. */
  is_grads_batched?: boolean;
}

/** The settings of a call that may not give null. */
type UsedAlone = GradOptions & { allow_unused?: false | null };

/** The gradients for one after the other of a batch of gradients of the outputs, stacked. */
function ofEach(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  batch: readonly (Tensor | null)[],
  settings: GradOptions,
): (Tensor | null)[] {
  const slices = batch.map((one) => one?.unbind(0) ?? null);
  const count = slices.find((one) => one !== null)?.length ?? 0;
  const results = Array.from({ length: count }, (_, k) => {
    const own = slices.map((one) => one?.[k] ?? null);
    const retain_graph = k < count - 1 || settings.retain_graph;
    return grad(outputs, inputs, own, { ...settings, is_grads_batched: false, retain_graph });
  });
  return inputs.map((_, index) => {
    const found = results.map((one) => one[index]);
    return found.includes(null) ? null : call('stack', found);
  });
}

/**
 * The gradients of `outputs` with respect to `inputs`, handed back and not accumulated; null for an unused input.
 * @throws RuntimeError for an unused input unless allow_unused
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad.html
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options?: UsedAlone,
): Tensor[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  gradOutputs: Tensor | readonly (Tensor | null)[] | null,
  options?: UsedAlone,
): Tensor[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  gradOutputs?: GradOptions | Tensor | readonly (Tensor | null)[] | null,
  options?: GradOptions,
): (Tensor | null)[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  gradOutputs?: GradOptions | Tensor | readonly (Tensor | null)[] | null,
  options?: GradOptions,
): (Tensor | null)[] {
  const isList = (value: unknown): value is readonly (Tensor | null)[] => Array.isArray(value);
  const asList = <T>(value: T | readonly T[]): readonly T[] =>
    isList(value) ? (value as readonly T[]) : [value as T];
  const isSettings =
    gradOutputs && !isList(gradOutputs) && Object.getPrototypeOf(gradOutputs) === Object.prototype;
  const settings: GradOptions = (isSettings ? (gradOutputs as GradOptions) : options) ?? {};
  const given = (isSettings ? settings.grad_outputs : (gradOutputs as Tensor)) ?? settings.grad_outputs ?? [];
  const createGraph = settings.create_graph ?? false;
  const wanted = asList<Tensor>(inputs);
  if (wanted.length === 0) throw new RuntimeError('`inputs` argument to `grad()` cannot be empty.');
  if (settings.materialize_grads && settings.allow_unused === false) {
    throw new ValueError(
      'Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.',
    );
  }
  const gradients = asList<Tensor | null>(given);
  if (settings.is_grads_batched) return ofEach(asList(outputs), wanted, gradients, settings);
  const prepared = prepareRoots(asList<Tensor>(outputs), gradients, createGraph);
  const captured = runBackward({
    ...prepared,
    captures: wanted.map(inputEdge),
    keepGraph: settings.retain_graph ?? createGraph,
    createGraph,
  });
  return captured.map((gradient, index) => {
    if (gradient) return gradient;
    if (settings.materialize_grads) return wanted[index].detach().new_zeros(wanted[index].sizes as number[]);
    if (settings.allow_unused) return null;
    throw new RuntimeError(
      `The differentiated Tensor at index ${index} appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.`,
    );
  });
}
