// @says The scores are those of the last step, not of the best: either the model was not put back, or what you kept shares its memory and went on changing with it. Clone each tensor of the state.
import * as torch from 'torch';

const { nn } = torch;

/** Copies of all parameters, by name. */
function snapshot(model: torch.nn.Module): Record<string, torch.Tensor> {
  return Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value]));
}

export async function train(
  X: torch.Tensor,
  y: torch.Tensor,
  X_held: torch.Tensor,
  y_held: torch.Tensor,
  patience: number,
): Promise<[number, number, torch.Tensor]> {
  const model = new nn.Sequential(new nn.Linear(X.size(1), 16), new nn.Tanh(), new nn.Linear(16, 2));
  const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.1 });
  let [best, best_step, step] = [Infinity, 0, 0];
  let kept = snapshot(model);
  while (step - best_step < patience) {
    step++;
    optimizer.zero_grad();
    nn.functional.cross_entropy(model.forward(X), y).backward();
    optimizer.step();
    const held = torch.no_grad(() => nn.functional.cross_entropy(model.forward(X_held), y_held));
    const loss = (await held.item()) as number;
    if (loss < best - 0.001) {
      [best, best_step] = [loss, step];
      kept = snapshot(model);
    }
  }
  model.load_state_dict(kept);
  return [best_step, best, torch.no_grad(() => model.forward(X_held))];
}
