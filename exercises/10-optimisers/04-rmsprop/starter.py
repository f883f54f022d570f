import torch


def loss(w, target):
    """The minimum of this is at `target`; along some directions it is steeper than along others."""
    steepness = torch.arange(1, w.numel() + 1)
    return ((w - target) ** 2 * steepness).sum()


def rmsprop(target, rate, alpha, steps):
    w = torch.zeros_like(target).requires_grad_()
    for _ in range(steps):
        loss(w, target).backward()
        with torch.no_grad():
            w -= rate * w.grad
        w.grad = None
    return w.detach()
