import type * as torch from 'torch';

/** What the places of x take from those before them. */
export function self_attention(
  x: torch.Tensor,
  wqkv: torch.Tensor,
  wo: torch.Tensor,
  heads: number,
): torch.Tensor {
  const [q, k, v] = x.matmul(wqkv.t()).chunk(3, -1);
  // One head that sees everything: cut it into heads, and hide the future.
  return q
    .matmul(k.mT)
    .div(Math.sqrt(q.size(-1)))
    .softmax(-1)
    .matmul(v)
    .matmul(wo.t());
}
