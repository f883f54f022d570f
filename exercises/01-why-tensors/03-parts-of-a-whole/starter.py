import torch


def shares(x):
    """What part of the whole each element is."""
    return x / x.numel()
