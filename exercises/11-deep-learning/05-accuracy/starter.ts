import type * as torch from 'torch';

/** For each class, the share of its examples that are classified rightly. */
export async function accuracy(scores: torch.Tensor, labels: torch.Tensor): Promise<number[]> {
  const classes = scores.size(1);
  const right = new Array<number>(classes).fill(0);
  const all = new Array<number>(classes).fill(0);
  for (let k = 0; k < labels.numel(); k++) {
    const label = (await labels.index(k).item()) as number;
    const guess = (await scores.index(k).argmax().item()) as number;
    all[label]++;
    if (guess === label) right[label]++;
  }
  return right.map((count, k) => count / all[k]);
}
