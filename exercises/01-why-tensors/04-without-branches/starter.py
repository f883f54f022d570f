import torch


def leaky(x):
    """Positive numbers as they are, a tenth of all others."""
    return x * 0.1
