import torch


def split_heads(x, heads):
    """Every head's part of every place, [batch, heads, time, c / heads]."""
    batch, time, size = x.shape
    return x.view(batch, time, heads, size // heads)
