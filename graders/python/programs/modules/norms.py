"""What computes a module's weight before each call, with hooks and in modules of one's own."""

import torch
import torch.nn as nn
from torch.nn.utils import remove_weight_norm, spectral_norm, weight_norm

torch.manual_seed(0)
m = weight_norm(nn.Linear(2, 3))
opt = torch.optim.SGD(m.parameters(), lr=0.5)
x = torch.ones(1, 2)
m(x).pow(2).sum().backward()
opt.step()
print(m(x), sorted(m.state_dict()), sorted(n for n, _ in m.named_parameters()))
seen = []
handle = m.register_forward_hook(lambda module, args, out: seen.append(tuple(out.shape)))
before = m(x)
handle.remove()
print(seen, torch.equal(before, m(x)), torch.allclose(nn.Sequential(m, nn.ReLU())(x), m(x).relu()))
print(sorted(dict(remove_weight_norm(m).named_parameters())), torch.allclose(m(x), before))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = weight_norm(nn.Linear(2, 4), name="weight")
        self.b = spectral_norm(nn.Linear(4, 1))

    def forward(self, x):
        return self.b(torch.relu(self.a(x)))


net = Net().eval()
print(net(x).shape, sorted(net.state_dict()))
m = nn.utils.spectral_norm(nn.Linear(2, 3))
y = m(torch.ones(1, 2)) - m(torch.zeros(1, 2))
y.sum().backward()
print([m.weight_orig.grad is not None, m.bias.grad])
print(nn.Linear(2, 2).to(torch.ones(1, dtype=torch.float64)).weight.dtype)
