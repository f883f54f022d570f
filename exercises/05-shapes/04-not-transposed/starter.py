import torch


def transpose_each(x):
    """Each matrix of the batch, transposed, on the same memory."""
    batch = x.shape[:-2]
    return x.reshape(*batch, x.size(-1), x.size(-2))
