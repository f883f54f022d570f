/**
 * `torch.nn.utils.parametrize`: parameters that are computed from others whenever they are read. As in PyTorch the
 * module gets a class of its own, on which the parameter's name is a getter; what it is computed from is a module.
 */

import { byName } from '../core/call.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { sameSizes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { ModuleDict, ModuleList } from './containers.ts';
import { fieldsOf, type Module } from './module.ts';
import { Parameter } from './parameter.ts';

/** A module that computes the parameter; `right_inverse` gives what a value of the parameter is computed from. */
export interface Parametrization extends Module {
  right_inverse?(value: Tensor): Tensor | readonly Tensor[];
}

/** Modules one after the other, and the tensors that the first one takes: `original`, or `original0`, `original1` … */
export class ParametrizationList extends ModuleList {
  readonly #names: readonly string[];

  constructor(parametrization: Parametrization, value: Tensor) {
    super([parametrization]);
    const given = parametrization.right_inverse?.(value.detach()) ?? value;
    const list = given instanceof Tensor ? [given] : [...given];
    this.#names = given instanceof Tensor ? ['original'] : list.map((_, k) => `original${k}`);
    const requires_grad = value.requires_grad;
    list.forEach((one, k) => {
      const isSame = one === value && value instanceof Parameter;
      this.register_parameter(this.#names[k], isSame ? value : new Parameter(one.detach(), requires_grad));
    });
  }

  get originals(): Parameter[] {
    return this.#names.map((name) => fieldsOf(this)[name] as Parameter);
  }

  /** The parameter. */
  compute(): Tensor {
    const [first, ...rest] = [...this] as Module[];
    return rest.reduce((value, module) => module.forward(value), first.forward(...this.originals) as Tensor);
  }

  /** Takes a value for the parameter: from now on it is computed from what gives that value. */
  assign(value: Tensor): void {
    const given = ([...this].reverse() as Parametrization[]).reduce<Tensor | readonly Tensor[]>(
      (current, module) => {
        if (module.right_inverse) return module.right_inverse(current as Tensor);
        throw new RuntimeError(
          `parametrization ${module.constructor.name} does not implement right_inverse.`,
        );
      },
      value,
    );
    [given].flat().forEach((one, k) => {
      (this.originals[k] as Tensor).data = (one as Tensor).detach();
    });
  }
}

/** The lists by the names of the tensors that they compute; undefined where none is computed. */
const listsOf = (module: Module): ModuleDict | undefined =>
  fieldsOf(module).parametrizations as ModuleDict | undefined;

function listOf(module: Module, name: string): ParametrizationList | undefined {
  const lists = listsOf(module);
  const list = lists && fieldsOf(lists)[name];
  return list instanceof ParametrizationList ? list : undefined;
}

/** Whether any parameter of the module is computed, or the one of that name. */
export const is_parametrized = byName(
  'module, tensor_name',
  function is_parametrized(module: Module, tensor_name: string | null = null): boolean {
    return tensor_name === null ? listsOf(module) !== undefined : listOf(module, tensor_name) !== undefined;
  },
);

/** A class for this module alone, named after its own. */
function giveOwnClass(module: Module): void {
  const base = Object.getPrototypeOf(module);
  const name = `Parametrized${module.constructor.name}`;
  const Own = { [name]: class {} }[name];
  const prototype = Object.create(base, { constructor: { value: Own, configurable: true } });
  Object.setPrototypeOf(module, prototype);
  fieldsOf(module).parametrizations = new ModuleDict();
}

/** @throws ValueError for a parametrization that gives another type or size than the parameter had */
function checkResult(list: ParametrizationList, value: Tensor): void {
  const result = list.compute();
  if (!(result instanceof Tensor)) {
    throw new ValueError(`A parametrization must return a tensor. Got ${typeof result}.`);
  }
  for (const [what, before, after] of [
    ['dtype', value.dtype, result.dtype],
    ['shape', value.shape, result.shape],
  ] as const) {
    if (what === 'dtype' ? before === after : sameSizes(value.sizes, result.sizes)) continue;
    throw new ValueError(
      `Registering a parametrization may not change the ${what} of the tensor, unless \`unsafe\` flag is enabled.\nunparametrized ${what}: ${before}\nparametrized ${what}: ${after}`,
    );
  }
}

/** From now on the parameter of that name is what the parametrization gives. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.parametrize.register_parametrization.html */
export const register_parametrization = byName(
  'module, tensor_name, parametrization | unsafe',
  function register_parametrization<M extends Module>(
    module: M,
    tensor_name: string,
    parametrization: Parametrization,
    options: { unsafe?: boolean } = {},
  ): M {
    parametrization.train(module.training);
    const existing = listOf(module, tensor_name);
    if (existing) {
      const value = existing.compute().detach();
      existing.append(parametrization);
      if (parametrization.right_inverse) existing.assign(value);
      return module;
    }
    const value = fieldsOf(module)[tensor_name];
    if (!(value instanceof Tensor)) {
      throw new ValueError(
        `Module '${module}' does not have a parameter, a buffer, or a parametrized element with name '${tensor_name}'`,
      );
    }
    const list = new ParametrizationList(parametrization, value);
    if (!options.unsafe) checkResult(list, value);
    if (!is_parametrized(module)) giveOwnClass(module);
    delete fieldsOf(module)[tensor_name];
    Object.defineProperty(Object.getPrototypeOf(module), tensor_name, {
      get: () => list.compute(),
      set: (given: Tensor) => list.assign(given),
      configurable: true,
    });
    listsOf(module)!.register_module(tensor_name, list);
    return module;
  },
);

/** The parameter as it is, or as it was before, is an ordinary one again. */
export const remove_parametrizations = byName(
  'module, tensor_name | leave_parametrized',
  function remove_parametrizations<M extends Module>(
    module: M,
    tensor_name: string,
    options: { leave_parametrized?: boolean } = {},
  ): M {
    const { leave_parametrized = true } = options;
    const lists = listsOf(module);
    const list = listOf(module, tensor_name);
    if (!lists || !list) {
      throw new ValueError(`Module ${module} does not have a parametrization on ${tensor_name}`);
    }
    const { originals } = list;
    if (!leave_parametrized && originals.length > 1) {
      throw new ValueError(
        'Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a sequence of tensors.',
      );
    }
    let parameter = originals[0];
    if (leave_parametrized) {
      const value = list.compute().detach();
      if (originals.length > 1) parameter = new Parameter(value);
      else (parameter as Tensor).data = value;
    }
    const fields = fieldsOf(module);
    delete Object.getPrototypeOf(module)[tensor_name];
    lists.remove(tensor_name);
    if (lists.length === 0) {
      delete fields.parametrizations;
      Object.setPrototypeOf(module, Object.getPrototypeOf(Object.getPrototypeOf(module)));
    }
    fields[tensor_name] = parameter;
    return module;
  },
);
