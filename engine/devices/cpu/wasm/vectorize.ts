/** Expressions as WebAssembly over vectors of four floats, each operation rounded as float32 arithmetic rounds. */

import type { Expression, Node } from '../../../core/expression.ts';
import { op } from './encode.ts';

type Code = readonly number[];

const arithmetic: Record<string, Code> = { '+': op.add, '-': op.sub, '*': op.mul, '/': op.div };
const comparisons: Record<string, Code> = {
  '<': op.lt,
  '<=': op.le,
  '>': op.gt,
  '>=': op.ge,
  '==': op.eq,
  '!=': op.ne,
};
const unaryCalls: Record<string, Code> = {
  abs: op.abs,
  sqrt: op.sqrt,
  floor: op.floor,
  ceil: op.ceil,
  trunc: op.trunc,
  round: op.nearest,
};
const binaryCalls: Record<string, Code> = { maximum: op.max, minimum: op.min };
const otherCalls = new Set(['exp', 'sigmoid', 'rsqrt', 'isnan']);

/** Whether all that the expression does can be done in vectors. */
export function isVectorizable({ root }: Expression): boolean {
  return canDo(root);
}

function canDo(node: Node): boolean {
  switch (node.kind) {
    case 'number':
    case 'variable':
      return true;
    case 'unary':
      return node.op !== '~' && canDo(node.operand);
    case 'binary':
      return (
        (node.op in arithmetic || node.op in comparisons || node.op === '&&' || node.op === '||') &&
        canDo(node.left) &&
        canDo(node.right)
      );
    case 'conditional':
      return canDo(node.test) && canDo(node.yes) && canDo(node.no);
    case 'call':
      return (
        (node.name in unaryCalls || node.name in binaryCalls || otherCalls.has(node.name)) &&
        node.args.every(canDo)
      );
  }
}

/** Hands out numbers of vector locals. */
export type NewLocal = () => number;

interface Value {
  readonly code: Code;
  /** All bits of a lane set or none, rather than a number. */
  readonly isMask: boolean;
}

/** Code that leaves the expression's value on the stack; variables are locals. */
export function vectorCode(root: Node, variables: ReadonlyMap<string, number>, newLocal: NewLocal): Code {
  return number(emit(root, variables, newLocal));
}

function number({ code, isMask }: Value): Code {
  return isMask ? [...code, ...op.constant(1), ...op.and] : code;
}

function mask({ code, isMask }: Value): Code {
  return isMask ? code : [...code, ...op.constant(0), ...op.ne];
}

const value = (...parts: readonly Code[]): Value => ({ code: parts.flat(), isMask: false });
const truth = (...parts: readonly Code[]): Value => ({ code: parts.flat(), isMask: true });

function emit(node: Node, variables: ReadonlyMap<string, number>, newLocal: NewLocal): Value {
  const inner = (child: Node): Value => emit(child, variables, newLocal);
  switch (node.kind) {
    case 'number':
      return value(op.constant(node.value));
    case 'variable':
      return value(op.get(variables.get(node.name) as number));
    case 'unary':
      if (node.op === '!') return truth(mask(inner(node.operand)), op.not);
      return value(number(inner(node.operand)), op.neg);
    case 'binary': {
      const [left, right] = [inner(node.left), inner(node.right)];
      if (node.op === '&&') return truth(mask(left), mask(right), op.and);
      if (node.op === '||') return truth(mask(left), mask(right), op.or);
      const parts = [number(left), number(right)];
      return node.op in arithmetic
        ? value(...parts, arithmetic[node.op])
        : truth(...parts, comparisons[node.op]);
    }
    case 'conditional':
      return value(number(inner(node.yes)), number(inner(node.no)), mask(inner(node.test)), op.select);
    case 'call': {
      const args = node.args.map((arg) => number(inner(arg)));
      if (node.name in unaryCalls) return value(args[0], unaryCalls[node.name]);
      if (node.name in binaryCalls) return value(args[0], args[1], binaryCalls[node.name]);
      return special(node.name, args[0], newLocal);
    }
  }
}

function special(name: string, argument: Code, newLocal: NewLocal): Value {
  switch (name) {
    case 'rsqrt':
      return value(op.constant(1), argument, op.sqrt, op.div);
    case 'sigmoid':
      return value(
        op.constant(1),
        op.constant(1),
        exponential([...argument, ...op.neg], newLocal),
        op.add,
        op.div,
      );
    case 'isnan': {
      const x = newLocal();
      return truth(argument, op.set(x), op.get(x), op.get(x), op.ne);
    }
    default:
      return value(exponential(argument, newLocal));
  }
}

/** Coefficients of e^r for |r| <= ln(2) / 2, from r² on, the highest power first (Cephes' expf). */
const taylor = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
];

/** e^x = 2^n e^r. The power of two is applied in halves, so that it may leave the range of normal numbers. */
function exponential(argument: Code, newLocal: NewLocal): Code {
  const [x, n, r, half] = [newLocal(), newLocal(), newLocal(), newLocal()];
  const powerOfTwo = (exponent: Code): Code => [
    ...exponent,
    ...op.integers(127),
    ...op.addIntegers,
    ...op.i32Const(23),
    ...op.shiftLeft,
  ];
  const polynomial = [
    ...op.constant(taylor[0]),
    ...taylor.slice(1).flatMap((coefficient) => [op.get(r), op.mul, op.constant(coefficient), op.add].flat()),
  ];
  return [
    ...[argument, op.constant(-104), op.larger, op.constant(89), op.smaller, op.set(x)],
    ...[op.get(x), op.constant(Math.LOG2E), op.mul, op.nearest, op.set(n)],
    ...[op.get(x), op.get(n), op.constant(0.693359375), op.mul, op.sub],
    ...[op.get(n), op.constant(-2.1219444e-4), op.mul, op.sub, op.set(r)],
    ...[op.get(n), op.toIntegers, op.set(n)],
    ...[op.get(n), op.i32Const(1), op.shiftRight, op.set(half)],
    ...[polynomial, op.get(r), op.mul, op.get(r), op.mul, op.get(r), op.add, op.constant(1), op.add],
    ...[powerOfTwo(op.get(half)), op.mul],
    ...[powerOfTwo([...op.get(n), ...op.get(half), ...op.subIntegers]), op.mul],
  ].flat();
}
