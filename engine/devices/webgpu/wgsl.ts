/** Expressions as WGSL. */

import { type DType, int64 } from '../../core/dtype.ts';
import { NotImplementedError } from '../../core/errors.ts';
import type { Node } from '../../core/expression.ts';
import { callName, predicates } from './functions.ts';
import { fitTo, type Kind, kindOf } from './layout.ts';

/** A piece of WGSL and what it evaluates to. */
export interface Code {
  readonly text: string;
  readonly type: Kind | 'bool';
}

function literal(value: number, kind: Kind): string {
  if (kind === 'f32') return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : `${value}f`;
  if (kind === 'i32') return String(value);
  const [low, high] = wordsOf(BigInt(value));
  return `vec2<u32>(${low}u, ${high}u)`;
}

/** The two words of a 64-bit integer, the low one first. */
export function wordsOf(value: bigint): [number, number] {
  const bits = BigInt.asUintN(64, value);
  return [Number(bits & 0xffffffffn), Number(bits >> 32n)];
}

/** A value in the kind that a kernel calculates with; a WGSL bool becomes 0 or 1. */
export function convert({ text, type }: Code, kind: Kind): string {
  if (type === kind) return text;
  if (type === 'bool') {
    const [zero, one] = [literal(0, kind), literal(1, kind)];
    return `select(${zero}, ${one}, ${text})`;
  }
  if (kind === 'i64') return type === 'i32' ? `i64_of(${text})` : `i64_from_f32(${text})`;
  if (kind === 'f32') return type === 'i32' ? `f32(${text})` : `i64_to_f32(${text})`;
  // What does not fit an integer becomes the lowest one, as on the cpu.
  return type === 'i64'
    ? `i64_low(${text})`
    : `select(i32(-2147483648), i32(${text}), abs(${text}) < 2147483648.0)`;
}

function truth({ text, type }: Code): string {
  if (type === 'bool') return text;
  if (type === 'i64') return `any(${text} != vec2<u32>(0u))`;
  return type === 'f32' ? `(${text} != 0.0 || is_nan(${text}))` : `(${text} != 0)`;
}

const int64Operators: Record<string, string> = { '+': 'i64_add', '-': 'i64_sub', '*': 'i64_mul' };

function arithmetic(op: string, left: string, right: string, kind: Kind): string {
  if (kind !== 'i64') {
    if (op === '<<' || op === '>>') return `(${left} ${op} u32(${right}))`;
    return `(${left} ${op} ${right})`;
  }
  if (op === '<<') return `i64_shift_left(${left}, ${right}.x)`;
  if (op === '>>') return `i64_shift_right(${left}, ${right}.x)`;
  return int64Operators[op] ? `${int64Operators[op]}(${left}, ${right})` : `(${left} ${op} ${right})`;
}

function comparison(op: string, left: string, right: string, kind: Kind): string {
  switch (op) {
    case '>':
      return comparison('<', right, left, kind);
    case '>=':
      return comparison('<=', right, left, kind);
    case '!=':
      return `!${comparison('==', left, right, kind)}`;
  }
  if (kind === 'i32') return `(${left} ${op} ${right})`;
  if (kind === 'f32') return `${{ '<': 'lt', '<=': 'le', '==': 'eq' }[op]}(${left}, ${right})`;
  if (op === '<=') return `!i64_lt(${right}, ${left})`;
  return `${op === '<' ? 'i64_lt' : 'i64_eq'}(${left}, ${right})`;
}

/** Translates one expression: `variables` are WGSL values of the compute kind, `used` collects library functions. */
export function translate(
  node: Node,
  kind: Kind,
  variables: ReadonlyMap<string, string>,
  used: Map<string, string>,
): Code {
  const inner = (child: Node): Code => translate(child, kind, variables, used);
  const value = (child: Node): string => convert(inner(child), kind);
  switch (node.kind) {
    case 'number':
      return { text: literal(node.value, kind), type: kind };
    case 'variable':
      return { text: variables.get(node.name) as string, type: kind };
    case 'unary': {
      if (node.op === '!') return { text: `!${truth(inner(node.operand))}`, type: 'bool' };
      const operand = value(node.operand);
      if (node.op === '-' && kind === 'i64') return { text: `i64_neg(${operand})`, type: kind };
      return { text: `(${node.op}${operand})`, type: kind };
    }
    case 'binary':
      return binary(node.op, inner(node.left), inner(node.right), kind);
    case 'conditional': {
      const [yes, no] = [inner(node.yes), inner(node.no)];
      const type = yes.type === 'bool' && no.type === 'bool' ? 'bool' : kind;
      const [a, b] = type === 'bool' ? [yes.text, no.text] : [convert(yes, kind), convert(no, kind)];
      return { text: `select(${b}, ${a}, ${truth(inner(node.test))})`, type };
    }
    case 'call': {
      const name = callName(node.name, kind, used);
      if (name === null) {
        throw new NotImplementedError(
          `The function '${node.name}' is not implemented for the webgpu device yet. Move the tensor to the cpu first: await t.cpu()`,
        );
      }
      const text = `${name}(${node.args.map(value).join(', ')})`;
      return { text, type: predicates.has(node.name) ? 'bool' : kind };
    }
  }
}

function binary(op: string, left: Code, right: Code, kind: Kind): Code {
  if (op === '&&' || op === '||') return { text: `(${truth(left)} ${op} ${truth(right)})`, type: 'bool' };
  const bothBool = left.type === 'bool' && right.type === 'bool';
  if (bothBool && (op === '==' || op === '!='))
    return { text: `(${left.text} ${op} ${right.text})`, type: 'bool' };
  const [a, b] = [convert(left, kind), convert(right, kind)];
  if (['<', '<=', '>', '>=', '==', '!='].includes(op))
    return { text: comparison(op, a, b, kind), type: 'bool' };
  return { text: arithmetic(op, a, b, kind), type: kind };
}

/** Reads memory of one dtype as the kind (and, for bool, the values) of another. */
export function load(text: string, from: DType, compute: DType): string {
  if (from === compute) return text;
  const source: Code = { text, type: kindOf(from) };
  if (compute.category === 'bool') return `select(0, 1, ${truth(source)})`;
  const value = convert(source, kindOf(compute));
  // A cast to a narrow integer wraps before the calculation, as it does on the cpu.
  return compute.category === 'int' && compute !== int64 ? fitTo(compute, value) : value;
}

/** What is stored in memory of that dtype for a result. */
export function store(result: Code, to: DType): string {
  const kind = kindOf(to);
  if (to.category === 'bool') return `select(0, 1, ${truth(result)})`;
  return fitTo(to, convert(result, kind));
}
