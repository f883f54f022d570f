/** How two elements join in totals and extremes, and what to start from, by the kind they are calculated with. */

import type { Kind } from './layout.ts';

export type Join = 'sum' | 'prod' | 'max' | 'min';

export interface Joining {
  /** What joins with anything without a trace. */
  readonly start: string;
  join(a: string, b: string): string;
}

const sum: Record<Kind, Joining> = {
  f32: { start: '0.0', join: (a, b) => `(${a} + ${b})` },
  i32: { start: '0', join: (a, b) => `(${a} + ${b})` },
  i64: { start: 'vec2<u32>(0u)', join: (a, b) => `i64_add(${a}, ${b})` },
};

const prod: Record<Kind, Joining> = {
  f32: { start: '1.0', join: (a, b) => `(${a} * ${b})` },
  i32: { start: '1', join: (a, b) => `(${a} * ${b})` },
  i64: { start: 'vec2<u32>(1u, 0u)', join: (a, b) => `i64_mul(${a}, ${b})` },
};

// A nan stays.
const max: Record<Kind, Joining> = {
  f32: {
    start: '-inf()',
    join: (a, b) => `select(select(${a}, ${b}, ${b} > ${a} || is_nan(${b})), ${a}, is_nan(${a}))`,
  },
  i32: { start: 'i32(-2147483648)', join: (a, b) => `max(${a}, ${b})` },
  i64: { start: 'vec2<u32>(0u, 0x80000000u)', join: (a, b) => `select(${a}, ${b}, i64_lt(${a}, ${b}))` },
};

const min: Record<Kind, Joining> = {
  f32: {
    start: 'inf()',
    join: (a, b) => `select(select(${a}, ${b}, ${b} < ${a} || is_nan(${b})), ${a}, is_nan(${a}))`,
  },
  i32: { start: '2147483647', join: (a, b) => `min(${a}, ${b})` },
  i64: {
    start: 'vec2<u32>(0xffffffffu, 0x7fffffffu)',
    join: (a, b) => `select(${b}, ${a}, i64_lt(${a}, ${b}))`,
  },
};

export const joins: Record<Join, Record<Kind, Joining>> = { sum, prod, max, min };

/** Whether `a` is less than `b`, neither being nan. */
export function lessThan(a: string, b: string, kind: Kind): string {
  return kind === 'i64' ? `i64_lt(${a}, ${b})` : `(${a} < ${b})`;
}
