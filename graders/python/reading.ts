/** Reading at once, as Python does it: `item()`, `tolist()`, `cpu()` and the text of a tensor, on either device. */

import * as torch from 'torch';

/** The tensor on the cpu. */
export function read(tensor: torch.Tensor): torch.Tensor {
  return tensor.is_cpu ? tensor : torch.webgpu.read(tensor);
}

/** The only element. @throws RuntimeError for other than one */
export function item(tensor: torch.Tensor): number | bigint {
  if (tensor.numel() !== 1) {
    throw new torch.RuntimeError(`a Tensor with ${tensor.numel()} elements cannot be converted to Scalar`);
  }
  return read(tensor).toTypedArray()[0];
}
