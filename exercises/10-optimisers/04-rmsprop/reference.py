import torch
from handgrad import case


def loss(w, target):
    return ((w - target) ** 2 * torch.arange(1, len(w) + 1)).sum()


def rmsprop(target, rate, alpha, steps):
    w = torch.zeros_like(target, requires_grad=True)
    optimizer = torch.optim.RMSprop([w], lr=rate, alpha=alpha, eps=1e-8)
    for _ in range(steps):
        optimizer.zero_grad()
        loss(w, target).backward()
        optimizer.step()
    return w.detach()


case(rmsprop, torch.tensor([1.0, -2.0, 0.5]), 0.01, 0.9, 3)
torch.manual_seed(104)
case(rmsprop, torch.randn(4) + 3, 0.05, 0.8, 8)
case(rmsprop, torch.randn(2) - 3, 0.1, 0.99, 5)
case(rmsprop, torch.randn(6, dtype=torch.float64) * 4, 0.02, 0.95, 12)
