/** Whole matrices of derivatives. Source: https://docs.pytorch.org/docs/stable/autograd.html#functional-higher-level-api */

import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { grad } from './backward.ts';
import { withGradMode } from './modes.ts';

type Fn = (input: Tensor) => Tensor;

function leafOf(input: Tensor): Tensor {
  return input.detach().clone().requires_grad_();
}

/** The derivative of every output element with respect to every input element: (…output, …input). */
export function jacobian(fn: Fn, input: Tensor, options: { create_graph?: boolean } = {}): Tensor {
  return withGradMode(true, () => {
    const own = options.create_graph ? input : leafOf(input);
    const output = fn(own);
    const flat = output.reshape(-1);
    const rows = Array.from({ length: output.numel() }, (_, element) => {
      const settings = {
        retain_graph: true,
        create_graph: options.create_graph ?? false,
        allow_unused: true,
      };
      const [row] = grad(flat.select(0, element), own, null, settings);
      return row ?? own.detach().new_zeros(own.sizes as number[]);
    });
    const stacked = operatorNamed('stack').call(rows) as Tensor;
    return stacked.reshape([...output.sizes, ...input.sizes]);
  });
}

/** The second derivatives of a function with one number as its result: (…input, …input). */
export function hessian(fn: Fn, input: Tensor): Tensor {
  const own = leafOf(input);
  const slope = (at: Tensor): Tensor =>
    jacobian(fn, at, { create_graph: true }).reshape(at.sizes as number[]);
  return withGradMode(true, () => {
    const first = slope(own).reshape(-1);
    const rows = Array.from({ length: own.numel() }, (_, element) => {
      const [row] = grad(first.select(0, element), own, null, { retain_graph: true, allow_unused: true });
      return row ?? own.detach().new_zeros(own.sizes as number[]);
    });
    return (operatorNamed('stack').call(rows) as Tensor).reshape([...own.sizes, ...own.sizes]);
  });
}

/** The result, and `v` times the Jacobian. */
export function vjp(fn: Fn, input: Tensor, v: Tensor | null = null): [Tensor, Tensor] {
  return withGradMode(true, () => {
    const own = leafOf(input);
    const output = fn(own);
    const [product] = grad(output, own, v, { allow_unused: true });
    return [output.detach(), product ?? own.detach().new_zeros(own.sizes as number[])];
  });
}
