import torch
from handgrad import case


def loss(w, target):
    return ((w - target) ** 2 * torch.arange(1, len(w) + 1)).sum()


def descend(target, rate, mu, steps):
    w = torch.zeros_like(target, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate, momentum=mu)
    for _ in range(steps):
        optimizer.zero_grad()
        loss(w, target).backward()
        optimizer.step()
    return w.detach()


case(descend, torch.tensor([1.0, -2.0]), 0.05, 0.5, 4)
torch.manual_seed(103)
case(descend, torch.randn(3), 0.02, 0.9, 10)
case(descend, torch.randn(5), 0.03, 0.8, 3)
case(descend, torch.randn(4, dtype=torch.float64), 0.01, 0.7, 6)
