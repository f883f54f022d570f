import torch


def to_bytes(x):
    """The image in bytes: 0 to 255."""
    return x.clamp(min=0, max=1).to(torch.uint8)
