import * as torch from 'torch';

export function lengths(v: torch.Tensor): torch.Tensor {
  const squares = v.pow(2).sum(1);
  const safe = torch.where(squares.gt(0), squares, 1);
  return torch.where(squares.gt(0), safe.sqrt(), 0);
}
