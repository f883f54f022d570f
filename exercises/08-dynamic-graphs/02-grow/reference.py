import torch
from handgrad import case


def grow(x, limit):
    grown = x * 1
    while grown.abs().sum() < limit:
        grown = grown * 2
    return grown


case(grow, torch.tensor([1.0, -2.0, 0.5], requires_grad=True), 20, backward=True)
torch.manual_seed(82)
case(grow, torch.randn(5, requires_grad=True), 100, backward=True)
case(grow, torch.randn(2, 3, requires_grad=True), 0.5, backward=True)
case(grow, torch.randn(4, 1, 3, dtype=torch.float64, requires_grad=True), 64, backward=True)
