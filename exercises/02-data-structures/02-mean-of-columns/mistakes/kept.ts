// @says The numbers are right, but this is a matrix of one row: a vector has one dimension, so leave keepdim out.
import type * as torch from 'torch';

export function means(A: torch.Tensor): torch.Tensor {
  return A.mean(0, { keepdim: true });
}
