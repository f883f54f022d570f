import torch
from handgrad import case


def leaky(x):
    return torch.where(x > 0, x, x * 0.1)


case(leaky, torch.tensor([-2.0, 0.0, 3.0]))
torch.manual_seed(4)
case(leaky, torch.randn(9))
case(leaky, torch.randn(3, 5) * 4)
case(leaky, torch.randn(2, 3, 4, dtype=torch.float64))
