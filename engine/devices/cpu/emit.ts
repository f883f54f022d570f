/** Expressions as JavaScript: on numbers, or on bigints where the elements are int64. */

import { bool, type DType, float16, float32, int32, int64, type Scalar } from '../../core/dtype.ts';
import type { Node } from '../../core/expression.ts';
import { lowBits, toInt64, toNarrow, truncate } from './convert.ts';
import * as functions from './math.ts';
import * as integerFunctions from './math-int64.ts';

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', '&&', '||']);
const predicates = new Set(['isnan', 'isinf', 'isfinite', 'isposinf', 'isneginf', 'signbit']);

/** Whether the expression's value is a JavaScript boolean. */
function isBoolean(node: Node): boolean {
  if (node.kind === 'binary') return comparisons.has(node.op);
  if (node.kind === 'unary') return node.op === '!';
  if (node.kind === 'conditional') return isBoolean(node.yes) && isBoolean(node.no);
  return node.kind === 'call' && predicates.has(node.name);
}

/** JavaScript for an expression whose variables are JavaScript variables of the same name, of the compute type. */
export function emit(node: Node, compute: DType, used: Set<string>): string {
  const inner = (child: Node): string => emit(child, compute, used);
  const big = compute === int64;
  switch (node.kind) {
    case 'number':
      if (big && !Number.isInteger(node.value)) throw new Error(`${node.value} in an int64 expression`);
      return big ? `${node.value}n` : String(node.value);
    case 'variable':
      return node.name;
    case 'unary':
      return `(${node.op}${inner(node.operand)})`;
    case 'binary': {
      const [left, right] = [inner(node.left), inner(node.right)];
      // Products of int32 pass 2^53, where numbers lose their low bits.
      if (node.op === '*' && compute === int32) return `Math.imul(${left}, ${right})`;
      return `(${left} ${node.op} ${right})`;
    }
    case 'conditional':
      return `(${inner(node.test)} ? ${inner(node.yes)} : ${inner(node.no)})`;
    case 'call': {
      const args = node.args.map(inner).join(', ');
      if (node.name === 'sigmoid' && compute === float32) {
        // Rounded at each step as PyTorch's is: near 1 the gradient shows the last bit.
        return `(1 / Math.fround(1 + Math.fround(Math.exp(-${args}))))`;
      }
      if (!big && !(node.name in functions) && node.name in Math) return `Math.${node.name}(${args})`;
      if (!(node.name in (big ? integerFunctions : functions))) {
        throw new Error(`the cpu has no function ${node.name} for ${compute}`);
      }
      used.add(node.name);
      return `${node.name}(${args})`;
    }
  }
}

/**
 * Reads an element of type `from` as the compute type. Numbers that are compared are rounded to it, and whole numbers of a
 * tensor; one that is the same for all elements is calculated with as it is.
 */
export function emitLoad(
  code: string,
  from: DType,
  compute: DType,
  isCompared = false,
  isRepeated = false,
): string {
  if (from === compute) return code;
  if (compute === bool) return `+(${code} != 0)`;
  if (compute === int64) return from.is_floating_point ? `toInt64(${code})` : `BigInt(${code})`;
  const number = from === int64 ? `Number(${code})` : code;
  if (!compute.is_floating_point) {
    const whole = from === int64 ? `lowBits(${code})` : number;
    if (from.is_floating_point) return fitTo(compute, `truncate(${number})`);
    return from.itemsize >= compute.itemsize && from !== bool ? fitTo(compute, whole) : whole;
  }
  // Float16Array and Float32Array round when written; a wider operand rounds when it enters the computation.
  if (compute === float16 && (isCompared || (!from.is_floating_point && !isRepeated)))
    return `f16round(${number})`;
  if (compute === float32 || compute === float16)
    return from.itemsize >= 4 && from !== float32 ? `Math.fround(${number})` : number;
  return number;
}

/** The low bits of a whole number of up to 32, as the type holds them. */
function fitTo(dtype: DType, code: string): string {
  const spare = 32 - 8 * dtype.itemsize;
  if (spare === 0) return `(${code} | 0)`;
  return dtype.is_signed
    ? `(${code} << ${spare} >> ${spare})`
    : `(${code} & ${2 ** (8 * dtype.itemsize) - 1})`;
}

/** What is written to memory of type `to` for a value of the compute type. */
export function emitStore(root: Node, code: string, compute: DType, to: DType): string {
  if (to === bool) return `((${code}) ? 1 : 0)`;
  if (to === int64 && (compute !== int64 || isBoolean(root))) {
    return compute.is_floating_point && !isBoolean(root) ? `toInt64(${code})` : `BigInt(${code})`;
  }
  if (compute === int64 && to !== int64 && !isBoolean(root)) return `lowBits(${code})`;
  return code;
}

/** A number argument in the form in which the compute type calculates. */
export function scalarValue(value: Scalar, compute: DType, isCompared = false): number | bigint {
  if (compute === int64) return typeof value === 'bigint' ? value : toInt64(Number(value));
  if (compute === bool) return Number(value) === 0 ? 0 : 1;
  const number = Number(value);
  if (!compute.is_floating_point) return toNarrow(number, compute);
  if (compute === float16 && isCompared) return Math.f16round(number);
  return compute === float32 || compute === float16 ? Math.fround(number) : number;
}

/** The functions that emitted code calls, by name. */
export function libraryFor(compute: DType): Readonly<Record<string, unknown>> {
  return {
    ...(compute === int64 ? integerFunctions : functions),
    toInt64,
    truncate,
    lowBits,
    f16round: Math.f16round,
  };
}
