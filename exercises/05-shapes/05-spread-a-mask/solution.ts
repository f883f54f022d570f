import type * as torch from 'torch';

export function spread_rows(mask: torch.Tensor, x: torch.Tensor): torch.Tensor {
  return mask.unsqueeze(1).expand_as(x);
}
