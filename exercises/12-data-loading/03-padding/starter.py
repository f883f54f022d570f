import torch


def pad(words, value):
    """The words as rows of one matrix, and their lengths."""
    return torch.full([len(words), 1], value), torch.tensor([value])
