import torch
from handgrad import case


def sandwich(x, A, y):
    return x @ A @ y


case(sandwich, torch.tensor([1.0, -1.0]), torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), torch.tensor([2.0, 0.0, 1.0]))
torch.manual_seed(5)
case(sandwich, torch.randn(4), torch.randn(4, 3), torch.randn(3))
case(sandwich, torch.randn(2), torch.randn(2, 6), torch.randn(6))
case(sandwich, torch.randn(5, dtype=torch.float64), torch.randn(5, 2, dtype=torch.float64), torch.randn(2, dtype=torch.float64))
