/** Gradients of what is one node in PyTorch's graph and a composition here: the composition is run again, recorded. */

import { grad as gradientsOf } from '../autograd/backward.ts';
import { is_grad_enabled, withGradMode } from '../autograd/modes.ts';
import type { GradContext, GradFormula } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { zerosLike } from './support.ts';

/** A formula for each of the named arguments. They have to stand in the record's `saves`. */
export function recomputed(
  names: readonly string[],
  compute: (args: GradContext) => Tensor,
): Record<string, GradFormula> {
  const formula =
    (name: string): GradFormula =>
    (grad, context) => {
      const createGraph = is_grad_enabled();
      return withGradMode(true, () => {
        const given: Tensor = context[name];
        const own =
          createGraph && given.requires_grad ? given.view_as(given) : given.detach().requires_grad_();
        const args = new Proxy(context, {
          get: (target, key) => (key === name ? own : target[key as string]),
        });
        const output = compute(args);
        if (!output.requires_grad) return zerosLike(given);
        const [slope] = gradientsOf(output, own, grad, { create_graph: createGraph, allow_unused: true });
        return slope ?? zerosLike(given);
      });
    };
  return Object.fromEntries(names.map((name) => [name, formula(name)]));
}
