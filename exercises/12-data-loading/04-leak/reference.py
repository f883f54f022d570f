import torch
from handgrad import case


def standardise(x, train):
    seen = x[train]
    return (x - seen.mean(0)) / seen.std(0)


case(standardise, torch.tensor([[1.0, 10.0], [3.0, 30.0], [100.0, 0.0]]), torch.tensor([0, 1]))
torch.manual_seed(6)
case(standardise, torch.randn(9, 4) * 3 + 1, torch.tensor([8, 0, 3, 5]))
case(standardise, torch.rand(7, 2), torch.tensor([1, 2, 3, 4, 6]))
case(standardise, torch.randn(12, 5) + torch.arange(12.0).unsqueeze(1), torch.arange(6))
