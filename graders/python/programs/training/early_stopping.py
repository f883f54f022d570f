import copy
import torch
from torch import nn


class EarlyStopping:
    def __init__(self, patience=2, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.count = float("inf"), 0
        self.state = None

    def __call__(self, loss, model):
        if loss < self.best - self.min_delta:
            self.best, self.count = loss, 0
            self.state = copy.deepcopy(model.state_dict())
        else:
            self.count += 1
        return self.count >= self.patience


torch.manual_seed(0)
model = nn.Linear(1, 1)
stopper = EarlyStopping()
for epoch, loss in enumerate([0.9, 0.5, 0.6, 0.4, 0.45, 0.41, 0.3]):
    with torch.no_grad():
        model.weight.fill_(epoch)
    if stopper(loss, model):
        print(f"stopped at {epoch}, best {stopper.best}")
        break
else:
    print("never")
model.load_state_dict(stopper.state)
print(model.weight, stopper.state)
