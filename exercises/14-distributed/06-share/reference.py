import torch
from handgrad import case
from torch.utils.data import DistributedSampler


def share(length, ranks, rank, seed, epoch):
    sampler = DistributedSampler(range(length), ranks, rank, seed=seed)
    sampler.set_epoch(epoch)
    return torch.tensor(list(sampler))


case(share, 10, 2, 1, 0, 0)
case(share, 10, 4, 3, 0, 1)
case(share, 23, 5, 2, 7, 3)
case(share, 23, 5, 4, 7, 3)
case(share, 2, 5, 4, 1, 2)
case(share, 12, 3, 0, 42, 10)
