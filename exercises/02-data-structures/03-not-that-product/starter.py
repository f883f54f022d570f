import torch


def product(A, x):
    """The matrix times the vector."""
    return A * x
