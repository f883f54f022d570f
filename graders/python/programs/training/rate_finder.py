# A learning-rate finder, early stopping, schedulers in sequence.
import math
import copy
import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset, random_split

torch.manual_seed(0)
X = torch.randn(240, 6)
y = (X @ torch.tensor([1.0, -2.0, 0.5, 0.0, 3.0, -1.0]) > 0).long()
ds = TensorDataset(X, y)
train, val = random_split(ds, [200, 40], generator=torch.Generator().manual_seed(1))
loader = DataLoader(train, batch_size=20, shuffle=True, drop_last=True)
print(len(train), len(val), len(loader), len(loader.dataset), loader.batch_size)
net = nn.Sequential(nn.Linear(6, 16), nn.ReLU(), nn.BatchNorm1d(16), nn.Dropout(0.1), nn.Linear(16, 2))


class LRFinder:
    def __init__(self, model, optimizer, criterion):
        self.model, self.optimizer, self.criterion = model, optimizer, criterion
        self.state = {"model": copy.deepcopy(model.state_dict()), "optim": copy.deepcopy(optimizer.state_dict())}
        self.history = {"lr": [], "loss": []}

    def range_test(self, loader, start_lr=1e-5, end_lr=10, num_iter=20, smooth=0.05):
        gamma = (end_lr / start_lr) ** (1 / num_iter)
        for group in self.optimizer.param_groups:
            group["lr"] = start_lr
        sched = optim.lr_scheduler.LambdaLR(self.optimizer, lr_lambda=lambda it: gamma**it)
        it = iter(loader)
        best = math.inf
        for i in range(num_iter):
            try:
                xb, yb = next(it)
            except StopIteration:
                it = iter(loader)
                xb, yb = next(it)
            self.optimizer.zero_grad()
            loss = self.criterion(self.model(xb), yb)
            loss.backward()
            self.optimizer.step()
            self.history["lr"].append(sched.get_last_lr()[0])
            sched.step()
            value = loss.item()
            if self.history["loss"]:
                value = smooth * value + (1 - smooth) * self.history["loss"][-1]
            best = min(best, value)
            self.history["loss"].append(value)
            if value > 5 * best:
                print("diverged")
                break

    def reset(self):
        self.model.load_state_dict(self.state["model"])
        self.optimizer.load_state_dict(self.state["optim"])


opt = optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
finder = LRFinder(net, opt, nn.CrossEntropyLoss())
finder.range_test(loader)
for lr, loss in list(zip(finder.history["lr"], finder.history["loss"]))[::4]:
    print(f"{lr:.2e}  {loss:.4f}")
finder.reset()
print(opt.param_groups[0]["lr"], opt.state_dict()["state"])


class EarlyStopping:
    def __init__(self, patience=3, min_delta=0.0, path="checkpoint.pt"):
        self.patience, self.min_delta, self.path = patience, min_delta, path
        self.counter, self.best, self.early_stop = 0, None, False

    def __call__(self, val_loss, model):
        if self.best is None or val_loss < self.best - self.min_delta:
            self.best = val_loss
            torch.save(model.state_dict(), self.path)
            self.counter = 0
        else:
            self.counter += 1
            print(f"EarlyStopping counter: {self.counter} out of {self.patience}")
            self.early_stop = self.counter >= self.patience


warm = optim.lr_scheduler.LinearLR(opt, start_factor=0.1, total_iters=3)
cos = optim.lr_scheduler.CosineAnnealingLR(opt, T_max=5)
sched = optim.lr_scheduler.SequentialLR(opt, [warm, cos], milestones=[3])
plateau = optim.lr_scheduler.ReduceLROnPlateau(opt, mode="min", factor=0.5, patience=1)
stopper = EarlyStopping(patience=2)
vx, vy = next(iter(DataLoader(val, batch_size=len(val))))
for epoch in range(8):
    net.train()
    running = 0.0
    for xb, yb in loader:
        opt.zero_grad()
        loss = nn.functional.cross_entropy(net(xb), yb, label_smoothing=0.05)
        loss.backward()
        opt.step()
        running += loss.item() * xb.size(0)
    net.eval()
    with torch.no_grad():
        out = net(vx)
        val_loss = nn.functional.cross_entropy(out, vy).item()
        acc = (out.argmax(1) == vy).float().mean().item()
    print(f"Epoch {epoch + 1:02d} train {running / len(train):.4f} val {val_loss:.4f} acc {acc:.1%} lr {opt.param_groups[0]['lr']:.5f}")
    sched.step()
    stopper(val_loss, net)
    if stopper.early_stop:
        print("stop")
        break
net.load_state_dict(torch.load("checkpoint.pt", weights_only=True))
print(round(stopper.best, 4), list(net.state_dict())[:3])
