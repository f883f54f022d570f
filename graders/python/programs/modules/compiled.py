# torch.compile gives a module of its own around the model.
import torch
from torch import nn

torch.manual_seed(0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)
        self.scale = 2

    def forward(self, x):
        return self.scale * self.fc(x)

    def extra(self):
        return "own"


net = Net()
fast = torch.compile(net, backend="eager")
print(fast)
print(type(fast).__name__, isinstance(fast, nn.Module), isinstance(fast, Net), fast._orig_mod is net)
print(list(fast.state_dict()), list(net.state_dict()), [n for n, _ in fast.named_parameters()])
x = torch.ones(1, 3)
print(torch.equal(fast(x), net(x)), fast.scale, fast.extra(), fast.fc)
fast.eval()
print(net.training, fast.training)
fast(x).sum().backward()
print(net.fc.bias.grad)
opt = torch.optim.SGD(fast.parameters(), lr=0.1)
opt.step()
print(net.fc.bias - fast.fc.bias)


@torch.compile(backend="eager")
def double(x):
    return x * 2


print(double(x), double.__name__)
try:
    fast.nothing
except AttributeError as error:
    print(error)
