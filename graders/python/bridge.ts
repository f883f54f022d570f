/**
 * Values between Python and the engine. A Python object that stands for one of the engine's carries it as `$js`; the
 * same engine object is always the same Python object, so that `x.grad is x.grad`.
 */

import * as torch from 'torch';
import { type Brython, importModule, nativeFunction, type Py } from './brython.ts';
import { callFunction } from './calls.ts';

// biome-ignore lint/suspicious/noExplicitAny: any of the engine's classes
export type JsClass = abstract new (...args: any[]) => object;

/** What was met while arguments were read: the engine's numbers do not tell 2.0 from 2, Python's do. */
export interface Seen {
  wholeFloat: boolean;
  floatTensor: boolean;
}

/** Where a tensor keeps the Python object that stands for it. */
const python = Symbol('python');
type WithPython = { [python]?: Py };

/** Python objects that are made often: `__dict__` is there when it is asked for. */
function shellOf(brython: Brython): new (type: Py) => Py {
  class Shell {
    readonly __class__: Py;
    $js: unknown = undefined;

    constructor(type: Py) {
      this.__class__ = type;
    }

    get __dict__(): Py {
      const dict = brython.obj_dict({});
      this.__dict__ = dict;
      return dict;
    }

    set __dict__(value: Py) {
      Object.defineProperty(this, '__dict__', {
        value,
        writable: true,
        configurable: true,
        enumerable: true,
      });
    }
  }
  // Names of JavaScript's own objects are none of Python's.
  Object.setPrototypeOf(Shell.prototype, null);
  Reflect.deleteProperty(Shell.prototype, 'constructor');
  return Shell;
}

export class Bridge {
  readonly brython: Brython;
  readonly none: Py;
  readonly #objects = new WeakMap<object, Py>();
  readonly #classes = new Map<unknown, Py>();
  readonly #errors = new Map<string, Py>();

  readonly #Shell: new (
    type: Py,
  ) => Py;

  constructor(brython: Brython) {
    this.brython = brython;
    this.#Shell = shellOf(brython);
    this.none = brython.builtins.None;
  }

  // ── classes ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Says which Python class stands for one of the engine's. */
  registerClass(js: unknown, python: Py): void {
    this.#classes.set(js, python);
    python.$js = js;
  }

  /** Says which Python class an engine's error of that name becomes, where it is no builtin. */
  registerError(name: string, type: Py): void {
    this.#errors.set(name, type);
  }

  /** The Python class for an engine's object: its own, or one made after its nearest registered ancestor. */
  classOf(js: object): Py {
    const own = js.constructor;
    if (this.#node && js instanceof this.#node) return this.#nodeClass(js);
    if (own === torch.NdArray) importModule(this.brython, 'numpy');
    let found: Py;
    for (let at = own; at && !found; at = Object.getPrototypeOf(at)) found = this.#classes.get(at);
    found ??= this.#classes.get(Object);
    if (found.$js === own || !own?.name || own === Object) return found;
    const made = this.makeClass(own.name, found);
    this.registerClass(own, made);
    return made;
  }

  #node: JsClass | null = null;

  /** Says which class the nodes of the graph are of: in Python each kind has a class of its own. */
  registerNode(js: JsClass, python: Py): void {
    this.#node = js;
    this.registerClass(js, python);
  }

  #nodeClass(js: object): Py {
    const name = (js as { name: string }).name.split('::').at(-1) as string;
    const known = this.#classes.get(name);
    if (known) return known;
    const made = this.makeClass(name, this.#classes.get(this.#node));
    this.#classes.set(name, made);
    return made;
  }

  /** The Python class for one of the engine's, if there is one yet. */
  classFor(js: unknown): Py | undefined {
    return this.#classes.get(js);
  }

  /** The Python class for what is no class of the engine's. */
  classNamed(name: 'object' | 'settings' | 'return type'): Py {
    return this.#classes.get(name === 'object' ? Object : name);
  }

  /** The Python object that stands for an engine's already. */
  known(js: object): Py | undefined {
    return js instanceof torch.Tensor ? (js as WithPython)[python] : this.#objects.get(js);
  }

  /** A new Python class: lib/torch/classes.py says how. */
  makeClass(name: string, base: Py, module = 'torch'): Py {
    return this.brython.imported['torch.classes'].derive(name, base, module);
  }

  /** An engine's object that stands for a Python one, and comes back as that. */
  standFor<T extends object>(python: Py, js: T): T {
    this.#objects.set(js, python);
    return js;
  }

  /** Ties a Python object to an engine's. */
  attach(object: Py, js: object): Py {
    object.$js = js;
    // A weak map of all tensors would keep the garbage collector busy.
    if (js instanceof torch.Tensor) (js as WithPython)[python] = object;
    else this.#objects.set(js, object);
    return object;
  }

  // ── to Python ────────────────────────────────────────────────────────────────────────────────────────────

  float(value: number): Py {
    return this.brython.fast_float(value);
  }

  tuple(values: readonly unknown[]): Py {
    return this.brython.fast_tuple(values.map((value) => this.toPython(value)));
  }

  list(values: readonly unknown[]): Py {
    return this.brython.$list(values.map((value) => this.toPython(value)));
  }

  /** Arrays become tuples, plain objects dicts, and whole numbers ints: who knows better says so. */
  toPython(value: unknown): Py {
    if (value === null || value === undefined) return this.none;
    if (typeof value === 'number') return Number.isInteger(value) ? value : this.float(value);
    if (typeof value === 'bigint') return this.brython.builtins.int.$int_or_long(value);
    if (typeof value !== 'object' && typeof value !== 'function') return value;
    if ('__class__' in value || '$is_class' in value || '$function_infos' in value) return value;
    const known = this.known(value) ?? this.#classes.get(value);
    if (known) return known;
    if (typeof value === 'function') return this.#function(value as never);
    if (Array.isArray(value)) return this.#sequence(value);
    const isPlain = Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, 'toString');
    if (isPlain && !Object.values(value).some((part) => typeof part === 'function'))
      return this.dict(value as Record<string, unknown>);
    if (value instanceof Map) return this.#map(value);
    if ('next' in value && Symbol.iterator in value) {
      return this.brython.builtins.iter(this.list([...(value as Iterable<unknown>)]));
    }
    return this.attach(new this.#Shell(this.classOf(value)), value);
  }

  #sequence(values: unknown[]): Py {
    if (values instanceof torch.Size) {
      const { fast_tuple, empty_dict } = this.brython;
      const size = fast_tuple([...values]);
      return Object.assign(size, { __class__: this.#classes.get(torch.Size), __dict__: empty_dict() });
    }
    const own = Object.getOwnPropertyNames(values).filter((name) => !/^(\d+|length|toString)$/.test(name));
    const above = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(values)));
    const fields = [...own, ...above.flatMap(([name, { get }]) => (get ? [name] : []))];
    if (fields.length === 0) return this.tuple(values);
    return this.brython.$call(this.classNamed('return type'))(
      this.tuple(fields),
      this.tuple(values),
      String(values),
    );
  }

  /** A function that the engine hands out. */
  #function(js: (...args: unknown[]) => unknown): Py {
    const made = this.nativeFunction('torch', js.name, (...args) =>
      this.toPython(callFunction(this, js, args)),
    );
    return this.attach(made, js);
  }

  #map(values: Map<unknown, unknown>): Py {
    const { builtins, empty_dict } = this.brython;
    const result = empty_dict();
    for (const [key, value] of values) {
      builtins.dict.$setitem(result, this.toPython(key), this.toPython(value));
    }
    return result;
  }

  dict(values: Record<string, unknown>): Py {
    const { builtins, empty_dict } = this.brython;
    const result = empty_dict();
    for (const [key, value] of Object.entries(values)) {
      // An object's keys are texts, also where PyTorch counts.
      builtins.dict.$setitem(result, /^\d+$/.test(key) ? Number(key) : key, this.toPython(value));
    }
    return result;
  }

  /** A dict of Python's own values. */
  dictOf(entries: [string, Py][]): Py {
    const result = this.brython.empty_dict();
    for (const [key, value] of entries) this.brython.builtins.dict.$setitem(result, key, value);
    return result;
  }

  // ── to the engine ────────────────────────────────────────────────────────────────────────────────────────

  isFloat(value: Py): boolean {
    const type = value?.__class__;
    return (
      type === this.brython.builtins.float || type?.__mro__?.includes(this.brython.builtins.float) === true
    );
  }

  isNumber(value: Py): boolean {
    const { brython } = this;
    return (
      typeof value === 'number' ||
      typeof value === 'boolean' ||
      this.isFloat(value) ||
      value?.__class__ === brython.long_int ||
      typeof value?.$brython_value === 'number'
    );
  }

  isCallable(value: Py): boolean {
    return value !== this.none && (typeof value === 'function' || this.brython.builtins.callable(value));
  }

  toEngine(value: Py, seen?: Seen): unknown {
    const { builtins, long_int } = this.brython;
    if (typeof value !== 'object' && typeof value !== 'function') return value;
    if (value === this.none || value === null) return null;
    if (value.$js !== undefined) {
      if (seen && value.$js instanceof torch.Tensor && value.$js.is_floating_point()) seen.floatTensor = true;
      return value.$js;
    }
    const type = value.__class__;
    if (this.isFloat(value)) {
      if (seen && Number.isInteger(value.value)) seen.wholeFloat = true;
      return value.value;
    }
    if (value.$brython_value !== undefined) return this.toEngine(value.$brython_value, seen);
    if (type === long_int) return value.value;
    if (Array.isArray(value)) return value.map((item) => this.toEngine(item, seen));
    if (value === builtins.float) return torch.float64;
    if (value === builtins.int) return torch.int64;
    if (value === builtins.bool) return torch.bool;
    if (value === builtins.Ellipsis) return '...';
    if (builtins.isinstance(value, builtins.dict)) return this.#record(value, seen);
    if (builtins.isinstance(value, builtins.str)) return String(value);
    if (typeof value === 'function') return this.callback(value);
    if (builtins.hasattr(value, '__iter__'))
      return this.#items(value).map((item) => this.toEngine(item, seen));
    if (this.isCallable(value)) return this.callback(value);
    return value;
  }

  isSlice(value: Py): boolean {
    return value?.__class__ === this.brython.builtins.slice;
  }

  /** The same as toPython, with lists for all arrays. */
  lists(value: unknown): Py {
    if (Array.isArray(value)) return this.brython.$list(value.map((item) => this.lists(item)));
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
      return this.toPython(value);
    }
    const result = this.brython.empty_dict();
    for (const [key, item] of Object.entries(value)) {
      this.brython.builtins.dict.$setitem(result, key, this.lists(item));
    }
    return result;
  }

  /** A Python iterator over the engine's items, which come one at a time. */
  iterator(items: Iterable<unknown>, asLists: boolean): Py {
    const each = (item: unknown): Py => (asLists ? this.lists(item) : this.toPython(item));
    const { make_class, builtins } = this.brython;
    this.#iterators ??= this.#iteratorClass(make_class('iterator'), builtins);
    return { __class__: this.#iterators, source: items[Symbol.iterator](), each };
  }

  #iterators: Py;

  #iteratorClass(made: Py, builtins: Record<string, Py>): Py {
    made.__iter__ = nativeFunction(this.brython, 'torch', '__iter__', (self: Py) => self);
    made.__next__ = this.nativeFunction('torch', '__next__', (self: Py) => {
      const { done, value } = self.source.next();
      if (done) throw builtins.StopIteration.$factory();
      return self.each(value);
    });
    return made;
  }

  #items(iterable: Py): Py[] {
    return [...this.brython.make_js_iterator(iterable)];
  }

  #record(dict: Py, seen?: Seen): Record<string, unknown> {
    const entries = [...this.brython.builtins.dict.$iter_items(dict)];
    return Object.fromEntries(entries.map(({ key, value }) => [key, this.toEngine(value, seen)]));
  }

  /** A Python function for the engine to call. */
  callback(python: Py): (...args: unknown[]) => unknown {
    return (...args) => this.toEngine(this.call(python, ...args));
  }

  /** Calls a Python function with the engine's values. Gives what it returns, as Python has it. */
  call(python: Py, ...args: unknown[]): Py {
    return this.brython.$call(python)(...args.map((arg) => this.toPython(arg)));
  }

  // ── functions and errors ─────────────────────────────────────────────────────────────────────────────────

  /** A Python function that calls one of ours with Python's values, and turns its errors into Python's. */
  nativeFunction(module: string, name: string, call: (...args: Py[]) => Py): Py {
    return nativeFunction(this.brython, module, name, (...args) => {
      try {
        return call(...args);
      } catch (error) {
        throw this.toPythonError(error);
      }
    });
  }

  /** Splits a call's arguments into those by place and those by name. */
  arguments(args: Py[], name: string): { positional: Py[]; named: Record<string, Py> } {
    const last = args[args.length - 1];
    if (!last?.$kw) return { positional: args, named: {} };
    return { positional: args.slice(0, -1), named: this.brython.parse_kwargs(last.$kw, name) };
  }

  error(name: string, message: string): Py {
    const { builtins } = this.brython;
    const type = this.#errors.get(name) ?? builtins[name] ?? builtins.RuntimeError;
    return this.brython.$call(type)(message);
  }

  toPythonError(error: unknown): unknown {
    if (!(error instanceof Error) || '__class__' in error) return error;
    if (error instanceof RangeError) {
      return /stack/.test(error.message)
        ? this.error('RecursionError', 'maximum recursion depth exceeded')
        : this.error('RuntimeError', error.message);
    }
    if (error instanceof torch.KeyError) {
      // Its message is the key as Python shows it.
      const quoted = /^(['"])(.*)\1$/s.exec(error.message);
      return this.error(
        'KeyError',
        quoted ? quoted[2].replaceAll('\\n', '\n').replaceAll("\\'", "'") : error.message,
      );
    }
    // What is told to be awaited is there at once in Python, and what the engine asserts is a plain Error.
    const message = error.message.replaceAll(/\bawait (?=\w+\.)/g, '');
    return this.error(error.name === 'Error' ? 'AssertionError' : error.name, message);
  }
}
