import torch
from handgrad import case


def scores(x):
    deviations = x - x.mean()
    return deviations / (deviations**2).mean().sqrt()


case(scores, torch.tensor([1.0, 2.0, 6.0]))
torch.manual_seed(5)
case(scores, torch.randn(8) * 3 + 5)
case(scores, torch.rand(2, 5))
case(scores, torch.randn(3, 4, 2, dtype=torch.float64) - 2)
