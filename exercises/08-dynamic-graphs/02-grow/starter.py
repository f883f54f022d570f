import torch


def grow(x, limit):
    """`x`, doubled until the sum of its absolute values is at least `limit`."""
    return x * 2
