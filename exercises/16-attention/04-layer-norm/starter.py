import torch


def layer_norm(x, weight, bias, eps):
    """Vectors at mean 0 and variance 1, scaled and shifted."""
    mean = x.mean(-1, keepdim=True)
    return (x - mean) * weight + bias
