/** Modules as functions of their parameters. */

import { RuntimeError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { fieldsOf, type Module } from '../nn/module.ts';

type Tensors = Readonly<Record<string, Tensor>>;

/** The module that holds a parameter, and the name under which it does. */
function placeOf(module: Module, path: string): { owner: Record<string, unknown>; name: string } {
  const parts = path.split('.');
  const name = parts.pop() as string;
  return { owner: fieldsOf(module.get_submodule(parts.join('.'))), name };
}

/** Assigns what a module would refuse to have assigned: a plain tensor in a parameter's place. */
function put(owner: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * What a module gives with other parameters and buffers than its own, which it keeps.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.func.functional_call.html
 */
export function functional_call(
  module: Module,
  parameter_and_buffer_dicts: Tensors | readonly Tensors[],
  args: unknown = [],
  kwargs: Readonly<Record<string, unknown>> | null = null,
): unknown {
  const given = Object.assign({}, ...[parameter_and_buffer_dicts].flat()) as Tensors;
  const places = Object.keys(given).map((path) => ({ path, ...placeOf(module, path) }));
  const own = places.map(({ owner, name }) => ({ isThere: name in owner, value: owner[name] }));
  try {
    for (const { owner, name, path } of places) put(owner, name, given[path]);
    return module.forward(...(Array.isArray(args) ? args : [args]), ...(kwargs ? [kwargs] : []));
  } finally {
    places.forEach(({ owner, name }, k) => {
      if (own[k].isThere) put(owner, name, own[k].value);
      else delete owner[name];
    });
  }
}

function stackedLeaf(tensors: readonly Tensor[], name: string): Tensor {
  const count = tensors.filter((tensor) => tensor.requires_grad).length;
  if (count > 0 && count < tensors.length) {
    throw new RuntimeError(`Expected ${name} from each model to have the same .requires_grad`);
  }
  const stacked: Tensor = call('stack', tensors);
  return count > 0 ? stacked.detach().requires_grad_() : stacked;
}

/** The parameters and buffers of several models of one kind, stacked: for vmap. */
export function stack_module_state(models: readonly Module[]): [Tensors, Tensors] {
  const [first] = models;
  if (!first) throw new RuntimeError('stack_module_state: Expected at least one model, got 0.');
  if (models.some(({ training }) => training !== first.training)) {
    throw new RuntimeError('stack_module_state: Expected all models to have the same training/eval mode.');
  }
  if (models.some((model) => model.constructor !== first.constructor)) {
    throw new RuntimeError('stack_module_state: Expected all models to be of the same class.');
  }
  const stacked = (all: readonly Tensors[]): Tensors =>
    Object.fromEntries(
      Object.keys(all[0]).map((name) => [
        name,
        stackedLeaf(
          all.map((own) => own[name]),
          name,
        ),
      ]),
    );
  return [
    stacked(models.map((model) => Object.fromEntries(model.named_parameters()))),
    stacked(models.map((model) => Object.fromEntries(model.named_buffers()))),
  ];
}
