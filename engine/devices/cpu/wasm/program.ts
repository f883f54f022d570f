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
    const firstScalar = this.#leaves + 2;
    const index = firstScalar + this.#scalars;
    let vectors = 0;
    const prelude: number[] = [];
    const constants = new Map<string, number>();
    const newLocal = (): number => index + ++vectors;
    const once = (code: readonly number[]): readonly number[] => {
      const key = code.join();
      let local = constants.get(key);
      if (local === undefined) {
        local = newLocal();
        constants.set(key, local);
        prelude.push(...code, ...op.set(local));
      }
      return op.get(local);
    };
    const scope: Scope = {
      newLocal,
      constant: (value) => once(op.constant(value)),
      integers: (value) => once(op.integers(value)),
    };
    let nextScalar = firstScalar;
    const at = (pointer: number): readonly number[] => [...op.get(pointer), ...op.get(index), ...op.i32Add];
    const body: number[] = [];
    const emit = (program: Program, leaves: readonly number[]): number => {
      const names = program.#expression.variables;
      const variables = new Map<string, number>();
      program.#sources.forEach((source, k) => {
        if (source === null) return;
        if (typeof source === 'number') variables.set(names[k], leaves[source]);
        else if ('earlier' in source) variables.set(names[k], variables.get(names[source.earlier]) as number);
        else {
          const own = source.leaves.map((leaf) => leaves[leaf]);
          variables.set(names[k], emit(source.program, own));
        }
      });
      program.#sources.forEach((source, k) => {
        if (source !== null) return;
        const local = newLocal();
        prelude.push(...op.get(nextScalar++), ...op.splat, ...op.set(local));
        variables.set(names[k], local);
      });
      const code = vectorCode(program.#expression.root, variables, scope);
      const local = newLocal();
      body.push(...code, ...op.set(local));
      return local;
    };
    const leaves = Array.from({ length: this.#leaves }, (_, k) => {
      const local = newLocal();
      body.push(...at(k + 2), ...op.load(0), ...op.set(local));
      return local;
    });
    const result = emit(this, leaves);
    body.push(...at(1), ...op.get(result), ...op.store(0));
    body.push(...op.get(index), ...op.i32Const(16), ...op.i32Add, ...op.set(index));
    body.push(...op.get(index), ...op.get(0), ...op.i32Less);
    const bytes = moduleOf(this.#leaves + 1, this.#scalars, vectors, [...prelude, ...op.doWhile(body)]);
    const memory = wasmMemory() as WebAssembly.Memory;
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } });
    return instance.exports.run as Run;
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
