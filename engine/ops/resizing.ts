/** Signals, images and volumes in another size: each new element is a weighted sum of a few old ones along each side. */

import { float64, int64 } from '../core/dtype.ts';
import { NotImplementedError, ValueError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import { laidOutLike } from './layout.ts';

/** For each new position along a side: the old ones that count, and how much. */
interface Tap {
  readonly from: number[];
  readonly weights: number[] | null;
}

interface Side {
  readonly length: number;
  readonly target: number;
  /** The factor by which the side grows, where it was given; else it follows from the lengths. */
  readonly factor: number | null;
  readonly isCentred: boolean;
  /** Rounds as the tensor's type does. */
  readonly round: (value: number) => number;
}

const positions = <T>(count: number, at: (to: number) => T): T[] =>
  Array.from({ length: count }, (_, to) => at(to));
const clamped = (value: number, length: number): number => Math.min(Math.max(value, 0), length - 1);

function nearest({ length, target, factor }: Side, shift: number): Tap[] {
  const step = Math.fround(factor === null ? length / target : 1 / factor);
  const from = positions(target, (to) => clamped(Math.floor(Math.fround((to + shift) * step)), length));
  return [{ from, weights: null }];
}

/** Where new positions lie among the old ones. */
function sources({ length, target, factor, isCentred, round }: Side): number[] {
  if (!isCentred) {
    const step = target > 1 ? round((length - 1) / (target - 1)) : 0;
    return positions(target, (to) => round(to * step));
  }
  const step = round(factor === null ? length / target : 1 / factor);
  return positions(target, (to) => round(round(step * (to + 0.5)) - 0.5));
}

function linear(side: Side): Tap[] {
  const { length, round } = side;
  const places = sources(side).map((place) => Math.max(place, 0));
  const left = places.map((place) => Math.min(Math.floor(place), length - 1));
  const share = places.map((place, to) => round(place - left[to]));
  return [
    { from: left, weights: share.map((part) => round(1 - part)) },
    { from: left.map((place) => Math.min(place + 1, length - 1)), weights: share },
  ];
}

// How far the cubic of Keys (1981) dips below zero.
const dip = -0.75;

/** Weights of four neighbours for a place between the middle two. */
function cubicWeights(t: number): number[] {
  const inner = (x: number): number => ((dip + 2) * x - (dip + 3)) * x * x + 1;
  const outer = (x: number): number => ((dip * x - 5 * dip) * x + 8 * dip) * x - 4 * dip;
  return [outer(t + 1), inner(t), inner(1 - t), outer(2 - t)];
}

function cubic(side: Side): Tap[] {
  const places = sources(side);
  const whole = places.map(Math.floor);
  const weights = places.map((place, to) => cubicWeights(side.round(place - whole[to])));
  return [0, 1, 2, 3].map((k) => ({
    from: whole.map((place) => clamped(place + k - 1, side.length)),
    weights: weights.map((own) => own[k]),
  }));
}

const linearModes = { linear: 1, bilinear: 2, trilinear: 3 } as const;
const kernels: Readonly<Record<string, (side: Side) => Tap[]>> = {
  nearest: (side) => nearest(side, 0),
  'nearest-exact': (side) => nearest(side, 0.5),
  linear,
  bilinear: linear,
  trilinear: linear,
  bicubic: cubic,
};

interface Resize {
  output_size: readonly number[];
  mode: string;
  align_corners: boolean;
  scale_factors: readonly number[] | null;
}

/** The taps along each spatial dimension, as tensors. */
function tapsOf(sizes: readonly number[], like: Pick<Tensor, 'dtype'>, device: string, args: Resize) {
  const { output_size, mode, align_corners, scale_factors } = args;
  return output_size.map((target, k) => {
    const dim = k + 2;
    const side: Side = {
      length: sizes[dim],
      target,
      factor: scale_factors?.[k] ?? null,
      isCentred: !align_corners,
      round: like.dtype === float64 ? (value) => value : Math.fround,
    };
    const view = sizes.map((_, own) => (own === dim ? target : 1));
    const taps = kernels[mode](side).map(({ from, weights }) => ({
      from: call('tensor', from, { dtype: int64, device }),
      weights: weights && call('tensor', weights, { dtype: like.dtype, device }).view(view),
    }));
    return { dim, taps };
  });
}

const total = (parts: Tensor[]): Tensor => parts.reduce((sum, part) => sum.add(part));

const modeName = (mode: string): string =>
  mode.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

defineOperator({
  name: '_upsample',
  schema: 'input: Tensor, output_size: int[], mode: str, align_corners: bool, scale_factors: any',
  doc: 'The input in another size.',
  as: 'function',
  gradName: ({ mode, output_size }) => `Upsample${modeName(mode)}${output_size.length}DBackward0`,
  grad: {
    input(grad, context) {
      const { sizes } = context.meta.input;
      let result: Tensor = grad;
      for (const { dim, taps } of tapsOf(sizes, grad, grad.device, context).reverse()) {
        const shape = result.sizes.map((size, own) => (own === dim ? sizes[dim] : size));
        const given = result;
        result = taps.reduce(
          (sum, { from, weights }) => sum.index_add(dim, from, weights ? given.mul(weights) : given),
          given.new_zeros(shape),
        );
      }
      return result;
    },
  },
  forward({ input, ...args }) {
    const resized = tapsOf(input.sizes, input, input.device, args).reduce(
      (image, { dim, taps }) =>
        total(
          taps.map(({ from, weights }) => {
            const picked = image.index_select(dim, from);
            return weights ? picked.mul(weights) : picked;
          }),
        ),
      input,
    );
    return laidOutLike(input, resized);
  },
});

const modes = 'nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact';
const inPython = (values: readonly number[]): string =>
  `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;

/** One number for all sides, or one each. @throws ValueError for another count */
function perSide(given: unknown, input: Tensor, what: string, kind: string, letter: string): number[] {
  const spatial = input.sizes.slice(2);
  if (typeof given === 'number') return spatial.map(() => given);
  const list = given as number[];
  if (list.length === spatial.length) return [...list];
  throw new ValueError(
    `Input and ${kind} must have the same number of spatial dimensions, but got input with spatial dimensions of [${spatial.join(', ')}] and ${what} ${inPython(list)}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and ${letter === 'o' ? 'output size' : 'scale_factor'} in (${letter}1, ${letter}2, ...,${letter}K) format.`,
  );
}

function checkMode(input: Tensor, mode: string): void {
  const ndim =
    mode in linearModes ? linearModes[mode as keyof typeof linearModes] + 2 : mode === 'bicubic' ? 4 : null;
  const isKnown = mode in kernels || mode === 'area';
  if (input.ndim < 3 || input.ndim > 5 || !isKnown) {
    throw new NotImplementedError(
      `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${input.ndim}D) for the modes: ${modes} (got ${mode})`,
    );
  }
  if (ndim !== null && input.ndim !== ndim) {
    throw new NotImplementedError(
      mode === 'bicubic'
        ? `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${input.ndim}D) for the modes: ${modes} (got ${mode})`
        : `Got ${input.ndim}D input, but ${mode} mode needs ${ndim}D input`,
    );
  }
}

defineOperator({
  name: 'interpolate',
  schema:
    "input: Tensor, size: any = null, scale_factor: any = null, mode: str = 'nearest', align_corners: bool? = null, recompute_scale_factor: bool? = null, antialias: bool = false",
  doc: 'Signals (N, C, L), images (N, C, H, W) or volumes (N, C, D, H, W) in another size: by the nearest element (`nearest`, `nearest-exact`), by the two nearest along each side (`linear`, `bilinear`, `trilinear`), by four (`bicubic`), or by the mean of what falls into each (`area`).',
  example: "torch.nn.functional.interpolate(torch.tensor([[[1, 2.5]]]), { scale_factor: 2, mode: 'linear' })",
  as: 'functional',
  forward({ input, size, scale_factor, mode, align_corners, recompute_scale_factor, antialias }) {
    if (align_corners !== null && (mode === 'area' || mode.startsWith('nearest'))) {
      throw new ValueError(
        'align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear',
      );
    }
    if (size !== null && scale_factor !== null) {
      throw new ValueError('only one of size or scale_factor should be defined');
    }
    if (size === null && scale_factor === null) {
      throw new ValueError('either size or scale_factor should be defined');
    }
    if (antialias) throw new NotImplementedError('interpolate does not have antialias');
    const factors =
      scale_factor === null
        ? null
        : perSide(scale_factor, input, 'scale_factor of shape', 'scale_factor', 's');
    const target = factors
      ? input.sizes.slice(2).map((length, k) => Math.floor(length * factors[k]))
      : perSide(size, input, 'output size of', 'output', 'o');
    checkMode(input, mode);
    if (mode === 'area') return call(`adaptive_avg_pool${input.ndim - 2}d`, input, target);
    const scales = recompute_scale_factor ? null : factors;
    return call('_upsample', input, target, mode, align_corners ?? false, scales);
  },
});
