/** Weights computed anew before every forward, as `torch.nn.utils` does it; parametrizations.ts has the newer form. */

import type { RemovableHandle } from '../autograd/hooks.ts';
import { withGradMode } from '../autograd/modes.ts';
import { byName } from '../core/call.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { normExcept } from '../ops/weight-norm.ts';
import * as F from './functional.ts';
import { fieldsOf, type Module } from './module.ts';
import { Parameter } from './parameter.ts';

/** How a weight follows from what stands in its place. */
interface Recipe {
  /** The endings of the names that replace the weight. */
  readonly parts: readonly string[];
  /** The weight for this forward; vectors that are iterated move on where `training` says so. */
  compute(training: boolean): Tensor;
}

interface Applied extends Recipe {
  readonly handle: RemovableHandle;
}

type Kind = 'weight_norm' | 'spectral_norm';

const applied: Readonly<Record<Kind, WeakMap<Module, Map<string, Applied>>>> = {
  weight_norm: new WeakMap(),
  spectral_norm: new WeakMap(),
};

/** @throws RuntimeError where the weight is computed in that way already */
function refuseTwice(kind: Kind, module: Module, name: string): void {
  if (applied[kind].get(module)?.has(name)) {
    throw new RuntimeError(`Cannot register two ${kind} hooks on the same parameter ${name}`);
  }
}

function apply(kind: Kind, module: Module, name: string, recipe: Recipe): void {
  const handle = module.register_forward_pre_hook(() => {
    fieldsOf(module)[name] = recipe.compute(module.training);
  });
  const own = applied[kind].get(module) ?? new Map<string, Applied>();
  own.set(name, { ...recipe, handle });
  applied[kind].set(module, own);
}

function remove<M extends Module>(kind: Kind, module: M, name: string): M {
  const own = applied[kind].get(module);
  const recipe = own?.get(name);
  if (!own || !recipe) throw new ValueError(`${kind} of '${name}' not found in ${module}`);
  const weight = withGradMode(false, () => recipe.compute(false));
  const fields = fieldsOf(module);
  delete fields[name];
  for (const part of recipe.parts) delete fields[name + part];
  fields[name] = new Parameter(weight.detach());
  recipe.handle.remove();
  own.delete(name);
  return module;
}

/** A weight as lengths (`weight_g`) times directions (`weight_v`), of Salimans and Kingma (2016). */
export const weight_norm = byName('module, name, dim', function weight_norm<
  M extends Module,
>(module: M, name = 'weight', dim: number | null = 0): M {
  refuseTwice('weight_norm', module, name);
  const fields = fieldsOf(module);
  const weight = (fields[name] as Tensor).detach();
  const compute = (): Tensor =>
    call('_weight_norm', fields[`${name}_v`] as Tensor, fields[`${name}_g`] as Tensor, dim ?? -1);
  delete fields[name];
  fields[`${name}_g`] = new Parameter(normExcept(weight, dim ?? -1));
  fields[`${name}_v`] = new Parameter(weight);
  fields[name] = compute();
  apply('weight_norm', module, name, { parts: ['_g', '_v'], compute });
  return module;
});

/** Undoes `weight_norm`: the weight as it is now becomes the parameter. */
export const remove_weight_norm = byName('module, name', function remove_weight_norm<
  M extends Module,
>(module: M, name = 'weight'): M {
  return remove('weight_norm', module, name);
});

/** A weight divided by its largest singular value, of Miyato et al. (2018). */
export const spectral_norm = byName('module, name, n_power_iterations, eps, dim', function spectral_norm<
  M extends Module,
>(module: M, name = 'weight', n_power_iterations = 1, eps = 1e-12, dim: number | null = null): M {
  refuseTwice('spectral_norm', module, name);
  if (n_power_iterations <= 0) {
    throw new ValueError(
      `Expected n_power_iterations to be positive, but got n_power_iterations=${n_power_iterations}`,
    );
  }
  const fields = fieldsOf(module);
  const front = dim ?? (/^ConvTranspose/.test(module.constructor.name) ? 1 : 0);
  const matrixOf = (weight: Tensor): Tensor =>
    (front === 0 ? weight : weight.movedim(front, 0)).reshape(weight.sizes[front], -1);
  const unit = (vector: Tensor): Tensor => F.normalize(vector, { dim: 0, eps });
  const vector = (part: string): Tensor => fields[name + part] as Tensor;

  const weight = fields[name] as Parameter;
  const [rows, columns] = matrixOf(weight.detach()).sizes;
  const start = (size: number): Tensor => unit(weight.detach().new_empty([size]).normal_(0, 1));
  const [u, v] = [start(rows), start(columns)];
  delete fields[name];
  fields[`${name}_orig`] = weight;
  fields[name] = weight.detach();
  module.register_buffer(`${name}_u`, u);
  module.register_buffer(`${name}_v`, v);

  const compute = (training: boolean): Tensor => {
    const own = vector('_orig');
    const matrix = matrixOf(own);
    if (training) {
      withGradMode(false, () => {
        for (let k = 0; k < n_power_iterations; k++) {
          vector('_v').copy_(unit(matrix.t().mv(vector('_u'))));
          vector('_u').copy_(unit(matrix.mv(vector('_v'))));
        }
      });
    }
    // Copies, so that the history of this forward outlives the next one.
    const [left, right] = [vector('_u').clone(), vector('_v').clone()];
    return own.div(left.dot(matrix.mv(right)));
  };
  apply('spectral_norm', module, name, { parts: ['_u', '_v', '_orig'], compute });
  return module;
});

/** Undoes `spectral_norm`: the weight as it is now becomes the parameter. */
export const remove_spectral_norm = byName('module, name', function remove_spectral_norm<
  M extends Module,
>(module: M, name = 'weight'): M {
  return remove('spectral_norm', module, name);
});
