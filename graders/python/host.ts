/** The module `_engine`: what Python's part of the library asks of ours. */

import * as torch from 'torch';
import { printing } from '../../engine/core/ndarray-print.ts';
import type { Bridge, JsClass } from './bridge.ts';
import { nativeFunction, type Py } from './brython.ts';
import { tracebackText } from './frames.ts';
import { callModule, copyModule, deleteModuleAttribute, hookForward, setModuleAttribute } from './modules.ts';
import { attribute, construct, isOwnOptimizer, setAttribute, setting } from './objects.ts';
import type { Tasks } from './tasks.ts';
import { specialMethods, textOf } from './tensor.ts';

/** What a program leaves outside: its text, and its pictures as plain data. */
export interface Outlet {
  write(text: string): void;
  show(picture: unknown): void;
}

/** The engine's classes by the Python class in lib/torch/classes.py that they and all derived from them become. */
const stands: Record<string, unknown> = {
  Object,
  dtype: torch.DType,
  Generator: torch.Generator,
  Size: torch.Size,
  ReturnType: 'return type',
  Settings: 'settings',
  Tensor: torch.Tensor,
  Parameter: torch.nn.Parameter,
  Module: torch.nn.Module,
  Optimizer: torch.optim.Optimizer,
  ModuleSequence: Object.getPrototypeOf(torch.nn.Sequential),
  ModuleDict: torch.nn.ModuleDict,
  ParameterList: torch.nn.ParameterList,
  ParameterDict: torch.nn.ParameterDict,
  Function: torch.autograd.Function,
};

export function installHost(bridge: Bridge, outlet: Outlet, tasks: Tasks): void {
  const { brython, none } = bridge;
  const functions: Record<string, (...args: Py[]) => unknown> = {
    register(definitions: Py) {
      const named = (name: string): Py => brython.builtins.dict.__getitem__(definitions, name);
      for (const [name, js] of Object.entries(stands)) bridge.registerClass(js, named(name));
      for (const name of ['Sampler', 'Dataset', 'IterableDataset'])
        bridge.registerClass(dataClass(name), derive(bridge, name));
      bridge.registerClass(torch.utils.data.DataLoader, derive(bridge, 'DataLoader'));
      bridge.registerNode(nodeClass(), named('Node'));
      const { constructor: found } = new torch.nn.Identity().load_state_dict({});
      bridge.registerClass(found, named('IncompatibleKeys'));
      bridge.registerError('_LinAlgError', named('_LinAlgError'));
      const Tensor = named('Tensor');
      const operators: Record<string, Py> = {};
      for (const [name, method] of Object.entries(specialMethods(bridge))) {
        Tensor[name] = bridge.nativeFunction('torch.Tensor', name, method);
        operators[name] = Tensor[name];
      }
      // Brython calls these at once, without a look through the class and those above it.
      const getters = Object.create(null);
      for (const type of [Tensor, named('Parameter')])
        Object.assign(type, { $operators: operators, $getters: getters });
      const Module = named('Module');
      Module.__call__ = bridge.nativeFunction('torch.nn', '__call__', (self, ...args) =>
        callModule(bridge, self, args),
      );
    },
    register_array: (type) => void bridge.registerClass(torch.NdArray, type),
    array_shape: (self) => [...self.$js.shape],
    // NumPy counts bytes.
    array_strides: ({ $js: { strides, dtype } }) => strides.map((stride: number) => stride * dtype.itemsize),
    arrays_overlap: ({ $js: { data: a } }, { $js: { data: b } }) =>
      a.buffer === b.buffer &&
      a.byteOffset < b.byteOffset + b.byteLength &&
      b.byteOffset < a.byteOffset + a.byteLength,
    array_dtype: (self) => self.$js.dtype.name,
    array_repr: (self) => self.$js.repr(),
    construct: (self, ...args) => void construct(bridge, self, args),
    attribute: (self, name) => attribute(bridge, self, name),
    set_attribute: (self, name, value) => setAttribute(bridge, self, name, value),
    set_module_attribute: (self, name, value) => setModuleAttribute(bridge, self, name, value),
    delete_module_attribute: (self, name) => deleteModuleAttribute(self, name),
    hook_forward: (self) => hookForward(bridge, self),
    copy_module: (self, made, copy) => copyModule(bridge, self, made, copy),
    array_printing: (settings) => void Object.assign(printing, bridge.toEngine(settings)),
    number_text: (value, kind) => numberText(bridge, value, kind),
    regex: (pattern, flags, text) => regexMatches(pattern, flags, text),
    /** Calls a method of the engine's that has no name in Python. */
    call: (self, name, ...args) => self.$js[name](...args.map((arg) => bridge.toEngine(arg))),
    text: (self) => (self.$js instanceof torch.Tensor ? textOf(self.$js) : String(self.$js)),
    length(self) {
      const length = self.$js?.__len__?.() ?? self.$js?.length;
      if (length !== undefined) return length;
      throw new TypeError(`object of type '${bridge.brython.class_name(self)}' has no len()`);
    },
    /** Whether an optimiser is one of Python's own, which keeps its state itself. */
    is_own_optimizer: (self) => isOwnOptimizer(self),
    is_made: (self) => self.$js !== undefined,
    iterate: (self) => iterate(bridge, self),
    item_at: (self, index) => itemAt(bridge, self, index),
    state_of: (self, prefix) => self.$js.state_dict({ prefix }),
    optimizer_state: (self) => optimizerState(bridge, self.$js),
    saved_of(self, name) {
      const kept = self.$js.kept?.(name);
      if (kept !== undefined) return kept;
      throw new torch.AttributeError(
        `'${brython.class_name(self)}' object has no attribute '_saved_${name}'`,
      );
    },
    is_guard: (self) => typeof self.$js?.exit === 'function',
    store(self, key, value) {
      if (self.$js) self.$js[key] = bridge.toEngine(value);
    },
    load: (self, key) => {
      if (!(key in self.$js)) throw new torch.KeyError(key);
      return setting(bridge, self.$js, key);
    },
    make_tensor(self, ...data) {
      const given = data.map((one) => bridge.toEngine(one));
      if (given[0] instanceof torch.Tensor && given[0].dtype === torch.float32) {
        // The same memory, as PyTorch hands it on.
        bridge.attach(self, given[0].detach());
        return;
      }
      const isSizes = given.every((one) => typeof one === 'number') && given.length > 0;
      const made = isSizes
        ? torch.empty(given as number[])
        : torch.tensor((given[0] ?? []) as number[], { dtype: torch.float32 });
      bridge.attach(self, made);
    },
    device_of: (self) => self.$js.device,
    dimension(self, dim) {
      self.$js.size(dim);
      return dim;
    },
    check_device(self, type) {
      const known = ['cpu', 'webgpu', 'cuda', 'mps', 'meta', 'xpu'];
      if (!known.includes(type)) {
        throw new torch.RuntimeError(
          `Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: ${type}`,
        );
      }
      self.$js = type;
    },
    enter_mode(name, ...settings) {
      const mode = (torch as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
      return { guard: mode(...settings), __class__: none };
    },
    exit_mode: ({ guard }) => void guard.exit(),
    apply_function: (type, ...args) => applyFunction(bridge, type, args),
    milliseconds: (ofDay) => bridge.float(ofDay ? Date.now() : performance.now()),
    write: (text) => void outlet.write(text),
    normalize: (form, text) => text.normalize(form),
    category: (char) => categoryOf(char),
    traceback_of: (error) => tracebackText(brython, error),
    ...tasks.functions,
    show: (picture) => void outlet.show(bridge.toEngine(picture)),
  };
  const module = brython.module.$factory('_engine');
  for (const [name, call] of Object.entries(functions)) {
    module[name] = bridge.nativeFunction('_engine', name, (...args) => bridge.toPython(call(...args)));
  }
  brython.imported._engine = module;
}

/** An optimiser's state: its groups, and their parameters' numbers, are lists. */
function optimizerState(bridge: Bridge, optimizer: torch.optim.Optimizer): Py {
  const { state, param_groups } = optimizer.state_dict();
  const groups = param_groups.map((group) =>
    bridge.dictOf(
      Object.keys(group).map((name) => [
        name,
        name === 'params' ? bridge.list(group.params as unknown[]) : setting(bridge, group, name),
      ]),
    ),
  );
  return bridge.dictOf([
    ['state', bridge.toPython(state)],
    ['param_groups', bridge.list(groups)],
  ]);
}

/** The nearest class that all of a kind are derived from. */
function dataClass(name: string): unknown {
  const { SequentialSampler, Dataset, IterableDataset } = torch.utils.data;
  if (name === 'IterableDataset') return IterableDataset;
  return name === 'Dataset' ? Dataset : Object.getPrototypeOf(SequentialSampler);
}

function nodeClass(): JsClass {
  const node = torch.ones(1, { requires_grad: true }).mul(2).grad_fn as object;
  return Object.getPrototypeOf(node.constructor);
}

/** A class for what has items. */
function derive(bridge: Bridge, name: string): Py {
  return bridge.makeClass(name, bridge.brython.imported['torch.classes'].Sequence, 'torch.utils.data');
}

const { DataLoader, BatchSampler } = torch.utils.data;

function iterate(bridge: Bridge, self: Py): Py {
  const { $js: js } = self;
  return bridge.iterator(
    Symbol.iterator in js ? js : itemsOf(js),
    js instanceof DataLoader || js instanceof BatchSampler,
  );
}

function* itemsOf(data: { __len__(): number; __getitem__(index: number): unknown }): Iterable<unknown> {
  for (let index = 0; index < data.__len__(); index++) yield data.__getitem__(index);
}

function itemAt(bridge: Bridge, self: Py, index: Py): unknown {
  const { $js: js } = self;
  if (bridge.isSlice(index)) {
    if (js instanceof torch.utils.data.TensorDataset) {
      return js.tensors.map(
        (tensor) => bridge.brython.$getattr(bridge.toPython(tensor), '__getitem__')(index).$js,
      );
    }
    // A part of a Sequential keeps its names.
    const isSequential = js instanceof torch.nn.Sequential;
    const all = [...(isSequential ? js.named_children() : (js as Iterable<unknown>))];
    const [start, stop, step] = bridge.brython.$call(bridge.brython.$getattr(index, 'indices'))(all.length);
    const picked = all.filter((_, k) => k >= start && k < stop && (k - start) % step === 0);
    if (isSequential)
      return new torch.nn.Sequential(Object.fromEntries(picked as [string, torch.nn.Module][]));
    return new (js.constructor as new (items: unknown[]) => object)(picked);
  }
  if (js.at) return js.at(index);
  const item = js.__getitem__(index);
  return item;
}

const functionClasses = new WeakMap<object, JsClass>();

/** `apply` of a Function written in Python. Only tensors change sides: forward gets everything else as it was given. */
function applyFunction(bridge: Bridge, type: Py, args: Py[]): unknown {
  let made = functionClasses.get(type);
  if (!made) {
    const run =
      (name: string) =>
      (ctx: object, ...given: unknown[]) =>
        tensorsOf(bridge.call(bridge.brython.$getattr(type, name), ctx, ...given));
    made = {
      [type.__name__]: class extends (torch.autograd.Function as unknown as new () => object) {
        static forward = run('forward');
        static backward = run('backward');
      },
    }[type.__name__];
    const { none } = bridge;
    const { $getattr: getattr } = bridge.brython;
    if (getattr(type, 'setup_context', none) !== none) {
      Object.assign(made, { forward: runPlain('forward'), setup_context: run('setup_context') });
    }
    functionClasses.set(type, made);
  }
  const isTensor = (value: Py): boolean => value?.$js instanceof torch.Tensor;
  return torch.autograd.Function.apply.call(
    made as never,
    ...args.map((arg) => (isTensor(arg) ? arg.$js : arg)),
  );

  /** Where the context is set up apart, forward gets none. */
  function runPlain(name: string) {
    return (...given: unknown[]) => tensorsOf(bridge.call(bridge.brython.$getattr(type, name), ...given));
  }

  function tensorsOf(result: Py): unknown {
    if (Array.isArray(result)) return result.map((one) => bridge.toEngine(one));
    return bridge.toEngine(result);
  }
}

/** A number as NumPy shows it: a float of 32 bits by the fewest digits that tell it. */
function numberText(bridge: Bridge, value: Py, kind: string): string {
  const given = bridge.toEngine(value);
  if (kind !== 'float32' || !Number.isFinite(given)) return bridge.brython.builtins.repr(value);
  const texts = [6, 7, 8, 9].map((digits) => Number((given as number).toPrecision(digits)));
  const shortest = texts.find((one) => Math.fround(one) === given) as number;
  return bridge.brython.builtins.repr(bridge.float(shortest));
}

/** All matches of a regular expression: where each starts, its groups, and the places of those that have names. */
function regexMatches(pattern: string, flags: number, text: string): unknown[] {
  const source = pattern.replaceAll('(?P<', '(?<').replace(/\(\?P=(\w+)\)/g, '\\k<$1>');
  const letters = `${flags & 2 ? 'i' : ''}${flags & 8 ? 'm' : ''}${flags & 16 ? 's' : ''}`;
  const names = [...source.matchAll(/(?<!\\)\((?!\?(?!<\w))(?:\?<(\w+)>)?/g)].map((group) => group[1]);
  const places = Object.fromEntries(names.flatMap((name, k) => (name ? [[name, k + 1]] : [])));
  return [...text.matchAll(new RegExp(source, `g${letters}`))].map((found) => [
    found.index,
    [...found],
    places,
  ]);
}

/** The two letters of Unicode for a kind of character. */
function categoryOf(char: string): string {
  const kinds = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co';
  return kinds.split(' ').find((kind) => new RegExp(`^\\p{${kind}}$`, 'u').test(char)) ?? 'Cn';
}

/** Python's `print` writes to the outlet. */
export function installOutput(bridge: Bridge): void {
  const { brython } = bridge;
  const write = brython.imported._engine.write;
  const stream = brython.make_class('TextIOWrapper');
  stream.write = nativeFunction(brython, 'sys', 'write', (_self: Py, text: Py) => write(text));
  stream.flush = nativeFunction(brython, 'sys', 'flush', () => bridge.none);
  const stdout = { __class__: stream };
  Object.assign(brython.imported._sys, { stdout, stderr: stdout });
}
