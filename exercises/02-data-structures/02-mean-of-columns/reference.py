import torch
from handgrad import case


def means(A):
    return A.mean(0)


case(means, torch.tensor([[1.0, 2.0, 3.0], [3.0, 6.0, 9.0]]))
torch.manual_seed(2)
case(means, torch.randn(5, 3))
case(means, torch.randn(4, 7))
case(means, torch.rand(2, 6, dtype=torch.float64))
