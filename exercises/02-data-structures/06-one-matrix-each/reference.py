import torch
from handgrad import case


def batched(T, x):
    return torch.einsum("bij,bj->bi", T, x)


case(batched, torch.arange(12.0).reshape(2, 3, 2), torch.tensor([[1.0, 2.0], [0.0, -1.0]]))
torch.manual_seed(6)
case(batched, torch.randn(4, 2, 3), torch.randn(4, 3))
case(batched, torch.randn(3, 5, 4), torch.randn(3, 4))
case(batched, torch.randn(2, 4, 6, dtype=torch.float64), torch.randn(2, 6, dtype=torch.float64))
