import torch
from handgrad import case


def lengths(v):
    squares = (v**2).sum(1)
    safe = torch.where(squares > 0, squares, 1)
    return torch.where(squares > 0, safe.sqrt(), 0)


def with_zero_rows(v, *rows):
    v[list(rows)] = 0
    return v.requires_grad_()


case(lengths, torch.tensor([[3.0, 4.0, 0.0], [0.0, 0.0, 0.0]], requires_grad=True), backward=True)
torch.manual_seed(84)
case(lengths, with_zero_rows(torch.randn(5, 2), 1, 4), backward=True)
case(lengths, with_zero_rows(torch.randn(3, 6), 0), backward=True)
case(lengths, torch.randn(4, 3, dtype=torch.float64, requires_grad=True), backward=True)
