/** Two shapes, one below the other and aligned from the right: what broadcasting makes of them, in words and cells. */
import { escapeHtml } from '../code/html.ts';

export interface Column {
  /** Null where the shape has run out. */
  a: number | null;
  b: number | null;
  /** The size of the result; null where the two do not fit. */
  size: number | null;
}

const MOST_DIMENSIONS = 4;
const LARGEST_SIZE = 9;
/** Results with more elements than this are not drawn cell by cell. */
const MOST_CELLS = 60;

/** `3, 1` as numbers. Throws, in words for the learner, where it is no shape that can be drawn. */
export function parseShape(text: string): number[] {
  const words = text
    .replace(/[()[\]]/g, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const sizes = words.map(Number);
  const fits = (size: number) => Number.isInteger(size) && size >= 1 && size <= LARGEST_SIZE;
  if (!sizes.every(fits) || sizes.length > MOST_DIMENSIONS) {
    throw new RangeError(
      `Write up to ${MOST_DIMENSIONS} sizes from 1 to ${LARGEST_SIZE}, with commas between them.`,
    );
  }
  return sizes;
}

export function align(a: number[], b: number[]): Column[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, dim) => {
    const [mine, other] = [a, b].map((sizes) => sizes[dim - rank + sizes.length] ?? null);
    const [x, y] = [mine ?? 1, other ?? 1];
    return { a: mine, b: other, size: x === y || y === 1 ? x : x === 1 ? y : null };
  });
}

export function broadcastHtml(a: number[], b: number[]): string {
  const columns = align(a, b);
  return `${tableHtml(columns)}${pictureHtml(a, b, columns)}
<p class="broadcast-words" aria-live="polite">${escapeHtml(words(a, b, columns))}</p>`;
}

/** What happens, in a sentence or two; PyTorch's own where the shapes do not fit. */
export function words(a: number[], b: number[], columns = align(a, b)): string {
  const clash = columns.findLastIndex(({ size }) => size === null);
  if (clash >= 0) {
    const { a: x, b: y } = columns[clash];
    return `RuntimeError: The size of tensor a (${x}) must match the size of tensor b (${y}) at non-singleton dimension ${clash}`;
  }
  const sizes = columns.map(({ size }) => size!);
  const [ofA, ofB, all] = [a, b, sizes].map(product);
  const stretched = [stretchWords('a', columns), stretchWords('b', columns)].filter(Boolean);
  const how = stretched.length > 0 ? `${stretched.join('; ')}.` : 'Nothing is stretched.';
  return `The result has the shape ${tuple(sizes)}. ${how} In memory: ${ofA} + ${ofB} numbers, for ${all} sums.`;
}

function stretchWords(which: 'a' | 'b', columns: Column[]): string {
  const along = columns.flatMap((column, dim) =>
    (column[which] ?? 1) < column.size! ? `${column.size} times along dimension ${dim}` : [],
  );
  return along.length > 0 ? `${which} is repeated ${along.join(' and ')}` : '';
}

function tableHtml(columns: Column[]): string {
  const row = (name: string, cells: string[]) => `<tr><th scope="row">${name}</th>${cells.join('')}</tr>`;
  const operand = (which: 'a' | 'b') => columns.map((column) => operandCell(column[which], column.size));
  const result = columns.map(({ size }) =>
    size === null ? '<td class="clash">✗<span class="sr-only"> do not fit</span></td>' : `<td>${size}</td>`,
  );
  return `<table class="broadcast-table"><caption class="sr-only">The sizes, dimension by dimension</caption>
<tbody>${row('a', operand('a'))}${row('b', operand('b'))}</tbody><tfoot>${row('a + b', result)}</tfoot></table>`;
}

function operandCell(own: number | null, size: number | null): string {
  const shown = own ?? '<span class="absent">–<span class="sr-only">none</span></span>';
  const grows = size !== null && (own ?? 1) < size;
  return `<td>${shown}${grows ? `<span class="grows"> → ${size}</span>` : ''}</td>`;
}

/** `a` counts 1, 2, 3 and `b` 10, 20, 30, so that each sum tells what it was made of. */
function pictureHtml(a: number[], b: number[], columns: Column[]): string {
  const sizes = columns.map(({ size }) => size);
  if (!isWhole(sizes) || product(sizes) > MOST_CELLS) return '';
  const [left, right] = [operandCells(a, sizes, 1), operandCells(b, sizes, 10)];
  const sums = left.map(({ value }, at) => ({ value: value + right[at].value, own: true }));
  const parts = [
    gridHtml('a', left, sizes),
    '<span class="broadcast-sign">+</span>',
    gridHtml('b', right, sizes),
    '<span class="broadcast-sign">=</span>',
    gridHtml('a + b', sums, sizes),
  ];
  return `<div class="broadcast-picture" aria-hidden="true">${parts.join('')}</div>`;
}

interface GridCell {
  value: number;
  /** It lies in memory, and is no repetition. */
  own: boolean;
}

/** What an operand of `sizes` has at each place of the result. */
function operandCells(own: number[], sizes: number[], unit: number): GridCell[] {
  const ownSizes = [...sizes.slice(own.length).map(() => 1), ...own];
  return Array.from({ length: product(sizes) }, (_, flat) => {
    let [place, step, rest, isOwn] = [0, 1, flat, true];
    for (let dim = sizes.length - 1; dim >= 0; dim--) {
      const at = rest % sizes[dim];
      rest = Math.floor(rest / sizes[dim]);
      if (ownSizes[dim] === 1) isOwn &&= at === 0;
      else place += at * step;
      step *= ownSizes[dim];
    }
    return { value: (place + 1) * unit, own: isOwn };
  });
}

function gridHtml(name: string, cells: GridCell[], sizes: number[]): string {
  const [rows, width] = [1, 1, ...sizes].slice(-2);
  const blocks = Array.from({ length: cells.length / (rows * width) }, (_, block) => {
    const inside = cells.slice(block * rows * width, (block + 1) * rows * width);
    const boxes = inside.map(({ value, own }) => `<span${own ? '' : ' class="repeat"'}>${value}</span>`);
    return `<div class="broadcast-grid" style="--columns:${width}">${boxes.join('')}</div>`;
  });
  return `<div class="broadcast-operand"><code>${name}</code>${blocks.join('')}</div>`;
}

function isWhole(sizes: (number | null)[]): sizes is number[] {
  return sizes.every((size) => size !== null);
}

function product(sizes: number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

function tuple(sizes: number[]): string {
  return `(${sizes.join(', ')}${sizes.length === 1 ? ',' : ''})`;
}
