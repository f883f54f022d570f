/** The modules that `import torch` and its like find: made from the engine's records and exports, and a little Python. */

import * as torch from 'torch';
import type { Bridge, JsClass } from './bridge.ts';
import { importModule, type Py } from './brython.ts';
import { callFunction, callOperator } from './calls.ts';
import { asDataset, toItem } from './datasets.ts';
import { placeOf } from './places.ts';

type Operator = Parameters<typeof callOperator>[1];

/** A class's prototype is its own for good, a function's is not. */
const isClass = (value: unknown): value is JsClass =>
  typeof value === 'function' && Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;

/** Puts all that the engine exports into Python's modules. Python's own definitions come on top of them. */
export function installEngine(bridge: Bridge): void {
  const { VFS, imported } = bridge.brython;
  const operators = new Map(
    [...torch.operators.values()].map((operator) => [operator.call as unknown, operator]),
  );
  const fill = (name: string, source: object): Py => {
    const module = moduleNamed(bridge, name);
    const short = name.replace(/^torch\.?/, '');
    for (const [key, value] of Object.entries(source)) {
      const path = short ? `${short}.${key}` : key;
      if (`torch.${path}` in VFS) continue;
      if (value instanceof torch.DType) module[key] = bridge.toPython(value);
      else if (isClass(value)) module[key] = classFor(bridge, name, value);
      else if (typeof value === 'function') {
        const operator = operators.get(value);
        module[key] = operator
          ? operatorFunction(bridge, name, key, operator)
          : plainFunction(bridge, name, key, path, value);
      } else if (isNamespace(value)) module[key] = fill(`${name}.${key}`, value);
      else module[key] = bridge.toPython(value);
    }
    return module;
  };
  fill('torch', torch);
  for (const name of Object.keys(VFS).filter((each) => each.startsWith('torch.'))) {
    const dot = name.lastIndexOf('.');
    const parent = imported[name.slice(0, dot)];
    if (parent) importLater(bridge, parent, name.slice(dot + 1), name);
  }
  installMethods(bridge);
}

/** A module of lib/later, imported once somebody names it. */
function importLater({ brython }: Bridge, parent: Py, key: string, name: string): void {
  Object.defineProperty(parent, key, {
    configurable: true,
    get: () => importModule(brython, name),
    set: (value) => Object.defineProperty(parent, key, { value, writable: true, configurable: true }),
  });
}

function isNamespace(value: unknown): value is object {
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === null || (prototype === Object.prototype && !(value instanceof Map));
}

export function moduleNamed(bridge: Bridge, name: string): Py {
  const { imported, module } = bridge.brython;
  imported[name] ??= Object.assign(module.$factory(name), { __path__: bridge.list([]), $is_package: true });
  return imported[name];
}

/** The Python class for one of the engine's, and for those it is derived from. */
function classFor(bridge: Bridge, module: string, js: JsClass): Py {
  const known = bridge.classFor(js);
  if (known) return known;
  // The class as it is exported, which may stand before the one that was derived from.
  const parent = Object.getPrototypeOf(js).prototype?.constructor;
  const base = isClass(parent) ? classFor(bridge, module, parent) : bridge.classNamed('object');
  const made = bridge.makeClass(js.name, base, placeOf(js.name, module));
  bridge.registerClass(js, made);
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(js))) {
    if (name === 'prototype' || typeof value !== 'function') continue;
    const call = plainFunction(bridge, module, name, '', value.bind(js));
    made[name] = bridge.brython.$call(bridge.brython.builtins.staticmethod)(call);
  }
  return made;
}

function operatorFunction(bridge: Bridge, module: string, name: string, operator: Operator): Py {
  return bridge.nativeFunction(module, name, (...args) =>
    bridge.toPython(callOperator(bridge, operator, args, false)),
  );
}

/** Functions whose results are lists in PyTorch. */
const giveLists = new Set(['utils.data.random_split', 'utils.data.default_collate']);

function plainFunction(
  bridge: Bridge,
  module: string,
  name: string,
  path: string,
  callee: (...args: never[]) => unknown,
): Py {
  const toData = path === 'utils.data.default_collate' ? toItem : asDataset;
  const convert = module === 'torch.utils.data' ? (value: Py) => toData(bridge, value) : undefined;
  return bridge.nativeFunction(module, name, (...args) => {
    const result = callFunction(bridge, callee as never, args, { convert });
    return giveLists.has(path) ? bridge.lists(result) : bridge.toPython(result);
  });
}

function installMethods(bridge: Bridge): void {
  const Tensor = bridge.classFor(torch.Tensor);
  for (const operator of torch.operators.values()) {
    const { name, as = 'both' } = operator.record;
    if ((as !== 'both' && as !== 'method') || name === 'index') continue;
    Tensor[name] = bridge.nativeFunction('torch.Tensor', name, (...args) =>
      bridge.toPython(callOperator(bridge, operator, args, true)),
    );
  }
}
