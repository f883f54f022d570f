import torch


def path(start, rate, steps):
    """All points of the way, the start first."""
    p = start.clone().requires_grad_()
    (p**2).sum().backward()
    return torch.zeros(steps + 1, 2, dtype=start.dtype) + p.detach() * rate
