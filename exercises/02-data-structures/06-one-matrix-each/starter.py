import torch


def batched(T, x):
    """Each vector times its own matrix."""
    return T @ x.t()
