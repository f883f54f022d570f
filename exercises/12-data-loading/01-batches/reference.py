import torch
from handgrad import case


def batches(x, size):
    return list(x.split(size))


def written_through(x, size):
    for batch in batches(x, size):
        batch.mul_(2)
    return x


case(batches, torch.arange(10.0).reshape(5, 2), 2)
torch.manual_seed(1)
case(batches, torch.rand(7), 3)
case(batches, torch.rand(6, 2, 3), 3)
case(batches, torch.rand(4, 3), 9)
case(written_through, torch.arange(7.0), 3)
case(written_through, torch.rand(5, 4), 2)
