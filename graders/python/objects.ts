/** The engine's objects in Python: how they are made, and what their attributes are. */

import * as torch from 'torch';
import type { Bridge, JsClass } from './bridge.ts';
import type { Py } from './brython.ts';
import { arrange, callFunction } from './calls.ts';
import { asDataset } from './datasets.ts';
import { ownForward, rememberArguments, setModuleAttribute } from './modules.ts';

/** What the engine's objects have for the engine alone, or under another name than PyTorch's. */
const hidden = new Set([
  ...['toTypedArray', 'sizes', 'strides', 'offset', 'storage', 'version', 'node', 'nodeIndex', 'describe'],
  ...['leafRequiresGrad', 'viewInfo', 'accumulator', 'hooks', 'isInference', 'repr', 'index', 'webgpu_'],
  ...['arrayType', 'className', 'scalarName', 'category', 'name', 'constructor', 'toString'],
]);

function has(js: unknown, name: string): js is Record<string, unknown> {
  if (typeof js !== 'object' || js === null || !(name in js)) return false;
  if (js instanceof torch.Tensor || js instanceof torch.DType) return !hidden.has(name);
  return name !== 'constructor' && name !== 'toString' && name !== 'length';
}

/** Arrays that are lists in PyTorch: all others are tuples. */
const lists = new Set([
  ...['base_lrs', 'get_last_lr', '_last_lr', 'indices', 'datasets', 'missing_keys', 'unexpected_keys'],
]);

/** `self.name` for a name that Python itself knows nothing of. @throws AttributeError in Python's words */
export function attribute(bridge: Bridge, self: Py, name: string): Py {
  const js = self.$js;
  if (!has(js, name)) {
    throw new torch.AttributeError(`'${bridge.brython.class_name(self)}' object has no attribute '${name}'`);
  }
  const value = read(bridge, js, name);
  if (typeof js[name] !== 'function') installProperty(bridge, self, name);
  return value ?? callable(bridge, self, js, name);
}

/** The value of an attribute that is no method. */
function read(bridge: Bridge, js: Record<string, unknown>, name: string): Py | undefined {
  const value = js[name];
  if (name === 'param_groups') return settingsOf(bridge, value as object[]);
  if (typeof value === 'function' && !('$function_infos' in value)) return undefined;
  return lists.has(name) ? listOf(bridge, name, value as unknown[]) : bridge.toPython(value);
}

function callable(bridge: Bridge, self: Py, js: Record<string, unknown>, name: string): Py {
  if (Object.hasOwn(js, name) && name !== 'forward') {
    return bridge.toPython((js[name] as (...args: never[]) => unknown).bind(js));
  }
  installMethod(bridge, self, name);
  return bridge.brython.$getattr(self, name);
}

/**
 * An attribute of the engine's as a property of the Python class, where the next look-up finds it. Modules that hold
 * others are left out: their attributes are not the same for all of a class.
 */
function installProperty(bridge: Bridge, self: Py, name: string): void {
  const type = engineClass(self.__class__);
  const { $js: js } = type;
  const isOpen = js === undefined || js === Object || holders.has(js) || name in type;
  if (isOpen || (self.__class__ !== type && self.$js instanceof torch.nn.Module)) return;
  const { builtins, $call: call } = bridge.brython;
  const get = bridge.nativeFunction('torch', name, (receiver) => {
    if (has(receiver.$js, name)) return read(bridge, receiver.$js, name);
    throw new torch.AttributeError(
      `'${bridge.brython.class_name(receiver)}' object has no attribute '${name}'`,
    );
  });
  const set = bridge.nativeFunction('torch', name, (receiver, value) => {
    const isModule = receiver.$js instanceof Module;
    (isModule ? setModuleAttribute : setAttribute)(bridge, receiver, name, value);
    return bridge.none;
  });
  type[name] = call(builtins.property)(get, set);
  // Brython asks this first.
  type.$getters ??= Object.create(null);
  type.$getters[name] = get;
}

const { LRScheduler } = torch.optim.lr_scheduler;
const { Module, Sequential, ModuleList, ModuleDict, ParameterList, ParameterDict } = torch.nn;
const holders = new Set<unknown>([Module, Sequential, ModuleList, ModuleDict, ParameterList, ParameterDict]);

function listOf(bridge: Bridge, name: string, values: unknown[]): Py {
  return bridge.list(rates.has(name) ? values.map((value) => bridge.float(value as number)) : values);
}

/** Learning rates are floats, also 1.0; so is ASGD's t0. */
const rates = new Set(['t0', 'lr', 'initial_lr', 'base_lrs', 'get_last_lr', '_last_lr']);

/** A value among an optimiser's settings. */
export function setting(bridge: Bridge, group: object, name: string): Py {
  const value = (group as Record<string, unknown>)[name];
  // LBFGS alone has a whole number for a default.
  const isRate =
    typeof value === 'number' &&
    ((rates.has(name) && !('history_size' in group)) ||
      ('beta2_decay' in group && ['d', 'weight_decay'].includes(name)));
  return isRate ? bridge.float(value) : bridge.toPython(value);
}

/**
 * A method of the engine's, put into the Python class where the next look-up finds it. It calls what the object's own
 * class has under that name.
 */
function installMethod(bridge: Bridge, self: Py, name: string): void {
  const type = engineClass(self.__class__);
  type[name] = bridge.nativeFunction('torch', name, (receiver, ...args) => {
    const js = receiver.$js;
    const own = name === 'forward' ? ownForward(js) : undefined;
    const result = callFunction(bridge, own ?? Object.getPrototypeOf(js)[name], args, { receiver: js });
    return lists.has(name) ? listOf(bridge, name, result as unknown[]) : bridge.toPython(result);
  });
}

/** An optimiser's groups as dicts: what is written to them, the optimiser reads. */
function settingsOf(bridge: Bridge, groups: object[]): Py {
  const { builtins, $list, $call } = bridge.brython;
  const settings = bridge.classNamed('settings');
  return $list(
    groups.map((group) => {
      const known = bridge.known(group) ?? bridge.attach($call(settings)(), group);
      for (const name of [...builtins.list.$factory(known)]) {
        if (!(name in group)) builtins.dict.__delitem__(known, name);
      }
      for (const [name, value] of Object.entries(group)) {
        const python = name === 'params' ? bridge.list(value) : setting(bridge, group, name);
        builtins.dict.__setitem__(known, name, python);
      }
      return known;
    }),
  );
}

/** Sets what the engine's object has, and says whether it did: what it has not is Python's own to keep. */
export function setAttribute(bridge: Bridge, self: Py, name: string, value: Py): boolean {
  const js = self.$js;
  if (!has(js, name)) return false;
  js[name] = bridge.toEngine(value);
  return true;
}

/** The engine's class that a Python class stands for or is derived from. */
function engineClass(type: Py): Py {
  return [type, ...type.__mro__].find((one) => Object.hasOwn(one, '$js'));
}

/** Whether Python says itself what a step of the optimiser is. */
export function isOwnOptimizer(self: Py): boolean {
  return engineClass(self.__class__).$js === torch.optim.Optimizer;
}

/** `__init__` of all Python classes that stand for the engine's: makes the engine's object. */
export function construct(bridge: Bridge, self: Py, args: Py[]): void {
  const type = self.__class__;
  const base = engineClass(type);
  const js = base.$js as JsClass & { name: string };
  const made = type === base ? js : derived(bridge, type, js);
  const isData = base.__module__.startsWith('torch.utils.data') && js.name !== 'TensorDataset';
  const ofRows = ['Subset', 'DataLoader'].includes(js.name);
  const convert = isData ? (value: Py) => asDataset(bridge, value, ofRows) : undefined;
  // What has nothing to keep but its Python is read by what it defines.
  if (js === torch.utils.data.Dataset || js.name === 'Sampler') return;
  const values = js === torch.nn.Module ? [] : arrange(bridge, js as never, args, convert);
  bridge.attach(self, Reflect.construct(made, values));
  // The engine's own schedulers begin by themselves.
  if (js === LRScheduler) self.$js.begin();
  if (self.$js instanceof torch.nn.Module) rememberArguments(self.$js, values);
}

const classes = new WeakMap<object, JsClass>();

/** A class of the engine's kind for a Python class: it has its name, and calls what it defines itself. */
function derived(bridge: Bridge, type: Py, js: JsClass): JsClass {
  const known = classes.get(type);
  if (known) return known;
  const made = { [type.__name__]: class extends (js as new (...args: unknown[]) => object) {} }[
    type.__name__
  ];
  const overridden = js === LRScheduler ? ['get_lr'] : ['forward', 'extra_repr'];
  for (const name of overridden) {
    const own = type.__mro__.concat([type]).some((one: Py) => !('$js' in one) && Object.hasOwn(one, name));
    if (!own && !(name === 'forward' && js === torch.nn.Module)) continue;
    Object.defineProperty(made.prototype, name, {
      value(this: object, ...args: unknown[]) {
        const python = bridge.toPython(this);
        if (!own) {
          throw new torch.NotImplementedError(
            `Module [${type.__name__}] is missing the required "forward" function`,
          );
        }
        return bridge.toEngine(bridge.call(bridge.brython.$getattr(python, name), ...args));
      },
    });
  }
  classes.set(type, made);
  return made;
}
