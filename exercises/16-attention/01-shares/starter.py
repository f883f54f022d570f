import torch


def shares(q, k):
    """The shares of attention that each query gives to each key."""
    return q @ k.mT
