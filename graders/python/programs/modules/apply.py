import math
import torch
from torch import nn


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight)
        m.bias.data.fill_(0.01)
    elif type(m) == nn.Conv2d:
        nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2))
print(net.apply(init_weights) is net)
print(net[0].weight, net[2].bias)
for p in net.parameters():
    p.requires_grad = False
net[2].weight.requires_grad_(True)
print([p.requires_grad for p in net.parameters()], sum(p.numel() for p in net.parameters() if p.requires_grad))
net.requires_grad_(True)
net.double()
print(net[0].weight.dtype, net(torch.ones(1, 2, dtype=torch.float64)).dtype)
net.float().to("cpu")
print(net[0].weight.dtype, next(net.parameters()).device, next(iter(net.parameters())).shape)
net.zero_grad()
print(net[0].weight.grad, math.sqrt(net[0].in_features), nn.init.calculate_gain("relu"))
w = torch.empty(2, 3)
print(nn.init.normal_(w, 0, 0.02), nn.init.uniform_(w), nn.init.eye_(w), nn.init.ones_(w) is w)
