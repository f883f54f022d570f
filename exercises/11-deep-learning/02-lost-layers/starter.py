import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]

    def forward(self, x):
        for k, layer in enumerate(self.layers):
            x = layer(x.relu() if k > 0 else x)
        return x


def try_out(x, sizes):
    """Builds a network, and gives its parameters' names and what it makes of x. Leave this as it is."""
    net = Net(sizes)
    return [[name for name, _ in net.named_parameters()], net(x)]
