/** Modules made of modules. */

import { IndexError, KeyError } from '../core/errors.ts';
import { typeName } from '../core/schema.ts';
import type { Tensor } from '../core/tensor.ts';
import { fieldsOf, indent, Module } from './module.ts';
import { Parameter } from './parameter.ts';

/** A place counted from either end. @throws IndexError outside of the list */
function placeIn(length: number, index: number): number {
  const place = index < 0 ? index + length : index;
  if (place < 0 || place >= length) throw new IndexError(`index ${index} is out of range`);
  return place;
}

/** Modules in a row, under the names 0, 1, 2 … where they have no others. */
abstract class ModuleSequence extends Module implements Iterable<Module> {
  constructor(modules: Iterable<Module>) {
    super();
    for (const module of modules) this.append(module);
  }

  get length(): number {
    return [...this.named_children()].length;
  }

  append(module: Module): this {
    this.register_module(String(this.length), module);
    return this;
  }

  extend(modules: Iterable<Module>): this {
    for (const module of [...modules]) this.append(module);
    return this;
  }

  /** Puts a module before the one at a place. */
  insert(index: number, module: Module): this {
    const all = [...this];
    all.splice(index, 0, module);
    return this.#renumber(all);
  }

  /** Takes the module at a place out, and hands it back. */
  pop(index: number): Module {
    const module = this.at(index);
    this.remove(index);
    return module;
  }

  remove(index: number): void {
    const place = placeIn(this.length, index);
    this.#renumber([...this].filter((_, k) => k !== place));
  }

  /** Puts a module in the place of another. */
  replace(index: number, module: Module): void {
    const names = [...this.named_children()].map(([name]) => name);
    fieldsOf(this)[names[placeIn(names.length, index)]] = module;
  }

  #renumber(modules: Module[]): this {
    const fields = fieldsOf(this);
    for (const [name] of [...this.named_children()]) delete fields[name];
    for (const [k, module] of modules.entries()) fields[String(k)] = module;
    return this;
  }

  /** The modules from one place to another (or to the end), under the names that they have. */
  slice(start?: number, end?: number): Sequential | ModuleList {
    const part = this instanceof ModuleList ? new ModuleList() : new Sequential();
    for (const [name, module] of [...this.named_children()].slice(start, end)) {
      part.register_module(this instanceof ModuleList ? String(part.length) : name, module);
    }
    return part;
  }

  /** The module at a place, counted from either end. @throws IndexError outside of the list */
  at(index: number): Module {
    const all = [...this];
    return all[placeIn(all.length, index)];
  }

  [Symbol.iterator](): Iterator<Module> {
    return this.children();
  }
}

/**
 * Modules run one after the other: given as such, or by name in one object.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html
 */
export class Sequential extends ModuleSequence {
  constructor(...modules: Module[] | [Record<string, Module>]) {
    const [first] = modules;
    const isNamed = modules.length === 1 && Object.getPrototypeOf(first) === Object.prototype;
    super(isNamed ? [] : (modules as Module[]));
    if (isNamed) for (const [name, module] of Object.entries(first)) this.register_module(name, module);
  }

  // biome-ignore lint/suspicious/noExplicitAny: what the first module takes, and what the last one gives
  forward(input: any): any {
    let value = input;
    for (const module of this) value = module.forward(value);
    return value;
  }
}

/**
 * A list of modules, which the module that holds it runs as it likes.
 * Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleList.html
 */
export class ModuleList extends ModuleSequence {
  constructor(modules: Iterable<Module> = []) {
    super(modules);
  }

  declare forward: () => never;

  /** As PyTorch, it shows modules with the same text once. */
  override toString(): string {
    const groups: { text: string; first: number; count: number }[] = [];
    [...this].forEach((module, k) => {
      const text = String(module);
      const last = groups.at(-1);
      if (last?.text === text) last.count++;
      else groups.push({ text, first: k, count: 1 });
    });
    if (groups.length === 0) return 'ModuleList()';
    const lines = groups.map(({ text, first, count }) => {
      const places = count === 1 ? `(${first})` : `(${first}-${first + count - 1})`;
      return `${places}: ${count === 1 ? '' : `${count} x `}${indent(text)}`;
    });
    return `${this.constructor.name}(\n  ${lines.join('\n  ')}\n)`;
  }
}

/** Modules by name. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleDict.html */
export class ModuleDict extends Module {
  constructor(modules: Record<string, Module> = {}) {
    super();
    for (const [name, module] of Object.entries(modules)) this.register_module(name, module);
  }

  get(name: string): Module {
    for (const [own, module] of this.named_children()) if (own === name) return module;
    throw new KeyError(`'${name}'`);
  }

  remove(name: string): void {
    this.get(name);
    delete fieldsOf(this)[name];
  }

  update(modules: Record<string, Module> | Iterable<readonly [string, Module]>): void {
    const entries = Symbol.iterator in modules ? modules : Object.entries(modules);
    for (const [name, module] of entries) this.register_module(name, module);
  }

  items(): IterableIterator<[string, Module]> {
    return this.named_children();
  }

  *keys(): IterableIterator<string> {
    for (const [name] of this.named_children()) yield name;
  }

  values(): IterableIterator<Module> {
    return this.children();
  }

  get length(): number {
    return [...this.named_children()].length;
  }

  declare forward: () => never;
}

/** Parameters by name or number: what is shown of them. */
function describe(parameters: Iterable<[string, Parameter]>, typeOf: (one: Parameter) => string): string {
  const lines = [...parameters].map(
    ([name, one]) => `  (${name}): Parameter containing: [${typeOf(one)} of size ${one.shape.join('x')}]`,
  );
  return lines.join('\n');
}

/** A list of parameters. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ParameterList.html */
export class ParameterList extends Module implements Iterable<Parameter> {
  constructor(parameters: Iterable<Tensor> = []) {
    super();
    this.extend(parameters);
  }

  get length(): number {
    return [...this].length;
  }

  /** A plain tensor becomes a parameter. */
  append(value: Tensor): this {
    const parameter = value instanceof Parameter ? value : new Parameter(value);
    this.register_parameter(String(this.length), parameter);
    return this;
  }

  extend(parameters: Iterable<Tensor>): this {
    for (const parameter of [...parameters]) this.append(parameter);
    return this;
  }

  at(index: number): Parameter {
    const all = [...this];
    return all[placeIn(all.length, index)];
  }

  replace(index: number, parameter: Parameter): void {
    fieldsOf(this)[String(placeIn(this.length, index))] = parameter;
  }

  *[Symbol.iterator](): Iterator<Parameter> {
    for (const value of Object.values(this)) if (value instanceof Parameter) yield value;
  }

  override extra_repr(): string {
    return describe(this.named_parameters(), (one) => String(one.dtype));
  }

  declare forward: () => never;
}

/** Parameters by name. Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.ParameterDict.html */
export class ParameterDict extends Module {
  constructor(parameters: Record<string, Tensor> = {}) {
    super();
    if (typeof parameters !== 'object') {
      throw new TypeError(
        `ParametersDict.update should be called with an iterable of key/value pairs, but got ${typeName(parameters)}`,
      );
    }
    for (const [name, value] of Object.entries(parameters))
      this.register_parameter(name, value instanceof Parameter ? value : new Parameter(value));
  }

  get(name: string): Parameter {
    for (const [own, parameter] of this.named_parameters()) if (own === name) return parameter;
    throw new KeyError(`'${name}'`);
  }

  remove(name: string): void {
    this.get(name);
    delete fieldsOf(this)[name];
  }

  override extra_repr(): string {
    return describe(this.named_parameters(), (one) => one.dtype.className);
  }

  declare forward: () => never;
}
