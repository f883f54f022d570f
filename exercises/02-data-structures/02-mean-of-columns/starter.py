import torch


def means(A):
    """The vector of the formula."""
    return A.mean()
