/** How images lie in memory: results of pooling and of normalisation have their channels last where the images have. */

import { allocate, type Tensor } from '../core/tensor.ts';

/** Whether an (N, C, H, W) tensor lies in memory as (N, H, W, C), as PyTorch decides it where both could be. */
function isChannelsLast({ sizes, strides }: Tensor): boolean {
  if (sizes.length !== 4 || strides[1] === 0) return false;
  let least = 0;
  for (const dim of [1, 3, 2, 0]) {
    if (sizes[dim] === 0 || strides[dim] < least || (dim === 0 && least === strides[1])) return false;
    least = strides[dim] * Math.max(sizes[dim], 1);
  }
  return true;
}

/** A result with its channels last in memory if those of `images` are, else row by row. */
export function laidOutLike(images: Tensor, result: Tensor): Tensor {
  if (!isChannelsLast(images)) return result.contiguous();
  const [batch, channels, height, width] = result.sizes;
  const strides = [channels * height * width, 1, width * channels, channels];
  const out = allocate([batch, channels, height, width], result.dtype, result.storage.device, strides);
  return out.copy_(result);
}
