/** Graph nodes of operators: saved arguments, gradient formulas, and the slice-writing node of in-place views. */

import type { Scalar } from '../core/dtype.ts';
import { expression, type Node as Syntax } from '../core/expression.ts';
import {
  call,
  type GradContext,
  type GradFormula,
  nodeName,
  type OperatorRecord,
  operatorNamed,
} from '../core/operator.ts';
import { compose } from '../core/pointwise.ts';
import type { Bound } from '../core/schema.ts';
import { contiguousStrides, sameSizes } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { gradEdge } from './graph.ts';
import { is_grad_enabled } from './modes.ts';
import { type Edge, type Gradients, Node } from './node.ts';
import { SavedTensor, throwFreed } from './saved.ts';

type Saved = SavedTensor | (SavedTensor | null)[];

/** The names that the formulas of some of a record's inputs read: the inputs are the bits of a number. */
const neededBy = new WeakMap<OperatorRecord, Map<number, ReadonlySet<string>>>();

/** What formulas call an operator's results: the first, the second, or all of them. */
const resultNames = ['result', 'result1', 'results'];

/** One recorded call of an operator. */
export class OperatorNode extends Node {
  readonly name: string;
  readonly #record: OperatorRecord;
  readonly #names: string[] = [];
  readonly #plain: Bound = {};
  readonly #meta: Record<string, Pick<Tensor, 'sizes' | 'strides' | 'dtype' | 'offset'>> = {};
  readonly #saved = new Map<string, Saved>();
  readonly #edgeRanges: (readonly [start: number, count: number, isList: boolean])[] = [];
  /** What the formulas of inputs that require grad will read. */
  readonly #needed: ReadonlySet<string>;
  #released = false;

  constructor(record: OperatorRecord, args: Bound) {
    super();
    this.name = nodeName(record, args);
    this.#record = record;
    const edges: (Edge | null)[] = [];
    for (const name of Object.keys(record.grad as object)) {
      const value = args[name];
      const tensors = Array.isArray(value) ? value : [value];
      this.#names.push(name);
      this.#edgeRanges.push([edges.length, tensors.length, Array.isArray(value)]);
      for (const tensor of tensors) edges.push(tensor instanceof Tensor ? gradEdge(tensor) : null);
    }
    this.edges = edges;
    this.#needed = this.#neededNames();
    for (const name in args) this.#keep(name, args[name], this.#needed.has(name));
  }

  #neededNames(): ReadonlySet<string> {
    let inputs = 0;
    for (let position = 0; position < this.#names.length; position++) {
      if (this.#needsGradient(position)) inputs |= 1 << position;
    }
    let known = neededBy.get(this.#record);
    if (!known) {
      known = new Map();
      neededBy.set(this.#record, known);
    }
    let needed = known.get(inputs);
    if (!needed) {
      const formulas = this.#names
        .filter((_, position) => (inputs >> position) & 1)
        .map((name) => this.#record.grad?.[name]);
      needed = new Set(
        formulas.flatMap((formula) =>
          typeof formula === 'string' ? expression(formula).variables : (this.#record.saves ?? []),
        ),
      );
      known.set(inputs, needed);
    }
    return needed;
  }

  #needsGradient(position: number): boolean {
    const [start, count] = this.#edgeRanges[position];
    for (let index = start; index < start + count; index++) if (this.edges[index]) return true;
    return false;
  }

  #keep(name: string, value: unknown, needed: boolean): void {
    if (value instanceof Tensor) {
      const { sizes, strides, dtype, offset } = value;
      this.#meta[name] = { sizes, strides, dtype, offset };
      // An in-place operator is about to overwrite `self`: what its formulas read is kept as a copy.
      const overwritten = this.#record.mutates === true && name === 'self';
      if (needed) this.#saved.set(name, new SavedTensor(overwritten ? value.clone() : value));
    } else if (Array.isArray(value) && value.some((item) => item instanceof Tensor)) {
      this.#plain[name] = value.map((item) => (item instanceof Tensor ? metaOf(item) : item));
      if (needed) {
        this.#saved.set(
          name,
          value.map((item) => (item instanceof Tensor ? new SavedTensor(item) : null)),
        );
      }
    } else {
      this.#plain[name] = value;
    }
  }

  saveResults(results: readonly Tensor[]): void {
    const needed = this.#needed;
    if (needed.has('result')) this.#saved.set('result', new SavedTensor(results[0], this));
    if (needed.has('result1')) {
      const producer = results[1].dtype.is_floating_point ? this : undefined;
      this.#saved.set('result1', new SavedTensor(results[1], producer));
    }
    if (needed.has('results'))
      this.#saved.set(
        'results',
        results.map((result) => new SavedTensor(result, this)),
      );
  }

  #unpack(name: string): unknown {
    const saved = this.#saved.get(name);
    if (saved === undefined) {
      if (name in this.#plain) return this.#plain[name];
      throw new Error(`the gradient of ${this.#record.name} reads '${name}', which its record does not save`);
    }
    return Array.isArray(saved) ? saved.map((item) => item?.unpack() ?? null) : saved.unpack();
  }

  /**
   * What is kept under an argument's name, or as `result`: null for a tensor that no formula reads, undefined for what the
   * operator has not.
   */
  kept(name: string): unknown {
    if (this.#released) throwFreed();
    if (this.#saved.has(name) || name in this.#plain) return this.#unpack(name);
    return name in this.#meta ? null : undefined;
  }

  #context(gradients: Gradients): GradContext {
    const context: Record<string, unknown> = { meta: this.#meta, grads: gradients };
    for (const name of [...Object.keys(this.#meta), ...Object.keys(this.#plain), ...resultNames]) {
      Object.defineProperty(context, name, { get: () => this.#unpack(name) });
    }
    return context as GradContext;
  }

  override apply(gradients: Gradients): Gradients {
    if (this.#released) throwFreed();
    const grad = gradients.find((gradient) => gradient !== null) as Tensor;
    let context: GradContext | null = null;
    const contextOf = (): GradContext => {
      context ??= this.#context(gradients);
      return context;
    };
    const outgoing: Gradients = new Array(this.edges.length).fill(null);
    this.#names.forEach((name, position) => {
      if (!this.#needsGradient(position)) return;
      const [start, count, isList] = this.#edgeRanges[position];
      const value = this.#ofKernel(this.#evaluate(this.#record.grad?.[name] as GradFormula, grad, contextOf));
      const list = (isList ? value : [value]) as Gradients;
      for (let index = 0; index < count; index++) {
        const edge = this.edges[start + index];
        outgoing[start + index] = edge ? this.#fit(list?.[index] ?? null, name) : null;
      }
    });
    return outgoing;
  }

  #evaluate(formula: GradFormula, grad: Tensor, context: () => GradContext): unknown {
    if (typeof formula === 'function') return formula(grad, context());
    const { root, variables } = expression(formula);
    const lookUp = (name: string): Value => (name === 'grad' ? grad : (this.#unpack(name) as Value));
    if (root.kind === 'conditional' && isChoice(root) && !is_grad_enabled()) {
      const values = Object.fromEntries(variables.map((name) => [name, lookUp(name)]));
      if (areAlike(Object.values(values), grad)) return compose(this.name, formula, values, grad.dtype);
    }
    return evaluate(root, lookUp);
  }

  /** A gradient under the name of PyTorch's kernel for it, where it will be differentiated itself. */
  #ofKernel(value: unknown): unknown {
    const { gradKernel } = this.#record;
    if (!gradKernel || !(value instanceof Tensor) || !is_grad_enabled()) return value;
    const { name, constantIn } = gradKernel;
    return call('_of_kernel', value, name, constantIn ? this.#unpack(constantIn) : null);
  }

  /** Sums over the dimensions along which the input was broadcast. */
  #fit(gradient: Tensor | null, name: string): Tensor | null {
    const meta = this.#meta[name];
    if (!gradient || !meta || sameSizes(gradient.sizes, meta.sizes)) return gradient;
    return gradient.sizes.length >= meta.sizes.length
      ? gradient.sum_to_size(meta.sizes as number[])
      : gradient;
  }

  override release(): void {
    if (this.#saved.size > 0 || this.#readsScalars()) this.#released = true;
    this.#saved.clear();
  }

  // A number in a tensor's place, which a formula multiplies with, is a tensor to PyTorch, and saved.
  #readsScalars(): boolean {
    const needed = this.#needed;
    return operatorNamed(this.#record.name).parameters.some(
      ({ name, type }) => type === 'Operand' && needed.has(name) && typeof this.#plain[name] === 'number',
    );
  }
}

function metaOf({ sizes, strides, dtype, offset }: Tensor) {
  return { sizes, strides, dtype, offset };
}

type Value = Tensor | Scalar;

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', '&&', '||']);

/** Whether an expression only compares and chooses: then one pass gives what operators one by one would. */
function isChoice(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case 'number':
    case 'variable':
      return true;
    case 'binary':
      return comparisons.has(syntax.op) && isChoice(syntax.left) && isChoice(syntax.right);
    case 'conditional':
      return isChoice(syntax.test) && isChoice(syntax.yes) && isChoice(syntax.no);
    default:
      return false;
  }
}

/** Whether the tensors among the values have the gradient's sizes, type and device. */
function areAlike(values: readonly unknown[], { sizes, dtype, storage }: Tensor): boolean {
  return values.every(
    (value) =>
      !(value instanceof Tensor) ||
      (value.dtype === dtype && value.storage.device === storage.device && sameSizes(value.sizes, sizes)),
  );
}

const binaryOperators: Record<string, string> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
  '&&': 'logical_and',
  '||': 'logical_or',
  '%': 'remainder',
};

const onNumbers: Record<string, (a: number, b: number) => Scalar> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** Computes an expression with tensor operators, so that its own gradient is known. */
function evaluate(syntax: Syntax, lookUp: (name: string) => Value): Value {
  const run = (node: Syntax): Value => evaluate(node, lookUp);
  switch (syntax.kind) {
    case 'number':
      return syntax.value;
    case 'variable':
      return lookUp(syntax.name);
    case 'unary': {
      const operand = run(syntax.operand);
      if (!(operand instanceof Tensor)) return syntax.op === '-' ? -Number(operand) : !operand;
      return syntax.op === '-' ? operand.neg() : operand.logical_not();
    }
    case 'binary': {
      const [left, right] = [run(syntax.left), run(syntax.right)];
      return syntax.op === '*' && right === 1 && isScale(syntax.right)
        ? left
        : combine(syntax.op, left, right);
    }
    case 'conditional': {
      const test = run(syntax.test);
      if (!(test instanceof Tensor)) return run(test ? syntax.yes : syntax.no);
      return call('where', test, run(syntax.yes), run(syntax.no));
    }
    case 'call': {
      const args = syntax.args.map(run);
      if (args.some((arg) => arg instanceof Tensor)) return call(syntax.name, ...args);
      return (Math[syntax.name as keyof Math] as (...values: number[]) => number)(...args.map(Number));
    }
  }
}

/** Whether a factor is one that PyTorch leaves out where it is 1. */
function isScale(factor: Syntax): boolean {
  return factor.kind === 'variable' && (factor.name === 'alpha' || factor.name === 'beta');
}

function combine(op: string, left: Value, right: Value): Value {
  if (left instanceof Tensor) return operatorNamed(binaryOperators[op]).call(left, right);
  if (!(right instanceof Tensor)) return onNumbers[op](Number(left), Number(right));
  if (op === '-') return call('rsub', right, left);
  if (op === '/') return right.reciprocal().mul(left);
  const mirrored: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
  return operatorNamed(binaryOperators[mirrored[op] ?? op]).call(right, left);
}

/**
 * An in-place write to a view, as its base's history sees it: the gradient of the written slice goes through the
 * write, the rest passes by. Edges: the base's earlier history, then the write's other inputs.
 */
export class CopySlices extends Node {
  readonly name = 'CopySlices';
  readonly #write: Node;
  readonly #base: Pick<Tensor, 'sizes' | 'strides' | 'dtype' | 'offset'>;
  readonly #view: Pick<Tensor, 'sizes' | 'strides' | 'dtype' | 'offset'>;

  constructor(baseEdge: Edge | null, base: Tensor, view: Tensor, write: Node) {
    super();
    this.#write = write;
    this.#base = metaOf(base);
    this.#view = metaOf(view);
    this.edges = [baseEdge, ...write.edges.slice(1)];
  }

  override apply([grad]: Gradients): Gradients {
    if (!grad) return this.edges.map(() => null);
    const { sizes, offset } = this.#base;
    const result = call('empty_strided', sizes, contiguousLike(this.#base), {
      dtype: grad.dtype,
      device: grad.device,
    }) as Tensor;
    result.copy_(grad);
    const view = this.#view;
    const slice = result.as_strided(view.sizes as number[], view.strides as number[], view.offset - offset);
    const [through, ...others] = this.#write.apply([slice.clone()]);
    if (through) slice.copy_(through);
    else slice.zero_();
    return [this.edges[0] ? result : null, ...others];
  }

  override release(): void {
    this.#write.release();
  }
}

/** The base's strides where they address each element once, so that a view's strides mean the same in a copy. */
function contiguousLike({ sizes, strides }: Pick<Tensor, 'sizes' | 'strides'>): readonly number[] {
  return strides.includes(0) ? contiguousStrides(sizes) : strides;
}
