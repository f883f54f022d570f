import torch
from handgrad import case


def pool(x):
    return torch.nn.functional.max_pool2d(x, 2)


case(pool, torch.tensor([[[[1.0, 2.0, 5.0, 0.0], [3.0, 0.0, 0.0, 1.0]]]]))
torch.manual_seed(3)
case(pool, torch.randn(2, 3, 4, 6))
case(pool, torch.randn(3, 1, 8, 2) - 5)
case(pool, torch.rand(1, 2, 2, 10))
