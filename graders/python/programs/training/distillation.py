import torch
import torch.nn as nn
import torch.nn.functional as F
from abc import ABC, abstractmethod
from typing import Optional, Protocol, Iterator
import copy


class Callback(ABC):
    @abstractmethod
    def on_epoch_end(self, trainer, epoch: int, loss: float) -> None: ...

    def __repr__(self):
        return f"<{type(self).__name__}>"


class EarlyStopping(Callback):
    def __init__(self, patience=2, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best: Optional[float] = None
        self.counter = 0

    def on_epoch_end(self, trainer, epoch, loss):
        match (self.best, loss):
            case (None, l):
                self.best = l
            case (b, l) if l < b - self.min_delta:
                self.best, self.counter = l, 0
            case _:
                self.counter += 1
                print(f"EarlyStopping counter: {self.counter} out of {self.patience}")
                if self.counter >= self.patience:
                    trainer.stop = True


class EMA(Callback):
    def __init__(self, model, decay=0.9):
        self.module = copy.deepcopy(model).requires_grad_(False).eval()
        self.decay = decay

    @torch.no_grad()
    def on_epoch_end(self, trainer, epoch, loss):
        for e, p in zip(self.module.parameters(), trainer.model.parameters()):
            e.lerp_(p, 1 - self.decay)


try:
    Callback()
except TypeError as e:
    print("TypeError:", e)


class Trainer:
    def __init__(self, model, teacher, *, lr=0.1, T=2.0, alpha=0.5, callbacks=()):
        self.model, self.teacher, self.T, self.alpha = model, teacher, T, alpha
        self.opt = torch.optim.SGD(model.parameters(), lr=lr, nesterov=True, momentum=0.9)
        self.sched = torch.optim.lr_scheduler.OneCycleLR(self.opt, max_lr=lr, total_steps=12)
        self.callbacks = list(callbacks)
        self.stop = False
        self.history: list[float] = []

    def step(self, x, y):
        with torch.no_grad():
            soft = F.softmax(self.teacher(x) / self.T, dim=-1)
        logits = self.model(x)
        kd = F.kl_div(F.log_softmax(logits / self.T, -1), soft, reduction="batchmean") * self.T ** 2
        ce = F.cross_entropy(logits, y, label_smoothing=0.1)
        return self.alpha * kd + (1 - self.alpha) * ce

    def fit(self, x, y, epochs, accumulation=2):
        for epoch in range(epochs):
            self.opt.zero_grad()
            total = 0.0
            for k, (xb, yb) in enumerate(zip(x.chunk(4), y.chunk(4)), start=1):
                loss = self.step(xb, yb) / accumulation
                loss.backward()
                total += loss.item()
                if k % accumulation == 0:
                    nn.utils.clip_grad_norm_(self.model.parameters(), max_norm=0.5, error_if_nonfinite=True)
                    self.opt.step()
                    self.opt.zero_grad()
            self.sched.step()
            self.history.append(total)
            for cb in self.callbacks:
                cb.on_epoch_end(self, epoch, total)
            if self.stop:
                print(f"stopped at {epoch}")
                break
        else:
            print("ran all epochs")
        return self


torch.manual_seed(5)
teacher = nn.Sequential(nn.Linear(6, 32), nn.GELU(), nn.Linear(32, 3))
student = nn.Sequential(nn.Linear(6, 3))
x = torch.randn(24, 6); y = teacher(x).argmax(1)
ema = EMA(student)
t = Trainer(student, teacher, callbacks=[EarlyStopping(patience=2, min_delta=0.01), ema]).fit(x, y, 10)
print([f"{h:.4f}" for h in t.history])
print(t.callbacks, t.sched.get_last_lr()[0] > 0)
print(f"{t.opt.param_groups[0]['momentum']:.4f}", len(t.opt.state))
diff = sum((a - b).abs().sum() for a, b in zip(ema.module.parameters(), student.parameters()))
print(f"{diff:.4f}", (acc := (student(x).argmax(1) == y).float().mean()) > 0.3, acc.dtype)
state = copy.deepcopy(student.state_dict())
student[0].weight.data.zero_()
missing, unexpected = student.load_state_dict({**state, "extra": torch.ones(1)}, strict=False)
print(missing, unexpected)
try:
    student.load_state_dict({"0.weight": torch.ones(2, 2)})
except RuntimeError as e:
    print(e)
