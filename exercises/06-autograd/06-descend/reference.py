import torch
from handgrad import case


def fit(X, y, steps):
    w = torch.zeros(X.size(1), dtype=X.dtype, requires_grad=True)
    for _ in range(steps):
        ((X @ w - y) ** 2).mean().backward()
        with torch.no_grad():
            w -= 0.1 * w.grad
        w.grad = None
    return w.detach()


case(fit, torch.tensor([[1.0, 2.0], [0.0, 1.0], [3.0, 1.0]]), torch.tensor([1.0, 0.0, 2.0]), 3)
torch.manual_seed(6)
case(fit, torch.randn(8, 3), torch.randn(8), 12)
case(fit, torch.randn(5, 2), torch.randn(5), 2)
case(fit, torch.randn(6, 4, dtype=torch.float64), torch.randn(6, dtype=torch.float64), 7)
