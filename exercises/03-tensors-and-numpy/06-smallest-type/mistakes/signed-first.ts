// @says int8 is tried before uint8: where a number fits both, the first of the list was asked for.
import * as torch from 'torch';

export async function pack(x: torch.Tensor): Promise<torch.Tensor> {
  for (const dtype of [torch.int8, torch.uint8, torch.int16, torch.int32]) {
    const packed = x.to(dtype);
    if (await packed.to(torch.int64).eq(x).all().item()) return packed;
  }
  return x;
}
