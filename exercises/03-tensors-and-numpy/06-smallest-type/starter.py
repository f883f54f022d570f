import torch


def pack(x):
    """The same numbers, in the smallest type that holds them all."""
    return x.to(torch.int32)
