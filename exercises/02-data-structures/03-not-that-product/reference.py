import torch
from handgrad import case


def product(A, x):
    return A @ x


case(product, torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), torch.tensor([1.0, 0.0, -1.0]))
torch.manual_seed(3)
case(product, torch.randn(5, 4), torch.randn(4))
case(product, torch.randn(2, 7), torch.randn(7))
case(product, torch.randn(6, 3, dtype=torch.float64), torch.randn(3, dtype=torch.float64))
