/** The engine's objects in Python: how they are made, and what their attributes are. */

import * as torch from 'torch';
import type { Bridge, JsClass } from './bridge.ts';
import type { Py } from './brython.ts';
import { arrange, callFunction } from './calls.ts';
import { asDataset } from './datasets.ts';

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
const lists = new Set(['base_lrs', 'get_last_lr', '_last_lr', 'indices', 'datasets']);

/** `self.name` for a name that Python itself knows nothing of. @throws AttributeError in Python's words */
export function attribute(bridge: Bridge, self: Py, name: string): Py {
  const js = self.$js;
  if (!has(js, name)) {
    throw new torch.AttributeError(`'${bridge.brython.class_name(self)}' object has no attribute '${name}'`);
  }
  const value = js[name];
  if (name === 'param_groups') return settingsOf(bridge, value as object[]);
  if (typeof value === 'function' && !('$function_infos' in value)) {
    return method(bridge, js, name, value as (...args: unknown[]) => unknown);
  }
  return lists.has(name) ? bridge.list(value as unknown[]) : bridge.toPython(value);
}

function method(bridge: Bridge, js: object, name: string, callee: (...args: unknown[]) => unknown): Py {
  return bridge.nativeFunction('torch', name, (...args) => {
    const result = callFunction(bridge, callee, args, { receiver: js });
    return lists.has(name) ? bridge.list(result as unknown[]) : bridge.toPython(result);
  });
}

/** An optimiser's groups as dicts: what is written to them, the optimiser reads. */
function settingsOf(bridge: Bridge, groups: object[]): Py {
  const { builtins, $list, $call } = bridge.brython;
  const settings = bridge.classNamed('settings');
  return $list(
    groups.map((group) => {
      const known = bridge.known(group) ?? bridge.attach($call(settings)(), group);
      for (const [name, value] of Object.entries(group)) {
        const python = name === 'params' ? bridge.list(value) : bridge.toPython(value);
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

/** `__init__` of all Python classes that stand for the engine's: makes the engine's object. */
export function construct(bridge: Bridge, self: Py, args: Py[]): void {
  const type = self.__class__;
  const base = engineClass(type);
  const js = base.$js as JsClass & { name: string };
  const made = type === base ? js : derived(bridge, type, js);
  const isData = base.__module__ === 'torch.utils.data' && js.name !== 'TensorDataset';
  const ofRows = ['Subset', 'DataLoader'].includes(js.name);
  const convert = isData ? (value: Py) => asDataset(bridge, value, ofRows) : undefined;
  // What has nothing to keep but its Python is read by what it defines.
  if (js === torch.utils.data.Dataset || js.name === 'Sampler') return;
  const values = js === torch.nn.Module ? [] : arrange(bridge, js as never, args, convert);
  bridge.attach(self, Reflect.construct(made, values));
}

const classes = new WeakMap<object, JsClass>();

/** A class of the engine's kind for a Python class: it has its name, and calls what it defines itself. */
function derived(bridge: Bridge, type: Py, js: JsClass): JsClass {
  const known = classes.get(type);
  if (known) return known;
  const made = { [type.__name__]: class extends (js as new (...args: unknown[]) => object) {} }[
    type.__name__
  ];
  for (const name of ['forward', 'extra_repr']) {
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
