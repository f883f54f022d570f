/**
 * Functions of expressions in WGSL, by the names of devices/cpu/math.ts and the kind they calculate with. What
 * WGSL has under the same name and meaning is listed; the rest is written in float.ts, special.ts, probability.ts and integers.ts.
 * Nothing relies on the compiler keeping nan and infinity: drivers calculate with "fast math", so both are told by
 * their bits.
 */

import type { Node } from '../../core/expression.ts';
import { floatFunctions } from './float.ts';
import { integerFunctions } from './integers.ts';
import type { Kind } from './layout.ts';
import { probabilityFunctions } from './probability.ts';
import { specialFunctions } from './special.ts';

/** WGSL's own functions that are as exact as PyTorch's, to the edges. */
const builtins: Record<Kind, ReadonlySet<string>> = {
  f32: new Set(['floor', 'ceil', 'trunc', 'round', 'abs', 'sqrt']),
  i32: new Set(['abs', 'sign']),
  i64: new Set(),
};

/** Bit tests, and the whole number nearest to one below 2^22: i32(round(x)) is dear, for it minds all others. */
const prelude = {
  is_nan: '(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }',
  is_inf: '(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) == 0x7f800000u; }',
  of_bits: '(bits: u32) -> f32 { return bitcast<f32>(bits | (P.data[0].y & 1u)); }',
  inf: '() -> f32 { return of_bits(0x7f800000u); }',
  nan: '() -> f32 { return of_bits(0x7fc00000u); }',
  nearest: '(x: f32) -> i32 { return bitcast<i32>(x + 12582912.0) - 0x4b400000; }',
  eq: '(a: f32, b: f32) -> bool { return a == b && !is_nan(a) && !is_nan(b); }',
  lt: '(a: f32, b: f32) -> bool { return a < b && !is_nan(a) && !is_nan(b); }',
  le: '(a: f32, b: f32) -> bool { return a <= b && !is_nan(a) && !is_nan(b); }',
};

/** The code with those of the prelude's functions before it that it calls: others would only take time to compile. */
export function withPrelude(code: string): string {
  let all = code;
  // Later ones call earlier ones.
  for (const [name, source] of Object.entries(prelude).toReversed()) {
    if (all.includes(`${name}(`)) all = `fn ${name}${source}\n${all}`;
  }
  return all;
}

/** Sources of functions by kind and name; a function may call others of its kind by their full names. */
const sources: Record<Kind, Readonly<Record<string, string>>> = {
  f32: { ...floatFunctions, ...specialFunctions, ...probabilityFunctions },
  ...integerFunctions,
};

/** Functions whose value is a WGSL bool. */
export const predicates = new Set(['isnan', 'isinf', 'isfinite', 'isposinf', 'isneginf', 'signbit']);

/** Whether an expression calls functions that WGSL does not have itself. */
export function callsLibrary(node: Node, kind: Kind): boolean {
  const inner = (child: Node): boolean => callsLibrary(child, kind);
  switch (node.kind) {
    case 'call':
      return !builtins[kind].has(node.name) || node.args.some(inner);
    case 'unary':
      return inner(node.operand);
    case 'binary':
      return inner(node.left) || inner(node.right);
    case 'conditional':
      return inner(node.test) || inner(node.yes) || inner(node.no);
    default:
      return false;
  }
}

/** The WGSL name by which to call a function, or null where the GPU has none. Adds its source to `used`. */
export function callName(name: string, kind: Kind, used: Map<string, string>): string | null {
  const source = sources[kind][name];
  if (source === undefined) return builtins[kind].has(name) ? name : null;
  const full = `${name}_${kind}`;
  if (!used.has(full)) {
    used.set(full, source);
    for (const [, other] of source.matchAll(/\b(\w+)_(?:f32|i32|i64)\(/g)) {
      if (other !== name) callName(other, kind, used);
    }
  }
  return full;
}
