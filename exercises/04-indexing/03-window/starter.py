import torch


def inner_window(x):
    """The matrix without its border, on the same memory."""
    return x
