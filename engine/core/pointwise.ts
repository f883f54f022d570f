/**
 * Operators that compute each element from the elements at the same place: one expression says it all.
 * The record settles types, broadcasting, memory layout and errors at the call; the device does the rest.
 */

import { commonDevice, type PointwiseCall } from '../devices/device.ts';
import {
  bool,
  cppNames,
  type DType,
  get_default_dtype,
  type PromotionOperand,
  resultType,
  type Scalar,
  scalarDtype,
} from './dtype.ts';
import { NotImplementedError, RuntimeError } from './errors.ts';
import { expression } from './expression.ts';
import { placeOfFunctionalInplace, placeOfInplace } from './inplace.ts';
import { defineOperator, type GradFormulas, gradNameOf, type OperatorRecord } from './operator.ts';
import { itemOf } from './reading.ts';
import { type Arguments, type Bound, laterParsed, type Parameter } from './schema.ts';
import {
  broadcastShapes,
  contiguousStrides,
  expandStrides,
  hasInternalOverlap,
  numelOf,
  sameSizes,
  shapeText,
} from './shape.ts';
import { alias, allocate, Tensor } from './tensor.ts';

/**
 * How an operator's result type follows from its operands': `promote` to their common type, the same but at least
 * the default `float`, or compare in the common type and give `bool`.
 */
export type TypeRule = 'promote' | 'float' | 'bool';

export interface PointwiseRecord<S extends string> {
  /** The signature; `self: Tensor` unless said otherwise. Operands and Tensors take part in type promotion. */
  readonly schema?: S;
  /** What each element is; where that depends on options or on the type, a function of them. */
  readonly expr: string | ((args: Arguments<S>, compute: DType) => string);
  readonly dtype: TypeRule | ((args: Arguments<S>) => TypeRule);
  readonly grad?: GradFormulas<S>;
  readonly saves?: readonly string[];
  /** The in-place form's gradients, where the plain one has others or none. */
  readonly inplaceGrad?: GradFormulas<S>;
  /** PyTorch's name of the in-place form's graph node, where it has one of its own. */
  readonly inplaceGradName?: string;
  readonly gradName?: OperatorRecord<S>['gradName'];
  readonly gradKernel?: OperatorRecord<S>['gradKernel'];
  readonly doc: string;
  readonly example?: string;
  /** Throws for arguments or types that PyTorch refuses. */
  readonly check?: (args: Arguments<S>, compute: DType) => void;
  /** Types for which PyTorch has no kernel: the kernel's name, and their categories. Refused once all else fits. */
  readonly lacks?: readonly [kernel: string, ...categories: DType['category'][]];
  /** False where there is no in-place form. */
  readonly inplace?: boolean;
  readonly as?: OperatorRecord['as'];
}

/** Defines the operator, and its in-place form `name_`. Hands back the function. */
export function pointwise<const S extends string = 'self: Tensor'>(
  name: string,
  record: PointwiseRecord<S>,
  // biome-ignore lint/suspicious/noExplicitAny: typed callers go through engine/generated.ts
): (...args: any[]) => any {
  const schema = (record.schema ?? 'self: Tensor') as S;
  const parameters = laterParsed(schema);
  const untyped = record as unknown as PointwiseRecord<string>;
  const { doc, grad, saves, gradName, gradKernel, as, example } = record;
  // The in-place form is recorded under the name of the plain one.
  const shared = { schema, grad, saves, gradName: gradName ?? gradNameOf(name), gradKernel, example };
  if (record.inplace !== false) {
    const inplaceName = `${name}_`;
    defineOperator({
      ...shared,
      grad: record.inplaceGrad ?? grad,
      gradName: record.inplaceGradName ?? shared.gradName,
      name: inplaceName,
      doc: `In-place form of \`${name}\`: writes the result into this tensor and returns it.`,
      as: (as === 'functional' ? placeOfFunctionalInplace : placeOfInplace)(inplaceName),
      mutates: true,
      example: undefined,
      forward: (args) =>
        runPointwise(inplaceName, untyped, parameters(), args as Bound, (args as Bound).self as Tensor),
    });
  }
  return defineOperator({
    ...shared,
    name,
    doc,
    as,
    forward: (args) => runPointwise(name, untyped, parameters(), args as Bound, null),
  });
}

/** The clamps by numbers name a type that they cannot write to as C++ does. */
function targetName(name: string, args: Bound, dtype: DType): string {
  const isByNumbers = Object.values(args).filter((value) => value instanceof Tensor).length === 1;
  return isByNumbers && /^cl(amp|ip)/.test(name) ? cppNames[dtype.name] : dtype.scalarName;
}

function runPointwise(
  name: string,
  record: PointwiseRecord<string>,
  parameters: readonly Parameter[],
  args: Bound,
  target: Tensor | null,
): Tensor {
  const rule = typeof record.dtype === 'string' ? record.dtype : record.dtype(args);
  const compute = computeType(rule, parameters, args);
  record.check?.(args, compute);
  const text = typeof record.expr === 'string' ? record.expr : record.expr(args, compute);
  const outType = rule === 'bool' ? bool : compute;
  const cannotHold = target !== null && !canCast(outType, target.dtype);
  if (cannotHold || record.lacks?.includes(compute.category)) {
    // What is wrong is told in PyTorch's order: the memory, the sizes, the types.
    const operands = parameters.map(({ name }) => args[name]).filter((value) => value instanceof Tensor);
    if (target) checkTarget(target, operands);
    if (cannotHold) {
      throw new RuntimeError(
        `result type ${outType.scalarName} can't be cast to the desired output type ${targetName(name, args, target.dtype)}`,
      );
    }
    broadcastShapes(...operands.map(sizesOf));
    throw new NotImplementedError(`"${record.lacks![0]}" not implemented for '${compute.scalarName}'`);
  }
  if (target) return composeInto(name, text, args, compute, target);
  return compose(name, text, args, compute, outType, hasNumber(parameters, args) && !byItself.test(name));
}

/** Operators that PyTorch has a form of for numbers: there they are no tensors. */
const byItself = /^(pow|clamp|clip)/;

/** Whether a number stands in a tensor's place: to PyTorch it is a tensor without dimensions. */
function hasNumber(parameters: readonly Parameter[], args: Bound): boolean {
  for (const { name, type } of parameters) {
    if (type === 'Operand' && args[name] !== null && !(args[name] instanceof Tensor)) return true;
  }
  return false;
}

/** @throws RuntimeError where the operands share some of the memory that is written to, or do not broadcast to its sizes. */
function checkTarget(out: Tensor, operands: readonly Tensor[]): void {
  refuseOverlap(out, operands);
  const sizes = broadcastShapes(out.sizes, ...operands.map(sizesOf));
  if (sameSizes(sizes, out.sizes)) return;
  throw new RuntimeError(
    `output with shape ${shapeText(out.sizes)} doesn't match the broadcast shape ${shapeText(sizes)}`,
  );
}

function computeType(rule: TypeRule, parameters: readonly Parameter[], args: Bound): DType {
  const common = oneFloatType(parameters, args) ?? commonType(parameters, args);
  return rule === 'float' && !common.is_floating_point ? get_default_dtype() : common;
}

/** The type of all tensors, where they agree on one of floats: no number changes it. */
function oneFloatType(parameters: readonly Parameter[], args: Bound): DType | null {
  let found: DType | null = null;
  for (const { name } of parameters) {
    const value = args[name];
    if (!(value instanceof Tensor)) continue;
    if (!value.dtype.is_floating_point || (found && found !== value.dtype)) return null;
    found = value.dtype;
  }
  return found;
}

function commonType(parameters: readonly Parameter[], args: Bound): DType {
  const operands: PromotionOperand[] = [];
  for (const { name, type } of parameters) {
    const value = args[name];
    if (value instanceof Tensor) {
      operands.push({ dtype: value.dtype, kind: value.sizes.length > 0 ? 'dimensioned' : 'zero-dim' });
    } else if (type === 'Operand' && value !== null && value !== undefined) {
      operands.push({ dtype: scalarDtype(value as Scalar), kind: 'scalar' });
    }
  }
  return resultType(operands);
}

/** Whether an in-place result of type `from` may be written to a tensor of type `to`: never down a category. */
export function canCast(from: DType, to: DType): boolean {
  if (from.is_floating_point && !to.is_floating_point) return false;
  return from.category === 'bool' || to.category !== 'bool';
}

/** Evaluates an expression over tensors and numbers into a new tensor; `name` is what asks for it, for profiles. */
export function compose(
  name: string,
  text: string,
  args: Bound,
  compute: DType,
  outType: DType = compute,
  withNumber = false,
): Tensor {
  const { tensors, scalars, operands } = split(text, args);
  const sizes = broadcastShapes(...operands.map(sizesOf));
  const device = commonDevice(operands);
  const out = allocate(sizes, outType, device, outputStrides(sizes, operands, withNumber));
  return launch(name, text, tensors, scalars, compute, out, true);
}

/** Evaluates an expression into memory that exists; `fresh` says that it was allocated for this and holds nothing yet. @throws RuntimeError where the shapes or the memory do not fit. */
export function composeInto(
  name: string,
  text: string,
  args: Bound,
  compute: DType,
  out: Tensor,
  fresh = false,
): Tensor {
  const { tensors, scalars, operands } = split(text, args);
  checkTarget(out, operands);
  commonDevice([out, ...operands]);
  return launch(name, text, tensors, scalars, compute, out, fresh);
}

const noScalars: ReadonlyMap<string, Scalar> = new Map();

/** The expression's variables: tensors apart from numbers. */
function split(
  text: string,
  args: Bound,
): { tensors: Map<string, Tensor>; scalars: ReadonlyMap<string, Scalar>; operands: Tensor[] } {
  const operands: Tensor[] = [];
  const tensors = new Map<string, Tensor>();
  let scalars: Map<string, Scalar> | null = null;
  for (const name of expression(text).variables) {
    const value = args[name];
    if (value instanceof Tensor) {
      tensors.set(name, value);
      operands.push(value);
    } else {
      scalars ??= new Map();
      scalars.set(name, value as Scalar);
    }
  }
  return { tensors, scalars: scalars ?? noScalars, operands };
}

function launch(
  name: string,
  text: string,
  tensors: Map<string, Tensor>,
  numbers: ReadonlyMap<string, Scalar>,
  compute: DType,
  out: Tensor,
  fresh: boolean,
): Tensor {
  if (numelOf(out.sizes) === 0) return out;
  const { device } = out.storage;
  let scalars = numbers;
  for (const [variable, tensor] of tensors) {
    // A 0-d cpu tensor joins tensors of any device as a number.
    if (tensor.storage.device !== device) {
      scalars = new Map(scalars).set(variable, itemOf(tensor));
      tensors.delete(variable);
    } else if (!sameSizes(tensor.sizes, out.sizes)) tensors.set(variable, expandTo(tensor, out.sizes));
  }
  const call: PointwiseCall = {
    name,
    expression: expression(text),
    tensors,
    scalars,
    compute,
    out,
    fresh,
  };
  device.pointwise(call);
  return out;
}

const sizesOf = (tensor: Tensor): readonly number[] => tensor.sizes;

function expandTo(tensor: Tensor, sizes: readonly number[]): Tensor {
  return alias(tensor, sizes, expandStrides(tensor.sizes, tensor.strides, sizes));
}

/**
 * PyTorch lays a result out as its operands are: a sum of transposed tensors is transposed in memory too.
 * Dimensions are ordered by the operands' strides, the first operand that tells two apart deciding.
 */
export function outputStrides(
  sizes: readonly number[],
  operands: readonly Tensor[],
  withNumber = false,
): readonly number[] {
  const plain = contiguousStrides(sizes);
  const isPlain = (tensor: Tensor): boolean =>
    sameSizes(tensor.sizes, sizes) &&
    // A dimension of size 1 may have any stride, which counts where not all operands have the same sizes.
    (withNumber ? sameSizes(tensor.strides, plain) : tensor.is_contiguous());
  if (operands.every(isPlain)) return plain;
  const views = operands.map((tensor) =>
    expandStrides(tensor.sizes, tensor.strides, sizes).map((stride, dim) => {
      const own = dim - sizes.length + tensor.sizes.length;
      return own >= 0 && tensor.sizes[own] === 1 && sizes[dim] !== 1 ? 0 : stride;
    }),
  );
  const order = sizes.map((_, dim) => sizes.length - 1 - dim);
  for (let i = 1; i < order.length; i++) {
    for (let right = i, left = i - 1; left >= 0; left--) {
      const comparison = compareDims(order[left], order[right], views, sizes);
      if (comparison < 0) break;
      if (comparison > 0) {
        [order[left], order[right]] = [order[right], order[left]];
        right = left;
      }
    }
  }
  if (order.every((dim, k) => dim === sizes.length - 1 - k)) return plain;
  const strides = new Array<number>(sizes.length);
  let step = 1;
  for (const dim of order) {
    strides[dim] = step;
    step *= sizes[dim];
  }
  return strides;
}

/** Positive where dimension `a` should lie outside of `b`, negative for the reverse, 0 where nothing tells. */
function compareDims(
  a: number,
  b: number,
  views: readonly (readonly number[])[],
  sizes: readonly number[],
): number {
  for (const strides of views) {
    if (strides[a] === 0 || strides[b] === 0) continue;
    if (strides[a] !== strides[b]) return strides[a] - strides[b];
    if (sizes[a] > sizes[b]) return 1;
  }
  return 0;
}

function refuseOverlap(out: Tensor, operands: readonly Tensor[]): void {
  if (hasInternalOverlap(out.sizes, out.strides)) {
    throw new RuntimeError(
      'unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.',
    );
  }
  for (const operand of operands) {
    if (operand.storage === out.storage && overlapsPartly(out, operand)) {
      throw new RuntimeError(
        'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.',
      );
    }
  }
}

/** As PyTorch decides it: only for tensors without gaps; for others the question is too hard to ask at each call. */
function overlapsPartly(a: Tensor, b: Tensor): boolean {
  if (!isDense(a.sizes, a.strides) || !isDense(b.sizes, b.strides)) return false;
  const [endA, endB] = [a.offset + a.numel(), b.offset + b.numel()];
  if (a.offset === b.offset && endA === endB)
    return a.strides.some((stride, dim) => stride !== b.strides[dim]);
  return a.offset < endB && b.offset < endA;
}

/** Whether some order of the dimensions makes the memory contiguous: no gaps, no overlap. */
export function isDense(sizes: readonly number[], strides: readonly number[]): boolean {
  const dims = sizes.map((_, dim) => dim).filter((dim) => sizes[dim] !== 1);
  dims.sort((a, b) => strides[a] - strides[b]);
  let expected = 1;
  for (const dim of dims) {
    if (strides[dim] !== expected) return false;
    expected *= sizes[dim];
  }
  return true;
}
