/** nn.Module in Python: attributes that the engine keeps, hooks around forward, and copies. */

import * as torch from 'torch';
import type { Bridge, JsClass } from './bridge.ts';
import type { Py } from './brython.ts';
import { callFunction } from './calls.ts';

type Fields = Record<string, unknown>;

/** Parameters and modules are the engine's to keep; the rest is Python's, unless the engine has it already. */
export function setModuleAttribute(bridge: Bridge, self: Py, name: string, value: Py): boolean {
  const js = self.$js;
  const given = value?.$js;
  const isModule = given instanceof torch.nn.Module;
  const isParameter = given instanceof torch.nn.Parameter;
  if (js === undefined) {
    if (!isModule && !isParameter) return false;
    const what = isModule ? 'module' : 'parameters';
    throw new torch.AttributeError(`cannot assign ${what} before Module.__init__() call`);
  }
  const own = Object.hasOwn(js, name) || name === 'training' || isComputed(js, name);
  if (!isModule && !isParameter && !own) return false;
  if (own && value !== bridge.none) {
    const shown = (): string =>
      given instanceof torch.Tensor ? given.dtype.className : bridge.brython.class_name(value);
    if (js[name] instanceof torch.nn.Parameter && !isParameter) {
      throw new TypeError(
        `cannot assign '${shown()}' as parameter '${name}' (torch.nn.Parameter or None expected)`,
      );
    }
    if (js[name] instanceof torch.nn.Module && !isModule) {
      throw new TypeError(
        `cannot assign '${shown()}' as child module '${name}' (torch.nn.Module or None expected)`,
      );
    }
  }
  js[name] = isModule || isParameter ? given : bridge.toEngine(value);
  return true;
}

/** Whether an attribute is one of `torch.nn.utils.parametrize`: what is set is what it is computed from. */
function isComputed(js: object, name: string): boolean {
  const above = Object.getPrototypeOf(js);
  return Object.getOwnPropertyDescriptor(above, name)?.set !== undefined;
}

/** Takes an attribute away, and says whether it was the engine's. */
export function deleteModuleAttribute(self: Py, name: string): boolean {
  if (!self.$js || !Object.hasOwn(self.$js, name)) return false;
  return delete self.$js[name];
}

type Forward = (...args: never[]) => unknown;

/** What stands in the place of forward for Python's hooks, and what stood there before. */
const replaced = new WeakMap<Forward, Forward | undefined>();

/** What the engine has put in the place of a module's forward, as `weight_norm` does. */
export function ownForward(js: object): Forward | undefined {
  const own = Object.hasOwn(js, 'forward') ? (js as { forward: Forward }).forward : undefined;
  return own && replaced.has(own) ? replaced.get(own) : own;
}

/** `module(…)`: its forward, with its hooks around it where it has any. */
export function callModule(bridge: Bridge, self: Py, args: Py[]): Py {
  const { $getattr: getattr, $call: call } = bridge.brython;
  const hooks = getattr(self, '_hooks');
  if (hooks && hooks !== bridge.none) return call(getattr(self, '_run_with_hooks'))(...args);
  const own = self.$js && ownForward(self.$js);
  if (own) return bridge.toPython(callFunction(bridge, own, args, { receiver: self.$js }));
  return call(getattr(self, 'forward'))(...args);
}

/** From now on whoever runs the module, the engine's Sequential too, runs it with its hooks. */
export function hookForward(bridge: Bridge, self: Py): void {
  const run = (...args: unknown[]): unknown =>
    bridge.toEngine(bridge.call(bridge.brython.$getattr(self, '__call__'), ...args));
  replaced.set(run, ownForward(self.$js));
  Object.defineProperty(self.$js, 'forward', { value: run, configurable: true });
}

const constructed = new WeakMap<object, unknown[]>();

/** Remembers what a module was made with, for copies of it. */
export function rememberArguments(js: object, args: unknown[]): void {
  constructed.set(js, args);
}

/** What makes a module of that kind and size. A table from `from_pretrained` was made without Python's arguments. */
function argumentsFor(js: torch.nn.Module): unknown[] {
  const table = js instanceof torch.nn.Embedding ? [js.num_embeddings, js.embedding_dim] : [];
  return constructed.get(js) ?? table;
}

/**
 * Makes `made` a copy of a module: one made with the same arguments, which then gets copies of all that the module has.
 * @param copy Python's deepcopy
 */
export function copyModule(bridge: Bridge, self: Py, made: Py, copy: Py): void {
  const js = self.$js as torch.nn.Module;
  const type = js.constructor as JsClass;
  const state = torch.get_rng_state();
  bridge.attach(made, Reflect.construct(type, argumentsFor(js)));
  torch.set_rng_state(state);
  rememberArguments(made.$js, argumentsFor(js));
  fill(js, made.$js, (value) => bridge.brython.$call(copy)(bridge.toPython(value)).$js);
}

function fill(from: torch.nn.Module, to: torch.nn.Module, copy: (value: object) => object): void {
  const [source, target] = [from as unknown as Fields, to as unknown as Fields];
  const buffers = new Set([...from.named_buffers('', false)].map(([name]) => name));
  const saved = from.state_dict();
  for (const name of Object.keys(target)) if (!(name in source)) delete target[name];
  for (const [name, value] of Object.entries(source)) {
    if (value instanceof torch.nn.Module) {
      const own = target[name];
      // What a module makes for itself has no arguments of Python's.
      const isInner = !constructed.has(value) && own instanceof torch.nn.Module;
      if (isInner) fill(value, own, copy);
      else target[name] = copy(value);
    } else if (value instanceof torch.Tensor) {
      const copied = copy(value) as torch.Tensor;
      if (buffers.has(name)) to.register_buffer(name, copied, name in saved);
      else target[name] = copied;
    } else {
      target[name] = value;
    }
  }
}
