import torch
from handgrad import case


def slope(x):
    x.requires_grad_()
    y = x**3 - 2 * x
    y.sum().backward()
    return x.grad


case(slope, torch.tensor([0.0, 1.0, 2.0]))
torch.manual_seed(1)
case(slope, torch.randn(6))
case(slope, torch.randn(2, 5))
case(slope, torch.randn(3, 2, 4, dtype=torch.float64))
