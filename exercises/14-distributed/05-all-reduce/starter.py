import torch


def all_reduce(tensors):
    """Each rank's tensor after an all-reduce, and last how many elements each has sent."""
    return [*tensors, torch.zeros(len(tensors))]
