// @says This takes x to be contiguous. If it is a view with a stride of its own, that stride is the step.
import type * as torch from 'torch';

export function windows(x: torch.Tensor, width: number): torch.Tensor {
  return x.as_strided([x.size(0) - width + 1, width], [1, 1], x.storage_offset());
}
