/** Images and volumes read at any places between their elements: what moves, turns and bends them. */

import { int64 } from '../core/dtype.ts';
import { NotImplementedError, RuntimeError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { shapeText } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { recomputed } from './recomputed.ts';
import { choose } from './support.ts';

interface Sampling {
  mode: string;
  padding_mode: string;
  align_corners: boolean;
}

/** From -1 … 1 to the positions of elements. */
function placed(coordinate: Tensor, length: number, isAligned: boolean): Tensor {
  if (isAligned)
    return coordinate
      .add(1)
      .div(2)
      .mul(length - 1);
  return coordinate.add(1).mul(length).sub(1).div(2);
}

/** Thrown back and forth between both ends. */
function reflected(place: Tensor, length: number, isAligned: boolean): Tensor {
  const [low, high] = isAligned ? [0, length - 1] : [-0.5, length - 0.5];
  const span = high - low;
  if (span === 0) return place.mul(0);
  const distance = place.sub(low).abs();
  const extra = distance.fmod(span);
  const isEven = distance.detach().div(span).floor().fmod(2).eq(0);
  return choose(isEven, extra.add(low), extra.neg().add(span + low));
}

/** Places outside as the padding mode has them. */
function held(place: Tensor, length: number, { padding_mode, align_corners }: Sampling): Tensor {
  if (padding_mode === 'zeros') return place;
  const inside = padding_mode === 'reflection' ? reflected(place, length, align_corners) : place;
  return inside.clamp(0, length - 1);
}

/** One neighbour along one side: its position, and its weight (null: all). */
interface Neighbour {
  readonly at: Tensor;
  readonly weight: Tensor | null;
}

// How far the cubic dips below zero.
const dip = -0.75;

function cubicNeighbours(place: Tensor, length: number, args: Sampling): Neighbour[] {
  const whole = place.detach().floor();
  const t = place.sub(whole);
  const inner = (x: Tensor): Tensor =>
    x
      .mul(dip + 2)
      .sub(dip + 3)
      .mul(x)
      .mul(x)
      .add(1);
  const outer = (x: Tensor): Tensor =>
    x
      .mul(dip)
      .sub(5 * dip)
      .mul(x)
      .add(8 * dip)
      .mul(x)
      .sub(4 * dip);
  const weights = [outer(t.add(1)), inner(t), inner(t.neg().add(1)), outer(t.neg().add(2))];
  return weights.map((weight, k) => ({ at: held(whole.add(k - 1), length, args).round(), weight }));
}

function neighbours(coordinate: Tensor, length: number, args: Sampling): Neighbour[] {
  const place = placed(coordinate, length, args.align_corners);
  if (args.mode === 'bicubic') return cubicNeighbours(place, length, args);
  const own = held(place, length, args);
  if (args.mode === 'nearest') return [{ at: own.detach().round(), weight: null }];
  const left = own.detach().floor();
  return [
    { at: left, weight: left.add(1).sub(own) },
    { at: left.add(1), weight: own.sub(left) },
  ];
}

/** All choices of one neighbour a side. */
function combined(sides: readonly Neighbour[][]): Neighbour[][] {
  return sides.reduce<Neighbour[][]>(
    (all, side) => all.flatMap((chosen) => side.map((one) => [...chosen, one])),
    [[]],
  );
}

/** The element under each combination of neighbours, zero outside: (N, C, places…). */
function read(input: Tensor, chosen: readonly Neighbour[]): Tensor {
  const [batch, channels, ...spatial] = input.sizes;
  const sides = chosen.map(({ at }, k) => ({
    length: spatial[k],
    own: at.clamp(0, spatial[k] - 1).to(int64),
    fits: at.ge(0).logical_and(at.lt(spatial[k])),
  }));
  const { own: places, fits: inside } = sides.reduce((outer, { length, own, fits }) => ({
    length,
    own: outer.own.mul(length).add(own),
    fits: outer.fits.logical_and(fits),
  }));
  const flat = places.reshape(batch, 1, -1).expand(batch, channels, -1);
  const values = input
    .flatten(2)
    .gather(2, flat)
    .view([batch, channels, ...places.sizes.slice(1)]);
  return choose(inside.unsqueeze(1), values, 0);
}

function sampled({ input, grid, ...args }: { input: Tensor; grid: Tensor } & Sampling): Tensor {
  const spatial = input.sizes.slice(2);
  // The grid's last dimension begins with the last side.
  const sides = spatial.map((length, k) => neighbours(grid.select(-1, spatial.length - 1 - k), length, args));
  return combined(sides)
    .map((chosen) =>
      chosen.reduce(
        (value, { weight }) => (weight ? value.mul(weight.unsqueeze(1)) : value),
        read(input, chosen),
      ),
    )
    .reduce((sum, part) => sum.add(part));
}

defineOperator({
  name: '_grid_sampler',
  schema: 'input: Tensor, grid: Tensor, mode: str, padding_mode: str, align_corners: bool',
  doc: 'The input read at the places of a grid.',
  as: 'function',
  gradName: ({ input }) => `GridSampler${input.ndim - 2}DBackward0`,
  grad: recomputed(['input', 'grid'], ({ input, grid, mode, padding_mode, align_corners }) =>
    sampled({ input, grid, mode, padding_mode, align_corners }),
  ),
  saves: ['input', 'grid'],
  forward: sampled,
});

const shown = (tensor: Tensor): string => `[${tensor.sizes.join(', ')}]`;

function checkGrid(input: Tensor, grid: Tensor): void {
  if (input.sizes[0] !== grid.sizes[0]) {
    throw new RuntimeError(
      `grid_sampler(): expected grid and input to have same batch size, but got input with sizes ${shown(input)} and grid with sizes ${shown(grid)}`,
    );
  }
  if (grid.sizes[grid.ndim - 1] !== input.ndim - 2) {
    throw new RuntimeError(
      `grid_sampler(): expected grid to have size ${input.ndim - 2} in last dimension, but got grid with sizes ${shown(grid)}`,
    );
  }
  if (input.ndim !== grid.ndim || input.ndim < 4 || input.ndim > 5) {
    throw new RuntimeError(
      `grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes ${shown(input)} and grid with sizes ${shown(grid)}`,
    );
  }
}

defineOperator({
  name: 'grid_sample',
  schema:
    "input: Tensor, grid: Tensor, mode: str = 'bilinear', padding_mode: str = 'zeros', align_corners: bool? = null",
  doc: 'Images (N, C, H, W) read at the places of a grid (N, rows, columns, 2) of x and y from -1 to 1; volumes with grids of x, y and z. `mode` is bilinear, nearest or bicubic, `padding_mode` what lies outside: zeros, border or reflection.',
  example:
    'torch.nn.functional.grid_sample(torch.arange(4, { dtype: torch.float32 }).view(1, 1, 2, 2), torch.tensor([[[[0, 0.5]]]]), { align_corners: true })',
  as: 'functional',
  forward({ input, grid, mode, padding_mode, align_corners }) {
    if (!['bilinear', 'nearest', 'bicubic'].includes(mode)) {
      throw new ValueError(
        `nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '${mode}'`,
      );
    }
    if (!['zeros', 'border', 'reflection'].includes(padding_mode)) {
      throw new ValueError(
        `nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '${padding_mode}'`,
      );
    }
    checkGrid(input, grid);
    if (mode === 'bicubic' && input.ndim === 5) {
      throw new RuntimeError('grid_sampler(): bicubic interpolation only supports 4D input');
    }
    return call('_grid_sampler', input, grid, mode, padding_mode, align_corners ?? false);
  },
});

/** The places of elements along a side, from -1 to 1. */
function placesAlong(length: number, isAligned: boolean, like: Tensor): Tensor {
  const options = { dtype: like.dtype, device: like.device };
  if (length <= 1) return call('tensor', [0], options);
  const places = call('linspace', -1, 1, length, options);
  return isAligned ? places : places.mul((length - 1) / length);
}

interface Affine {
  theta: Tensor;
  size: number[];
  align_corners: boolean;
}

function gridOf({ theta, size, align_corners }: Affine): Tensor {
  const [batch, , ...spatial] = size;
  const sides = spatial.map((length, k) => {
    const view = spatial.map((_, own) => (own === k ? length : 1));
    return placesAlong(length, align_corners, theta).view(view).expand(spatial);
  });
  const points = call('stack', [...sides.reverse(), call('ones_like', sides[0])], -1);
  const flat = points.reshape(1, -1, spatial.length + 1).expand(batch, -1, -1);
  return flat.bmm(theta.transpose(1, 2)).view([batch, ...spatial, spatial.length]);
}

defineOperator({
  name: '_affine_grid',
  schema: 'theta: Tensor, size: int[], align_corners: bool',
  doc: 'Places moved by affine maps.',
  as: 'function',
  gradName: 'AffineGridGeneratorBackward0',
  grad: recomputed(['theta'], ({ theta, size, align_corners }) => gridOf({ theta, size, align_corners })),
  saves: ['theta'],
  forward: gridOf,
});

defineOperator({
  name: 'affine_grid',
  schema: 'theta: Tensor, size: int[], align_corners: bool? = null',
  doc: 'The grid of places that affine maps (N, 2, 3) take the elements of images (N, C, H, W) to, for grid_sample; with maps (N, 3, 4) those of volumes.',
  example: 'torch.nn.functional.affine_grid(torch.tensor([[[1, 0, 0], [0, 0.5, 0]]]), [1, 1, 2, 2], true)',
  as: 'functional',
  forward({ theta, size, align_corners }) {
    if (!theta.dtype.is_floating_point) {
      throw new ValueError(`Expected theta to have floating point type, but got ${theta.dtype}`);
    }
    const spatial = size.length - 2;
    if (spatial !== 2 && spatial !== 3) {
      throw new NotImplementedError(
        `affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size (${size.join(', ')}).`,
      );
    }
    if (theta.ndim !== 3 || theta.sizes[1] !== spatial || theta.sizes[2] !== spatial + 1) {
      throw new ValueError(
        `Expected a batch of ${spatial}D affine matrices of shape Nx${spatial}x${spatial + 1} for size (${size.join(', ')}). Got torch.Size(${shapeText(theta.sizes)}).`,
      );
    }
    return call('_affine_grid', theta, size, align_corners ?? false);
  },
});
