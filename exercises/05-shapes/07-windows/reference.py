import torch
from handgrad import case


def windows(x, width):
    return x.unfold(0, width, 1)


case(windows, torch.tensor([1, 2, 3, 4]), 3, memory=True)
torch.manual_seed(4)
case(windows, torch.rand(9), 4, memory=True)
case(windows, torch.randn(6, dtype=torch.float64), 2, memory=True)
case(windows, torch.randint(0, 50, (7, 3)).t()[1], 3, memory=True)
case(windows, torch.arange(10.0)[::2], 2, memory=True)
