/** `out`: the result of a function written into tensors that are there already, as in `torch.add(a, b, {out: c})`. */

import { requiresGrad } from '../autograd/graph.ts';
import { is_grad_enabled, withGradMode } from '../autograd/modes.ts';
import { RuntimeError } from './errors.ts';
import type { OperatorRecord } from './operator.ts';
import { NamedTuple } from './pairs.ts';
import { canCast } from './pointwise.ts';
import { type Bound, isOptions, type Parameter } from './schema.ts';
import { sameSizes } from './shape.ts';
import { Tensor } from './tensor.ts';

/** Whether it is a function that makes new tensors, which could be written elsewhere. */
export function takesOut({ as, mutates, view, returns }: OperatorRecord): boolean {
  if (mutates || view || as === 'method' || as === 'functional') return false;
  return returns === undefined || !/^(Tensor\[\]|boolean\b.*|number|Size|DType)$/.test(returns);
}

/** The arguments of a call without its `out`, and where its results go; null where there is no `out`. */
export function splitOut(args: readonly unknown[]): { rest: unknown[]; out: Tensor[] } | null {
  const options = args[args.length - 1] as { out?: unknown } | null | undefined;
  if (options?.out === undefined || !isOptions(options)) return null;
  const { out, ...others } = options;
  const targets = out === null ? [] : Array.isArray(out) ? out : [out];
  const wrong = targets.find((target) => !(target instanceof Tensor));
  if (wrong !== undefined) throw new TypeError(`argument 'out' must be Tensor, not ${typeof wrong}`);
  return { rest: [...args.slice(0, -1), others], out: targets };
}

/** Numbers that are made, and sums, take the type of the tensor that they go into. */
export function withTypeOf(out: readonly Tensor[], parameters: readonly Parameter[], args: Bound): Bound {
  const takesType = args.dtype === null && parameters.some(({ name }) => name === 'dtype');
  return takesType && out.length > 0 ? { ...args, dtype: out[0].dtype } : args;
}

/** Writes results into their places, which are resized where they have other sizes. */
export function writeOut(name: string, args: Bound, compute: () => unknown, out: readonly Tensor[]): unknown {
  const given = Object.values(args).flat();
  if (is_grad_enabled() && [...given, ...out].some((one) => one instanceof Tensor && requiresGrad(one))) {
    throw new RuntimeError(
      `${name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
  }
  const write = (computed: unknown): unknown => {
    const results = (Array.isArray(computed) ? computed : [computed]) as Tensor[];
    withGradMode(false, () => {
      results.forEach((result, index) => {
        writeInto(out[index], result);
      });
    });
    return computed instanceof NamedTuple ? computed.renamed(out) : results.length > 1 ? out : out[0];
  };
  const computed = withGradMode(false, compute);
  return computed instanceof Promise ? computed.then(write) : write(computed);
}

function writeInto(target: Tensor, result: Tensor): void {
  if (!canCast(result.dtype, target.dtype)) {
    throw new RuntimeError(
      `result type ${result.dtype.scalarName} can't be cast to the desired output type ${target.dtype.scalarName}`,
    );
  }
  if (!sameSizes(target.sizes, result.sizes)) target.resize_(...result.sizes);
  target.copy_(result);
}
