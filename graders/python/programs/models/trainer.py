from dataclasses import dataclass, field
from typing import Callable, Dict, List

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


@dataclass
class History:
    train: List[float] = field(default_factory=list)
    valid: List[float] = field(default_factory=list)

    def best(self):
        return min(range(len(self.valid)), key=self.valid.__getitem__)


class Trainer:
    def __init__(self, model, loss_fn, optimizer, scheduler=None, callbacks=()):
        self.model, self.loss_fn, self.optimizer, self.scheduler = model, loss_fn, optimizer, scheduler
        self.callbacks: List[Callable] = list(callbacks)
        self.history = History()

    def run_epoch(self, loader, train=True):
        self.model.train(train)
        total, count = 0.0, 0
        with torch.set_grad_enabled(train):
            for xb, yb in loader:
                loss = self.loss_fn(self.model(xb), yb)
                if train:
                    self.optimizer.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
        return total / count

    def fit(self, train_loader, valid_loader, epochs):
        for epoch in range(epochs):
            self.history.train.append(self.run_epoch(train_loader))
            self.history.valid.append(self.run_epoch(valid_loader, train=False))
            if self.scheduler:
                self.scheduler.step()
            for callback in self.callbacks:
                callback(epoch, self)


torch.manual_seed(0)
X = torch.linspace(-2, 2, 40).unsqueeze(1)
y = X**2
train, valid = random_split(TensorDataset(X, y), [0.8, 0.2])
model = nn.Sequential(nn.Linear(1, 10), nn.Tanh(), nn.Linear(10, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 3, gamma=0.5)


def report(epoch, trainer):
    if epoch % 2 == 0:
        lr = trainer.optimizer.param_groups[0]["lr"]
        print(f"{epoch} train {trainer.history.train[-1]:.3f} valid {trainer.history.valid[-1]:.3f} lr {lr:.4f}")


trainer = Trainer(model, nn.MSELoss(), optimizer, scheduler, [report])
trainer.fit(DataLoader(train, batch_size=8, shuffle=True), DataLoader(valid, batch_size=8), epochs=6)
print(len(trainer.history.train), 0 <= trainer.history.best() < 6, scheduler.get_last_lr(), scheduler.last_epoch)
