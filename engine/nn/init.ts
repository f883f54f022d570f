/** Starting values for parameters, drawn as PyTorch draws them. Source: https://docs.pytorch.org/docs/stable/nn.init.html */

import { withGradMode } from '../autograd/modes.ts';
import { byName } from '../core/call.ts';
import { float64 } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Generator } from '../random/generator.ts';

function fill(tensor: Tensor, write: (plain: Tensor) => void): Tensor {
  withGradMode(false, () => write(tensor));
  return tensor;
}

/** Uniform from a to b. Any shape. */
export const uniform_ = byName(
  'tensor, a, b, generator',
  function uniform_(tensor: Tensor, a = 0, b = 1, generator: Generator | null = null): Tensor {
    return fill(tensor, (plain) => plain.uniform_(a, b, { generator }));
  },
);

/** Normal with a mean and a standard deviation. Any shape. */
export const normal_ = byName(
  'tensor, mean, std, generator',
  function normal_(tensor: Tensor, mean = 0, std = 1, generator: Generator | null = null): Tensor {
    return fill(tensor, (plain) => plain.normal_(mean, std, { generator }));
  },
);

/** One value everywhere. Any shape. */
export const constant_ = byName('tensor, val', function constant_(tensor: Tensor, val: number): Tensor {
  return fill(tensor, (plain) => plain.fill_(val));
});

/** Zeros. Any shape. */
export const zeros_ = byName('tensor', function zeros_(tensor: Tensor): Tensor {
  return constant_(tensor, 0);
});

/** Ones. Any shape. */
export const ones_ = byName('tensor', function ones_(tensor: Tensor): Tensor {
  return constant_(tensor, 1);
});

/** Ones on the diagonal of a matrix. @throws ValueError for another number of dimensions */
export const eye_ = byName('tensor', function eye_(tensor: Tensor): Tensor {
  if (tensor.ndim !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
  return fill(tensor, (plain) => plain.copy_(call('eye', ...plain.sizes)));
});

/** Inputs and outputs of one unit of a layer with these weights. */
export function _calculate_fan_in_and_fan_out(tensor: Tensor): [fanIn: number, fanOut: number] {
  if (tensor.ndim < 2) {
    throw new ValueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  }
  const field = tensor.sizes.slice(2).reduce((product, size) => product * size, 1);
  return [tensor.sizes[1] * field, tensor.sizes[0] * field];
}

/** By how much a nonlinearity shrinks the spread of what goes through it. */
export const calculate_gain = byName(
  'nonlinearity, param',
  function calculate_gain(nonlinearity: string, param: number | null = null): number {
    switch (nonlinearity) {
      case 'tanh':
        return 5 / 3;
      case 'relu':
        return Math.sqrt(2);
      case 'leaky_relu':
        return Math.sqrt(2 / (1 + (param ?? 0.01) ** 2));
      case 'selu':
        return 3 / 4;
      case 'linear':
      case 'sigmoid':
      case 'conv1d':
      case 'conv2d':
      case 'conv3d':
        return 1;
      default:
        throw new ValueError(`Unsupported nonlinearity ${nonlinearity}`);
    }
  },
);

/** Uniform, so that values keep their spread forwards and backwards: of Glorot and Bengio (2010). @throws ValueError below 2 dimensions */
export const xavier_uniform_ = byName(
  'tensor, gain, generator',
  function xavier_uniform_(tensor: Tensor, gain = 1, generator: Generator | null = null): Tensor {
    const [fanIn, fanOut] = _calculate_fan_in_and_fan_out(tensor);
    const bound = Math.sqrt(3) * (gain * Math.sqrt(2 / (fanIn + fanOut)));
    return uniform_(tensor, -bound, bound, generator);
  },
);

/** The same from a normal distribution. */
export const xavier_normal_ = byName(
  'tensor, gain, generator',
  function xavier_normal_(tensor: Tensor, gain = 1, generator: Generator | null = null): Tensor {
    const [fanIn, fanOut] = _calculate_fan_in_and_fan_out(tensor);
    return normal_(tensor, 0, gain * Math.sqrt(2 / (fanIn + fanOut)), generator);
  },
);

export interface KaimingOptions {
  a?: number;
  mode?: 'fan_in' | 'fan_out';
  nonlinearity?: string;
  generator?: Generator | null;
}

function kaimingStd(
  tensor: Tensor,
  { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: KaimingOptions,
): number {
  const fan = _calculate_fan_in_and_fan_out(tensor)[mode === 'fan_in' ? 0 : 1];
  return calculate_gain(nonlinearity, a) / Math.sqrt(fan);
}

/** Uniform, so that values keep their spread through a ReLU: of He et al. (2015). @throws ValueError below 2 dimensions */
export const kaiming_uniform_ = byName(
  'tensor | a, mode, nonlinearity, generator',
  function kaiming_uniform_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
    if (tensor.numel() === 0) return tensor;
    const bound = Math.sqrt(3) * kaimingStd(tensor, options);
    return uniform_(tensor, -bound, bound, options.generator ?? null);
  },
);

/** The same from a normal distribution. */
export const kaiming_normal_ = byName(
  'tensor | a, mode, nonlinearity, generator',
  function kaiming_normal_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
    if (tensor.numel() === 0) return tensor;
    return normal_(tensor, 0, kaimingStd(tensor, options), options.generator ?? null);
  },
);

const erf = (x: number): number => Number(call('erf', double(x)).toTypedArray()[0]);
const double = (x: number): Tensor => call('tensor', x, { dtype: float64 });
const share = (x: number): number => (1 + erf(x / Math.SQRT2)) / 2;
const hasAny = (mask: Tensor): boolean => Boolean(mask.any().toTypedArray()[0]);

/** Normal values, all within [a, b]: those outside are drawn anew. Source: PyTorch's rejection sampling. */
export const trunc_normal_ = byName(
  'tensor, mean, std, a, b',
  function trunc_normal_(tensor: Tensor, mean = 0, std = 1, a = -2, b = 2): Tensor {
    const kept = share((b - mean) / std) - share((a - mean) / std);
    return fill(tensor, (plain) => {
      if (kept > 0.3) redraw(plain, mean, std, a, b);
      else acceptUniform(plain, mean, std, a, b);
    });
  },
);

/** Where the bounds keep enough of the distribution: normal draws until all are within. */
function redraw(tensor: Tensor, mean: number, std: number, a: number, b: number): void {
  tensor.normal_(mean, std);
  for (;;) {
    const outside = tensor.lt(a).logical_or(tensor.gt(b));
    if (!hasAny(outside)) return;
    const next = call('empty_like', tensor).normal_(mean, std);
    tensor.copy_(call('where', outside, next, tensor));
  }
}

/** Where they keep little: uniform draws, each accepted with the chance that the distribution gives it. */
function acceptUniform(tensor: Tensor, mean: number, std: number, a: number, b: number): void {
  const mode = Math.max(a, Math.min(mean, b));
  const peak = -0.5 * ((mode - mean) / std) ** 2;
  const chances: Tensor = call('empty_like', tensor);
  const refused = (drawn: Tensor): Tensor => {
    const density = drawn.sub(mean).div(std).pow(2).mul(-0.5).sub(peak);
    return chances.uniform_().log_().gt(density);
  };
  tensor.uniform_(a, b);
  let pending = refused(tensor);
  while (hasAny(pending)) {
    const next: Tensor = call('empty_like', tensor).uniform_(a, b);
    tensor.copy_(call('where', pending, next, tensor));
    pending = pending.logical_and(refused(next));
  }
}

/** A matrix with orthonormal rows or columns, times `gain`: further dimensions count as columns. */
export const orthogonal_ = byName('tensor, gain', function orthogonal_(tensor: Tensor, gain = 1): Tensor {
  if (tensor.ndim < 2) throw new ValueError('Only tensors with 2 or more dimensions are supported');
  if (tensor.numel() === 0) return tensor;
  return fill(tensor, (plain) => {
    const rows = plain.sizes[0];
    const columns = plain.numel() / rows;
    const drawn = plain.new_empty([rows, columns]).normal_(0, 1);
    const [q, r] = call<[Tensor, Tensor]>('linalg_qr', rows < columns ? drawn.t() : drawn);
    const turned = q.mul(r.diag().sign());
    plain.copy_((rows < columns ? turned.t() : turned).reshape(plain.sizes as number[])).mul_(gain);
  });
});

/** Normal values, with the same share of zeros in every column. */
export const sparse_ = byName(
  'tensor, sparsity, std',
  function sparse_(tensor: Tensor, sparsity: number, std = 0.01): Tensor {
    if (tensor.ndim !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
    const [rows, columns] = tensor.sizes;
    const zeros = Math.ceil(sparsity * rows);
    return fill(tensor, (plain) => {
      plain.normal_(0, std);
      for (let column = 0; column < columns; column++) {
        const chosen: Tensor = call('randperm', rows).narrow(0, 0, zeros);
        plain.index_put_([chosen.to(plain.device), column], 0);
      }
    });
  },
);

/** Filters that hand each channel on as it is: a 1 at their centre. */
export const dirac_ = byName('tensor, groups', function dirac_(tensor: Tensor, groups = 1): Tensor {
  if (tensor.ndim < 3 || tensor.ndim > 5) {
    throw new ValueError('Only tensors with 3, 4, or 5 dimensions are supported');
  }
  const [out, channels, ...field] = tensor.sizes;
  if (out % groups !== 0) throw new ValueError('dim 0 must be divisible by groups');
  const each = out / groups;
  const centre = field.map((size) => Math.floor(size / 2));
  return fill(tensor, (plain) => {
    plain.zero_();
    for (let group = 0; group < groups; group++) {
      for (let d = 0; d < Math.min(each, channels); d++) {
        plain.index_put_([group * each + d, d, ...centre], 1);
      }
    }
  });
});
