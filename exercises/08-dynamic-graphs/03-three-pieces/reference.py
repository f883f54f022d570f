import torch
from handgrad import case


def pieces(x):
    return torch.where(x < 0, x * 0.1, torch.where(x < 1, x**2, x * 2 - 1))


case(pieces, torch.tensor([-2.0, 0.0, 0.5, 1.0, 3.0], requires_grad=True), backward=True)
torch.manual_seed(83)
case(pieces, torch.randn(40, 60, requires_grad=True), backward=True)
case(pieces, torch.randn(3, 2, 5, requires_grad=True), backward=True)
case(pieces, torch.randn(7, dtype=torch.float64, requires_grad=True), backward=True)
