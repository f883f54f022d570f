import torch


def lengths(v):
    """The length of each row."""
    return (v**2).sum(1).sqrt()
