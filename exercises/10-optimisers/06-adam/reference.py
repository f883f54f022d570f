import torch
from handgrad import case


def fit(X, y, rate, steps):
    weight = torch.zeros(X.size(1), dtype=X.dtype, requires_grad=True)
    bias = torch.zeros(1, dtype=X.dtype, requires_grad=True)
    optimizer = torch.optim.Adam([weight, bias], lr=rate, betas=(0.9, 0.999), eps=1e-8)
    for _ in range(steps):
        optimizer.zero_grad()
        ((X @ weight + bias - y) ** 2).mean().backward()
        optimizer.step()
    return [weight.detach(), bias.detach()]


case(fit, torch.tensor([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0]]), torch.tensor([1.0, -1.0]), 0.1, 2)
torch.manual_seed(106)
case(fit, torch.randn(7, 3), torch.randn(7), 0.05, 10)
case(fit, torch.randn(4, 2), torch.randn(4), 0.2, 5)
case(fit, torch.randn(6, 5, dtype=torch.float64), torch.randn(6, dtype=torch.float64), 0.01, 12)
