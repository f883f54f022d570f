import torch
from torch import nn
import torch.nn.functional as F


class Net(nn.Module):
    """A small network."""

    def __init__(self, inputs, hidden=8, outputs=2):
        super().__init__()
        self.fc1 = nn.Linear(inputs, hidden)
        self.fc2 = nn.Linear(hidden, outputs)
        self.dropout = nn.Dropout(p=0.5)
        self.scale = 2.0
        self.names = ["a", "b"]

    def forward(self, x, flag=False):
        x = F.relu(self.fc1(x))
        x = self.dropout(x)
        if flag:
            x = x * self.scale
        return self.fc2(x)


torch.manual_seed(1)
net = Net(4, hidden=3)
print(net)
print(net.training, net.eval() is net, net.training, net.train().training, net.scale, net.names, net.__class__.__name__, Net.__doc__)
x = torch.randn(2, 4)
print(net(x), net.eval()(x), net(x, flag=True))
for name, parameter in net.named_parameters():
    print(f"{name:12} {str(tuple(parameter.shape)):10} {parameter.requires_grad}")
for name, module in net.named_modules():
    print(repr(name), type(module).__name__)
print([type(m).__name__ for m in net.children()], len(list(net.modules())), [n for n, c in net.named_children()])
print(net.fc1.weight.shape, getattr(net, "fc2"), hasattr(net, "fc3"), "fc1" in dict(net.named_children()))
try:
    net.fc3
except AttributeError as error:
    print(error)
