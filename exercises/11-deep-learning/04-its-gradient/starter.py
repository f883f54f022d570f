import torch


def gradient(scores, labels):
    """The gradient, of the shape of scores."""
    return torch.nn.functional.softmax(scores, 1)
