import torch
from handgrad import case
from torch import nn


class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for k, layer in enumerate(self.layers):
            x = layer(x.relu() if k > 0 else x)
        return x


def try_out(x, sizes):
    net = Net(sizes)
    return [[name for name, _ in net.named_parameters()], net(x)]


case(try_out, torch.tensor([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]]), [3, 4, 2])
torch.manual_seed(112)
case(try_out, torch.randn(5, 2), [2, 6, 3, 1])
case(try_out, torch.randn(3, 4), [4, 2])
case(try_out, torch.randn(2, 3), [3, 5, 5, 4, 2])
