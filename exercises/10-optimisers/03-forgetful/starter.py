import torch


def loss(w, target):
    """The minimum of this is at `target`; along some directions it is steeper than along others."""
    steepness = torch.arange(1, w.numel() + 1)
    return ((w - target) ** 2 * steepness).sum()


def descend(target, rate, mu, steps):
    w = torch.zeros_like(target).requires_grad_()
    for _ in range(steps):
        v = torch.zeros_like(target)
        loss(w, target).backward()
        with torch.no_grad():
            v.mul_(mu).add_(w.grad)
            w -= rate * v
        w.grad = None
    return w.detach()
