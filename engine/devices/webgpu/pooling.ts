/** The largest elements of windows on the GPU, found where they lie, and the way back of their gradients. */

import { int64 } from '../../core/dtype.ts';
import { allocate, type Tensor } from '../../core/tensor.ts';
import {
  givenBack,
  largestOfWindows,
  maxPoolGradKernel,
  maxPoolKernel,
  type Pooling,
} from '../../ops/pooling-max.ts';
import { type Pair, windowCounts } from '../../ops/windows.ts';
import { joins, lessThan } from './joins.ts';
import { gpuOfTensor, mainOver, runKernel } from './kernels.ts';
import { fitTo, kindOf } from './layout.ts';

const lanes = 128;
/** Windows of more elements than this are pooled by other kernels: code has to be written for each element. */
const mostTaps = 64;

const range = (length: number): number[] => Array.from({ length }, (_, k) => k);
const isLarge = ({ kernel, stride }: Pooling): boolean =>
  Math.max(kernel[0] * kernel[1], stride[0] * stride[1]) > mostTaps;

const isInside = 'fn is_inside(at: i32, size: i32) -> bool { return at >= 0 && at < size; }';

const sideLengths = ({ sizes }: Tensor): Pair => [sizes[2], sizes[3]];

/** The sides of an image and of what is pooled from it, and the padding before the image. */
function sidesOf([height, width]: Pair, [rows, columns]: Pair, { padding }: Pooling): Record<string, number> {
  return { height, width, rows, columns, top: padding[0], left: padding[1] };
}

/** The windows are written into the kernels: divisions by numbers that are not known, and branches, are dear. */
const windowOf = ({ kernel, stride, dilation }: Pooling): number[] => [...kernel, ...stride, ...dilation];

/** Writes the largest element of each window, or which of the window it is: the first nan, or the first of equals. */
function search(images: Tensor, shape: Pooling, out: Tensor, isIndex: boolean): void {
  const kind = kindOf(images.dtype);
  const { kernel, stride, dilation, padding } = shape;
  const isPadded = padding.some((width) => width > 0);
  const start = joins.max[kind].start;
  const wins = lessThan('most', 'value', kind);
  const taps = () => range(kernel[0]).flatMap((y) => range(kernel[1]).map((x) => [y, x] as const));
  const look = ([y, x]: readonly [number, number], tap: number): string => {
    const place = `start + (first_y + ${y * dilation[0]}) * width + first_x + ${x * dilation[1]}`;
    const inside = `is_inside(first_y + ${y * dilation[0]}, height) && is_inside(first_x + ${x * dilation[1]}, width)`;
    const value = isPadded
      ? `select(${start}, in0[select(0, ${place}, ${inside})], ${inside})`
      : `in0[${place}]`;
    return `{
    let value = ${value};
    let wins = ${kind === 'f32' ? `!is_nan(most) && (${wins} || is_nan(value))` : wins};
    most = select(most, value, wins);
    best = select(best, ${tap}u, wins);
  }`;
  };
  runKernel({
    name: isIndex ? 'max_pool2d: places' : 'max_pool2d',
    device: gpuOfTensor(images),
    out,
    inputs: [images],
    params: {
      count: out.numel(),
      ...sidesOf(sideLengths(images), sideLengths(out), shape),
      offset: images.offset,
    },
    workgroups: Math.ceil(out.numel() / lanes),
    variant: [...windowOf(shape), isPadded],
    body: () => `${isInside}
${mainOver(lanes, 'P_count')}
  let line = i / P_columns;
  let image = line / P_rows;
  let first_x = i32((i - line * P_columns) * ${stride[1]}u) - i32(P_left);
  let first_y = i32((line - image * P_rows) * ${stride[0]}u) - i32(P_top);
  let start = i32(P_offset + image * P_height * P_width);
  let height = i32(P_height);
  let width = i32(P_width);
  var most = ${start};
  var best = 0u;
  ${taps().map(look).join('\n  ')}
  result[i] = ${isIndex ? 'vec2<u32>(best, 0u)' : 'most'};
}`,
  });
}

maxPoolKernel.on('webgpu', (images: Tensor, shape: Pooling): Tensor[] => {
  if (isLarge(shape)) return largestOfWindows(images, shape);
  const [top, left] = shape.padding;
  const [height, width] = sideLengths(images);
  const sizes = [...images.sizes.slice(0, 2), ...windowCounts([height + 2 * top, width + 2 * left], shape)];
  const device = gpuOfTensor(images);
  const [values, chosen] = [allocate(sizes, images.dtype, device), allocate(sizes, int64, device)];
  if (values.numel() > 0) {
    search(images, shape, values, false);
    search(images, shape, chosen, true);
  }
  return [values, chosen];
});

/** An invocation has a cell of the padded image, as large as the stride: the same windows lie over all of it. */
function gradBody({ kernel, stride, dilation }: Pooling, out: Tensor): string {
  const cell = range(stride[0]).flatMap((down) => range(stride[1]).map((across) => [down, across] as const));
  // The elements of windows that lie over a place of the cell: which, and how many windows before the cell's own.
  const taps = (k: 0 | 1, place: number) =>
    range(kernel[k])
      .map((tap) => ({ tap, back: (tap * dilation[k] - place) / stride[k] }))
      .filter(({ back }) => Number.isInteger(back) && back >= 0);
  const gather = ([down, across]: readonly [number, number]): string => {
    const terms = taps(0, down).flatMap((y) =>
      taps(1, across).map(
        (x) => ` + given(first, cell_y - ${y.back}, cell_x - ${x.back}, ${y.tap * kernel[1] + x.tap}u)`,
      ),
    );
    return `if (is_inside(top + ${down}, height) && is_inside(left + ${across}, width)) {
    result[(image * height + top + ${down}) * width + left + ${across}] = ${fitTo(out.dtype, `(0.0${terms.join('')})`)};
  }`;
  };
  return `${isInside}
fn given(first: i32, row: i32, column: i32, tap: u32) -> f32 {
  let is_window = row >= 0 && row < i32(P_rows) && column >= 0 && column < i32(P_columns);
  let window = u32(select(0, first + row * i32(P_columns) + column, is_window));
  return select(0.0, in0[P_grad_offset + window], is_window && in1[P_chosen_offset + window].x == tap);
}
${mainOver(lanes, 'P_count')}
  let line = i / P_cells_across;
  let image = i32(line / P_cells_down);
  let cell_x = i32(i - line * P_cells_across);
  let cell_y = i32(line) - image * i32(P_cells_down);
  let top = cell_y * ${stride[0]} - i32(P_top);
  let left = cell_x * ${stride[1]} - i32(P_left);
  let height = i32(P_height);
  let width = i32(P_width);
  let rows = i32(P_rows);
  let columns = i32(P_columns);
  let first = image * rows * columns;
  ${cell.map(gather).join('\n  ')}
}`;
}

maxPoolGradKernel.on(
  'webgpu',
  (grad: Tensor, chosen: Tensor, shape: Pooling, [height, width]: Pair): Tensor => {
    if (isLarge(shape)) return givenBack(grad, chosen, shape, [height, width]);
    const [batch, channels] = grad.sizes;
    const out = allocate([batch, channels, height, width], grad.dtype, gpuOfTensor(grad));
    if (out.numel() === 0) return out;
    const cells = [height + shape.padding[0], width + shape.padding[1]].map((size, k) =>
      Math.ceil(size / shape.stride[k]),
    );
    const count = batch * channels * cells[0] * cells[1];
    runKernel({
      name: 'max_pool2d: gradient',
      device: gpuOfTensor(grad),
      out,
      inputs: [grad, chosen],
      params: {
        count,
        ...sidesOf([height, width], sideLengths(grad), shape),
        cells_down: cells[0],
        cells_across: cells[1],
        grad_offset: grad.offset,
        chosen_offset: chosen.offset,
      },
      workgroups: Math.ceil(count / lanes),
      variant: windowOf(shape),
      body: () => gradBody(shape, out),
    });
    return out;
  },
);
