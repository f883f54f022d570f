import torch
from handgrad import case


def product(a, b):
    return a * b


case(product, torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([[10.0], [20.0]]), kernel=True)
torch.manual_seed(3)
case(product, torch.randn(5, 7), torch.randn(1, 7), kernel=True)
case(product, torch.randn(9, 1), torch.randn(9, 11), kernel=True)
case(product, torch.randn(6, 4).t(), torch.randn(4, 1), kernel=True)
