/**
 * Modules: objects with parameters, buffers and modules of their own. What is assigned to a property is registered by
 * being there: nothing needs to be declared twice.
 */

import type { RemovableHandle } from '../autograd/hooks.ts';
import { withGradMode } from '../autograd/modes.ts';
import { DType, float16, float32, float64 } from '../core/dtype.ts';
import { AttributeError, KeyError, NotImplementedError, RuntimeError } from '../core/errors.ts';
import { inspect } from '../core/inspect.ts';
import { typeName } from '../core/schema.ts';
import { sameSizes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import {
  type BackwardHook,
  type BackwardPreHook,
  type ForwardHook,
  type HookOptions,
  type PreHook,
  registerHook,
} from './hooks.ts';
import { Parameter } from './parameter.ts';

export type StateDict = Record<string, Tensor>;

/** Where a module is to be, or of which type. */
type Target = string | DType | Tensor;

function targetsOf(given: Target | { device?: string | null; dtype?: DType | null }): (string | DType)[] {
  if (given instanceof Tensor) return [given.device, given.dtype];
  if (typeof given === 'string' || given instanceof DType) return [given];
  return [given.device, given.dtype].filter((one) => one !== null && one !== undefined);
}

/** How named_parameters and its kin take their settings by name. */
export interface Naming {
  prefix?: string;
  recurse?: boolean;
}

function naming(prefix: string | Naming, recurse: boolean): [prefix: string, recurse: boolean] {
  if (typeof prefix === 'string') return [prefix, recurse];
  return [prefix.prefix ?? '', prefix.recurse ?? recurse];
}

/** What load_state_dict found to be missing, or to have no place. */
class IncompatibleKeys {
  readonly missing_keys: readonly string[];
  readonly unexpected_keys: readonly string[];

  constructor(missing_keys: readonly string[], unexpected_keys: readonly string[]) {
    this.missing_keys = missing_keys;
    this.unexpected_keys = unexpected_keys;
  }

  toString(): string {
    const { missing_keys: missing, unexpected_keys: unexpected } = this;
    if (missing.length + unexpected.length === 0) return '<All keys matched successfully>';
    const list = (keys: readonly string[]): string => `[${keys.map((key) => `'${key}'`).join(', ')}]`;
    return `_IncompatibleKeys(missing_keys=${list(missing)}, unexpected_keys=${list(unexpected)})`;
  }

  [inspect](): string {
    return this.toString();
  }
}

/**
 * What may stand where a parameter or a module is registered.
 * @throws TypeError for a plain tensor in a parameter's place, and the like
 */
function checkPlace(own: unknown, name: PropertyKey, value: unknown): void {
  const isParameter = own instanceof Parameter && !(value instanceof Parameter);
  const isModule = own instanceof Module && !(value instanceof Module);
  if (value === null || value === undefined || !(isParameter || isModule)) return;
  const given = value instanceof Tensor ? value.dtype.className : typeName(value);
  const [place, wanted] = isParameter ? ['parameter', 'Parameter'] : ['child module', 'Module'];
  throw new TypeError(
    `cannot assign '${given}' as ${place} '${String(name)}' (torch.nn.${wanted} or None expected)`,
  );
}

/** Whether a module has a buffer of that name: set by the class, whose secret they are. */
let hasBuffer: (module: object, name: PropertyKey) => boolean = () => false;

const watched: ProxyHandler<object> = {
  set(target, name, value, receiver) {
    if (hasBuffer(receiver, name) && value !== null && !(value instanceof Tensor)) {
      throw new TypeError(
        `cannot assign '${typeName(value)}' as buffer '${String(name)}' (torch.nn.Buffer, torch.Tensor or None expected)`,
      );
    }
    if (Object.hasOwn(target, name)) checkPlace((target as Record<PropertyKey, unknown>)[name], name, value);
    return Reflect.set(target, name, value, receiver);
  },
};

const behind = new WeakMap<object, object>();

/** Watches what is assigned: fields may be declared or not, so no accessor of theirs could. */
class Watched {
  constructor() {
    const proxy = new Proxy(this, watched);
    behind.set(proxy, this);
    // biome-ignore lint/correctness/noConstructorReturn: what derives from this is built on the proxy
    return proxy;
  }
}

/** A module's own properties; asked of the proxy itself this takes ten times as long. */
function ownEntries(module: Watched): [string, unknown][] {
  return Object.entries(behind.get(module) as object);
}

/** Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html */
export abstract class Module extends Watched {
  training = true;
  readonly #buffers = new Map<string, boolean>();

  static {
    hasBuffer = (module, name) => #buffers in module && module.#buffers.has(name as string);
  }

  /** What the module computes. `model(x)` in Python is `model.forward(x)` here. */
  // biome-ignore lint/suspicious/noExplicitAny: modules take and give what they like
  abstract forward(...inputs: any[]): any;

  /** Keeps a tensor that is state but no parameter. It is in state_dict() unless `persistent` is false. */
  register_buffer(
    name: string,
    tensor: Tensor | null,
    options: { persistent?: boolean } | boolean = true,
  ): void {
    this.#checkName('buffer', name, this.#buffers.has(name));
    if (tensor !== null && !(tensor instanceof Tensor)) {
      throw new TypeError(
        `cannot assign '${typeName(tensor)}' object to buffer '${name}' (torch Tensor or None required)`,
      );
    }
    this.#buffers.set(name, typeof options === 'boolean' ? options : (options.persistent ?? true));
    (this as Record<string, unknown>)[name] = tensor;
  }

  register_parameter(name: string, parameter: Parameter | null): void {
    this.#checkName('parameter', name, (this as Record<string, unknown>)[name] instanceof Parameter);
    if (parameter !== null && !(parameter instanceof Parameter)) {
      throw new TypeError(
        `cannot assign '${typeName(parameter)}' object to parameter '${name}' (torch.nn.Parameter or None required)`,
      );
    }
    (this as Record<string, unknown>)[name] = parameter;
  }

  /** @throws KeyError for a name with a dot, an empty one, or one that something else has */
  #checkName(kind: string, name: string, isAgain: boolean): void {
    if (name.includes('.')) throw new KeyError(`'${kind} name can\\'t contain "."'`);
    if (name === '') throw new KeyError(`'${kind} name can\\'t be empty string ""'`);
    const taken = (this as Record<string, unknown>)[name] !== undefined;
    if (taken && !isAgain) throw new KeyError(`"attribute '${name}' already exists"`);
  }

  register_module(name: string, module: Module | null): void {
    if (module !== null && !(module instanceof Module)) {
      throw new TypeError(`${typeName(module)} is not a Module subclass`);
    }
    (this as Record<string, unknown>)[name] = module;
  }

  add_module(name: string, module: Module | null): void {
    this.register_module(name, module);
  }

  *named_children(): IterableIterator<[string, Module]> {
    for (const [name, value] of ownEntries(this)) if (value instanceof Module) yield [name, value];
  }

  *children(): IterableIterator<Module> {
    for (const [, module] of this.named_children()) yield module;
  }

  /** This module and all below it, each once. */
  *named_modules(prefix = '', seen: Set<Module> = new Set()): IterableIterator<[string, Module]> {
    if (seen.has(this)) return;
    seen.add(this);
    yield [prefix, this];
    for (const [name, module] of this.named_children()) {
      yield* module.named_modules(prefix ? `${prefix}.${name}` : name, seen);
    }
  }

  *modules(): IterableIterator<Module> {
    for (const [, module] of this.named_modules()) yield module;
  }

  #own(kind: 'parameters' | 'buffers'): [string, Tensor][] {
    return (ownEntries(this) as [string, Tensor][]).filter(([name, value]) =>
      kind === 'parameters' ? value instanceof Parameter : value instanceof Tensor && this.#buffers.has(name),
    );
  }

  *#named(
    kind: 'parameters' | 'buffers',
    prefix: string,
    recurse: boolean,
  ): IterableIterator<[string, Tensor]> {
    const seen = new Set<Tensor>();
    for (const [path, module] of recurse ? this.named_modules(prefix) : [[prefix, this] as const]) {
      for (const [name, value] of module.#own(kind)) {
        if (seen.has(value)) continue;
        seen.add(value);
        yield [path ? `${path}.${name}` : name, value];
      }
    }
  }

  named_parameters(prefix: string | Naming = '', recurse = true): IterableIterator<[string, Parameter]> {
    const named = this.#named('parameters', ...naming(prefix, recurse));
    return named as IterableIterator<[string, Parameter]>;
  }

  *parameters(recurse: boolean | Naming = true): IterableIterator<Parameter> {
    const deep = typeof recurse === 'boolean' ? recurse : recurse.recurse;
    for (const [, parameter] of this.named_parameters('', deep)) yield parameter;
  }

  named_buffers(prefix: string | Naming = '', recurse = true): IterableIterator<[string, Tensor]> {
    return this.#named('buffers', ...naming(prefix, recurse));
  }

  *buffers(recurse: boolean | Naming = true): IterableIterator<Tensor> {
    const deep = typeof recurse === 'boolean' ? recurse : recurse.recurse;
    for (const [, buffer] of this.named_buffers('', deep)) yield buffer;
  }

  get_buffer(name: string): Tensor {
    for (const [own, buffer] of this.named_buffers()) if (own === name) return buffer;
    throw new AttributeError(`${this.constructor.name} has no attribute \`${name}\``);
  }

  get_parameter(name: string): Parameter {
    for (const [own, parameter] of this.named_parameters()) if (own === name) return parameter;
    throw new AttributeError(`${this.constructor.name} has no attribute \`${name}\``);
  }

  get_submodule(name: string): Module {
    let found: Module = this;
    for (const part of name === '' ? [] : name.split('.')) {
      const next = [...found.named_children()].find(([own]) => own === part);
      if (!next) throw new AttributeError(`${found.constructor.name} has no attribute \`${part}\``);
      found = next[1];
    }
    return found;
  }

  /** All parameters and persistent buffers by name, sharing their memory. */
  state_dict(options: { prefix?: string } = {}): StateDict {
    const state: StateDict = {};
    this.#collect(state, options.prefix ?? '');
    return state;
  }

  #collect(state: StateDict, prefix: string): void {
    for (const [name, parameter] of this.#own('parameters')) state[prefix + name] = parameter.detach();
    for (const [name, buffer] of this.#own('buffers')) {
      if (this.#buffers.get(name)) state[prefix + name] = buffer.detach();
    }
    for (const [name, child] of this.named_children()) child.#collect(state, `${prefix}${name}.`);
  }

  /**
   * Copies a state into this module's parameters and buffers.
   * @throws RuntimeError that lists missing and surplus keys (unless `strict` is false) and sizes that do not fit
   */
  load_state_dict(state: StateDict, options: { strict?: boolean } = {}): IncompatibleKeys {
    if (typeof state !== 'object' || state === null || Array.isArray(state)) {
      throw new TypeError(
        `Expected state_dict to be dict-like, got <class '${Array.isArray(state) ? 'list' : typeName(state)}'>.`,
      );
    }
    const own = this.state_dict();
    const missing_keys = Object.keys(own).filter((key) => !(key in state));
    const unexpected_keys = Object.keys(state).filter((key) => !(key in own));
    const quoted = (keys: string[]): string => keys.map((key) => `"${key}"`).join(', ');
    const problems: string[] = [];
    if (options.strict ?? true) {
      if (unexpected_keys.length > 0)
        problems.push(`Unexpected key(s) in state_dict: ${quoted(unexpected_keys)}. `);
      if (missing_keys.length > 0)
        problems.unshift(`Missing key(s) in state_dict: ${quoted(missing_keys)}. `);
    }
    for (const [key, target] of Object.entries(own)) {
      const source = state[key];
      if (!source || sameSizes(source.sizes, target.sizes)) continue;
      problems.push(
        `size mismatch for ${key}: copying a param with shape ${source.shape} from checkpoint, the shape in current model is ${target.shape}.`,
      );
    }
    // What fits is copied, also where something else does not.
    withGradMode(false, () => {
      for (const [key, target] of Object.entries(own)) {
        if (state[key] && sameSizes(state[key].sizes, target.sizes)) target.copy_(state[key]);
      }
    });
    if (problems.length > 0) {
      throw new RuntimeError(
        `Error(s) in loading state_dict for ${this.constructor.name}:\n\t${problems.join('\n\t')}`,
      );
    }
    return new IncompatibleKeys(missing_keys, unexpected_keys);
  }

  /** Calls `hook(module, args)` before each forward. */
  register_forward_pre_hook(hook: PreHook, options?: HookOptions): RemovableHandle {
    return registerHook(this, 'before', hook, options);
  }

  /** Calls `hook(module, args, output)` after each forward. */
  register_forward_hook(hook: ForwardHook, options?: HookOptions): RemovableHandle {
    return registerHook(this, 'after', hook, options);
  }

  /** Calls `hook(module, grad_output)` when gradients come back to the module's outputs. */
  register_full_backward_pre_hook(hook: BackwardPreHook, options?: HookOptions): RemovableHandle {
    return registerHook(this, 'beforeBackward', hook, options);
  }

  /** Calls `hook(module, grad_input, grad_output)` when the gradients of the module's inputs are known. */
  register_full_backward_hook(hook: BackwardHook, options?: HookOptions): RemovableHandle {
    return registerHook(this, 'backward', hook, options);
  }

  /** Calls a function on every module, children first. */
  apply(fn: (module: Module) => void): this {
    for (const child of this.children()) child.apply(fn);
    fn(this);
    return this;
  }

  train(mode = true): this {
    for (const module of this.modules()) module.training = mode;
    return this;
  }

  eval(): this {
    return this.train(false);
  }

  requires_grad_(requires = true): this {
    for (const parameter of this.parameters()) parameter.requires_grad_(requires);
    return this;
  }

  /** Forgets all gradients: `grad` becomes null (or zeros). */
  zero_grad(options: { set_to_none?: boolean } = {}): void {
    for (const parameter of this.parameters()) {
      if (options.set_to_none === false) parameter.grad?.zero_();
      else parameter.grad = null;
    }
  }

  /** Parameters and buffers of floating point types as float64. */
  double(): this {
    return this.to(float64);
  }

  float(): this {
    return this.to(float32);
  }

  half(): this {
    return this.to(float16);
  }

  /** Moves and casts all parameters and buffers, in place: optimisers keep working. Whole numbers are not cast. */
  to(...args: (Target | { device?: string | null; dtype?: DType | null })[]): this {
    const targets = args.flatMap(targetsOf);
    const change = (tensor: Tensor): void => {
      const own = targets.filter((one) => typeof one === 'string' || tensor.dtype.is_floating_point);
      const moved = (given: Tensor): Tensor => own.reduce<Tensor>((value, one) => value.to(one), given);
      if (own.length === 0) return;
      tensor.data = moved(tensor.detach());
      if (tensor.grad) tensor.grad = moved(tensor.grad);
    };
    for (const parameter of this.parameters()) change(parameter);
    for (const buffer of this.buffers()) change(buffer);
    return this;
  }

  /** Moves everything to the cpu: a promise, since a GPU takes its time. */
  async cpu(): Promise<this> {
    for (const tensor of [...this.parameters(), ...this.buffers()]) {
      tensor.data = await tensor.detach().cpu();
      if (tensor.grad) tensor.grad = await tensor.grad.cpu();
    }
    return this;
  }

  webgpu(): this {
    return this.to('webgpu');
  }

  type(dst_type: DType): this {
    return this.to(dst_type);
  }

  /** What stands between the brackets in the module's text. */
  extra_repr(): string {
    return '';
  }

  override toString(): string {
    const extra = this.extra_repr();
    const children = [...this.named_children()].map(
      ([name, module]) => `(${name}): ${indent(String(module))}`,
    );
    const name = this.constructor.name;
    const lines = extra ? extra.split('\n') : [];
    if (children.length === 0 && lines.length < 2) return `${name}(${extra})`;
    return `${name}(\n  ${[...lines, ...children].join('\n  ')}\n)`;
  }

  [inspect](): string {
    return this.toString();
  }
}

/** What a module without a `forward` says when it is run. @throws NotImplementedError always */
function missingForward(this: Module): never {
  throw new NotImplementedError(
    `Module [${this.constructor.name}] is missing the required "forward" function`,
  );
}

// The compiler asks every module for a forward of its own; plain JavaScript may leave it out.
Object.defineProperty(Module.prototype, 'forward', {
  value: missingForward,
  writable: true,
  configurable: true,
});

/** A module's attributes by names that only the program knows. */
export function fieldsOf(module: Module): Record<string, unknown> {
  return module as unknown as Record<string, unknown>;
}

export function indent(text: string): string {
  return text.split('\n').join('\n  ');
}
