/**
 * Convolutions on the GPU: the matrix product of filters and windows, whose windows are never written out. Each
 * workgroup brings tiles of both into shared memory, where an element of a window is looked up in the image.
 */

import { allocate, type Tensor } from '../../core/tensor.ts';
import {
  type Convolution,
  convolveColumns,
  convolveKernel,
  filterGradColumns,
  filterGradKernel,
  imageGradColumns,
  imageGradKernel,
  paddedSizes,
} from '../../ops/convolution-columns.ts';
import { convolveDirectly, filterGradDirectly, imageGradDirectly } from './convolution-direct.ts';
import { gpuOfTensor, runKernel } from './kernels.ts';
import { fitTo, kindOf } from './layout.ts';
import { mainPerGroup } from './rows.ts';

// Results of a workgroup, how deep its tiles are, and the block of results of one invocation.
const tile = { rows: 32, columns: 64, depth: 16, block: 4 };
const lanes = (tile.rows / tile.block) * (tile.columns / tile.block);

/** The two factors of a product, as WGSL. What is summed over has three dimensions, the last of them short of jumps. */
interface Product {
  readonly name: string;
  readonly out: Tensor;
  readonly inputs: readonly [a: Tensor, b: Tensor];
  readonly rows: number;
  readonly columns: number;
  /** The names under which the code finds its place in the dimensions summed over, and their sizes. */
  readonly inner: readonly [name: string, size: number][];
  /** Products side by side, in `out` one after the other: groups, or groups of parts of the sum. */
  readonly batches: number;
  readonly parts: number;
  readonly params: Readonly<Record<string, number>>;
  /** Where the left factor's elements for row `r` and the first two dimensions lie, one after the other. */
  readonly left: string;
  /** What depends on the column `c` alone. */
  readonly column: string;
  /** What depends on the column and the first two dimensions. */
  readonly line: string;
  /** Sets `value` to an element of the right factor. */
  readonly right: string;
  /** Where the result for `r` and `c` goes. */
  readonly place: string;
}

function runProduct(product: Product): void {
  const { out, inputs, rows, columns, batches, parts } = product;
  const [[first, outer], [second, lines], [third, length]] = product.inner;
  const inner = outer * lines * length;
  const place = `let ${first} = k / P_inner_length / P_inner_lines;
        let ${second} = k / P_inner_length % P_inner_lines;
        let ${third} = k % P_inner_length;`;
  const [rowBlocks, columnBlocks] = [Math.ceil(rows / tile.rows), Math.ceil(columns / tile.columns)];
  const groups = rowBlocks * columnBlocks * batches;
  const range = Array.from({ length: tile.block }, (_, k) => k);
  const cells = range.flatMap((r) => range.map((c) => [r, c] as const));
  const [down, across] = [tile.rows / tile.block, tile.columns / tile.block];
  runKernel({
    name: product.name,
    device: gpuOfTensor(out),
    out,
    inputs,
    params: {
      groups,
      row_blocks: rowBlocks,
      column_blocks: columnBlocks,
      rows,
      columns,
      inner,
      inner_lines: lines,
      inner_length: length,
      parts,
      part_length: Math.ceil(inner / parts / tile.depth) * tile.depth,
      ...product.params,
    },
    workgroups: groups,
    body: () => `
var<workgroup> tile_a: array<f32, ${tile.rows * tile.depth}>;
var<workgroup> tile_b: array<f32, ${tile.columns * tile.depth}>;
${mainPerGroup(lanes, 'P_groups')}
  let left = (number % P_column_blocks) * ${tile.columns}u;
  let top = (number / P_column_blocks % P_row_blocks) * ${tile.rows}u;
  let batch = number / P_column_blocks / P_row_blocks;
  let batch_group = batch / P_parts;
  let own_row = lane / ${across}u;
  let own_column = lane % ${across}u;
  let begin = (batch % P_parts) * P_part_length;
  let end = min(begin + P_part_length, P_inner);
  let loaded = left + lane % ${tile.columns}u;
  let has_column = loaded < P_columns;
  let c = min(loaded, P_columns - 1u);
  ${product.column}
  ${cells.map(([r, c]) => `var acc_${r}_${c} = 0.0;`).join(' ')}
  for (var deep = begin; deep < end; deep += ${tile.depth}u) {
    for (var at = lane; at < ${tile.rows * tile.depth}u; at += ${lanes}u) {
      let r = top + at / ${tile.depth}u;
      let k = deep + at % ${tile.depth}u;
      var value = 0.0;
      if (r < P_rows && k < end) {
        ${place}
        value = in0[${product.left} + ${third}];
      }
      tile_a[at % ${tile.depth}u * ${tile.rows}u + at / ${tile.depth}u] = value;
    }
    for (var at = lane; at < ${tile.columns * tile.depth}u; at += ${lanes}u) {
      let k = deep + at / ${tile.columns}u;
      var value = 0.0;
      if (has_column && k < end) {
        ${place}
        ${product.line}
        ${product.right}
      }
      tile_b[at] = value;
    }
    workgroupBarrier();
    for (var k = 0u; k < ${tile.depth}u; k++) {
      ${range.map((r) => `let a_${r} = tile_a[k * ${tile.rows}u + own_row + ${r * down}u];`).join(' ')}
      ${range.map((c) => `let b_${c} = tile_b[k * ${tile.columns}u + own_column + ${c * across}u];`).join(' ')}
      ${cells.map(([r, c]) => `acc_${r}_${c} = fma(a_${r}, b_${c}, acc_${r}_${c});`).join(' ')}
    }
    workgroupBarrier();
  }
  ${cells
    .map(
      ([row, column]) => `{
    let r = top + own_row + ${row * down}u;
    let c = left + own_column + ${column * across}u;
    if (r < P_rows && c < P_columns) { result[${product.place}] = ${fitTo(out.dtype, `acc_${row}_${column}`)}; }
  }`,
    )
    .join('\n  ')}
}`,
  });
}

/** Sizes that all three products read. */
function sizesOf(call: Convolution, image: readonly number[], result: readonly number[]) {
  const { kernel, stride, dilation, padding, groups } = call;
  const [, channels, height, width] = image;
  const [, filters, rows, columns] = result;
  return {
    channels: channels / groups,
    filters: filters / groups,
    window: kernel[0] * kernel[1],
    kernel_width: kernel[1],
    height,
    width,
    out_height: rows,
    out_width: columns,
    stride_y: stride[0],
    stride_x: stride[1],
    step_y: dilation[0],
    step_x: dilation[1],
    top: padding[0],
    left: padding[1],
    all_channels: channels,
    all_filters: filters,
  };
}

// The row of the image under a row of the window, for the results of row y of image n; and the element under its place.
const lineUnderWindow = `let image_y = i32(y * P_stride_y + tap_y * P_step_y) - i32(P_top);
        let is_inside = image_y >= 0 && image_y < i32(P_height);
        let line = P_b_offset + ((n * P_all_channels + batch_group * P_channels + channel) * P_height + u32(image_y)) * P_width;`;
const underWindow = `
        let image_x = i32(x * P_stride_x + tap_x * P_step_x) - i32(P_left);
        if (is_inside && image_x >= 0 && image_x < i32(P_width)) { value = in1[line + u32(image_x)]; }`;

const isSoftware = (tensor: Tensor): boolean => gpuOfTensor(tensor).context.isSoftware;
const isFloat = (tensor: Tensor): boolean => kindOf(tensor.dtype) === 'f32';

convolveKernel.on('webgpu', (input: Tensor, weight: Tensor, call: Convolution): Tensor => {
  if (!isFloat(input)) return convolveColumns(input, weight, call);
  if (isSoftware(input)) return convolveDirectly(input, weight, call);
  const [images, filters] = [input.contiguous(), weight.contiguous()];
  const { counts } = paddedSizes(input.sizes, call);
  const out = allocate([input.sizes[0], weight.sizes[0], ...counts], input.dtype, gpuOfTensor(input));
  if (out.numel() === 0) return out;
  const params = sizesOf(call, input.sizes, out.sizes);
  runProduct({
    name: 'convolution',
    out,
    inputs: [filters, images],
    rows: params.filters,
    columns: out.sizes[0] * params.out_height * params.out_width,
    inner: [
      ['channel', params.channels],
      ['tap_y', call.kernel[0]],
      ['tap_x', call.kernel[1]],
    ],
    batches: call.groups,
    parts: 1,
    params: { ...params, a_offset: filters.offset, b_offset: images.offset },
    left: 'P_a_offset + ((batch_group * P_filters + r) * P_channels + channel) * P_window + tap_y * P_kernel_width',
    column: `let x = c % P_out_width;
  let y = c / P_out_width % P_out_height;
  let n = c / P_out_width / P_out_height;`,
    line: lineUnderWindow,
    right: underWindow,
    place:
      '((c / (P_out_height * P_out_width)) * P_all_filters + batch_group * P_filters + r) * P_out_height * P_out_width + c % (P_out_height * P_out_width)',
  });
  return out;
});

imageGradKernel.on(
  'webgpu',
  (grad: Tensor, weight: Tensor, call: Convolution, sizes: readonly number[]): Tensor => {
    if (!isFloat(grad)) return imageGradColumns(grad, weight, call, sizes);
    if (isSoftware(grad)) return imageGradDirectly(grad, weight, call, sizes);
    const [results, filters] = [grad.contiguous(), weight.contiguous()];
    const out = allocate(sizes, grad.dtype, gpuOfTensor(grad));
    if (out.numel() === 0) return out;
    const params = sizesOf(call, out.sizes, grad.sizes);
    runProduct({
      name: 'convolution: gradient of the images',
      out,
      inputs: [filters, results],
      rows: params.channels,
      columns: out.sizes[0] * params.height * params.width,
      inner: [
        ['filter_number', params.filters],
        ['tap_y', call.kernel[0]],
        ['tap_x', call.kernel[1]],
      ],
      batches: call.groups,
      parts: 1,
      params: { ...params, a_offset: filters.offset, b_offset: results.offset },
      left: 'P_a_offset + ((batch_group * P_filters + filter_number) * P_channels + r) * P_window + tap_y * P_kernel_width',
      column: `let x = c % P_width + P_left;
  let y = c / P_width % P_height + P_top;
  let n = c / P_width / P_height;`,
      // The result whose window has this element under a place, where there is one.
      line: `let down = i32(y) - i32(tap_y * P_step_y);
        let row = down / i32(P_stride_y);
        let is_inside = down >= 0 && row * i32(P_stride_y) == down && row < i32(P_out_height);
        let line = P_b_offset + ((n * P_all_filters + batch_group * P_filters + filter_number) * P_out_height + u32(row)) * P_out_width;`,
      right: `
        let along = i32(x) - i32(tap_x * P_step_x);
        let column = along / i32(P_stride_x);
        if (is_inside && along >= 0 && column * i32(P_stride_x) == along && column < i32(P_out_width)) { value = in1[line + u32(column)]; }`,
      place:
        '((c / (P_height * P_width)) * P_all_channels + batch_group * P_channels + r) * P_height * P_width + c % (P_height * P_width)',
    });
    return out;
  },
);

filterGradKernel.on(
  'webgpu',
  (input: Tensor, grad: Tensor, call: Convolution, sizes: readonly number[]): Tensor => {
    if (!isFloat(input)) return filterGradColumns(input, grad, call, sizes);
    if (isSoftware(input)) return filterGradDirectly(input, grad, call, sizes);
    const [images, results] = [input.contiguous(), grad.contiguous()];
    const params = sizesOf(call, input.sizes, grad.sizes);
    const [rows, columns] = [params.filters, params.channels * params.window];
    const inner = grad.sizes[0] * params.out_height * params.out_width;
    const blocks = Math.ceil(rows / tile.rows) * Math.ceil(columns / tile.columns) * call.groups;
    // Few results, each a long sum: it is cut into parts, so that there is work for all.
    const parts = Math.max(Math.min(Math.ceil(inner / 256), Math.floor(256 / blocks)), 1);
    const partial = allocate([parts, ...sizes], input.dtype, gpuOfTensor(input));
    if (partial.numel() === 0) return partial.select(0, 0);
    runProduct({
      name: 'convolution: gradient of the filters',
      out: partial,
      inputs: [results, images],
      rows,
      columns,
      inner: [
        ['n', grad.sizes[0]],
        ['y', params.out_height],
        ['x', params.out_width],
      ],
      batches: call.groups * parts,
      parts,
      params: { ...params, a_offset: results.offset, b_offset: images.offset },
      left: 'P_a_offset + ((n * P_all_filters + batch_group * P_filters + r) * P_out_height + y) * P_out_width',
      column: `let channel = c / P_window;
  let tap_y = c % P_window / P_kernel_width;
  let tap_x = c % P_kernel_width;`,
      line: lineUnderWindow,
      right: underWindow,
      place: '((batch % P_parts) * P_all_filters + batch_group * P_filters + r) * P_columns + c',
    });
    return parts === 1 ? partial.squeeze(0) : partial.sum(0);
  },
);
