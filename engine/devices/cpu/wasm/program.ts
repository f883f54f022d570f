/**
 * What vectors compute at once: an expression over numbers, elements in memory (leaves) and the results of other
 * programs. Programs are made once and compiled when they first run; a longer one is found from those it is made of.
 */

import { type Expression, expression } from '../../../core/expression.ts';
import { moduleOf, op } from './encode.ts';
import { wasmMemory } from './memory.ts';
import { type Scope, vectorCode } from './vectorize.ts';

/** `run(end, to, …leaves, …scalars)`: end counts bytes from each pointer on, a multiple of 16. */
export type Run = (end: number, ...pointersAndScalars: number[]) => void;

/** The result of another program, whose leaf k is leaf `leaves[k]` here. */
interface Inner {
  readonly program: Program;
  readonly leaves: readonly number[];
}

/** The same value as an earlier variable's, by its position. */
interface Repeated {
  readonly earlier: number;
}

/** Where a variable's value comes from: a leaf by its number, a program, an earlier variable, or null for a number. */
export type Source = number | Inner | Repeated | null;

export class Program {
  readonly id: number;
  readonly #expression: Expression;
  /** In the order of the expression's variables. */
  readonly #sources: readonly Source[];
  readonly #leaves: number;
  readonly #scalars: number;
  /** Expressions that it computes. */
  readonly size: number;
  #run: Run | null = null;

  constructor(id: number, expression: Expression, sources: readonly Source[]) {
    this.id = id;
    this.#expression = expression;
    this.#sources = sources;
    let [leaves, scalars, size] = [0, 0, 1];
    for (const source of sources) {
      if (source === null) scalars++;
      else if (typeof source === 'number') leaves = Math.max(leaves, source + 1);
      else if ('program' in source) {
        leaves = Math.max(leaves, ...source.leaves.map((leaf) => leaf + 1));
        scalars += source.program.#scalars;
        size += source.program.size;
      }
    }
    this.#leaves = leaves;
    this.#scalars = scalars;
    this.size = size;
  }

  get run(): Run {
    this.#run ??= this.#compile();
    return this.#run;
  }

  #compile(): Run {
    const text = new Text(this.#leaves, this.#scalars);
    const leaves = Array.from({ length: this.#leaves }, (_, k) => text.load(k + 2));
    text.store(1, this.#emit(text, leaves));
    const memory = wasmMemory() as WebAssembly.Memory;
    const instance = new WebAssembly.Instance(new WebAssembly.Module(text.module()), { m: { m: memory } });
    return instance.exports.run as Run;
  }

  /** Writes what computes the result, given the locals of the leaves; tells the local that it is in. */
  #emit(text: Text, leaves: readonly number[]): number {
    const names = this.#expression.variables;
    const variables = new Map<string, number>();
    this.#sources.forEach((source, k) => {
      if (source === null) return;
      if (typeof source === 'number') variables.set(names[k], leaves[source]);
      else if ('earlier' in source) variables.set(names[k], variables.get(names[source.earlier]) as number);
      else {
        const own = source.leaves.map((leaf) => leaves[leaf]);
        variables.set(names[k], source.program.#emit(text, own));
      }
    });
    this.#sources.forEach((source, k) => {
      if (source === null) variables.set(names[k], text.nextScalar());
    });
    return text.keep(vectorCode(this.#expression.root, variables, text));
  }
}

/** A module while it is written: what runs once, what runs for every vector, and the locals of both. */
class Text implements Scope {
  readonly #leaves: number;
  readonly #scalars: number;
  /** The local that counts bytes, behind the parameters; vectors follow it. */
  readonly #index: number;
  #vectors = 0;
  #scalar: number;
  readonly #prelude: number[] = [];
  readonly #body: number[] = [];
  /** Locals of what is computed once, by its code. */
  readonly #once = new Map<string, number>();

  constructor(leaves: number, scalars: number) {
    this.#leaves = leaves;
    this.#scalars = scalars;
    this.#scalar = leaves + 2;
    this.#index = this.#scalar + scalars;
  }

  newLocal(): number {
    return this.#index + ++this.#vectors;
  }

  constant(value: number): readonly number[] {
    return this.#computedOnce(op.constant(value));
  }

  integers(value: number): readonly number[] {
    return this.#computedOnce(op.integers(value));
  }

  #computedOnce(code: readonly number[]): readonly number[] {
    const key = code.join();
    let local = this.#once.get(key);
    if (local === undefined) {
      local = this.newLocal();
      this.#once.set(key, local);
      this.#prelude.push(...code, ...op.set(local));
    }
    return op.get(local);
  }

  /** The local of the next of the numbers that the module is called with, in all four places of a vector. */
  nextScalar(): number {
    const local = this.newLocal();
    this.#prelude.push(...op.get(this.#scalar++), ...op.splat, ...op.set(local));
    return local;
  }

  /** The local of what a piece of code leaves. */
  keep(code: readonly number[]): number {
    const local = this.newLocal();
    this.#body.push(...code, ...op.set(local));
    return local;
  }

  /** The local of the vector that a pointer has come to. */
  load(pointer: number): number {
    return this.keep([...this.#at(pointer), ...op.load(0)]);
  }

  store(pointer: number, local: number): void {
    this.#body.push(...this.#at(pointer), ...op.get(local), ...op.store(0));
  }

  #at(pointer: number): readonly number[] {
    return [...op.get(pointer), ...op.get(this.#index), ...op.i32Add];
  }

  /** The module's bytes: the body is run until the count of bytes has come to its end. */
  module(): Uint8Array<ArrayBuffer> {
    const index = op.get(this.#index);
    const loop = op.doWhile([
      ...this.#body,
      ...[...index, ...op.i32Const(16), ...op.i32Add, ...op.set(this.#index)],
      ...[...index, ...op.get(0), ...op.i32Less],
    ]);
    return moduleOf(this.#leaves + 1, this.#scalars, this.#vectors, [...this.#prelude, ...loop]);
  }
}

const programs = new Map<Expression, Map<string, Program>>();
let nextId = 0;

/** The program of that expression on those sources, in the order of its variables. */
export function programOf(expression: Expression, sources: readonly Source[]): Program {
  let key = '';
  for (const source of sources) {
    if (source === null) key += 'n';
    else if (typeof source === 'number') key += `l${source}`;
    else if ('earlier' in source) key += `e${source.earlier}`;
    else {
      key += `p${source.program.id}`;
      if (source.leaves.some((leaf, k) => leaf !== k)) key += `:${source.leaves}`;
    }
  }
  let own = programs.get(expression);
  if (!own) {
    own = new Map();
    programs.set(expression, own);
  }
  let program = own.get(key);
  if (!program) {
    program = new Program(nextId++, expression, sources);
    own.set(key, program);
  }
  return program;
}

/** An expression as a loop from `self` at one place in WebAssembly's memory to another; other names are numbers, in the order of their first appearance. */
export function rowLoop(
  text: string,
): (count: number, to: number, from: number, ...scalars: number[]) => void {
  let run: Run | null = null;
  return (count, to, from, ...scalars) => {
    if (!run) {
      const parsed = expression(text);
      run = programOf(
        parsed,
        parsed.variables.map((name) => (name === 'self' ? 0 : null)),
      ).run;
    }
    run(count * 4, to, from, ...scalars);
  };
}
