import torch


def share(length, ranks, rank, seed, epoch):
    """The indices that a rank sees in an epoch."""
    return torch.arange(rank, length + seed + epoch, ranks)
