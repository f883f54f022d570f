/** What runs before and after a module's forward, and when gradients come back to it. */

import { Function as AutogradFunction, type FunctionContext } from '../autograd/function.ts';
import { requiresGrad } from '../autograd/graph.ts';
import { addHook, type RemovableHandle } from '../autograd/hooks.ts';
import { Tensor } from '../core/tensor.ts';
import type { Module } from './module.ts';

type Gradients = readonly (Tensor | null)[];

/** Sees the arguments of forward; tensors that it returns replace them. */
export type PreHook = (module: Module, args: unknown[]) => unknown;
/** Sees arguments and result of forward; what it returns replaces the result where it is a tensor or a list. */
export type ForwardHook = (module: Module, args: unknown[], output: unknown) => unknown;
/** Sees the gradients of a module's inputs and outputs; what it returns replaces those of the inputs. */
export type BackwardHook = (module: Module, grad_input: Gradients, grad_output: Gradients) => unknown;
/** Sees the gradients of a module's outputs; what it returns replaces them. */
export type BackwardPreHook = (module: Module, grad_output: Gradients) => unknown;

export interface HookOptions {
  /** Whether it runs before those that are there already. */
  prepend?: boolean;
}

class Hooks {
  readonly before: PreHook[] = [];
  readonly after: ForwardHook[] = [];
  readonly backward: BackwardHook[] = [];
  readonly beforeBackward: BackwardPreHook[] = [];
}

const hooksOf = new WeakMap<Module, Hooks>();

/** Adds a hook; the first one of a module puts a forward in the place of its own. */
export function registerHook<K extends keyof Hooks>(
  module: Module,
  kind: K,
  hook: Hooks[K][number],
  { prepend = false }: HookOptions = {},
): RemovableHandle {
  let hooks = hooksOf.get(module);
  if (!hooks) {
    hooks = new Hooks();
    hooksOf.set(module, hooks);
    const forward = module.forward.bind(module);
    const own = hooks;
    Object.defineProperty(module, 'forward', {
      value: (...args: unknown[]) => run(module, own, forward, args),
      configurable: true,
      writable: true,
    });
  }
  const list = hooks[kind] as Hooks[K][number][];
  const handle = addHook(list, hook);
  if (prepend) list.unshift(list.pop() as Hooks[K][number]);
  return handle;
}

// JavaScript's short functions return anything, such as the new length of a list: only these are answers.
const isAnswer = (value: unknown): boolean => value instanceof Tensor || Array.isArray(value);
const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function run(
  module: Module,
  hooks: Hooks,
  forward: (...args: unknown[]) => unknown,
  args: unknown[],
): unknown {
  let given = args;
  for (const hook of [...hooks.before]) {
    const changed = hook(module, given);
    if (isAnswer(changed)) given = listOf(changed);
  }
  const isWatched = hooks.backward.length + hooks.beforeBackward.length > 0;
  const watch = isWatched ? new Watch(module, hooks) : null;
  let output = forward(...(watch ? watch.inputs(given) : given));
  for (const hook of [...hooks.after]) {
    const changed = hook(module, given, output);
    if (isAnswer(changed)) output = changed;
  }
  return watch ? watch.outputs(output) : output;
}

/** Hands its tensors on, and tells `seen` of their gradients, which may be changed there. */
class BackwardHookFunction extends AutogradFunction {
  static override forward(ctx: FunctionContext, seen: unknown, ...tensors: Tensor[]): Tensor[] {
    ctx.seen = seen;
    return tensors;
  }

  static override backward(ctx: FunctionContext, ...gradients: Gradients): Gradients {
    return [null, ...ctx.seen(gradients)];
  }
}

/** One run of a module: what gradients came to its outputs, and left by its inputs. */
class Watch {
  readonly #module: Module;
  readonly #hooks: Hooks;
  #hasInputs = false;
  #count = 0;
  #came: Gradients = [];

  constructor(module: Module, hooks: Hooks) {
    this.#module = module;
    this.#hooks = hooks;
  }

  inputs(args: unknown[]): unknown[] {
    const tensors = args.filter((arg) => arg instanceof Tensor);
    this.#count = tensors.length;
    this.#hasInputs = tensors.some(requiresGrad);
    if (!this.#hasInputs) return args;
    const passed = BackwardHookFunction.apply((gradients: Gradients) => this.#tell(gradients), ...tensors);
    return args.map((arg) => (arg instanceof Tensor ? passed.shift() : arg));
  }

  outputs(result: unknown): unknown {
    const seen = (gradients: Gradients): Gradients => {
      this.#came = gradients;
      for (const hook of [...this.#hooks.beforeBackward]) {
        const changed = hook(this.#module, this.#came);
        if (isAnswer(changed)) this.#came = listOf(changed as Tensor);
      }
      if (!this.#hasInputs) this.#tell(new Array(this.#count).fill(null));
      return this.#came;
    };
    if (result instanceof Tensor) return BackwardHookFunction.apply(seen, result)[0];
    return Array.isArray(result) && result.every((one) => one instanceof Tensor)
      ? BackwardHookFunction.apply(seen, ...result)
      : result;
  }

  #tell(gradients: Gradients): Gradients {
    let current = gradients;
    for (const hook of [...this.#hooks.backward]) {
      const changed = hook(this.#module, current, this.#came);
      if (isAnswer(changed)) current = listOf(changed as Tensor);
    }
    return current;
  }
}
