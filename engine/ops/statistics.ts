/** Spread, quantiles and correlations. */

import { bool, type DType, type Scalar } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { call, defineOperator, type GradFormula } from '../core/operator.ts';
import { wrapDim, wrapDims } from '../core/shape.ts';
import { allocate, Tensor } from '../core/tensor.ts';
import { varianceKernel } from '../devices/cpu/moments.ts';
import { mergedLast } from '../devices/cpu/rows.ts';
import { gatherAlong } from './selection.ts';
import { reducedCount, unreduce } from './sums.ts';

// ── variance ─────────────────────────────────────────────────────────────────────────────────────────────────

const schema =
  'self: Tensor, dim: any = null, unbiased: any = null, keepdim: bool = false, *, correction: Scalar? = null';

interface Call {
  readonly self: Tensor;
  readonly dim: unknown;
  readonly unbiased: unknown;
  readonly keepdim: boolean;
  readonly correction: Scalar | null;
}

/** PyTorch takes `var(unbiased)` as well as `var(dim, unbiased)`, and `correction` for either. */
function readCall({ self, dim, unbiased, keepdim, correction }: Call) {
  const flag = typeof dim === 'boolean' ? dim : unbiased;
  const dims = typeof dim === 'number' ? [dim] : Array.isArray(dim) ? dim : null;
  const minus = correction === null ? (flag === false ? 0 : 1) : Number(correction);
  return [self, dims, minus, keepdim] as const;
}

const overloads = (returns: string) =>
  [
    ['self: Tensor, unbiased: bool', returns],
    [
      'self: Tensor, dim: int[]? = null, unbiased: bool? = null, keepdim: bool = false, *, correction: Scalar? = null',
      returns,
    ],
  ] as const;

const innerSchema = 'self: Tensor, dim: int[]?, correction: float, keepdim: bool';

const freedom = (sizes: readonly number[], dim: readonly number[] | null, correction: number): number =>
  Math.max(reducedCount(sizes, dim) - correction, 0);

function variance(
  {
    self,
    dim,
    correction,
    keepdim,
  }: { self: Tensor; dim: number[] | null; correction: number; keepdim: boolean },
  root: boolean,
): Tensor {
  const dims = wrapDims(dim, self.ndim);
  const kept = self.sizes.filter((_, own) => !dims.includes(own));
  const out = allocate(kept, self.dtype, self.storage.device);
  if (out.numel() > 0) {
    const rows = mergedLast(self, dims);
    const divisor = freedom(self.sizes, dim, correction);
    varianceKernel.for(self.storage.device)(rows, out.unsqueeze(-1), divisor, root);
  }
  return keepdim ? out.view(self.sizes.map((size, own) => (dims.includes(own) ? 1 : size))) : out;
}

varianceKernel.on('webgpu', (source: Tensor, out: Tensor, divisor: number, root: boolean): void => {
  const difference = source.sub(source.mean(-1, true));
  const result = difference.mul(difference).sum(-1, true).div(divisor);
  out.copy_(root ? result.sqrt() : result);
});

type Context = Parameters<Exclude<GradFormula, string>>[1];

function varianceSlope(grad: Tensor, { self, dim, correction, keepdim }: Context): Tensor {
  const divisor = freedom(self.sizes, dim, correction);
  const difference = self.sub(self.mean(dim, true));
  return difference.mul(unreduce(grad, self.sizes, dim, keepdim)).mul(2 / divisor);
}

const deviationSlope = (grad: Tensor, context: Context, result: Tensor): Tensor =>
  varianceSlope(grad.div(result.mul(2)).masked_fill(result.eq(0), 0), context);

const meanSlope = (grad: Tensor, { self, dim, keepdim }: Context): Tensor =>
  unreduce(grad, self.sizes, dim, keepdim).div(reducedCount(self.sizes, dim));

for (const name of ['var', 'std'] as const) {
  const root = name === 'std';
  const title = root ? 'Std' : 'Var';
  const slope = (grad: Tensor, context: Context, result: Tensor): Tensor =>
    root ? deviationSlope(grad, context, result) : varianceSlope(grad, context);
  const words = root ? 'standard deviation' : 'variance';

  const inner = defineOperator({
    name: `_${name}`,
    schema: innerSchema,
    doc: `The ${words}.`,
    as: 'function',
    gradName: `${title}Backward0`,
    grad: { self: (grad, context) => slope(grad, context, root ? context.result : grad) },
    saves: root ? ['self', 'result'] : ['self'],
    forward: (args) => variance(args, root),
  });

  const withMean = defineOperator({
    name: `_${name}_mean`,
    schema: innerSchema,
    doc: `The ${words} and the mean.`,
    as: 'function',
    gradName: `${title}MeanBackward0`,
    grad: {
      self(_grad, context) {
        const [spread, mean] = context.grads;
        const parts = [
          spread && slope(spread, context, context.results[0]),
          mean && meanSlope(mean, context),
        ];
        return parts[0] && parts[1] ? parts[0].add(parts[1]) : (parts[0] ?? parts[1]);
      },
    },
    saves: ['self', 'results'],
    forward: (args) => [variance(args, root), args.self.mean(args.dim as number[], args.keepdim)],
  });

  const doc = `The ${words} of all elements, or along dimensions; divided by their number less \`correction\` (1, or 0 where \`unbiased\` is false).`;

  defineOperator({
    name,
    schema,
    doc,
    example: `torch.tensor([1, 2, 4.5]).${name}()`,
    overloads: overloads('Tensor'),
    forward(args) {
      if (!args.self.dtype.is_floating_point) {
        throw new RuntimeError('std and var only support floating point and complex dtypes');
      }
      return inner(...readCall(args as Call));
    },
  });

  defineOperator({
    name: `${name}_mean`,
    schema,
    doc: `${doc} With the mean, as an array of two.`,
    example: `torch.${name}_mean(torch.tensor([1, 2, 4.5]))`,
    as: 'function',
    overloads: overloads('[Tensor, Tensor]'),
    forward(args) {
      if (!args.self.dtype.is_floating_point) {
        throw new RuntimeError(`${name}_mean only support floating point and complex dtypes`);
      }
      return withMean(...readCall(args as Call));
    },
  });
}

// ── quantiles ────────────────────────────────────────────────────────────────────────────────────────────────

const interpolations = ['linear', 'lower', 'higher', 'midpoint', 'nearest'];

/** The fractional rank of each quantile in each row of `sorted` (nan last): rows by quantiles. */
function ranksOf(sorted: Tensor, q: Tensor, ignoreNan: boolean): Tensor {
  const size = sorted.sizes[sorted.ndim - 1];
  const isNan = sorted.isnan();
  if (ignoreNan) {
    const last = isNan.logical_not().sum(-1, true).sub(1);
    return q.mul(last.to(q.dtype)).clamp_min(0);
  }
  return q.mul(size - 1).masked_fill(isNan.any(-1, true), size - 1);
}

function quantileOf(self: Tensor, q: Tensor, interpolation: string, ignoreNan: boolean): Tensor {
  const sorted = self.sort(-1)[0];
  const ranks = ranksOf(sorted.detach(), q, ignoreNan).expand([...sorted.sizes.slice(0, -1), q.numel()]);
  const at = (places: Tensor): Tensor => gatherAlong(sorted, sorted.ndim - 1, places.long());
  if (interpolation === 'lower') return at(ranks.floor());
  if (interpolation === 'higher') return at(ranks.ceil());
  if (interpolation === 'nearest') return at(ranks.round());
  const below = ranks.floor();
  const weights = interpolation === 'midpoint' ? call('full_like', ranks, 0.5) : ranks.sub(below);
  return at(below).lerp(at(ranks.ceil()), weights);
}

function checkQuantile(name: string, self: Tensor, q: Tensor, interpolation: string): void {
  const fail = (message: string): never => {
    throw new RuntimeError(`${name}() ${message}`);
  };
  if (self.numel() === 0) fail('input tensor must be non-empty');
  if (q.ndim > 1) fail('q must be a scalar or 1D tensor');
  if (!['float32', 'float64'].includes(self.dtype.name)) {
    fail('input tensor must be either float or double dtype');
  }
  if (q.dtype !== self.dtype) fail('q tensor must be same dtype as the input tensor');
  if (!interpolations.includes(interpolation)) {
    fail(`interpolation must be one of linear, lower, higher, midpoint or nearest, but got ${interpolation}`);
  }
}

for (const [name, ignoreNan, doc] of [
  [
    'quantile',
    false,
    'The elements below which the share `q` lies: of all or along a dimension, `q` a number or a vector.',
  ],
  ['nanquantile', true, '`quantile` of the elements that are numbers.'],
] as const) {
  defineOperator({
    name,
    schema:
      "self: Tensor, q: Operand, dim: int? = null, keepdim: bool = false, *, interpolation: str = 'linear'",
    doc,
    example: `torch.tensor([1, 2, 4.5]).${name}(0.5)`,
    forward({ self, q, dim, keepdim, interpolation }) {
      if (!(q instanceof Tensor) && !(Number(q) >= 0 && Number(q) <= 1)) {
        throw new RuntimeError(`quantile() q must be in the range [0, 1] but got ${q}`);
      }
      const shares = q instanceof Tensor ? q : self.new_full([], q);
      checkQuantile(name, self, shares, interpolation);
      const own = dim === null ? null : wrapDim(dim, self.ndim);
      const rows =
        own === null || self.ndim === 0
          ? self.reshape(-1)
          : self.unsqueeze(-1).transpose(own, -1).squeeze(own);
      const found = quantileOf(rows, shares.reshape(-1), interpolation, ignoreNan);
      const shaped = keepdim
        ? found.unsqueeze(-2).view(keptShape(self, own, found.sizes[found.ndim - 1]))
        : found;
      return shares.ndim === 0 ? shaped.squeeze_(-1) : toFront(shaped);
    },
  });
}

/** Rows by quantiles, with the reduced dimensions as ones. */
function keptShape(self: Tensor, dim: number | null, count: number): number[] {
  return [...self.sizes.map((size, own) => (dim === null || own === dim ? 1 : size)), count];
}

function toFront(tensor: Tensor): Tensor {
  const last = tensor.ndim - 1;
  return tensor.permute(last, ...Array.from({ length: last }, (_, dim) => dim));
}

// ── correlations ─────────────────────────────────────────────────────────────────────────────────────────────

const cov = defineOperator({
  name: 'cov',
  schema: 'self: Tensor, *, correction: int = 1, fweights: Tensor? = null, aweights: Tensor? = null',
  doc: 'The covariances of variables, one a row: a matrix. Columns may be weighted by counts and by importance.',
  example: 'torch.tensor([[1, 2, 4], [1, 0, 0.5]]).cov()',
  forward({ self, correction, fweights, aweights }) {
    if (self.ndim > 2) {
      throw new RuntimeError(
        `cov(): expected input to have two or fewer dimensions but got an input with ${self.ndim} dimensions`,
      );
    }
    if (self.dtype === bool) throw new RuntimeError('cov(): bool dtype is not supported for input');
    const rows = self.ndim < 2 ? self.reshape(1, -1) : self;
    const count = rows.sizes[1];
    const floats: DType = self.dtype.is_floating_point ? self.dtype : call('tensor', 0.5).dtype;
    let weights: Tensor | null = fweights;
    if (aweights) weights = weights ? weights.mul(aweights) : aweights;
    const total = weights ? weights.sum() : self.new_full([], count, { dtype: floats });
    const mean = (weights ? rows.mul(weights) : rows).sum(1, { dtype: floats }).div(total);
    const lost =
      weights && aweights && correction !== 0
        ? weights.mul(aweights).sum().div(total).mul(correction)
        : correction;
    const divisor = total.sub(lost).clamp_min(0);
    const centred = rows.sub(mean.unsqueeze(1));
    const other = weights ? centred.mul(weights) : centred;
    return centred.matmul(other.t()).div(divisor).squeeze();
  },
});

defineOperator({
  name: 'corrcoef',
  schema: 'self: Tensor',
  doc: 'The correlation coefficients of variables, one a row: a matrix.',
  example: 'torch.tensor([[1, 2, 4], [1, 0, 0.5]]).corrcoef()',
  forward({ self }) {
    if (self.ndim > 2) {
      throw new RuntimeError(
        `corrcoef(): expected input to have two or fewer dimensions but got an input with ${self.ndim} dimensions`,
      );
    }
    const covariances = cov(self) as Tensor;
    if (covariances.ndim === 0) return covariances.div(covariances);
    const deviations = call('diagonal', covariances).sqrt() as Tensor;
    return covariances.div(deviations.unsqueeze(1)).div(deviations.unsqueeze(0)).clamp(-1, 1);
  },
});
