import torch
from handgrad import case


def pick_three(x):
    return x[[0, -1, 1]]


case(pick_three, torch.tensor([10, 20, 30, 40]))
torch.manual_seed(1)
case(pick_three, torch.rand(7))
case(pick_three, torch.randn(12, dtype=torch.float64))
case(pick_three, torch.arange(5, 40, 4))
