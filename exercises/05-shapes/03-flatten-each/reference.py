import torch
from handgrad import case


def flatten_each(x):
    return x.view(x.size(0), -1)


case(flatten_each, torch.arange(12.0).reshape(2, 3, 2), memory=True)
torch.manual_seed(1)
case(flatten_each, torch.rand(4, 3, 2, 5), memory=True)
case(flatten_each, torch.randn(3, 7, dtype=torch.float64), memory=True)
case(flatten_each, torch.randint(0, 9, (5, 1, 4, 2, 3)), memory=True)
