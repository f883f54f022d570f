/** What all optimisers share: groups of parameters with settings, their state, and its saving. */

import { withGradMode } from '../autograd/modes.ts';
import { float32 } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { inspect } from '../core/inspect.ts';
import { call } from '../core/operator.ts';
import { itemOf } from '../core/reading.ts';
import { typeName } from '../core/schema.ts';
import { keep, noteStorage, scope } from '../core/scope.ts';
import { Tensor } from '../core/tensor.ts';

/** Settings that most optimisers have. */
export interface Common {
  lr: number;
  weight_decay: number;
  maximize: boolean;
}

/** Parameters with the settings that hold for them. */
export type ParamGroup<S> = S & { params: Tensor[]; initial_lr?: number };

/** Tensors, or tensors with their names as `named_parameters()` gives them. */
type Parameters = Iterable<Tensor> | Iterable<readonly [string, Tensor]>;
type GroupInput<S> = Partial<S> & { params: Parameters | Tensor };

export type ParamsInput<S> = Parameters | Iterable<GroupInput<S>>;

/** What an optimiser remembers of one parameter. */
export type ParameterState = Record<string, Tensor | number>;

export interface OptimizerState {
  state: Record<number, ParameterState>;
  param_groups: (Record<string, unknown> & { params: number[] })[];
}

/** Settings that PyTorch has for speed, or for other devices: they are kept, and change nothing here. */
export const accepted = { maximize: false, foreach: null, capturable: false, differentiable: false };

/** Source: https://docs.pytorch.org/docs/stable/optim.html */
export abstract class Optimizer<S extends { lr: number } = { lr: number }> {
  readonly param_groups: ParamGroup<S>[] = [];
  readonly state = new Map<Tensor, ParameterState>();
  readonly defaults: S;

  /** Settings that are printed with a decimal point where they have their whole default: JavaScript has no 1.0. */
  readonly #floats: readonly string[];

  constructor(params: ParamsInput<S>, defaults: S, floats: readonly string[] = []) {
    this.#floats = floats;
    if (params instanceof Tensor) {
      throw new TypeError(
        'params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor',
      );
    }
    this.defaults = defaults;
    if (!isIterable(params)) throw new TypeError(`'${typeName(params)}' object is not iterable`);
    const list = [...(params as Iterable<Tensor | readonly [string, Tensor] | GroupInput<S>>)];
    if (list.length === 0) throw new ValueError('optimizer got an empty parameter list');
    if (list[0] instanceof Tensor || Array.isArray(list[0]))
      this.add_param_group({ params: list as Tensor[] } as Partial<S> & { params: Tensor[] });
    else for (const group of list) this.add_param_group(group as GroupInput<S>);
  }

  add_param_group(group: GroupInput<S>): void {
    const given = group.params instanceof Tensor ? [group.params] : [...group.params];
    const isNamed = given.length > 0 && given.every((one) => Array.isArray(one));
    const params = given.map((one) => (isNamed ? (one as [string, Tensor])[1] : (one as Tensor)));
    const known = new Set(this.param_groups.flatMap((earlier) => earlier.params));
    for (const parameter of params) {
      if (!(parameter instanceof Tensor)) {
        throw new TypeError(
          `optimizer can only optimize Tensors, but one of the params is ${typeName(parameter)}`,
        );
      }
      if (!parameter.is_leaf) throw new ValueError("can't optimize a non-leaf Tensor");
    }
    if (params.some((parameter) => known.has(parameter))) {
      throw new ValueError('some parameters appear in more than one parameter group');
    }
    const { params: _params, ...own } = group;
    const names = isNamed ? { param_names: given.map((one) => (one as [string, Tensor])[0]) } : {};
    this.param_groups.push({ params, ...names, ...own, ...withoutKeys(this.defaults, own) } as ParamGroup<S>);
  }

  /** Forgets all gradients: `grad` becomes null (or zeros). */
  zero_grad(options: { set_to_none?: boolean } = {}): void {
    for (const { params } of this.param_groups) {
      for (const parameter of params) {
        if (options.set_to_none === false) parameter.grad?.zero_();
        else {
          // Within a torch.scope what is dropped here is given back with the rest.
          if (parameter.grad) noteStorage(parameter.grad.storage);
          parameter.grad = null;
        }
      }
    }
  }

  /** Moves every parameter that has a gradient. A closure computes the loss again, and its result is handed back. */
  step(closure?: () => Tensor): Tensor | null {
    const loss = closure ? withGradMode(true, closure) : null;
    withGradMode(false, () => {
      for (const group of this.param_groups) {
        for (const parameter of group.params) {
          if (!parameter.grad) continue;
          let own = this.state.get(parameter);
          if (!own) {
            own = {};
            this.state.set(parameter, own);
          }
          this.#change(parameter, parameter.grad.detach(), own, group);
        }
      }
    });
    return loss;
  }

  /** What a GPU held on the way is given back at once: nobody else can read it, and nothing of it need be computed. */
  #change(parameter: Tensor, grad: Tensor, own: ParameterState, group: ParamGroup<S>): void {
    scope(() => {
      this.update(parameter, grad, own, group);
      for (const value of Object.values(own)) if (value instanceof Tensor) keep(value);
    });
  }

  /** The change of one parameter by its gradient. Nothing here may wait for a GPU. */
  protected abstract update(parameter: Tensor, grad: Tensor, state: ParameterState, group: S): void;

  state_dict(): OptimizerState {
    const order = this.param_groups.flatMap(({ params }) => params);
    const state: Record<number, ParameterState> = {};
    order.forEach((parameter, index) => {
      const own = this.state.get(parameter);
      if (own && Object.keys(own).length > 0)
        state[index] = Object.fromEntries(Object.entries(own).map(asTensors));
    });
    let next = 0;
    const param_groups = this.param_groups.map(({ params, ...settings }) => ({
      ...settings,
      params: params.map(() => next++),
    }));
    return { state, param_groups };
  }

  load_state_dict(saved: OptimizerState): void {
    if (saved.param_groups.length !== this.param_groups.length) {
      throw new ValueError('loaded state dict has a different number of parameter groups');
    }
    const order = this.param_groups.flatMap(({ params }) => params);
    saved.param_groups.forEach(({ params, ...settings }, k) => {
      if (params.length !== this.param_groups[k].params.length) {
        throw new ValueError(
          "loaded state dict contains a parameter group that doesn't match the size of optimizer's group",
        );
      }
      const group = this.param_groups[k] as unknown as Record<string, unknown>;
      // What the saved group has not is gone, as a scheduler's `initial_lr`.
      for (const name of Object.keys(group)) if (name !== 'params' && !(name in settings)) delete group[name];
      Object.assign(group, settings);
    });
    this.state.clear();
    for (const [index, own] of Object.entries(saved.state)) {
      const copy = Object.fromEntries(
        Object.entries(own).map(([name, value]) => [
          name,
          numbers.has(name) ? Number(itemOf(value as Tensor)) : (value as Tensor).detach().clone(),
        ]),
      );
      this.state.set(order[Number(index)], copy);
    }
  }

  #point(name: string, value: unknown): string {
    const isDefault =
      this.#floats.includes(name) && value === (this.defaults as Record<string, unknown>)[name];
    return isDefault && Number.isInteger(value) ? '.0' : '';
  }

  toString(): string {
    const groups = this.param_groups.map(({ params: _params, ...settings }, k) => {
      const lines = Object.entries(settings)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `    ${name}: ${pythonText(value)}${this.#point(name, value)}`);
      return `Parameter Group ${k}\n${lines.join('\n')}\n`;
    });
    return `${this.constructor.name} (\n${groups.join('\n')})`;
  }

  [inspect](): string {
    return this.toString();
  }
}

/** The settings that a group does not name itself. */
function withoutKeys(defaults: object, own: object): object {
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => !(name in own)));
}

/** What is kept as a number here, and as a tensor without dimensions in PyTorch. */
const numbers: ReadonlySet<string> = new Set(['step', 'mu_product', 'eta', 'mu', 'func_evals', 'n_iter']);

/** Saved states hold tensors alone: how many steps were made too. */
function asTensors([name, value]: [string, Tensor | number]): [string, Tensor] {
  return [name, value instanceof Tensor ? value : call('tensor', value, { dtype: float32 })];
}

/** A small number as Python writes it: 1e-08. */
function pythonNumber(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-4
    ? value.toExponential().replace(/e-(\d)$/, 'e-0$1')
    : String(value);
}

function pythonText(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'number') return pythonNumber(value);
  return Array.isArray(value) ? `(${value.map(pythonText).join(', ')})` : String(value);
}

/** @throws ValueError for a learning rate (or other setting) below 0, TypeError for one that is a tensor */
export function requireNonNegative(name: string, value: number): void {
  if ((value as unknown) instanceof Tensor) {
    throw new TypeError(`a ${name} is a number here, no tensor: use await lr.item()`);
  }
  if (value < 0) throw new ValueError(`Invalid ${name}: ${value}`);
}

/** @throws ValueError for a rate of forgetting that is not in [0, 1) */
export function checkBetas(betas: readonly number[]): void {
  betas.forEach((beta, index) => {
    if (beta >= 0 && beta < 1) return;
    // Betas are floats in PyTorch; JavaScript has no 1.0.
    const text = beta >= 1 && Number.isInteger(beta) ? `${beta}.0` : `${beta}`;
    throw new ValueError(`Invalid beta parameter at index ${index}: ${text}`);
  });
}

/** How many steps a parameter has made, this one counted. */
export function countStep(state: ParameterState): number {
  const step = ((state.step as number | undefined) ?? 0) + 1;
  state.step = step;
  return step;
}

/** The gradient as an optimiser uses it: turned round to maximise, with weight decay added. */
export function effectiveGradient(
  parameter: Tensor,
  grad: Tensor,
  { maximize, weight_decay }: { maximize: boolean; weight_decay: number },
): Tensor {
  const own = maximize ? grad.neg() : grad;
  return weight_decay === 0 ? own : own.add(parameter.detach(), { alpha: weight_decay });
}

/** A tensor of the optimiser's state, zeros at first. */
export function stateTensor(state: ParameterState, name: string, parameter: Tensor): Tensor {
  state[name] ??= parameter.detach().new_zeros(parameter.sizes as number[]);
  return state[name] as Tensor;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
