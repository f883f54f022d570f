import torch
from handgrad import case


def above_mean(x):
    return x[x > x.mean()]


case(above_mean, torch.tensor([[1.0, 2.0], [3.0, 10.0]]))
torch.manual_seed(2)
case(above_mean, torch.randn(9))
case(above_mean, torch.rand(3, 5))
case(above_mean, torch.randn(2, 3, 4) + 1)
