import math

import torch
from handgrad import case


def shares(q, k):
    return (q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1)


case(shares, torch.tensor([[1.0, 0.0], [0.0, 2.0]]), torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]))
torch.manual_seed(1)
case(shares, torch.randn(4, 3), torch.randn(6, 3))
case(shares, torch.randn(2, 3, 16), torch.randn(2, 5, 16))
case(shares, torch.randn(2, 3, 1, 4) * 2, torch.randn(2, 3, 5, 4))
