import torch
from handgrad import case


def pickThree(x):
    return x[[0, -1, 1]]


case(pickThree, torch.tensor([10, 20, 30, 40]))
torch.manual_seed(1)
case(pickThree, torch.rand(7))
case(pickThree, torch.randn(12, dtype=torch.float64))
case(pickThree, torch.arange(5, 40, 4))
