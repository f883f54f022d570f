import torch


def batches(x, size):
    """The rows of x, so many at a time."""
    return [x]


def written_through(x, size):
    """Writes into every batch: x must show it. Leave it as it is."""
    for batch in batches(x, size):
        batch *= 2
    return x
