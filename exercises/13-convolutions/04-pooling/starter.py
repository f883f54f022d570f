import torch


def pool(x):
    """The maximum of each square of 2 by 2."""
    return x[..., ::2, ::2]
