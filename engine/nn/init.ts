/** Starting values for parameters, drawn as PyTorch draws them. Source: https://docs.pytorch.org/docs/stable/nn.init.html */

import { withGradMode } from '../autograd/modes.ts';
import { byName } from '../core/call.ts';
import { ValueError } from '../core/errors.ts';
import { operatorNamed } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

function fill(tensor: Tensor, write: (plain: Tensor) => void): Tensor {
  withGradMode(false, () => write(tensor));
  return tensor;
}

export const uniform_ = byName('tensor, a, b', function uniform_(tensor: Tensor, a = 0, b = 1): Tensor {
  return fill(tensor, (plain) => plain.uniform_(a, b));
});

export const normal_ = byName(
  'tensor, mean, std',
  function normal_(tensor: Tensor, mean = 0, std = 1): Tensor {
    return fill(tensor, (plain) => plain.normal_(mean, std));
  },
);

export const constant_ = byName('tensor, val', function constant_(tensor: Tensor, val: number): Tensor {
  return fill(tensor, (plain) => plain.fill_(val));
});

export function zeros_(tensor: Tensor): Tensor {
  return constant_(tensor, 0);
}

export function ones_(tensor: Tensor): Tensor {
  return constant_(tensor, 1);
}

export function eye_(tensor: Tensor): Tensor {
  if (tensor.ndim !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
  return fill(tensor, (plain) => plain.copy_(operatorNamed('eye').call(...plain.sizes)));
}

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

export const xavier_uniform_ = byName(
  'tensor, gain',
  function xavier_uniform_(tensor: Tensor, gain = 1): Tensor {
    const [fanIn, fanOut] = _calculate_fan_in_and_fan_out(tensor);
    const bound = Math.sqrt(3) * (gain * Math.sqrt(2 / (fanIn + fanOut)));
    return uniform_(tensor, -bound, bound);
  },
);

export const xavier_normal_ = byName(
  'tensor, gain',
  function xavier_normal_(tensor: Tensor, gain = 1): Tensor {
    const [fanIn, fanOut] = _calculate_fan_in_and_fan_out(tensor);
    return normal_(tensor, 0, gain * Math.sqrt(2 / (fanIn + fanOut)));
  },
);

export interface KaimingOptions {
  a?: number;
  mode?: 'fan_in' | 'fan_out';
  nonlinearity?: string;
}

function kaimingStd(
  tensor: Tensor,
  { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: KaimingOptions,
): number {
  const fan = _calculate_fan_in_and_fan_out(tensor)[mode === 'fan_in' ? 0 : 1];
  return calculate_gain(nonlinearity, a) / Math.sqrt(fan);
}

export const kaiming_uniform_ = byName(
  'tensor | a, mode, nonlinearity',
  function kaiming_uniform_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
    if (tensor.numel() === 0) return tensor;
    const bound = Math.sqrt(3) * kaimingStd(tensor, options);
    return uniform_(tensor, -bound, bound);
  },
);

export const kaiming_normal_ = byName(
  'tensor | a, mode, nonlinearity',
  function kaiming_normal_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
    if (tensor.numel() === 0) return tensor;
    return normal_(tensor, 0, kaimingStd(tensor, options));
  },
);
