import torch


def centred(array):
    """The numbers of the array minus their mean, leaving the array alone."""
    x = torch.from_numpy(array)
    return x.sub_(x.mean())
