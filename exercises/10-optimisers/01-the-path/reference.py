import torch
from handgrad import case


def path(start, rate, steps):
    p = start.clone().requires_grad_()
    rows = [p.detach().clone()]
    for _ in range(steps):
        (p[0] ** 2 + 10 * p[1] ** 2).backward()
        with torch.no_grad():
            p -= rate * p.grad
        p.grad = None
        rows.append(p.detach().clone())
    return torch.stack(rows)


case(path, torch.tensor([-2.5, 1.0]), 0.08, 3)
torch.manual_seed(101)
case(path, torch.randn(2), 0.02, 8)
case(path, torch.randn(2), 0.1, 5)
case(path, torch.randn(2, dtype=torch.float64), 0.05, 1)
