import * as torch from 'torch';

/** The three pieces, for each element of `x`. */
export async function pieces(x: torch.Tensor): Promise<torch.Tensor> {
  const results: number[] = [];
  for (const value of (await x.reshape(-1).tolist()) as number[]) {
    if (value < 0) results.push(0.1 * value);
    else if (value < 1) results.push(value * value);
    else results.push(2 * value - 1);
  }
  return torch.tensor(results, { dtype: x.dtype }).reshape([...x.shape]);
}
