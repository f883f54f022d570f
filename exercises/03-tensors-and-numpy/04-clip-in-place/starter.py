import torch


def clip(array):
    """Zero for every negative number, in the array itself; returns a tensor on its memory."""
    return torch.tensor(array).clamp(min=0)
