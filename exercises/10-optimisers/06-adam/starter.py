import torch


class Adam:
    def __init__(self, params, rate):
        self.params = params
        self.rate = rate

    def zero_grad(self):
        pass

    def step(self):
        pass


def fit(X, y, rate, steps):
    """A line through points, fitted by your optimiser. Leave this as it is."""
    weight = torch.zeros(X.size(1), dtype=X.dtype, requires_grad=True)
    bias = torch.zeros(1, dtype=X.dtype, requires_grad=True)
    optimizer = Adam([weight, bias], rate)
    for _ in range(steps):
        optimizer.zero_grad()
        ((X @ weight + bias - y) ** 2).mean().backward()
        optimizer.step()
    return [weight.detach(), bias.detach()]
