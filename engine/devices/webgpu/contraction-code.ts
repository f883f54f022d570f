/**
 * The code of a contraction. For a program that plays a GPU, to read costs a hundred instructions for four invocations
 * (less for each element of a vector) and to go round a loop fifteen for each sum that is kept, while a multiplication
 * takes five: so a turn adds up to four terms to each sum, vectors are read where four elements lie in a row, and the
 * four invocations of a quad, each of which reads a row of its own, hand it round, which is one instruction. More of
 * anything, and the code of a turn is larger than the processor's cache for it (32 KiB).
 */

import type { DType } from '../../core/dtype.ts';
import { store } from './wgsl.ts';

/** Invocations of a quad. They share its rows, and each has columns of its own. */
export const side = 4;

/** How a factor is read: element by element, or in vectors of neighbouring terms or of neighbouring lines. */
export type Reading = 'single' | 'inner' | 'across';

/** What the code depends on, but for places. */
export interface Shape {
  /** Rows and columns that an invocation reads: a quad computes four times as many of each. */
  readonly down: number;
  readonly across: number;
  /** Quads of a workgroup, one below the other. */
  readonly tall: number;
  /** Terms of each sum that a turn adds. */
  readonly terms: number;
  readonly left: Reading;
  readonly right: Reading;
  /** Loops over the terms, one within the other. */
  readonly loops: number;
  /** Whether what an invocation has read can be handed to the others of its quad: each reads all rows otherwise. */
  readonly hasQuads: boolean;
}

const numbersTo = (end: number): number[] => Array.from({ length: end }, (_, k) => k);

/** Lines of a factor as an invocation sees them. */
interface Lines {
  /** Where line `k` of the invocation at place `x` of the quad is. Past the edge the last ones are repeated: that costs less than asking at each. */
  place(k: number, x: string): string;
  /** Statements that read the terms of a turn, and where they put the one of line `k`. */
  readonly reads: readonly string[];
  term(k: number, term: number): string;
}

function linesOf(
  name: 'a' | 'b',
  source: string,
  reading: Reading,
  terms: number,
  count: number,
  isOwn: boolean,
): Lines {
  const [first, last] = name === 'a' ? ['top', 'last_row'] : ['left', 'last_column'];
  const read = (to: string, k: number, term: number): string =>
    `let ${to} = ${source}[${name}_line_${k} + ${name}_${term}];`;
  const [all, turn] = [numbersTo(count), numbersTo(terms)];
  const apart = (k: number, x: string): string => (isOwn ? `${k * side}u + ${x}` : `${k}u`);
  switch (reading) {
    case 'single':
      return {
        place: (k, x) => `min(${first} + ${apart(k, x)}, ${last})`,
        reads: turn.flatMap((term) => all.map((k) => read(`${name}${k}_${term}`, k, term))),
        term: (k, term) => `${name}${k}_${term}`,
      };
    case 'inner':
      return {
        place: (k, x) => `min(${first} + ${apart(k, x)}, ${last})`,
        reads: all.map((k) => read(`${name}${k}`, k, 0)),
        term: (k, term) => `${name}${k}[${term}]`,
      };
    case 'across':
      return {
        place: (k, x) => `min(${first} + (${x}) * 4u, ${last} - 3u) + ${k}u`,
        reads: turn.map((term) => read(`${name}_at_${term}`, 0, term)),
        term: (k, term) => `${name}_at_${term}[${k}]`,
      };
  }
}

/** What each invocation of a quad reads of another's: its own, that of its neighbour in x, in y, in both. */
const swaps = ['', 'quadSwapX', 'quadSwapY', 'quadSwapDiagonal'];

export function bodyOf(shape: Shape, dtype: DType): string {
  const { down, across, tall, terms, loops, hasQuads } = shape;
  const rows = linesOf('a', 'in0', shape.left, terms, hasQuads ? down : down * side, hasQuads);
  const columns = linesOf('b', 'in1', shape.right, terms, across, true);
  const [held, columnNumbers, turn] = [
    numbersTo(hasQuads ? down : down * side),
    numbersTo(across),
    numbersTo(terms),
  ];
  /** The rows whose sums an invocation keeps: those that it reads, and those that it is handed. */
  const kept = held.flatMap((k) => (hasQuads ? swaps : ['']).map((swap, turned) => ({ k, swap, turned })));
  const sums = kept.map(({ k, swap }, row) => {
    const handed = turn.map((term) => `let term_${term} = ${swap}(${rows.term(k, term)});`);
    // In the order of the terms, so that all kernels give the same digits.
    const added = columnNumbers.map((c) => {
      const sum = `sum_${row}_${c}`;
      return `${sum} = ${[sum, ...turn.map((term) => `term_${term} * ${columns.term(c, term)}`)].join(' + ')};`;
    });
    return `{ ${[...handed, ...added].join(' ')} }`;
  });
  const shift = (reading: Reading): string => (reading === 'single' ? '' : ' >> 2u');
  return `
@compute @workgroup_size(${side}, ${tall})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
  let number = group.y * groups.x + group.x;
  let line = number / P_column_groups;
  let batch = line / P_row_groups;
  let top = ((line - batch * P_row_groups) * ${tall}u + id.y) * ${down * side}u;
  let left = (number - line * P_column_groups) * ${across * side}u;
  if (number >= P_groups || top >= P_rows) { return; }
  let last_row = P_rows - 1u;
  let last_column = P_columns - 1u;
  let a_start = P_a_offset + batch_a(batch);
  let b_start = P_b_offset + batch_b(batch);
  ${held.map((k) => `let a_line_${k} = (a_start + row_a(${rows.place(k, 'id.x')}))${shift(shape.left)};`).join('\n  ')}
  ${columnNumbers.map((c) => `let column_${c} = ${columns.place(c, 'id.x')};`).join('\n  ')}
  ${columnNumbers.map((c) => `let b_line_${c} = (b_start + column_b(column_${c}))${shift(shape.right)};`).join('\n  ')}
  ${kept.map((_, row) => columnNumbers.map((c) => `var sum_${row}_${c} = 0.0;`).join(' ')).join('\n  ')}
  let a = 0u; let b = 0u;${loopsOver(
    loops,
    shape,
    `
    ${[...rows.reads, ...columns.reads, ...sums].join('\n    ')}`,
  )}
  let start = P_start + batch_out(batch);
  ${columnNumbers.map((c) => `let to_${c} = start + column_out(column_${c});`).join('\n  ')}
  ${kept
    .map(({ k, turned }, row) => {
      const place = `let to = row_out(${rows.place(k, turned === 0 ? 'id.x' : `(id.x ^ ${turned}u)`)});`;
      const stores = columnNumbers.map(
        (c) => `result[to + to_${c}] = ${store({ text: `sum_${row}_${c}`, type: 'f32' }, dtype)};`,
      );
      return `{ ${[place, ...stores].join(' ')} }`;
    })
    .join('\n  ')}
}`;
}

/** The loops over the terms: within them `a_0` and `b_0` say where the first term of a turn is in a line, `a_1` the second. */
function loopsOver(loops: number, { terms, left, right }: Shape, turn: string): string {
  const last = loops - 1;
  const following = (name: 'a' | 'b', reading: Reading): string[] =>
    reading === 'inner'
      ? []
      : numbersTo(terms - 1).map((k) => `let ${name}_${k + 1} = ${name}_${k} + ${name}_step_${last};`);
  const advance = (reading: Reading): string => (reading === 'inner' || terms === 1 ? '' : `${terms}u * `);
  let code = ` let a_0 = a; let b_0 = b; ${[...following('a', left), ...following('b', right)].join(' ')}${turn}`;
  for (let k = last; k >= 0; k--) {
    const isLast = k === last;
    code = `
  var next_a_${k} = a; var next_b_${k} = b;
  for (var k_${k} = 0u; k_${k} < length_${k}; k_${k} += ${isLast ? terms : 1}u) {
    let a = next_a_${k}; let b = next_b_${k};${code}
    next_a_${k} += ${isLast ? advance(left) : ''}a_step_${k}; next_b_${k} += ${isLast ? advance(right) : ''}b_step_${k};
  }`;
  }
  // Parameters are read once: within the loops that costs as much as an element.
  const names = numbersTo(loops).flatMap((k) => [`length_${k}`, `a_step_${k}`, `b_step_${k}`]);
  return `${names.map((name) => `\n  let ${name} = P_${name};`).join('')}${code}`;
}
