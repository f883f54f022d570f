import torch
from handgrad import case


def two_slopes(x):
    x.requires_grad_()
    x.sin().sum().backward()
    first = x.grad
    x.grad = None
    x.square().sum().backward()
    second = x.grad
    x.grad = None
    return first, second


case(two_slopes, torch.tensor([0.0, 1.0, 2.0]))
torch.manual_seed(2)
case(two_slopes, torch.randn(7))
case(two_slopes, torch.randn(3, 4))
case(two_slopes, torch.rand(2, 1, 5))
