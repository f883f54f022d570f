/**
 * A function mapped over a dimension. It is run once for each element of the batch, and the results are stacked: what
 * it gives is PyTorch's, how long it takes is not.
 */

import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import { Tensor } from '../core/tensor.ts';
import { default_generator } from '../random/generator.ts';
import type { Fn } from './derivatives.ts';
import { classOf, leavesOf, spreadOver, type Tree, withLeaves } from './trees.ts';

type Dims = Tree;
type Randomness = 'error' | 'same' | 'different';

export interface VmapOptions {
  in_dims?: Dims;
  out_dims?: Dims;
  randomness?: Randomness;
  chunk_size?: number | null;
}

const nameOf = (func: Fn): string => func.name || '<lambda>';

function checkDim(callee: string, dim: unknown, leaf: unknown): void {
  if (dim === null) return;
  if (typeof dim !== 'number') {
    throw new ValueError(
      `${callee}: Got in_dim=${dim} for an input but in_dim must be either an integer dimension or None.`,
    );
  }
  if (!(leaf instanceof Tensor)) {
    throw new ValueError(
      `${callee}: Got in_dim=${dim} for an input but the input is of type ${classOf(leaf)}. We cannot vmap over non-Tensor arguments, please use None as the respective in_dim`,
    );
  }
  if (dim >= -leaf.ndim && dim < leaf.ndim) return;
  throw new ValueError(
    `${callee}: Got in_dim=${dim} for some input, but that input is a Tensor of dimensionality ${leaf.ndim} so expected in_dim to satisfy -${leaf.ndim} <= in_dim < ${leaf.ndim}.`,
  );
}

/** The dimension that each leaf is mapped over (null: none), and the size of the batch. */
function batchOf(
  func: Fn,
  args: readonly unknown[],
  inDims: Dims,
): { dims: (number | null)[]; size: number } {
  if (args.length === 0) {
    throw new ValueError(
      `vmap(${nameOf(func)})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function with no inputs. The latter is unsupported.`,
    );
  }
  const shown = Array.isArray(inDims)
    ? `(${inDims.map((dim) => dim ?? 'None').join(', ')}${inDims.length === 1 ? ',' : ''})`
    : String(inDims);
  const callee = `vmap(${nameOf(func)}, in_dims=${shown}, ...)(<inputs>)`;
  const leaves = leavesOf(args);
  const dims = spreadOver(args, inDims);
  if (!dims) throw new ValueError(`${callee}: in_dims is not compatible with the structure of \`inputs\`.`);
  leaves.forEach((leaf, k) => {
    checkDim(callee, dims[k], leaf);
  });
  const sizes = leaves.flatMap((leaf, k) =>
    dims[k] === null ? [] : [(leaf as Tensor).size(dims[k] as number)],
  );
  if (sizes.length === 0) throw new ValueError('vmap: Expected at least one Tensor to vmap over');
  if (sizes.some((size) => size !== sizes[0])) {
    throw new ValueError(
      `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [${sizes.join(', ')}] for the mapped dimension`,
    );
  }
  return { dims: dims as (number | null)[], size: sizes[0] };
}

/** Runs each element of the batch with the random numbers that the choice allows. */
function withRandomness<T>(randomness: Randomness, count: number, run: (element: number) => T): T[] {
  const before = default_generator.save();
  const results = Array.from({ length: count }, (_, element) => {
    if (randomness === 'same') default_generator.restore(before);
    return run(element);
  });
  if (randomness === 'error' && default_generator.save().some((byte, k) => byte !== before[k])) {
    throw new RuntimeError(
      "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap or perform the randomness operation out of vmap",
    );
  }
  return results;
}

/** A function that maps `func` over a dimension of its inputs. Source: https://docs.pytorch.org/docs/stable/generated/torch.func.vmap.html */
export function vmap(func: Fn, options: VmapOptions | Dims = {}, outDims: Dims = 0): Fn {
  const isNamed = typeof options === 'object' && options !== null && !Array.isArray(options);
  const named = (isNamed ? options : { in_dims: options, out_dims: outDims }) as VmapOptions;
  const { in_dims = 0, out_dims = 0, randomness = 'error' } = named;
  if (!['error', 'different', 'same'].includes(randomness)) {
    throw new RuntimeError(
      `Only allowed values for randomness are 'error', 'different', or 'same'. Got ${randomness}`,
    );
  }
  return (...args) => {
    const { dims, size } = batchOf(func, args, in_dims);
    const leaves = leavesOf(args);
    const results = withRandomness(randomness, size, (element) => {
      const own = leaves.map((leaf, k) =>
        dims[k] === null ? leaf : (leaf as Tensor).select(dims[k], element),
      );
      return func(...(withLeaves(args, own) as unknown[]));
    });
    if (results.length === 0) throw new RuntimeError('vmap: the mapped dimension is empty');
    const places = spreadOver(results[0], out_dims);
    if (!places) {
      throw new ValueError(
        `vmap(${nameOf(func)}, ..., out_dims=${out_dims})(<inputs>): out_dims is not compatible with the structure of \`outputs\`.`,
      );
    }
    const outputs = results.map(leavesOf);
    return withLeaves(
      results[0],
      places.map((dim, k) =>
        joined(
          func,
          outputs.map((leaves) => leaves[k]),
          dim,
        ),
      ),
    );
  };
}

/** One output of all elements of the batch. */
function joined(func: Fn, outputs: readonly unknown[], dim: unknown): unknown {
  if (dim === null) return outputs[0];
  const other = outputs.find((output) => !(output instanceof Tensor));
  if (other === undefined) return call('stack', outputs, dim);
  throw new ValueError(
    `vmap(${nameOf(func)}, ...): \`${nameOf(func)}\` must only return Tensors, got type ${classOf(other)}. Did you mean to set out_dims= to None for output?`,
  );
}
