/** The largest element of windows whose places are drawn at random: of Graham (2014). */

import { int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { toNumbers } from '../core/reading.ts';
import { refuseReading } from './support.ts';

/** Where the windows along one side start, for one number drawn between 0 and 1; counted in float32, as PyTorch does. */
function startsOf(sample: number, size: number, count: number, kernel: number): number[] {
  const step = Math.fround((size - kernel) / (count - 1));
  const at = (place: number): number => Math.trunc(Math.fround(Math.fround(place + sample) * step));
  return Array.from({ length: count }, (_, k) => (k === count - 1 ? size - kernel : at(k) - at(0)));
}

/** All sums of one number of each list, the last list running fastest. */
function sums(lists: readonly (readonly number[])[]): number[] {
  return lists.reduce<number[]>(
    (found, list) => found.flatMap((sum) => list.map((value) => sum + value)),
    [0],
  );
}

/** For one plane: the flat places of all windows' elements, window after window. */
function placesOf(
  spatial: readonly number[],
  kernel: readonly number[],
  output: readonly number[],
  samples: readonly number[],
): number[] {
  const pitch = spatial.map((_, k) => spatial.slice(k + 1).reduce((product, size) => product * size, 1));
  const starts = spatial.map((size, k) =>
    startsOf(samples[k], size, output[k], kernel[k]).map((start) => start * pitch[k]),
  );
  const within = sums(kernel.map((size, k) => Array.from({ length: size }, (_, j) => j * pitch[k])));
  return sums(starts).flatMap((start) => within.map((step) => start + step));
}

const sides = ['time', 'height', 'width'];

/** @throws RuntimeError where so many windows of that size do not fit */
function check(spatial: readonly number[], kernel: readonly number[], output: readonly number[]): void {
  spatial.forEach((size, k) => {
    // Volumes need one more, as in PyTorch.
    if (output[k] + kernel[k] - (spatial.length === 2 ? 1 : 0) <= size) return;
    const name = spatial.length === 2 ? 'fractional_max_pool2d' : 'fractional_max_pool3d_out';
    const side = sides[sides.length - spatial.length + k];
    throw new RuntimeError(
      `${name}(): pool ${side} ${kernel[k]} too large relative to input ${side} ${size}`,
    );
  });
}

defineOperator({
  name: '_fractional_max_pool',
  schema: 'self: Tensor, kernel_size: int[], output_size: int[], samples: Tensor',
  doc: 'The largest element of each window, and its flat place; `samples` has a number for each side of each plane.',
  as: 'function',
  gradName: ({ kernel_size }) => `FractionalMaxPool${kernel_size.length}DBackward0`,
  nondifferentiable: [1],
  grad: {
    self(grad, { meta, result1, kernel_size }) {
      const { sizes } = meta.self;
      const lead = sizes.slice(0, -kernel_size.length);
      const flat = grad.new_zeros([
        ...lead,
        sizes.slice(lead.length).reduce((product, size) => product * size, 1),
      ]);
      const spread = flat.scatter_add(-1, result1.flatten(lead.length), grad.flatten(lead.length));
      return spread.view(sizes as number[]);
    },
  },
  saves: ['result1'],
  forward({ self, kernel_size, output_size, samples }) {
    const sideCount = kernel_size.length;
    const spatial = self.sizes.slice(-sideCount);
    const lead = self.sizes.slice(0, -sideCount);
    check(spatial, kernel_size, output_size);
    refuseReading(samples, 'samples on the cpu');
    const drawn = toNumbers(samples);
    const planes = lead.reduce((product, size) => product * size, 1);
    const places = Array.from({ length: planes }, (_, plane) => {
      const own = drawn.slice(plane * sideCount, (plane + 1) * sideCount);
      // Images have the number for their width first.
      return placesOf(spatial, kernel_size, output_size, sideCount === 2 ? own.reverse() : own);
    });
    const windows = kernel_size.reduce((product, size) => product * size, 1);
    const index = call('tensor', places.flat(), { dtype: int64, device: 'cpu' })
      .to(self.device)
      .view(planes, -1, windows);
    const elements = self
      .reshape(planes, -1)
      .gather(1, index.flatten(1))
      .view(index.sizes as number[]);
    const [values, chosen] = elements.max(-1);
    const sizes = [...lead, ...output_size];
    return [values.view(sizes), index.gather(-1, chosen.unsqueeze(-1)).view(sizes)];
  },
});
