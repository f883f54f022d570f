import torch
from handgrad import case


def shares(x):
    return x / x.sum()


case(shares, torch.tensor([1.0, 3.0]))
torch.manual_seed(3)
case(shares, torch.rand(6) + 0.1)
case(shares, torch.rand(2, 5) * 9 + 0.1)
case(shares, torch.rand(3, 2, 4, dtype=torch.float64) + 0.5)
