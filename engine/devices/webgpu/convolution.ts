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
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { fitTo, kindOf } from './layout.ts';
import { mainPerGroup } from './rows.ts';

// Results of a workgroup, how deep its tiles are, and the block of results of one invocation.
const tile = { rows: 32, columns: 64, depth: 16, block: 4 };
const lanes = (tile.rows / tile.block) * (tile.columns / tile.block);

/** The two factors of a product, as WGSL: what to prepare once an invocation, and an element for `r`, `c` and `k`. */
interface Product {
  readonly name: string;
  readonly out: Tensor;
  readonly inputs: readonly [a: Tensor, b: Tensor];
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
  /** Products side by side, in `out` one after the other: groups, or groups of parts of `inner`. */
  readonly batches: number;
  readonly parts: number;
  readonly params: Readonly<Record<string, number>>;
  /** An element of the left factor; `r` and `k` are within bounds. */
  readonly left: string;
  /** What depends on the column `c` alone. */
  readonly column: string;
  /** Sets `value` to an element of the right factor. */
  readonly right: string;
  /** Where the result for `r` and `c` goes. */
  readonly place: string;
}

function runProduct(product: Product): void {
  if (gpuOfTensor(product.out).context.isSoftware) runDirectly(product);
  else runTiled(product);
}

/** Where barriers are dear: each invocation reads what a block of results needs from memory itself. */
function runDirectly(product: Product): void {
  const { out, inputs, rows, columns, inner, batches, parts } = product;
  const block = { rows: rows >= 8 ? 8 : 4, columns: columns >= 1024 ? 4 : 1 };
  const [rowBlocks, columnBlocks] = [Math.ceil(rows / block.rows), Math.ceil(columns / block.columns)];
  const size = 16;
  const down = Array.from({ length: block.rows }, (_, k) => k);
  const across = Array.from({ length: block.columns }, (_, k) => k);
  const cells = down.flatMap((r) => across.map((c) => [r, c] as const));
  // The variables of one row, or of one column, of the block.
  const forRow = (text: string, r: number): string => text.replace(/\br\b/g, `r_${r}`);
  const forColumn = (text: string, c: number): string => text.replace(/\b(c|x|y|n|value)\b/g, `$1_${c}`);
  runKernel({
    name: product.name,
    device: gpuOfTensor(out),
    out,
    inputs,
    params: {
      blocks: rowBlocks * columnBlocks * batches,
      row_blocks: rowBlocks,
      column_blocks: columnBlocks,
      rows,
      columns,
      inner,
      parts,
      part_length: Math.ceil(inner / parts),
      ...product.params,
    },
    workgroups: Math.ceil((rowBlocks * columnBlocks * batches) / size),
    body: `
${mainOver(size, 'P_blocks')}
  let batch = i / P_column_blocks / P_row_blocks;
  let batch_group = batch / P_parts;
  let begin = (batch % P_parts) * P_part_length;
  let end = min(begin + P_part_length, P_inner);
  let first_row = (i / P_column_blocks % P_row_blocks) * ${block.rows}u;
  let first_column = (i % P_column_blocks) * ${block.columns}u;
  ${down.map((r) => `let r_${r} = min(first_row + ${r}u, P_rows - 1u);`).join('\n  ')}
  ${across.map((c) => `let c_${c} = min(first_column + ${c}u, P_columns - 1u); ${forColumn(product.column, c)}`).join('\n  ')}
  ${cells.map(([r, c]) => `var acc_${r}_${c} = 0.0;`).join(' ')}
  for (var k = begin; k < end; k++) {
    ${across.map((c) => `var value_${c} = 0.0; { ${forColumn(product.right, c)} }`).join('\n    ')}
    ${down.map((r) => `let a_${r} = ${forRow(product.left, r)};`).join('\n    ')}
    ${cells.map(([r, c]) => `acc_${r}_${c} += a_${r} * value_${c};`).join(' ')}
  }
  ${cells
    .map(
      ([r, c]) => `if (first_row + ${r}u < P_rows && first_column + ${c}u < P_columns) {
    result[${forRow(forColumn(product.place, c), r)}] = ${fitTo(out.dtype, `acc_${r}_${c}`)};
  }`,
    )
    .join('\n  ')}
}`,
  });
}

function runTiled(product: Product): void {
  const { out, inputs, rows, columns, inner, batches, parts } = product;
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
      parts,
      part_length: Math.ceil(inner / parts / tile.depth) * tile.depth,
      ...product.params,
    },
    workgroups: groups,
    body: `
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
      if (r < P_rows && k < end) { value = ${product.left}; }
      tile_a[at % ${tile.depth}u * ${tile.rows}u + at / ${tile.depth}u] = value;
    }
    for (var at = lane; at < ${tile.columns * tile.depth}u; at += ${lanes}u) {
      let k = deep + at / ${tile.columns}u;
      var value = 0.0;
      if (has_column && k < end) {
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

// The image's element under `tap` (its channel and place in the window) for the result at (y, x) of image n.
const underWindow = (channel: string, place: string, image: string): string => `
        let image_y = i32(y * P_stride_y + (${place}) / P_kernel_width * P_step_y) - i32(P_top);
        let image_x = i32(x * P_stride_x + (${place}) % P_kernel_width * P_step_x) - i32(P_left);
        if (image_y >= 0 && image_y < i32(P_height) && image_x >= 0 && image_x < i32(P_width)) {
          let plane = n * P_all_channels + batch_group * P_channels + ${channel};
          value = ${image}[(plane * P_height + u32(image_y)) * P_width + u32(image_x)];
        }`;

const isFloat = (tensor: Tensor): boolean => kindOf(tensor.dtype) === 'f32';

convolveKernel.on('webgpu', (input: Tensor, weight: Tensor, call: Convolution): Tensor => {
  if (!isFloat(input)) return convolveColumns(input, weight, call);
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
    inner: params.channels * params.window,
    batches: call.groups,
    parts: 1,
    params: { ...params, a_offset: filters.offset, b_offset: images.offset },
    left: 'in0[P_a_offset + (batch_group * P_filters + r) * P_inner + k]',
    column: `let x = c % P_out_width;
  let y = c / P_out_width % P_out_height;
  let n = c / P_out_width / P_out_height;`,
    right: underWindow('k / P_window', 'k % P_window', 'in1').replace('in1[', 'in1[P_b_offset + '),
    place:
      '((c / (P_out_height * P_out_width)) * P_all_filters + batch_group * P_filters + r) * P_out_height * P_out_width + c % (P_out_height * P_out_width)',
  });
  return out;
});

imageGradKernel.on(
  'webgpu',
  (grad: Tensor, weight: Tensor, call: Convolution, sizes: readonly number[]): Tensor => {
    if (!isFloat(grad)) return imageGradColumns(grad, weight, call, sizes);
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
      inner: params.filters * params.window,
      batches: call.groups,
      parts: 1,
      params: { ...params, a_offset: filters.offset, b_offset: results.offset },
      left: 'in0[P_a_offset + ((batch_group * P_filters + k / P_window) * P_channels + r) * P_window + k % P_window]',
      column: `let x = c % P_width + P_left;
  let y = c / P_width % P_height + P_top;
  let n = c / P_width / P_height;`,
      right: `
        // The result whose window has this element under place k, where there is one.
        let down = i32(y) - i32(k % P_window / P_kernel_width * P_step_y);
        let along = i32(x) - i32(k % P_window % P_kernel_width * P_step_x);
        let row = down / i32(P_stride_y);
        let column = along / i32(P_stride_x);
        let fits = down >= 0 && along >= 0 && row * i32(P_stride_y) == down && column * i32(P_stride_x) == along;
        if (fits && row < i32(P_out_height) && column < i32(P_out_width)) {
          let plane = n * P_all_filters + batch_group * P_filters + k / P_window;
          value = in1[P_b_offset + (plane * P_out_height + u32(row)) * P_out_width + u32(column)];
        }`,
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
      inner,
      batches: call.groups * parts,
      parts,
      params: { ...params, a_offset: results.offset, b_offset: images.offset },
      left: 'in0[P_a_offset + (k / (P_out_height * P_out_width) * P_all_filters + batch_group * P_filters + r) * P_out_height * P_out_width + k % (P_out_height * P_out_width)]',
      column: '',
      right: `
        let x = k % P_out_width;
        let y = k / P_out_width % P_out_height;
        let n = k / P_out_width / P_out_height;
        ${underWindow('c / P_window', 'c % P_window', 'in1').replace('in1[', 'in1[P_b_offset + ')}`,
      place: '((batch % P_parts) * P_all_filters + batch_group * P_filters + r) * P_columns + c',
    });
    return parts === 1 ? partial.squeeze(0) : partial.sum(0);
  },
);
