import torch


def fit(X, y, steps):
    """The weights after `steps` steps of gradient descent."""
    w = torch.zeros(X.size(1), requires_grad=True)
    loss = ((X @ w - y) ** 2).mean()
    loss.backward()
    # Move w here, `steps` times.
    return w.detach() * steps
