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

/** The function that code becomes part of. */
export interface Scope {
  /** A vector local of its own. */
  newLocal(): number;
  /** Code that reads a vector of four equal floats: made once, outside of the loop, as V8 builds them anew at each use. */
  constant(value: number): Code;
  /** The same for integers. */
  integers(value: number): Code;
}

interface Value {
  readonly code: Code;
  /** All bits of a lane set or none, rather than a number. */
  readonly isMask: boolean;
}

/** Code that leaves the expression's value on the stack; variables are locals. */
export function vectorCode(root: Node, variables: ReadonlyMap<string, number>, scope: Scope): Code {
  return number(emit(root, variables, scope), scope);
}

function number({ code, isMask }: Value, scope: Scope): Code {
  return isMask ? [...code, ...scope.constant(1), ...op.and] : code;
}

function mask({ code, isMask }: Value, scope: Scope): Code {
  return isMask ? code : [...code, ...scope.constant(0), ...op.ne];
}

const value = (...parts: readonly Code[]): Value => ({ code: parts.flat(), isMask: false });
const truth = (...parts: readonly Code[]): Value => ({ code: parts.flat(), isMask: true });

function emit(node: Node, variables: ReadonlyMap<string, number>, scope: Scope): Value {
  const numberOf = (child: Node): Code => number(emit(child, variables, scope), scope);
  const maskOf = (child: Node): Code => mask(emit(child, variables, scope), scope);
  switch (node.kind) {
    case 'number':
      return value(scope.constant(node.value));
    case 'variable':
      return value(op.get(variables.get(node.name) as number));
    case 'unary':
      if (node.op === '!') return truth(maskOf(node.operand), op.not);
      return value(numberOf(node.operand), op.neg);
    case 'binary': {
      if (node.op === '&&') return truth(maskOf(node.left), maskOf(node.right), op.and);
      if (node.op === '||') return truth(maskOf(node.left), maskOf(node.right), op.or);
      const parts = [numberOf(node.left), numberOf(node.right)];
      return node.op in arithmetic
        ? value(...parts, arithmetic[node.op])
        : truth(...parts, comparisons[node.op]);
    }
    case 'conditional':
      return value(numberOf(node.yes), numberOf(node.no), maskOf(node.test), op.select);
    case 'call': {
      const args = node.args.map(numberOf);
      if (node.name in unaryCalls) return value(args[0], unaryCalls[node.name]);
      if (node.name in binaryCalls) return value(args[0], args[1], binaryCalls[node.name]);
      return special(node.name, args[0], scope);
    }
  }
}

function special(name: string, argument: Code, scope: Scope): Value {
  switch (name) {
    case 'rsqrt':
      return value(scope.constant(1), argument, op.sqrt, op.div);
    case 'sigmoid':
      return value(
        scope.constant(1),
        scope.constant(1),
        exponential([...argument, ...op.neg], scope),
        op.add,
        op.div,
      );
    case 'isnan': {
      const x = scope.newLocal();
      return truth(argument, op.set(x), op.get(x), op.get(x), op.ne);
    }
    default:
      return value(exponential(argument, scope));
  }
}

/** Coefficients of e^r for |r| <= ln(2) / 2, from r² on, the highest power first (Cephes' expf). */
const taylor = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
];

/** Adding it rounds a float to a whole number, which then is what the bits of the sum are above those of this number. */
const rounding = 1.5 * 2 ** 23;
const roundingBits = new Int32Array(new Float32Array([rounding]).buffer)[0];

/** e^x = 2^n e^r. The power of two is applied in halves, so that it may leave the range of normal numbers. */
function exponential(argument: Code, scope: Scope): Code {
  const [x, shifted, n, r, half] = Array.from({ length: 5 }, () => scope.newLocal());
  const powerOfTwo = (exponent: Code): Code => [
    ...exponent,
    ...scope.integers(127),
    ...op.addIntegers,
    ...op.i32Const(23),
    ...op.shiftLeft,
  ];
  const polynomial = [
    ...scope.constant(taylor[0]),
    ...taylor
      .slice(1)
      .flatMap((coefficient) => [op.get(r), op.mul, scope.constant(coefficient), op.add].flat()),
  ];
  return [
    ...[argument, scope.constant(-104), op.larger, scope.constant(89), op.smaller, op.set(x)],
    ...[op.get(x), scope.constant(Math.LOG2E), op.mul, scope.constant(rounding), op.add, op.set(shifted)],
    ...[op.get(shifted), scope.constant(rounding), op.sub, op.set(n)],
    ...[op.get(x), op.get(n), scope.constant(0.693359375), op.mul, op.sub],
    ...[op.get(n), scope.constant(-2.1219444e-4), op.mul, op.sub, op.set(r)],
    ...[op.get(shifted), scope.integers(roundingBits), op.subIntegers, op.set(n)],
    ...[op.get(n), op.i32Const(1), op.shiftRight, op.set(half)],
    ...[polynomial, op.get(r), op.mul, op.get(r), op.mul, op.get(r), op.add, scope.constant(1), op.add],
    ...[powerOfTwo(op.get(half)), op.mul],
    ...[powerOfTwo([...op.get(n), ...op.get(half), ...op.subIntegers]), op.mul],
  ].flat();
}
