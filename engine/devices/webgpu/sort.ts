/**
 * Stable sorting along the last dimension on the GPU: a bitonic network over the elements' numbers. Among equals the
 * one that came first comes first, so the network's own disorder does not show. Blocks that fit in shared memory are
 * sorted there; longer rows exchange elements between blocks in memory.
 */

import { int32, int64 } from '../../core/dtype.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import { gatherKernel } from '../cpu/scatter.ts';
import { sortKernel } from '../cpu/sort.ts';
import { lessThan } from './joins.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { kindOf, wgslType } from './layout.ts';
import { elementOf, mainPerGroup, rowCount, rowLength, rowOf } from './rows.ts';

/** Elements that a workgroup sorts in shared memory: two for each invocation, of which every adapter has 256. */
const largestBlock = 512;

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(least, 2)));

/** Whether an element comes before another. What lies past the row's end comes last; nan counts as greatest. */
function library(source: Tensor, descending: boolean): string {
  const kind = kindOf(source.dtype);
  const [a, b] = descending ? ['b.value', 'a.value'] : ['a.value', 'b.value'];
  const less = (x: string, y: string): string => lessThan(x, y, kind);
  const nan = `
  let nans = vec2<bool>(is_nan(${a}), is_nan(${b}));
  if (nans.x != nans.y) { return nans.y; }
  if (nans.x) { return a.index < b.index; }`;
  return `
struct Item { value: ${wgslType[kind]}, index: u32 }
fn is_before(a: Item, b: Item) -> bool {
  if (a.index >= P_length || b.index >= P_length) { return a.index < b.index; }${kind === 'f32' ? nan : ''}
  if (${less(a, b)}) { return true; }
  if (${less(b, a)}) { return false; }
  return a.index < b.index;
}
fn item(row_start: u32, index: u32) -> Item {
  return Item(in0[row_start + min(index, P_length - 1u) * P_s_step], index);
}`;
}

interface Rows {
  readonly source: Tensor;
  /** The elements' numbers: rows of `width`, a power of two. */
  readonly order: Tensor;
  readonly width: number;
  readonly descending: boolean;
}

const params = ({ source, width }: Rows) => ({
  rows: rowCount(source),
  length: rowLength(source),
  width,
  ...rowOf('s_', 'row', source).params,
});

/** Sorts each block in shared memory: from the start, or (`stage` > 0) the last steps of a stage of the network. */
function sortBlocks(rows: Rows, block: number, stage: number): void {
  const { source, order, width, descending } = rows;
  const lanes = block / 2;
  const blocks = width / block;
  const exchange = `
      let low = ((lane & ~(reach - 1u)) << 1u) | (lane & (reach - 1u));
      let high = low | reach;
      let first = items[low];
      let second = items[high];
      let rising = ((start + low) & stage) == 0u;
      if (is_before(second, first) == rising) {
        items[low] = second;
        items[high] = first;
      }
      workgroupBarrier();`;
  const stored = (k: string): string =>
    stage === 0 ? `start + ${k}` : `u32(result[row * P_width + start + ${k}])`;
  runKernel({
    name: `sort blocks of ${block}`,
    variant: [descending, stage === 0],
    device: gpuOfTensor(source),
    out: order,
    inputs: [source],
    params: { ...params(rows), groups: rowCount(source) * blocks, blocks, stage },
    workgroups: rowCount(source) * blocks,
    body: () => `${library(source, descending)}
var<workgroup> items: array<Item, ${block}>;
${mainPerGroup(lanes, 'P_groups')}
  let row = number / P_blocks;
  let start = (number % P_blocks) * ${block}u;
  let row_start = ${rowOf('s_', 'row', source).code};
  items[lane] = item(row_start, ${stored('lane')});
  items[lane + ${lanes}u] = item(row_start, ${stored(`lane + ${lanes}u`)});
  workgroupBarrier();
  ${
    stage === 0
      ? `for (var stage = 2u; stage <= ${block}u; stage *= 2u) {
    for (var reach = stage / 2u; reach > 0u; reach /= 2u) {${exchange}
    }
  }`
      : `let stage = P_stage;
    for (var reach = ${lanes}u; reach > 0u; reach /= 2u) {${exchange}
    }`
  }
  result[row * P_width + start + lane] = i32(items[lane].index);
  result[row * P_width + start + lane + ${lanes}u] = i32(items[lane + ${lanes}u].index);
}`,
  });
}

/** One step of the network between elements that are `reach` apart. */
function exchangeFar(rows: Rows, stage: number, reach: number): void {
  const { source, order, width, descending } = rows;
  const pairs = (rowCount(source) * width) / 2;
  runKernel({
    name: 'sort exchange',
    variant: [descending],
    device: gpuOfTensor(source),
    out: order,
    inputs: [source],
    params: { ...params(rows), pairs, stage, reach },
    workgroups: Math.ceil(pairs / 256),
    body: () => `${library(source, descending)}
${mainOver(256, 'P_pairs')}
  let row = i / (P_width / 2u);
  let pair = i % (P_width / 2u);
  let low = ((pair & ~(P_reach - 1u)) << 1u) | (pair & (P_reach - 1u));
  let row_start = ${rowOf('s_', 'row', source).code};
  let at = row * P_width + low;
  let first = u32(result[at]);
  let second = u32(result[at + P_reach]);
  let rising = (low & P_stage) == 0u;
  if (is_before(item(row_start, second), item(row_start, first)) == rising) {
    result[at] = i32(second);
    result[at + P_reach] = i32(first);
  }
}`,
  });
}

/** The numbers of each row's elements in order: rows of the next power of two, of which the rest is beyond the row. */
function sortedOrder(source: Tensor, descending: boolean): Tensor {
  const width = powerOfTwo(rowLength(source));
  const order = allocate([rowCount(source), width], int32, gpuOfTensor(source));
  const rows: Rows = { source, order, width, descending };
  const block = Math.min(width, largestBlock);
  sortBlocks(rows, block, 0);
  for (let stage = block * 2; stage <= width; stage *= 2) {
    for (let reach = stage / 2; reach >= block; reach /= 2) exchangeFar(rows, stage, reach);
    sortBlocks(rows, block, stage);
  }
  return order;
}

/** Writes to `indices` where the elements of each sorted row were: the first ones, as many as fit. */
export function sortIndices(source: Tensor, indices: Tensor, descending: boolean): void {
  const order = sortedOrder(source, descending);
  const to = elementOf('o_', 'i', indices);
  runKernel({
    name: 'sort indices',
    device: gpuOfTensor(source),
    out: indices,
    inputs: [order],
    params: { count: indices.numel(), width: order.sizes[1], length: rowLength(indices), ...to.params },
    workgroups: Math.ceil(indices.numel() / 256),
    body: () => `${mainOver(256, 'P_count')}
  let own = in0[i / P_length * P_width + i % P_length];
  result[${to.code}] = ${indices.dtype === int64 ? 'vec2<u32>(u32(own), 0u)' : 'own'};
}`,
  });
}

sortKernel.on('webgpu', (source: Tensor, values: Tensor, indices: Tensor, descending: boolean): void => {
  sortIndices(source, indices, descending);
  gatherKernel.for(gpuOfTensor(source))(source, source.ndim - 1, indices, values);
});
