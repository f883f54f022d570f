/** Dropout: elements or whole channels replaced at random, as functions. The random numbers are PyTorch's own. */

import { byName } from '../core/call.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { call } from '../core/operator.ts';
import type { Tensor } from '../core/tensor.ts';

/** @throws ValueError for a probability outside of 0 to 1 */
export function checkChance(p: number): void {
  if (p < 0 || p > 1) throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
}

/** Ones and zeros with the shape of the elements, or of the channels: 1 with probability 1 - p. */
function kept(input: Tensor, p: number, byChannel: boolean): Tensor {
  if (byChannel && input.ndim < 2) {
    throw new RuntimeError('Feature dropout requires at least 2 dimensions in the input');
  }
  const like = call('empty_like', input, { device: 'cpu' });
  const noise = byChannel ? like.new_empty(input.sizes.map((size, dim) => (dim < 2 ? size : 1))) : like;
  return noise.bernoulli_(1 - p);
}

// What selu tends to far below 0, and how it keeps mean 0 and variance 1 where such elements are put in.
const alpha = 1.7580993408473766;

interface Kind {
  /** Whole channels of (N, C, …) at once. */
  readonly byChannel?: boolean;
  /** Elements are replaced by what selu saturates at, not by zero. */
  readonly isAlpha?: boolean;
}

function drop(input: Tensor, p: number, training: boolean, inplace: boolean, kind: Kind = {}): Tensor {
  checkChance(p);
  const times = (factor: Tensor): Tensor => (inplace ? input.mul_(factor) : input.mul(factor));
  if (!training || p === 0 || input.numel() === 0) return input;
  if (p === 1) return times(call('zeros', [], { device: input.device }));
  const noise = kept(input, p, kind.byChannel ?? false);
  if (!kind.isAlpha) return times(noise.div_(1 - p).to(input.device));
  const scale = 1 / Math.sqrt((alpha * alpha * p + 1) * (1 - p));
  const shift = noise
    .add(-1)
    .mul_(alpha * scale)
    .add_(alpha * scale * p);
  return times(noise.mul_(scale).to(input.device)).add_(shift.to(input.device));
}

const order = 'input, p, training, inplace';

/** Zeroes elements with probability p, and scales the others so that the mean stays. */
export const dropout = byName(
  order,
  function dropout(input: Tensor, p = 0.5, training = true, inplace = false): Tensor {
    return drop(input, p, training, inplace);
  },
);

/** Dropout of whole channels; an input without a batch counts as a batch of one. */
function dropChannels(name: string, spatial: 1 | 3) {
  const ranks = [spatial + 1, spatial + 2];
  return byName(
    order,
    Object.defineProperty(
      (input: Tensor, p = 0.5, training = true, inplace = false): Tensor => {
        checkChance(p);
        if (spatial === 1 && !ranks.includes(input.ndim)) {
          throw new RuntimeError(
            `dropout1d: Expected 2D or 3D input, but received a ${input.ndim}D input. Note that dropout1d exists to provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).`,
          );
        }
        const isAlone = input.ndim === ranks[0];
        const result = drop(isAlone ? input.unsqueeze(0) : input, p, training, inplace, { byChannel: true });
        return isAlone ? result.squeeze(0) : result;
      },
      'name',
      { value: name },
    ),
  );
}

/** Dropout of whole channels of (N, C, L) or (C, L) inputs. */
export const dropout1d = dropChannels('dropout1d', 1);

/** Dropout of whole channels of (N, C, H, W) inputs. */
export const dropout2d = byName(
  order,
  function dropout2d(input: Tensor, p = 0.5, training = true, inplace = false): Tensor {
    return drop(input, p, training, inplace, { byChannel: true });
  },
);

/** Dropout of whole channels of (N, C, D, H, W) or (C, D, H, W) inputs. */
export const dropout3d = dropChannels('dropout3d', 3);

/** Dropout that keeps mean 0 and variance 1, for networks with selu. */
export const alpha_dropout = byName(
  order,
  function alpha_dropout(input: Tensor, p = 0.5, training = false, inplace = false): Tensor {
    return drop(input, p, training, inplace, { isAlpha: true });
  },
);

/** The same for whole channels. */
export const feature_alpha_dropout = byName(
  order,
  function feature_alpha_dropout(input: Tensor, p = 0.5, training = false, inplace = false): Tensor {
    return drop(input, p, training, inplace, { isAlpha: true, byChannel: true });
  },
);
