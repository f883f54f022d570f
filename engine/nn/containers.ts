/** Modules made of modules. */

import { IndexError } from '../core/errors.ts';
import { indent, Module } from './module.ts';
import type { Parameter } from './parameter.ts';

/** Modules under the names 0, 1, 2 … */
abstract class ModuleSequence extends Module implements Iterable<Module> {
  #length = 0;

  constructor(modules: Iterable<Module>) {
    super();
    for (const module of modules) this.append(module);
  }

  get length(): number {
    return this.#length;
  }

  append(module: Module): this {
    this.register_module(String(this.#length++), module);
    return this;
  }

  /** The module at a place, counted from either end. @throws IndexError outside of the list */
  at(index: number): Module {
    const own = index < 0 ? index + this.#length : index;
    if (own < 0 || own >= this.#length) throw new IndexError(`index ${index} is out of range`);
    return (this as unknown as Record<string, Module>)[String(own)];
  }

  *[Symbol.iterator](): Iterator<Module> {
    for (let index = 0; index < this.#length; index++) yield this.at(index);
  }
}

/** Modules run one after the other. */
export class Sequential extends ModuleSequence {
  constructor(...modules: Module[]) {
    super(modules);
  }

  // biome-ignore lint/suspicious/noExplicitAny: what the first module takes, and what the last one gives
  forward(input: any): any {
    let value = input;
    for (const module of this) value = module.forward(value);
    return value;
  }
}

/** A list of modules, which the module that holds it runs as it likes. */
export class ModuleList extends ModuleSequence {
  constructor(modules: Iterable<Module> = []) {
    super(modules);
  }

  extend(modules: Iterable<Module>): this {
    for (const module of modules) this.append(module);
    return this;
  }

  /** Neighbours with the same text are told once: `(0-2): 3 x Linear(…)`. */
  override toString(): string {
    const texts = [...this].map(String);
    const starts = [...texts.keys()].filter((index) => texts[index] !== texts[index - 1]);
    const lines = starts.map((start, block) => {
      const end = (starts[block + 1] ?? texts.length) - 1;
      return start === end
        ? `(${start}): ${indent(texts[start])}`
        : `(${start}-${end}): ${end - start + 1} x ${indent(texts[start])}`;
    });
    return lines.length > 0 ? `ModuleList(\n  ${lines.join('\n  ')}\n)` : 'ModuleList()';
  }

  declare forward: () => never;
}

/** Modules by name. */
export class ModuleDict extends Module {
  constructor(modules: Record<string, Module> = {}) {
    super();
    for (const [name, module] of Object.entries(modules)) this.register_module(name, module);
  }

  get(name: string): Module {
    return this.get_submodule(name);
  }

  declare forward: () => never;
}

/** A list of parameters. */
export class ParameterList extends Module implements Iterable<Parameter> {
  #length = 0;

  constructor(parameters: Iterable<Parameter> = []) {
    super();
    for (const parameter of parameters) this.append(parameter);
  }

  get length(): number {
    return this.#length;
  }

  append(parameter: Parameter): this {
    this.register_parameter(String(this.#length++), parameter);
    return this;
  }

  extend(parameters: Iterable<Parameter>): this {
    for (const parameter of parameters) this.append(parameter);
    return this;
  }

  *[Symbol.iterator](): Iterator<Parameter> {
    for (const parameter of this.parameters(false)) yield parameter;
  }

  declare forward: () => never;

  override extra_repr(): string {
    return [...this]
      .map(
        ({ dtype, sizes }, index) =>
          `  (${index}): Parameter containing: [${dtype} of size ${sizes.join('x')}]`,
      )
      .join('\n');
  }
}
