/** One kernel for a graph of pending operations: its WGSL, its key without shapes, and its parameters. */

import type { DType, Scalar } from '../../core/dtype.ts';
import type { Tensor } from '../../core/tensor.ts';
import { scalarValue } from '../cpu/emit.ts';
import { coalesce } from '../cpu/layout.ts';
import { prelude } from './functions.ts';
import { int64Library } from './int64.ts';
import { type Kind, kindOf, toHalf, wgslType } from './layout.ts';
import type { Leaf, Pending } from './pending.ts';
import type { GpuStorage } from './storage.ts';
import { convert, load, store, translate, wordsOf } from './wgsl.ts';

export const workgroupSize = 256;

/** A kernel's source with all that one run of it needs. */
export interface FusedKernel {
  readonly code: string;
  /** Storages bound for reading, in order, after the output. */
  readonly inputs: readonly GpuStorage[];
  readonly params: Uint32Array;
  /** The operations that it does at once, in order. */
  readonly fused: readonly string[];
}

/** The words of a kernel's uniform block, in the order in which its code names them. */
class Params {
  readonly words: number[] = [];

  add(word: number): string {
    const position = this.words.push(word >>> 0) - 1;
    return `P.data[${position >> 2}].${'xyzw'[position & 3]}`;
  }

  scalar(value: Scalar, compute: DType): string {
    const number = scalarValue(value, compute);
    if (typeof number === 'bigint') {
      const [low, high] = wordsOf(number);
      return `vec2<u32>(${this.add(low)}, ${this.add(high)})`;
    }
    if (kindOf(compute) === 'i32') return `bitcast<i32>(${this.add(number)})`;
    return `bitcast<f32>(${this.add(new Uint32Array(new Float32Array([number]).buffer)[0])})`;
  }
}

/**
 * Goes through a graph once without writing code, for the key and the parameters of this run, and a second time where
 * no kernel of that key is there yet.
 */
class Builder {
  readonly params = new Params();
  /** All that the code depends on. */
  readonly key: string[] = [];
  readonly lines: string[] = [];
  readonly used = new Map<string, string>();
  readonly storages: GpuStorage[] = [];
  readonly #names = new Map<Leaf | Pending, string>();
  readonly #out: GpuStorage;
  readonly #writes: boolean;
  readonly fused: string[] = [];

  constructor(out: GpuStorage, writes: boolean) {
    this.#out = out;
    this.#writes = writes;
  }

  /** The value of a leaf or operation as a WGSL name, computed once however often it is used. */
  value(node: Leaf | Pending): string {
    let name = this.#names.get(node);
    if (name === undefined) {
      name = `v${this.#names.size}`;
      this.#names.set(node, name);
      const code = node.kind === 'leaf' ? this.#read(node) : this.#operation(node);
      if (this.#writes) this.lines.push(`let ${name} = ${code};`);
    }
    return name;
  }

  /** The name under which a storage is bound. */
  bind(storage: GpuStorage): string {
    if (storage === this.#out) return 'result';
    let position = this.storages.indexOf(storage);
    if (position < 0) position = this.storages.push(storage) - 1;
    return `in${position}`;
  }

  #read(leaf: Leaf): string {
    const name = this.bind(leaf.storage);
    const nest = coalesce(leaf.sizes, [rowMajor(leaf.sizes), leaf.strides]);
    const [, strides] = nest.strides;
    const offset = this.params.add(leaf.offset);
    const isConstant = strides.every((stride) => stride === 0);
    const isRow = nest.sizes.length === 1 && strides[0] === 1;
    this.key.push(name, leaf.dtype.name, isConstant ? 'k' : isRow ? 'c' : String(nest.sizes.length));
    if (isConstant) return `${name}[${offset}]`;
    if (isRow) return `${name}[${offset} + i]`;
    const terms: string[] = [];
    let rest = 'i';
    for (let dim = nest.sizes.length - 1; dim >= 0; dim--) {
      const stride = this.params.add(strides[dim]);
      if (dim === 0) {
        terms.push(`${rest} * ${stride}`);
      } else {
        const size = this.params.add(nest.sizes[dim]);
        terms.push(`(${rest} % ${size}) * ${stride}`);
        rest = `(${rest} / ${size})`;
      }
    }
    return `${name}[${offset} + ${terms.join(' + ')}]`;
  }

  #operation(node: Pending): string {
    const kind = kindOf(node.compute);
    const variables = new Map<string, string>();
    for (const [name, input] of node.inputs) {
      const value = this.value(input);
      const dtype = input.dtype;
      this.key.push(name, value, dtype.name);
      if (dtype === node.compute) variables.set(name, value);
      else if (this.#writes) variables.set(name, this.#let(load(value, dtype, node.compute)));
    }
    for (const [name, scalar] of node.scalars) {
      this.key.push(name);
      const code = this.params.scalar(scalar, node.compute);
      if (this.#writes) variables.set(name, this.#let(code));
    }
    this.fused.push(node.expression.source);
    this.key.push(node.expression.source, node.compute.name, node.dtype.name);
    if (!this.#writes) return '';
    return store(translate(node.expression.root, kind, variables, this.used), node.dtype);
  }

  #let(code: string): string {
    const name = `w${this.lines.length}`;
    this.lines.push(`let ${name} = ${code};`);
    return name;
  }
}

function rowMajor(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (let dim = sizes.length - 1; dim >= 0; dim--) {
    strides[dim] = step;
    step *= sizes[dim];
  }
  return strides;
}

/** Declarations that kernels share: the parameters, the bindings and the library functions that are used. */
export function header(
  paramWords: number,
  out: Kind | string,
  inputs: readonly (Kind | string)[],
  body: string,
  functions: Iterable<string> = [],
): string {
  const typeOf = (kind: string): string => wgslType[kind as Kind] ?? kind;
  const bindings = inputs.map(
    (kind, k) => `@group(0) @binding(${k + 2}) var<storage, read> in${k}: array<${typeOf(kind)}>;`,
  );
  const parts = [
    `struct Params { data: array<vec4<u32>, ${Math.max(Math.ceil(paramWords / 4), 1)}> }`,
    '@group(0) @binding(0) var<uniform> P: Params;',
    `@group(0) @binding(1) var<storage, read_write> result: array<${typeOf(out)}>;`,
    ...bindings,
    prelude,
  ];
  const code = [...functions, body].join('\n');
  if (code.includes('to_half(')) parts.push(toHalf);
  if (code.includes('i64_')) parts.push(int64Library);
  return [...parts, code].join('\n');
}

const codes = new Map<string, string>();

/**
 * The kernel that computes `node` and writes it to `out`, at `target`'s place there (row-major from element 0
 * where no target is given).
 */
export function fuse(node: Pending, out: GpuStorage, target: Tensor | null): FusedKernel {
  const { builder, key } = build(node, out, target, false);
  let code = codes.get(key);
  if (code === undefined) {
    code = build(node, out, target, true).code;
    codes.set(key, code);
  }
  return {
    code,
    inputs: builder.storages,
    params: Uint32Array.from(builder.params.words),
    fused: builder.fused,
  };
}

function build(
  node: Pending,
  out: GpuStorage,
  target: Tensor | null,
  writes: boolean,
): { builder: Builder; key: string; code: string } {
  const builder = new Builder(out, writes);
  // Words 0 and 1: how many elements, and a zero that the compiler cannot know, which keeps nan and inf alive.
  const count = builder.params.add(node.numel);
  builder.params.add(0);
  const value = builder.value(node);
  const position = target ? place(target, builder.params) : 'i';
  builder.key.push(out.dtype.name, position === 'i' ? position : String(builder.params.words.length));
  const key = builder.key.join(' ');
  if (!writes) return { builder, key, code: '' };
  const outKind = kindOf(out.dtype);
  const text = out.dtype === node.dtype ? value : store({ text: value, type: kindOf(node.dtype) }, out.dtype);
  const body = `
@compute @workgroup_size(${workgroupSize})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * ${workgroupSize}u + lane;
  if (i >= ${count}) { return; }
  ${builder.lines.join('\n  ')}
  result[${position}] = ${convert({ text, type: outKind }, outKind)};
}`;
  const kinds = builder.storages.map((storage) => kindOf(storage.dtype));
  const code = header(builder.params.words.length, outKind, kinds, body, builder.used.values());
  return { builder, key, code };
}

/** Where element i of a strided target lies. */
function place(target: Tensor, params: Params): string {
  const nest = coalesce(target.sizes, [rowMajor(target.sizes), target.strides]);
  const [, strides] = nest.strides;
  const terms = [params.add(target.offset)];
  let rest = 'i';
  for (let dim = nest.sizes.length - 1; dim >= 0; dim--) {
    const size = params.add(nest.sizes[dim]);
    terms.push(`(${rest} % ${size}) * ${params.add(strides[dim])}`);
    rest = `(${rest} / ${size})`;
  }
  return terms.join(' + ');
}
