/** Drawing categories by their weights. */

import { int64 } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { defineOperator } from '../core/operator.ts';
import { cpuArray } from '../core/reading.ts';
import { allocate, type Tensor } from '../core/tensor.ts';
import { multinomialWithReplacement } from '../random/distributions.ts';
import { fillExponential } from '../random/fill.ts';
import { default_generator } from '../random/generator.ts';
import type { RandomStream } from '../random/stream.ts';
import { filledLike } from './creation.ts';
import { refuseReading } from './support.ts';

const MOST_CATEGORIES = 2 ** 24;

defineOperator({
  name: 'multinomial',
  schema: 'self: Tensor, num_samples: int, replacement: bool = false, *, generator: Generator? = null',
  doc: 'Indices drawn with probabilities in proportion to the weights in each row, with replacement or without.',
  example: 'torch.multinomial(torch.tensor([0.5, 10, 3]), 2)',
  forward({ self, num_samples, replacement, generator }) {
    checkMultinomial(self, num_samples, replacement);
    const rows = self.ndim === 1 ? [] : [self.sizes[0]];
    const result = allocate([...rows, num_samples], int64, self.storage.device);
    if (result.numel() === 0) return result;
    checkWeights(self);
    // A single draw is one without replacement.
    const draw = replacement && num_samples > 1 ? drawWithReplacement : drawWithoutReplacement;
    draw(self.detach(), result, generator);
    return result;
  },
});

function checkMultinomial(self: Tensor, samples: number, replacement: boolean): void {
  if (self.ndim !== 1 && self.ndim !== 2) throw new RuntimeError('prob_dist must be 1 or 2 dim');
  if (!self.dtype.is_floating_point) {
    throw new RuntimeError(
      `multinomial only supports floating-point dtypes for input, got: ${self.dtype.scalarName}`,
    );
  }
  if (samples <= 0) throw new RuntimeError('cannot sample n_sample <= 0 samples');
  const categories = self.sizes[self.ndim - 1];
  if (!replacement && samples > categories) {
    throw new RuntimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
  }
  if (categories > MOST_CATEGORIES) throw new RuntimeError('number of categories cannot exceed 2^24');
  refuseReading(self, "'torch.multinomial(await t.cpu(), …)'");
}

/** @throws RuntimeError for weights that are no numbers from 0 up, or all zero in a row */
function checkWeights(self: Tensor): void {
  const weights = self.toTypedArray() as Float64Array;
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) {
    throw new RuntimeError('probability tensor contains either `inf`, `nan` or element < 0');
  }
  const categories = self.sizes[self.ndim - 1];
  const rows = self.numel() / categories || 1;
  for (let row = 0; row < rows; row++) {
    if (!weights.subarray(row * categories, (row + 1) * categories).some((weight) => weight > 0)) {
      throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
    }
  }
}

type Draw = (self: Tensor, result: Tensor, generator: RandomStream | null) => void;

/** Calls `draw` with each row's numbers and the place for its indices. */
function forEachRow(
  self: Tensor,
  result: Tensor,
  draw: (row: Float64Array, indices: BigInt64Array) => void,
): void {
  const values = self.toTypedArray() as Float64Array;
  const indices = cpuArray(result) as BigInt64Array;
  const categories = self.sizes[self.ndim - 1];
  const samples = result.sizes[result.ndim - 1];
  for (let row = 0; row * samples < indices.length; row++) {
    draw(
      values.subarray(row * categories, (row + 1) * categories),
      indices.subarray(row * samples, (row + 1) * samples),
    );
  }
}

const drawWithReplacement: Draw = (self, result, generator) => {
  const stream = generator ?? default_generator;
  forEachRow(self, result, (weights, indices) => {
    multinomialWithReplacement(stream, indices, weights, self.dtype);
  });
};

/** The categories with the largest ratios of weight to an exponential sample are a draw without replacement. */
const drawWithoutReplacement: Draw = (self, result, generator) => {
  const options = { dtype: null, device: null, requires_grad: false };
  const samples = fillExponential(filledLike(self, 0, options), 1, generator);
  forEachRow(self.div(samples), result, (ratios, indices) => {
    const order = Array.from(ratios.keys()).sort((a, b) => ratios[b] - ratios[a]);
    for (let i = 0; i < indices.length; i++) indices[i] = BigInt(order[i]);
  });
};
