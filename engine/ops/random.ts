/** Random tensors: PyTorch's own numbers from the same seed. */

import { get_default_dtype, int64, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator } from '../core/operator.ts';
import { invalidCombination, typeName } from '../core/schema.ts';
import { broadcastShapes } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import {
  checkDeviation,
  fillAnyInts,
  fillBernoulli,
  fillCauchy,
  fillExponential,
  fillGeometric,
  fillInts,
  fillLogNormal,
  fillNormal,
  fillPermutation,
  fillUniform,
} from '../random/fill.ts';
import { default_generator } from '../random/generator.ts';
import { poissonSample } from '../random/poisson.ts';
import type { RandomStream } from '../random/stream.ts';
import {
  type CreationOptions,
  creationOptions,
  deviceFor,
  filled,
  filledLike,
  refuseNegative,
  withGrad,
} from './creation.ts';
import { refuseReading, throwNotImplemented } from './support.ts';

const withGenerator = 'generator: Generator? = null';

/** Samples do not depend on what stood there before: no gradient comes through. */
function noGradient(grad: Tensor): Tensor {
  return filledLike(grad, 0, { dtype: null, device: null, requires_grad: false });
}

// ── in place ─────────────────────────────────────────────────────────────────────────────────────────────────

defineOperator({
  name: 'uniform_',
  schema: `self: Tensor, from: float = 0, to: float = 1, *, ${withGenerator}`,
  doc: 'Fills the tensor with samples that are uniform from `from` to below `to`.',
  example: 'torch.empty(3).uniform_(-1, 1)',
  as: 'method',
  mutates: true,
  gradName: 'UniformBackward0',
  grad: { self: noGradient },
  forward: ({ self, from, to, generator }) => fillUniform(self, from, to, generator),
});

defineOperator({
  name: 'normal_',
  schema: `self: Tensor, mean: float = 0, std: float = 1, *, ${withGenerator}`,
  doc: 'Fills the tensor with normal samples of that mean and standard deviation.',
  example: 'torch.empty(3).normal_(10, 2)',
  as: 'method',
  mutates: true,
  gradName: 'NormalBackward0',
  grad: { self: noGradient },
  forward: ({ self, mean, std, generator }) => fillNormal(self, mean, std, generator),
});

defineOperator({
  name: 'bernoulli_',
  schema: `self: Tensor, p: Operand = 0.5, *, ${withGenerator}`,
  doc: 'Fills the tensor with ones, each with probability `p` (a number, or a tensor of one for each element), and zeros.',
  example: 'torch.empty(5).bernoulli_(0.3)',
  as: 'method',
  mutates: true,
  gradName: ({ p }) => (p instanceof Tensor ? 'BernoulliBackward1' : 'BernoulliBackward2'),
  grad: {
    self: noGradient,
    p: (grad, { meta }) => filled(meta.p.sizes, 0, meta.p.dtype, grad.storage.device),
  },
  forward: ({ self, p, generator }) => fillBernoulli(self, p instanceof Tensor ? p : Number(p), generator),
});

const randomSignatures = [
  '*, torch.Generator generator = None',
  'int from, int to, *, torch.Generator generator = None',
  'int to, *, torch.Generator generator = None',
];

defineOperator({
  name: 'random_',
  schema: `self: Tensor, from: any = null, to: any = 'unset', *, ${withGenerator}`,
  doc: 'Fills the tensor with random whole numbers: from 0 to below the only number given, or from the first to below the second (null: to the largest of the dtype). Without any number, all from 0 on that the dtype has without gaps.',
  example: 'torch.empty(4).random_(10)',
  as: 'method',
  mutates: true,
  gradName: ({ from, to }) => {
    if (from === null && to === 'unset') return 'RandomBackward2';
    return from === null || to === 'unset' ? 'RandomBackward1' : 'RandomBackward0';
  },
  grad: { self: noGradient },
  forward({ self, from, to, generator }) {
    const given = [from, to].filter((value) => value !== null && value !== 'unset');
    if (!given.every(isWhole)) throw invalidCombination('random_', given, randomSignatures);
    if (given.length === 0) return fillAnyInts(self, generator);
    if (to === null) return fillInts(self, BigInt(from), null, generator);
    const [start, end] = given.length === 1 ? [0, given[0]] : given;
    return fillInts(self, BigInt(start), BigInt(end), generator);
  },
});

defineOperator({
  name: 'exponential_',
  schema: `self: Tensor, lambd: float = 1, *, ${withGenerator}`,
  doc: 'Fills the tensor with exponential samples of rate `lambd`.',
  example: 'torch.empty(3).exponential_()',
  as: 'method',
  mutates: true,
  gradName: 'ExponentialBackward0',
  grad: { self: noGradient },
  forward: ({ self, lambd, generator }) => fillExponential(self, lambd, generator),
});

defineOperator({
  name: 'geometric_',
  schema: `self: Tensor, p: float, *, ${withGenerator}`,
  doc: 'Fills the tensor with the number of trials that it takes to succeed once, with success probability `p`.',
  example: 'torch.zeros(4).geometric_(0.5)',
  as: 'method',
  mutates: true,
  gradName: 'GeometricBackward0',
  grad: { self: noGradient },
  forward: ({ self, p, generator }) => fillGeometric(self, p, generator),
});

defineOperator({
  name: 'cauchy_',
  schema: `self: Tensor, median: float = 0, sigma: float = 1, *, ${withGenerator}`,
  doc: 'Fills the tensor with samples of the Cauchy distribution.',
  example: 'torch.zeros(2).cauchy_()',
  as: 'method',
  mutates: true,
  gradName: 'CauchyBackward0',
  grad: { self: noGradient },
  forward: ({ self, median, sigma, generator }) => fillCauchy(self, median, sigma, generator),
});

defineOperator({
  name: 'log_normal_',
  schema: `self: Tensor, mean: float = 1, std: float = 2, *, ${withGenerator}`,
  doc: 'Fills the tensor with samples whose logarithm is normal, of that mean and standard deviation.',
  example: 'torch.zeros(2).log_normal_()',
  as: 'method',
  mutates: true,
  gradName: 'LogNormalBackward0',
  grad: { self: noGradient },
  forward: ({ self, mean, std, generator }) => fillLogNormal(self, mean, std, generator),
});

// ── new tensors ──────────────────────────────────────────────────────────────────────────────────────────────

type Fill = (tensor: Tensor, generator: RandomStream | null) => Tensor;

const randomOptions = `${withGenerator}, ${creationOptions}`;

interface RandomOptions extends CreationOptions {
  generator: RandomStream | null;
}

/** A new tensor of `sizes` that `fill` wrote. */
function filledRandomly(
  sizes: readonly number[],
  fill: Fill,
  { dtype, device, requires_grad, generator }: RandomOptions,
): Tensor {
  refuseNegative(sizes);
  const tensor = allocate([...sizes], dtype ?? get_default_dtype(), deviceFor(device));
  return withGrad(fill(tensor, generator), requires_grad);
}

/** A new tensor of another's size, type and layout that `fill` wrote. */
function filledRandomlyLike(
  self: Tensor,
  fill: Fill,
  { generator, requires_grad, ...options }: RandomOptions,
): Tensor {
  return withGrad(fill(filledLike(self, 0, { ...options, requires_grad: false }), generator), requires_grad);
}

function defineRandom(name: string, fill: Fill, doc: string): void {
  defineOperator({
    name,
    schema: `size: int..., *, ${randomOptions}`,
    doc: `A tensor of that size of ${doc}.`,
    example: `torch.${name}(2, 3)`,
    as: 'function',
    forward: ({ size, ...options }) => filledRandomly(size, fill, options),
  });
  defineOperator({
    name: `${name}_like`,
    schema: `self: Tensor, *, ${randomOptions}`,
    doc: `A tensor of the size and type of another, of ${doc}.`,
    example: `torch.${name}_like(torch.zeros(3))`,
    as: 'function',
    forward: ({ self, ...options }) => filledRandomlyLike(self, fill, options),
  });
}

defineRandom(
  'rand',
  (tensor, generator) => fillUniform(tensor, 0, 1, generator),
  'samples that are uniform in [0, 1)',
);
defineRandom(
  'randn',
  (tensor, generator) => fillNormal(tensor, 0, 1, generator),
  'samples of the standard normal distribution',
);

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}

const madeWith =
  'Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False';
const randintSignatures = ['int high', 'int low, int high'].flatMap((limits) => [
  `${limits}, tuple of ints size, *, torch.Generator generator, ${madeWith}`,
  `${limits}, tuple of ints size, *, ${madeWith}`,
]);

/** The arguments of randint: `high, size` or `low, high, size`. */
function readRandint(
  low: unknown,
  high: unknown,
  size: unknown,
): { from: bigint; to: bigint; size: number[] } {
  const hasLow = !Array.isArray(high) && high !== null && low !== null;
  const end = Array.isArray(high) ? low : (high ?? low);
  const sizes = Array.isArray(high) ? high : size;
  const given = [low, high, size].filter((value) => value !== null);
  if (hasLow ? !isWhole(low) || !isWhole(end) || !Array.isArray(sizes) : end === null || sizes === null) {
    throw invalidCombination('randint', given, randintSignatures);
  }
  if (!isWhole(end)) {
    throw new TypeError(`randint(): argument 'high' (position 1) must be int, not ${typeName(end)}`);
  }
  const wrong = Array.isArray(sizes) ? sizes.findIndex((one) => !Number.isInteger(one)) : -1;
  if (!Array.isArray(sizes) || wrong >= 0) {
    const found =
      wrong >= 0
        ? `, but found element of type ${typeName((sizes as unknown[])[wrong])} at pos ${wrong}`
        : `, not ${typeName(sizes)}`;
    throw new TypeError(
      `randint(): argument 'size' (position ${hasLow ? 3 : 2}) must be tuple of ints${found}`,
    );
  }
  return { from: hasLow ? BigInt(low as number) : 0n, to: BigInt(end), size: sizes };
}

defineOperator({
  name: 'randint',
  schema: `low: any = null, high: any = null, size: any = null, *, ${randomOptions}`,
  doc: 'A tensor of that size of random whole numbers from `low` (0 where only `high` is given) to below `high`: randint(high, size) or randint(low, high, size).',
  example: 'torch.randint(1, 7, [10])',
  as: 'function',
  overloads: [
    [`high: int, size: int[], *, ${randomOptions}`, 'Tensor'],
    [`low: int, high: int, size: int[], *, ${randomOptions}`, 'Tensor'],
    [`*, low: int = 0, high: int, size: int[], ${randomOptions}`, 'Tensor'],
  ],
  forward({ low, high, size, dtype, ...options }) {
    const asked = readRandint(low, high, size);
    const fill: Fill = (tensor, generator) => fillInts(tensor, asked.from, asked.to, generator);
    return filledRandomly(asked.size, fill, { ...options, dtype: dtype ?? int64 });
  },
});

const randintLikeSignatures = ['int high', 'Tensor high', 'int low, int high'].flatMap((limits) => [
  `Tensor input, ${limits}, *, torch.memory_format memory_format = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False`,
]);

defineOperator({
  name: 'randint_like',
  schema: `self: Tensor, low: any = null, high: any = null, *, ${randomOptions}`,
  doc: 'A tensor of the size and type of another, of random whole numbers from `low` (0 where only `high` is given) to below `high`.',
  example: 'torch.randint_like(torch.zeros(2, 3), 10)',
  as: 'function',
  forward({ self, low, high, ...options }) {
    const given = [low, high].filter((value) => value !== null);
    if (given.length === 0 || !given.every(isWhole)) {
      throw invalidCombination('randint_like', [self, ...given], randintLikeSignatures);
    }
    const [from, to] = given.length === 1 ? [0, given[0]] : given;
    const fill: Fill = (tensor, generator) => fillInts(tensor, BigInt(from), BigInt(to), generator);
    return filledRandomlyLike(self, fill, options);
  },
});

defineOperator({
  name: 'randperm',
  schema: `n: int, *, ${randomOptions}`,
  doc: 'The whole numbers from 0 to below `n` in random order.',
  example: 'torch.randperm(10)',
  as: 'function',
  forward: ({ n, dtype, ...options }) =>
    filledRandomly([n], fillPermutation, { ...options, dtype: dtype ?? int64 }),
});

defineOperator({
  name: 'bernoulli',
  schema: `self: Tensor, p: float? = null, *, ${withGenerator}`,
  doc: 'Ones and zeros: a one with the probability that stands in the tensor, or with probability `p` where that is given.',
  example: 'torch.bernoulli(torch.tensor([0.1, 0.5, 0.9]))',
  gradName: ({ p }) => (p === null ? 'BernoulliBackward0' : 'NotImplemented'),
  grad: {
    self(grad, { p }) {
      if (p === null) return noGradient(grad);
      throw new RuntimeError('derivative for aten::bernoulli is not implemented');
    },
  },
  forward({ self, p, generator }) {
    const result = allocate(self.sizes, self.dtype, self.storage.device);
    return fillBernoulli(result, p ?? self, generator);
  },
});

const normalSignatures = [
  'Tensor mean, Tensor std, *, torch.Generator generator = None, Tensor out = None',
  'Tensor mean, float std = 1, *, torch.Generator generator = None, Tensor out = None',
  'float mean, Tensor std, *, torch.Generator generator = None, Tensor out = None',
  `float mean, float std, tuple of ints size, *, torch.Generator generator = None, ${madeWith}`,
];

function checkDeviations(std: Tensor | Scalar): void {
  if (!(std instanceof Tensor)) checkDeviation(Number(std));
  else if (std.is_cpu && Array.from(std.toTypedArray() as Float64Array).some((value) => value < 0)) {
    throw new RuntimeError('normal expects all elements of std >= 0.0');
  }
}

defineOperator({
  name: 'normal',
  schema: `mean: Operand, std: Operand = 1, size: int[]? = null, *, ${randomOptions}`,
  doc: 'Normal samples. Mean and standard deviation are tensors with a number for each sample, or numbers; two numbers need a size.',
  example: 'torch.normal(torch.tensor([0, 100.5]), 0.1)',
  as: 'function',
  gradName({ mean, std }) {
    if (!(mean instanceof Tensor)) return 'NormalBackward2';
    return std instanceof Tensor ? 'NormalBackward3' : 'NormalBackward1';
  },
  grad: {
    mean: (grad, { meta }) => filled(meta.mean.sizes, 0, meta.mean.dtype, grad.storage.device),
    std: (grad, { meta }) => filled(meta.std.sizes, 0, meta.std.dtype, grad.storage.device),
  },
  forward({ mean, std, size, ...options }) {
    const tensors = [mean, std].filter((value) => value instanceof Tensor);
    if (tensors.length === 0 && size) {
      const fill: Fill = (tensor, generator) => fillNormal(tensor, Number(mean), Number(std), generator);
      return filledRandomly(size, fill, options);
    }
    if (tensors.length === 0 || size) {
      throw invalidCombination('normal', size ? [mean, std, size] : [mean, std], normalSignatures);
    }
    checkDeviations(std);
    const [first] = tensors;
    const sizes = broadcastShapes(...tensors.map((tensor) => tensor.sizes));
    const result = allocate(sizes, first.dtype, first.storage.device);
    if (!(std instanceof Tensor)) return fillNormal(result, 0, Number(std), options.generator).add_(mean);
    return fillNormal(result, 0, 1, options.generator).mul_(std).add_(mean);
  },
});

defineOperator({
  name: 'poisson',
  schema: `self: Tensor, ${withGenerator}`,
  doc: 'Whole numbers from Poisson distributions, whose rates are given.',
  example: 'torch.poisson(torch.tensor([1.5, 20]))',
  as: 'function',
  grad: { self: noGradient },
  forward({ self, generator }) {
    if (!self.dtype.is_floating_point) throwNotImplemented('poisson_cpu', self.dtype);
    refuseReading(self, '(await t.cpu())');
    const stream = generator ?? default_generator;
    const samples = Array.from(self.toTypedArray() as ArrayLike<number>, (rate) => {
      if (!(rate >= 0)) throw new RuntimeError('invalid Poisson rate, expected rate to be non-negative');
      return poissonSample(stream, rate);
    });
    return filledLike(self, 0, { dtype: null, device: null, requires_grad: false }).copy_(
      call('tensor', samples, { dtype: self.dtype }).view(self.sizes),
    );
  },
});
