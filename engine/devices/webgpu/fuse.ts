/** One kernel for a graph of pending operations: its WGSL, its key without shapes, and its parameters. */

import type { DType, Scalar } from '../../core/dtype.ts';
import { sameSizes } from '../../core/shape.ts';
import type { Tensor } from '../../core/tensor.ts';
import { scalarValue } from '../cpu/emit.ts';
import { type Nest, nestOf, patternOf, placeOf, type Width } from './access.ts';
import { withPrelude } from './functions.ts';
import { int64Library } from './int64.ts';
import { grid, type Kind, kindOf, toHalf, wgslType } from './layout.ts';
import type { Leaf, Pending } from './pending.ts';
import { type Plan, planOf, type Target } from './plan.ts';
import type { GpuStorage } from './storage.ts';
import { convert, load, store, translate, wordsOf } from './wgsl.ts';

const workgroupSize = 256;

/** A kernel's source with all that one run of it needs. */
export interface FusedKernel {
  /** The operators that it does at once. */
  readonly name: string;
  readonly code: string;
  /** Storages bound for reading, in order, after the output. */
  readonly inputs: readonly GpuStorage[];
  readonly params: Uint32Array;
  /** The same as expressions, in order. */
  readonly fused: readonly string[];
  readonly workgroups: readonly [number, number, number];
}

/** The words of a kernel's uniform block, in the order in which its code names them. */
class Params {
  readonly words: number[] = [];

  add(word: number): string {
    const position = this.words.push(word >>> 0) - 1;
    return `P.data[${position >> 2}].${'xyzw'[position & 3]}`;
  }

  scalar(value: Scalar, compute: DType, isCompared: boolean): string {
    const number = scalarValue(value, compute, isCompared);
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
  /** Of the function that computes one element, and of `main` before it is called. */
  readonly lines: string[] = [];
  readonly reads: string[] = [];
  readonly used = new Map<string, string>();
  readonly storages: GpuStorage[] = [];
  readonly operations: Pending[] = [];
  /** Elements of an invocation. */
  readonly width: Width;
  readonly #names = new Map<Leaf | Pending, string>();
  readonly #leaves: Leaf[] = [];
  readonly #arguments: { readonly name: string; readonly type: string; readonly isOne: boolean }[] = [];
  readonly #vectors: ReadonlySet<GpuStorage>;
  readonly #out: GpuStorage;
  readonly #writes: boolean;

  constructor(out: GpuStorage, { width, vectors }: Plan, writes: boolean) {
    this.#out = out;
    this.width = width;
    this.#vectors = vectors;
    this.#writes = writes;
    this.key.push(String(width));
  }

  /** The value of a leaf or operation as a WGSL name, computed once however often it is used. */
  value(node: Leaf | Pending): string {
    let name = this.#names.get(node);
    if (name !== undefined) return name;
    const before = node.kind === 'leaf' && this.#leaves.find((leaf) => isSame(leaf, node));
    if (before) return this.#names.get(before) as string;
    name = `v${this.#names.size}`;
    this.#names.set(node, name);
    if (node.kind === 'leaf') {
      this.#leaves.push(node);
      this.#read(node, name);
    } else {
      const code = this.#operation(node);
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

  /** The type of a storage's elements as they are bound. */
  typeOf(storage: GpuStorage): string {
    const type = wgslType[kindOf(storage.dtype)];
    return this.#vectors.has(storage) ? vectorOf(type, this.width) : type;
  }

  /** Where `nest` begins in a storage for this invocation, and how far apart its elements are. */
  place(nest: Nest, offset: number, storage: GpuStorage): { at: string; step: string; isVector: boolean } {
    const isWide = this.#vectors.has(storage);
    const stride = nest.strides[nest.strides.length - 1];
    this.key.push(this.bind(storage), patternOf(nest), isWide ? 'v' : '');
    const at = placeOf(nest, offset, this.width, isWide ? this.width : 1, (word) => this.params.add(word));
    const step = this.width === 1 || stride < 2 ? `${stride}u` : this.params.add(stride);
    return { at, step, isVector: isWide };
  }

  #read({ nest, storage, offset, dtype }: Leaf, name: string): void {
    const { at, step, isVector } = this.place(nest, offset, storage);
    this.key.push(dtype.name);
    if (!this.#writes) return;
    const type = wgslType[kindOf(storage.dtype)];
    const isOne = !isVector && (this.width === 1 || step === '0u');
    const source = this.bind(storage);
    if (isVector || isOne) {
      this.reads.push(`let ${name} = ${source}[${at}];`);
    } else {
      this.reads.push(`let ${name}_at = ${at};`);
      const all = numbersTo(this.width).map((k) => `${source}[${name}_at + ${k}u * ${step}]`);
      this.reads.push(`let ${name} = ${vectorOf(type, this.width)}(${all.join(', ')});`);
    }
    this.#arguments.push({ name, type, isOne });
  }

  /** The head of the function that computes one element. */
  get parameters(): string {
    return this.#arguments.map(({ name, type }) => `${name}: ${type}`).join(', ');
  }

  /** A call of it for the element at that place (`[2]`) among those of the invocation. */
  call(place: string): string {
    return `element(${this.#arguments.map(({ name, isOne }) => (isOne ? name : `${name}${place}`)).join(', ')})`;
  }

  #operation(node: Pending): string {
    const { names, inputs, compute, dtype, expression } = node;
    const values = inputs.map((input) => this.value(input));
    const scalars: [name: string, code: string][] = [];
    for (const [name, scalar] of node.scalars) {
      this.key.push(name);
      scalars.push([name, this.params.scalar(scalar, compute, dtype.category === 'bool')]);
    }
    this.operations.push(node);
    this.key.push(...values, node.name, expression.source, compute.name, dtype.name);
    if (!this.#writes) return '';
    const variables = new Map<string, string>();
    names.forEach((name, k) => {
      const isLoaded = inputs[k].dtype !== compute;
      variables.set(name, isLoaded ? this.#let(load(values[k], inputs[k].dtype, compute)) : values[k]);
    });
    for (const [name, code] of scalars) variables.set(name, this.#let(code));
    return store(translate(expression.root, kindOf(compute), variables, this.used), dtype);
  }

  #let(code: string): string {
    const name = `w${this.lines.length}`;
    this.lines.push(`let ${name} = ${code};`);
    return name;
  }
}

/** Whether two leaves are the same elements: an operand of several operators has one for each. */
function isSame(a: Leaf, b: Leaf): boolean {
  return (
    a.storage === b.storage &&
    a.offset === b.offset &&
    a.dtype === b.dtype &&
    sameSizes(a.nest.sizes, b.nest.sizes) &&
    sameSizes(a.nest.strides, b.nest.strides)
  );
}

/** The elements of an invocation, as a type in WGSL. */
function vectorOf(type: string, width: Width): string {
  if (width === 16) return 'mat4x4<f32>';
  return type.startsWith('vec') ? `array<${type}, 4>` : `vec4<${type}>`;
}

const numbersTo = (end: number): number[] => Array.from({ length: end }, (_, k) => k);

/** Where element number `k` is in what `vectorOf` says. */
const placeIn = (k: number, width: Width): string => (width === 16 ? `[${k >> 2}][${k & 3}]` : `[${k}]`);

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
  ];
  const own = [...functions, body].join('\n');
  const libraries = [own.includes('to_half(') ? toHalf : '', own.includes('i64_') ? int64Library : ''];
  const code = [...libraries, own].filter(Boolean).join('\n');
  return [...parts, withPrelude(code)].join('\n');
}

/** Calls of library functions of more characters than this are made in a loop: written out four times they take long to compile. */
const longFunctions = 3000;

/** What a kernel does, in words and in WGSL. */
type Source = Pick<FusedKernel, 'name' | 'code' | 'fused'>;

const written = new Map<string, Source>();

/**
 * The kernel that computes `node` and writes it to `out`, at `target`'s place there (row-major from element 0
 * where no target is given).
 */
export function fuse(
  node: Pending,
  out: GpuStorage,
  target: Tensor | null,
  isSoftware: boolean,
): FusedKernel {
  const place: Target = target
    ? { storage: out, nest: nestOf(target.sizes, target.strides), offset: target.offset, isWhole: false }
    : { storage: out, nest: { sizes: [node.numel], strides: [1] }, offset: 0, isWhole: true };
  const plan = planOf(node, out, place, isSoftware);
  const { builder, key } = build(node, place, plan, false);
  let source = written.get(key);
  if (source === undefined) {
    const { code } = build(node, place, plan, true);
    const fused = builder.operations.map(({ expression }) => expression.source);
    source = { name: nameOf(builder.operations), code, fused };
    written.set(key, source);
  }
  return {
    ...source,
    inputs: builder.storages,
    params: Uint32Array.from(builder.params.words),
    workgroups: grid(Math.ceil(node.numel / plan.width / workgroupSize)),
  };
}

/** Names in a kernel's own: more are counted. */
const mostNames = 6;

/** `mul+add+relu`, and `add×48` for one that follows itself. */
function nameOf(operations: readonly Pending[]): string {
  const runs: { name: string; count: number }[] = [];
  for (const { name } of operations) {
    const last = runs.at(-1);
    if (last?.name === name) last.count++;
    else runs.push({ name, count: 1 });
  }
  const texts = runs.map(({ name, count }) => (count > 1 ? `${name}×${count}` : name));
  if (texts.length <= mostNames) return texts.join('+');
  return `${texts.slice(0, mostNames - 1).join('+')}+${texts.length - mostNames + 1} more`;
}

function build(
  node: Pending,
  { storage: out, nest, offset }: Target,
  plan: Plan,
  writes: boolean,
): { builder: Builder; key: string; code: string } {
  const builder = new Builder(out, plan, writes);
  // Words 0 and 1: how many invocations, and a zero that the compiler cannot know, which keeps nan and inf alive.
  const count = builder.params.add(Math.ceil(node.numel / plan.width));
  builder.params.add(0);
  const value = builder.value(node);
  const { at, step, isVector } = builder.place(nest, offset, out);
  builder.key.push(out.dtype.name);
  const key = builder.key.join(' ');
  if (!writes) return { builder, key, code: '' };
  const outKind = kindOf(out.dtype);
  const text = out.dtype === node.dtype ? value : store({ text: value, type: kindOf(node.dtype) }, out.dtype);
  const functions = [...builder.used.values()];
  const body = `
fn element(${builder.parameters}) -> ${wgslType[outKind]} {
  ${builder.lines.join('\n  ')}
  return ${convert({ text, type: outKind }, outKind)};
}

@compute @workgroup_size(${workgroupSize})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * ${workgroupSize}u + lane;
  if (i >= ${count}) { return; }
  ${builder.reads.join('\n  ')}
  ${results(builder, wgslType[outKind], isLong(builder))}
  ${writing(at, step, plan.width, isVector)}
}`;
  const types = builder.storages.map((storage) => builder.typeOf(storage));
  const code = header(builder.params.words.length, builder.typeOf(out), types, body, functions);
  return { builder, key, code };
}

/** Whether the library's functions, each as often as it is called, are too long to be written out four times. */
function isLong({ used, lines }: Builder): boolean {
  const body = lines.join();
  let length = 0;
  for (const [name, code] of used) length += code.length * Math.max(body.split(`${name}(`).length - 1, 1);
  return length > longFunctions;
}

/** WGSL that sets `values` to what the invocation computes. */
function results(builder: Builder, type: string, inLoop: boolean): string {
  const { width } = builder;
  if (width === 1) return `let values = ${builder.call('')};`;
  if (inLoop)
    return `var values: ${vectorOf(type, width)};
  for (var k = 0u; k < 4u; k++) { values[k] = ${builder.call('[k]')}; }`;
  const all = numbersTo(width).map((k) => builder.call(placeIn(k, width)));
  return `let values = ${vectorOf(type, width)}(${all.join(', ')});`;
}

/** WGSL that stores `values`. */
function writing(at: string, step: string, width: Width, isVector: boolean): string {
  if (width === 1 || isVector) return `result[${at}] = values;`;
  return `let at = ${at};
  ${numbersTo(width)
    .map((k) => `result[at + ${k}u * ${step}] = values${placeIn(k, width)};`)
    .join('\n  ')}`;
}
