/**
 * Functions made into others that compute their derivatives. They can be nested: a result keeps its graph as far as
 * anything outside of the call may still be differentiated by.
 */

import { AccumulateGrad } from '../autograd/accumulate.ts';
import { grad as gradientsOf } from '../autograd/backward.ts';
import { gradEdge } from '../autograd/graph.ts';
import { is_grad_enabled, withGradMode } from '../autograd/modes.ts';
import type { Node } from '../autograd/node.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { Tensor } from '../core/tensor.ts';
import { classOf, leavesOf, mapTree, type Tree, withLeaves } from './trees.ts';

// biome-ignore lint/suspicious/noExplicitAny: functions of tensors, and of lists and plain objects of them
export type Fn = (...args: any[]) => any;

type Argnums = number | readonly number[];

export interface Options {
  argnums?: Argnums;
  has_aux?: boolean;
}

/** Arguments to differentiate by, each a tree, within all arguments. */
interface Tracked {
  readonly args: unknown[];
  readonly chosen: Tree[];
  readonly leaves: Tensor[];
  readonly isOne: boolean;
}

function positionsOf(argnums: Argnums, count: number): number[] {
  const list = typeof argnums === 'number' ? [argnums] : argnums;
  if (list.length === 0) throw new RuntimeError('argnums must be non-empty');
  return list.map((position) => {
    const own = position < 0 ? position + count : position;
    if (own >= 0 && own < count) return own;
    throw new RuntimeError(`Got argnum=${position}, but only ${count} positional inputs`);
  });
}

/** A tensor to differentiate by: with its history, where it has one. */
function trackedLeaf(leaf: unknown): Tensor {
  if (!(leaf instanceof Tensor)) {
    throw new ValueError(`Thing passed to transform API must be Tensor, got ${classOf(leaf)}`);
  }
  return leaf.requires_grad ? leaf.view_as(leaf) : leaf.detach().requires_grad_();
}

function track(given: readonly unknown[], argnums: Argnums): Tracked {
  const positions = positionsOf(argnums, given.length);
  const args = [...given];
  for (const position of positions) args[position] = mapTree(given[position], trackedLeaf);
  const chosen = positions.map((position) => args[position]);
  return { args, chosen, leaves: leavesOf(chosen) as Tensor[], isOne: typeof argnums === 'number' };
}

/** Whether anything but these leaves can be reached from a tensor: something that is still to be differentiated by. */
function reachesOthers(tensor: Tensor, leaves: ReadonlySet<Tensor>): boolean {
  const start = gradEdge(tensor);
  const stack: Node[] = start ? [start.node] : [];
  const seen = new Set(stack);
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    if (node instanceof AccumulateGrad && !leaves.has(node.variable)) return true;
    for (const edge of node.edges) {
      if (!edge || seen.has(edge.node)) continue;
      seen.add(edge.node);
      stack.push(edge.node);
    }
  }
  return false;
}

/** A result as it is handed back. */
function settled(tree: Tree, leaves: readonly Tensor[]): Tree {
  const own = new Set(leaves);
  return mapTree(tree, (leaf) =>
    leaf instanceof Tensor && !(is_grad_enabled() && reachesOthers(leaf, own)) ? leaf.detach() : leaf,
  );
}

/** Runs a function that gives its output, or its output and something more. */
function run(
  func: Fn,
  args: readonly unknown[],
  hasAux: boolean,
  callee: string,
): { output: Tree; aux: Tree } {
  const result = withGradMode(true, () => func(...args));
  if (!hasAux) return { output: result, aux: null };
  if (Array.isArray(result) && result.length === 2) return { output: result[0], aux: result[1] };
  throw new RuntimeError(
    `${callee}: output of function f should be a tuple: (output, aux) if has_aux is True`,
  );
}

/** Gradients by all leaves, zeros where nothing depends on them; differentiable themselves. */
function slopes(
  outputs: readonly Tensor[],
  leaves: readonly Tensor[],
  vectors: readonly (Tensor | null)[],
): Tensor[] {
  const live = outputs.flatMap((output, k) => (output.requires_grad ? [{ output, vector: vectors[k] }] : []));
  const zeros = (leaf: Tensor): Tensor => call('zeros_like', leaf.detach());
  if (live.length === 0) return leaves.map(zeros);
  const settings = { retain_graph: true, create_graph: true, allow_unused: true };
  const [from, by] = [live.map(({ output }) => output), live.map(({ vector }) => vector)];
  return gradientsOf(from, leaves, by, settings).map((found, k) => found ?? zeros(leaves[k]));
}

/** A function that gives the gradients of `func`, and its output. Source: https://docs.pytorch.org/docs/stable/generated/torch.func.grad_and_value.html */
export function grad_and_value(func: Fn, { argnums = 0, has_aux = false }: Options = {}): Fn {
  return (...given) => {
    const { args, chosen, leaves, isOne } = track(given, argnums);
    const { output, aux } = run(func, args, has_aux, 'grad_and_value(f)(*args)');
    if (!(output instanceof Tensor)) {
      throw new RuntimeError(
        `grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got ${classOf(output)}`,
      );
    }
    if (output.ndim !== 0) {
      throw new RuntimeError(
        `grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with ${output.ndim} dims. Maybe you wanted to use the vjp or jacrev APIs instead?`,
      );
    }
    const found = withLeaves(chosen, slopes([output], leaves, [null])) as Tree[];
    const [gradients, value, more] = settled([isOne ? found[0] : found, output, aux], leaves) as Tree[];
    return [gradients, has_aux ? [value, more] : value];
  };
}

/** A function that gives the gradients of `func`. Source: https://docs.pytorch.org/docs/stable/generated/torch.func.grad.html */
export function grad(func: Fn, options: Options = {}): Fn {
  const both = grad_and_value(func, options);
  return (...given) => {
    const [gradients, value] = both(...given);
    return options.has_aux ? [gradients, value[1]] : gradients;
  };
}

const tensorsOf = (tree: Tree, callee: string): Tensor[] =>
  leavesOf(tree).map((leaf) => {
    if (leaf instanceof Tensor) return leaf;
    throw new RuntimeError(
      `${callee}: expected f(*primals) to return only tensors, got unsupported type ${classOf(leaf)}`,
    );
  });

/** The output, and a function that multiplies with the Jacobian from the left. Source: https://docs.pytorch.org/docs/stable/generated/torch.func.vjp.html */
export function vjp(func: Fn, ...given: unknown[]): unknown[] {
  const last = given.at(-1) as Options;
  const isNamed = typeof last === 'object' && last !== null && 'has_aux' in last;
  const primals = isNamed ? given.slice(0, -1) : given;
  const hasAux = isNamed && last.has_aux === true;
  const { args, chosen, leaves } = track(primals, [...primals.keys()]);
  const { output, aux } = run(func, args, hasAux, 'vjp(f, *primals)');
  const outputs = tensorsOf(output, 'vjp(f, *primals)');
  const back: Fn = (...cotangents) => {
    const vectors = leavesOf(cotangents) as Tensor[];
    if (vectors.length !== outputs.length) {
      throw new RuntimeError(
        `Expected pytree structure of cotangents to be the same as pytree structure of outputs to the function. cotangents: ${vectors.length} tensors, primal output: ${outputs.length} tensors`,
      );
    }
    return settled(withLeaves(chosen, slopes(outputs, leaves, vectors)), leaves);
  };
  const [value, more] = settled([output, aux], leaves) as Tree[];
  return hasAux ? [value, back, more] : [value, back];
}

/** The output, and the Jacobian times tangents. Source: https://docs.pytorch.org/docs/stable/generated/torch.func.jvp.html */
export function jvp(
  func: Fn,
  primals: readonly unknown[],
  tangents: readonly unknown[],
  { has_aux = false }: Options = {},
): unknown[] {
  if (!Array.isArray(primals)) {
    throw new RuntimeError(
      'jvp(f, primals, tangents): Expected primals to be a tuple. E.g. it should be valid to call f(*primals).',
    );
  }
  const { args, leaves } = track(primals, [...primals.keys()]);
  const vectors = leavesOf(tangents) as Tensor[];
  if (vectors.length !== leaves.length) {
    throw new RuntimeError(
      'jvp(f, primals, tangents): Expected primals and tangents to have the same python structure. For example, if primals is a tuple of 3 tensors, tangents also must be.',
    );
  }
  const { output, aux } = run(func, args, has_aux, 'jvp(f, primals, tangents)');
  const outputs = tensorsOf(output, 'jvp(f, primals, tangents)');
  // The gradients are linear in the vectors they are for: their own derivative by those is the Jacobian.
  const dummies = outputs.map((one) => call('zeros_like', one.detach()).requires_grad_());
  const back = withGradMode(true, () => slopes(outputs, leaves, dummies));
  const products = slopes(back, dummies, vectors);
  const [value, product, more] = settled(
    [output, withLeaves(output, products), aux],
    [...leaves, ...dummies],
  ) as Tree[];
  return has_aux ? [value, product, more] : [value, product];
}

/** A function that gives the Jacobian of `func`: (…output, …input). Source: https://docs.pytorch.org/docs/stable/generated/torch.func.jacrev.html */
export function jacrev(func: Fn, options: Options = {}): Fn {
  return jacobianOf(func, options, (flat, output, input) => flat.view([...output, ...input]));
}

/** A Jacobian from its rows: `shape` gives it the sizes of outputs and inputs. */
function jacobianOf(
  func: Fn,
  { argnums = 0, has_aux = false }: Options,
  shape: (flat: Tensor, output: readonly number[], input: readonly number[]) => Tensor,
): Fn {
  return (...given) => {
    const { args, chosen, leaves, isOne } = track(given, argnums);
    const { output, aux } = run(func, args, has_aux, 'jacrev(f)(*args)');
    const blocks = mapTree(output, (one) => {
      const [tensor] = tensorsOf(one, 'jacrev(f)(*args)');
      const flat = tensor.reshape(-1);
      const rows = Array.from({ length: tensor.numel() }, (_, element) =>
        slopes([flat.select(0, element)], leaves, [null]),
      );
      const stacked = leaves.map((leaf, k) =>
        shape(
          call(
            'stack',
            rows.map((row) => row[k]),
          ),
          tensor.sizes,
          leaf.sizes,
        ),
      );
      const trees = withLeaves(chosen, stacked) as Tree[];
      return isOne ? trees[0] : trees;
    });
    const [result, more] = settled([blocks, aux], leaves) as Tree[];
    return has_aux ? [result, more] : result;
  };
}

/** The same, laid out by columns as PyTorch's is: it differentiates forwards, which takes no fewer steps here. */
export function jacfwd(func: Fn, options: Options = {}): Fn {
  return jacobianOf(func, options, (flat, output, input) =>
    flat
      .flatten(1)
      .t()
      .contiguous()
      .view([-1, ...output])
      .movedim(0, -1)
      .view([...output, ...input]),
  );
}

/** A function that gives the second derivatives of `func`. Source: https://docs.pytorch.org/docs/stable/generated/torch.func.hessian.html */
export function hessian(func: Fn, { argnums = 0 }: Options = {}): Fn {
  return jacfwd(jacrev(func, { argnums }), { argnums });
}
