import torch


def pick_three(x):
    """The first, the last and the second element of a vector, as a vector of three."""
    return x
