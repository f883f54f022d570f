/**
 * A tensor drawn twice: as the grid that its sizes make of it, and as the strip of storage that its strides walk over.
 * An element and its place in the strip carry the same `data-address`.
 */
import { codeHtml, escapeHtml } from '../code/html.ts';
import type { Snapshot } from '../runner/snapshot.ts';

/** Lights up one element after the other, in the order of their indices (tensor.ts). */
const WALK =
  '<button type="button" class="tensor-walk" aria-label="Walk through it, element by element" title="Walk through it">▶</button>';

/** `py`: its name in Python, where that is another. */
export function tensorHtml(name: string, tensor: Snapshot, py = name): string {
  const widest = Math.max(...tensor.storage.map((value) => value.length));
  return `<div class="tensor-card" style="--characters:${widest}">
<div class="tensor-head">${headHtml(codeHtml(`${name} py: ${py}`), tensor)}</div>
<div class="tensor-body">${blockHtml(name, tensor, [])}</div>
${stripHtml(tensor)}
<p class="tensor-formula" aria-live="polite">${hint(tensor)}</p>
</div>`;
}

/** Where the element at `index` lies, with the sum that finds it. */
export function addressWords(tensor: Pick<Snapshot, 'offset' | 'strides'>, index: number[]): string {
  const terms = index.map((at, dim) => `${at} × ${tensor.strides[dim]}`);
  return `[${index.join(', ')}] lies at ${[tensor.offset, ...terms].join(' + ')} = ${addressOf(tensor, index)}`;
}

function addressOf({ offset, strides }: Pick<Snapshot, 'offset' | 'strides'>, index: number[]): number {
  return index.reduce((sum, at, dim) => sum + at * strides[dim], offset);
}

function headHtml(name: string, { dtype, sizes, strides, offset }: Snapshot): string {
  const facts = [
    ['shape', tuple(sizes)],
    ['stride', tuple(strides)],
    ['offset', offset],
    ['dtype', dtype.replace('torch.', '')],
  ];
  const items = facts.map(([fact, value]) => `<div><dt>${fact}</dt><dd>${value}</dd></div>`);
  const walk = sizes.length === 0 ? '' : WALK;
  return `${name}<dl>${items.join('')}</dl>${walk}`;
}

function tuple(numbers: number[]): string {
  return `(${numbers.join(', ')}${numbers.length === 1 ? ',' : ''})`;
}

/** The last two dimensions are a table; every dimension before them is a row of what follows. */
function blockHtml(name: string, tensor: Snapshot, index: number[]): string {
  const left = tensor.sizes.length - index.length;
  if (left <= 2) return tableHtml(name, tensor, index);
  const blocks = Array.from({ length: tensor.sizes[index.length] }, (_, at) => {
    const here = [...index, at];
    return `<div class="tensor-block"><span class="tensor-label">[${here.join(', ')}]</span>${blockHtml(name, tensor, here)}</div>`;
  });
  return `<div class="tensor-blocks">${blocks.join('')}</div>`;
}

function tableHtml(name: string, tensor: Snapshot, index: number[]): string {
  const [rows, columns] = [1, 1, ...tensor.sizes.slice(index.length)].slice(-2);
  const flat = tensor.sizes.length - index.length;
  const body = Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const here = [...index, ...[row, column].slice(2 - flat)];
      const address = addressOf(tensor, here);
      const first = here.every((at) => at === 0);
      return `<td tabindex="${first ? 0 : -1}" data-index="${here.join(',')}" data-address="${address}">${escapeHtml(tensor.storage[address] ?? '')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const label = [name, index.length > 0 ? `[${index.join(', ')}]` : ''].join('');
  return `<table role="grid" aria-label="${escapeHtml(`${label}: ${rows} by ${columns}`)}"><tbody>${body.join('')}</tbody></table>`;
}

function stripHtml(tensor: Snapshot): string {
  const used = new Set(addresses(tensor));
  const cells = tensor.storage.map(
    (value, address) =>
      `<li data-address="${address}"${used.has(address) ? '' : ' class="unused"'}><span class="tensor-address">${address}</span>${escapeHtml(value)}</li>`,
  );
  return `<div class="tensor-strip" tabindex="0" role="group" aria-label="Its storage, ${cells.length} elements in a row">
${hopsHtml(tensor)}<ol>${cells.join('')}</ol></div>`;
}

/** An arc for each dimension: from the first element to the next one along it. */
function hopsHtml({ sizes, strides, offset }: Snapshot): string {
  const hops = sizes
    .map((size, dim) => ({ size, dim, stride: strides[dim] }))
    .filter(({ size, stride }) => size > 1 && stride > 0)
    .sort((a, b) => a.stride - b.stride);
  const arcs = hops.map(
    ({ dim, stride }, level) =>
      `<span class="hop" style="--from:${offset};--by:${stride};--level:${level}"><span>dim ${dim}: +${stride}</span></span>`,
  );
  return `<div class="tensor-hops" style="--levels:${hops.length}" aria-hidden="true">${arcs.join('')}</div>`;
}

function addresses(tensor: Snapshot): number[] {
  let all = [tensor.offset];
  tensor.sizes.forEach((size, dim) => {
    all = all.flatMap((address) =>
      Array.from({ length: size }, (_, at) => address + at * tensor.strides[dim]),
    );
  });
  return all;
}

function hint({ sizes }: Snapshot): string {
  return sizes.length === 0
    ? 'A scalar: one element, no strides.'
    : 'Choose an element to see where it lies.';
}
