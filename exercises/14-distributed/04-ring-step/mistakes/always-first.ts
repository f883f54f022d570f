// @says The pieces are those of step 0 whatever the step is.
import type * as torch from 'torch';

export function ring_step(tensors: torch.Tensor[], _step: number): torch.Tensor[] {
  const ranks = tensors.length;
  const wrap = (k: number) => (k + 2 * ranks) % ranks;
  const after = tensors.map((tensor) => tensor.clone());
  for (let rank = 0; rank < ranks; rank++) {
    const sender = wrap(rank - 1);
    const piece = wrap(rank - 2);
    const incoming = tensors[sender].tensor_split(ranks)[piece];
    after[rank].tensor_split(ranks)[piece].add_(incoming);
  }
  return after;
}
