import * as torch from 'torch';

export function all_reduce(tensors: torch.Tensor[]): torch.Tensor[] {
  const ranks = tensors.length;
  const wrap = (k: number) => (k + 2 * ranks) % ranks;
  const after = tensors.map((tensor) => tensor.clone());
  const pieces = after.map((tensor) => tensor.view(-1).tensor_split(ranks));
  const sent = after.map(() => 0);
  for (let step = 0; step < ranks - 1; step++) {
    const outgoing = pieces.map((own, rank) => {
      const piece = own[wrap(rank - 1 - step)];
      sent[rank] += piece.numel();
      return piece.clone();
    });
    for (let rank = 0; rank < ranks; rank++)
      pieces[rank][wrap(rank - 2 - step)].add_(outgoing[wrap(rank - 1)]);
  }
  for (let step = 0; step < ranks - 1; step++) {
    const outgoing = pieces.map((own, rank) => {
      const piece = own[wrap(rank - step)];
      sent[rank] += piece.numel();
      return piece.clone();
    });
    for (let rank = 0; rank < ranks; rank++)
      pieces[rank][wrap(rank - 1 - step)].copy_(outgoing[wrap(rank - 1)]);
  }
  return [...after, torch.tensor(sent)];
}
